// The drawing: an org chart by who reports to whom, and the lines that no chart shows. A person is dragged onto whom they report to;
// a line is drawn from the dot at a card's side. Both can be done without a mouse from the person's panel, which Enter opens.
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  type OnConnectEnd,
  type OnNodeDrag,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useNodesState,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useEffect, useMemo, useState } from 'react'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Chart, card, chartOf } from './chart.ts'
import { ReportingLine, TieLine } from './lines.tsx'
import { type Person, type Stakeholders, wouldCircle } from './people.ts'
import { PersonCard } from './person-card.tsx'
import style from './stakeholder-map.module.css'

export type Drawing = Stakeholders & {
  selected: string | null
  open(person: string): void
  openTie(tie: string): void
  /** Absent where the reader may not. */
  setBoss?: ((person: string, boss: string) => void) | undefined
  tie?: ((from: string, to: string) => void) | undefined
}

export default function StakeholderMap(drawing: Drawing) {
  return (
    <ReactFlowProvider>
      <Drawn {...drawing} />
    </ReactFlowProvider>
  )
}

type Card = Node<
  {
    person: Person
    isOver: boolean
    isSelected: boolean
    mayTie: boolean
    says: string
    tieSays: string
    open(id: string): void
  },
  'person'
>
type Heading = Node<{ text: string }, 'heading'>
type Standing = Card | Heading

/** Who hears the page is told the lines by the people they bind, and by the name of an informal one. */
const unheard = { domAttributes: { 'aria-hidden': true, 'aria-roledescription': undefined } } as const

const nodeTypes = {
  person: PersonNode,
  heading: ({ data }: NodeProps<Heading>) => <p className={style['heading']}>{data.text}</p>,
}
const edgeTypes = { reports: ReportingLine, tie: TieLine }
/** Kinds that read one way only: the other end is not the same thing said of the first. */
const oneWay = new Set(['advises', 'assists', 'succeeded'])

function Drawn(drawing: Drawing) {
  const { people, setBoss, tie } = drawing
  const { t } = useLanguage()
  const { screenToFlowPosition } = useReactFlow()
  const chart = useMemo(() => chartOf(people.map(({ id, boss }) => ({ id, boss: boss?.id ?? null }))), [people])
  const [over, setOver] = useState<string | null>(null)
  const wanted = useCards(drawing, chart, over)
  const [nodes, setNodes, onNodesChange] = useNodesState<Standing>(wanted)
  // What is dragged keeps its place under the pointer; everything else stands where the chart says.
  useEffect(() => {
    setNodes((now) => {
      const dragged = new Map(now.filter((each) => each.dragging).map((each) => [each.id, each]))
      return wanted.map((each) => {
        const held = dragged.get(each.id)
        return held && each.type === 'person' ? { ...each, position: held.position, dragging: true } : each
      })
    })
  }, [wanted, setNodes])
  useStart(chart)

  const under = (event: MouseEvent | TouchEvent, self: string): string | null => {
    const at = screenToFlowPosition(pointOf(event))
    const found = [...chart.places].find(
      ([id, { x, y }]) => id !== self && at.x >= x && at.x <= x + card.width && at.y >= y && at.y <= y + card.height,
    )
    return found?.[0] ?? null
  }
  const drag: OnNodeDrag<Standing> = (event, { id }) => {
    const found = under(event, id)
    setOver(found && !wouldCircle(people, id, found) ? found : null)
  }
  const drop: OnNodeDrag<Standing> = (_, { id }) => {
    setNodes(wanted) // back to its place; if somebody took it, the new chart says where that is
    if (over && over !== people.find((each) => each.id === id)?.boss?.id) setBoss?.(id, over)
    setOver(null)
  }
  const connectEnd: OnConnectEnd = (event, { fromNode }) => {
    const to = fromNode && under(event, fromNode.id)
    if (to) tie?.(fromNode.id, to)
  }
  return (
    <ReactFlow<Standing, Edge>
      className={style['map'] ?? ''}
      aria-label={t('stakeholders.map')}
      nodes={nodes}
      edges={useLines(drawing, chart)}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onNodeDrag={drag}
      onNodeDragStop={drop}
      onConnectEnd={connectEnd}
      isValidConnection={isBetweenTwo}
      nodesDraggable={setBoss !== undefined}
      nodesConnectable={tie !== undefined}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      deleteKeyCode={null}
      nodeDragThreshold={6}
      zoomOnDoubleClick={false}
      zoomOnScroll={false}
      preventScrolling={false}
      minZoom={0.25}
      maxZoom={1.5}
      fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
      disableKeyboardA11y
      ariaLabelConfig={{
        'node.a11yDescription.default': t('stakeholders.opens'),
        'node.a11yDescription.keyboardDisabled': t('stakeholders.opens'),
        'edge.a11yDescription.default': t('stakeholders.opens'),
        'handle.ariaLabel': t('stakeholders.connect'),
        'controls.ariaLabel': t('stakeholders.zoom'),
        'controls.zoomIn.ariaLabel': t('stakeholders.zoomIn'),
        'controls.zoomOut.ariaLabel': t('stakeholders.zoomOut'),
        'controls.fitView.ariaLabel': t('stakeholders.whole'),
      }}
    >
      <Background gap={20} size={1} />
      <Controls showInteractive={false} position="top-right" />
    </ReactFlow>
  )
}

