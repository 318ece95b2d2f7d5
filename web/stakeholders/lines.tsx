// The two kinds of lines: who reports to whom, drawn in right angles; who is bound to whom besides, dashed, curved and named.
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useInternalNode, useNodes } from '@xyflow/react'
import { curveBetween } from './bend.ts'
import { card } from './chart.ts'
import style from './stakeholder-map.module.css'

const spine = 16

/** From the manager's foot to the top of a card, or along the cards of a stack to the side of each. */
export function ReportingLine({ source, target, data }: EdgeProps) {
  const from = useInternalNode(source)?.internals.positionAbsolute
  const to = useInternalNode(target)?.internals.positionAbsolute
  if (!from || !to) return null
  const foot = from.y + card.height
  const middle = from.x + card.width / 2
  const intoSide = `H${to.x - spine}V${to.y + card.height / 2}H${to.x}`
  const path = {
    top: `M${middle} ${foot}V${(foot + to.y) / 2}H${to.x + card.width / 2}V${to.y}`,
    team: `M${from.x + spine} ${foot}v8${intoSide}`,
    side: `M${middle} ${foot}v26${intoSide}`,
  }[String(data?.['enters']) as 'top' | 'team' | 'side'] // given in stakeholder-map.tsx
  return <BaseEdge path={path} />
}

export function TieLine({ id, source, target, data, markerEnd }: EdgeProps) {
  const nodes = useNodes()
  const places = new Map(nodes.map((node) => [node.id, node.position]))
  const [from, to] = [places.get(source), places.get(target)]
  if (!from || !to) return null
  const others = nodes.filter((node) => node.id !== source && node.id !== target && node.type === 'person')
  const { start, at, end, label } = curveBetween(
    from,
    to,
    others.map(({ position }) => position),
  )
  const open = data?.['open'] as ((id: string) => void) | undefined // given in stakeholder-map.tsx
  return (
    <>
      <BaseEdge
        path={`M${start.x} ${start.y}Q${at.x} ${at.y} ${end.x} ${end.y}`}
        className={style['tie'] ?? ''}
        data-kind={data?.['kind']}
        {...(markerEnd ? { markerEnd } : {})}
      />
      <EdgeLabelRenderer>
        <button
          type="button"
          className={`nodrag nopan ${style['label']}`}
          style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          aria-label={String(data?.['says'])}
          onClick={() => open?.(id)}
        >
          {String(data?.['word'])}
        </button>
      </EdgeLabelRenderer>
    </>
  )
}