/** Below this, names can't be read: a larger chart begins at its head and is moved, or shown whole by its button. */
const readable = 0.64
const margin = 28

function useStart({ width, height, places, order }: Chart): void {
  const { setViewport } = useReactFlow()
  const across = useStore((state) => state.width)
  const down = useStore((state) => state.height)
  const head = places.get(order[0] ?? '')?.x ?? 0
  const isDrawn = width > 0 && across > 0
  useEffect(() => {
    if (!isDrawn) return
    const fits = Math.min((across - 2 * margin) / width, (down - 2 * margin) / height, 1)
    const zoom = Math.max(fits, Math.min(readable, 1))
    const free = across - width * zoom
    const headInMiddle = across / 2 - (head + card.width / 2) * zoom
    const x = free >= 0 ? free / 2 : Math.min(margin, Math.max(free - margin, headInMiddle))
    void setViewport({ x, y: Math.max(margin, (down - height * zoom) / 2), zoom })
  }, [isDrawn, across, down, width, height, head, setViewport])
}

const isBetweenTwo = ({ source, target }: Edge | Connection): boolean => source !== target

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 }
}

function useCards({ people, selected, open, tie, ties }: Drawing, chart: Chart, over: string | null): Standing[] {
  const { t } = useLanguage()
  return useMemo(() => {
    const known = new Map(people.map((each) => [each.id, each]))
    const heading: Heading[] =
      chart.waitingAt === null
        ? []
        : [
            {
              id: 'waiting',
              type: 'heading',
              position: { x: 0, y: chart.waitingAt - 30 },
              draggable: false,
              data: { text: t('stakeholders.unplaced') },
            },
          ]
    const cards = chart.order.flatMap((id): Card[] => {
      const person = known.get(id)
      if (!person) return []
      const boss = person.boss ? (known.get(person.boss.id)?.name ?? person.boss.name) : null
      const bound = ties.filter(({ from, to }) => from === id || to === id).length
      return [
        {
          id,
          type: 'person',
          position: chart.places.get(id) ?? { x: 0, y: 0 },
          ...card,
          domAttributes: { 'aria-roledescription': undefined },
          data: {
            person,
            isOver: id === over,
            isSelected: id === selected,
            mayTie: tie !== undefined,
            says: [
              boss && t('stakeholders.reportsToName', { name: boss }),
              bound > 0 && t('stakeholders.bound', { count: bound }),
            ]
              .filter(Boolean)
              .join(', '),
            tieSays: t('stakeholders.drawFrom', { name: person.name }),
            open,
          },
        },
      ]
    })
    return [...heading, ...cards]
  }, [people, selected, open, tie, ties, chart, over, t])
}

function useLines({ people, ties, openTie }: Drawing, chart: Chart): Edge[] {
  const { t } = useLanguage()
  const book = useBook()
  return useMemo(() => {
    const nameOf = new Map(people.map(({ id, name }) => [id, name]))
    const reporting = chart.lines.map(({ from, to, enters }) => ({
      id: `${from}>${to}`,
      type: 'reports',
      source: from,
      target: to,
      ...unheard,
      data: { enters },
    }))
    const bound = ties.map(({ id, from, to, kind }) => {
      const word = book.term('contact_connection', 'kind', kind)
      return {
        id,
        type: 'tie',
        source: from,
        target: to,
        ...unheard,
        ...(oneWay.has(kind) ? { markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--tie)' } } : {}),
        data: {
          kind,
          word,
          says: t('stakeholders.tieSays', { from: nameOf.get(from), kind: word, to: nameOf.get(to) }),
          open: openTie,
        },
      }
    })
    return [...reporting, ...bound]
  }, [people, ties, openTie, chart, book, t])
}

function PersonNode({ id, data }: NodeProps<Card>) {
  return (
    <div className={style['person']} data-over={data.isOver || undefined} data-selected={data.isSelected || undefined}>
      <button type="button" aria-pressed={data.isSelected} title={data.says} onClick={() => data.open(id)}>
        <PersonCard person={data.person} />
        <span className="seen-by-readers">{data.says}</span>
      </button>
      {/* Lines end anywhere on a card; React Flow wants to know where they are held. */}
      <Handle type="target" position={Position.Top} isConnectable={false} className={style['hidden'] ?? ''} />
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={data.mayTie}
        className={(data.mayTie ? style['dot'] : style['hidden']) ?? ''}
        title={data.tieSays}
        aria-hidden="true"
      />
    </div>
  )
}
