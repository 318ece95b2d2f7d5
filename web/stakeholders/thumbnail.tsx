// The map in small: enough to see whether there is one. It is drawn without React Flow, so that the account's page stays light.
import { useLanguage } from '../words/language.tsx'
import { card, chartOf } from './chart.ts'
import type { Stakeholders } from './people.ts'
import style from './thumbnail.module.css'

const margin = 12

export function Thumbnail({ people, ties }: Stakeholders) {
  const { t } = useLanguage()
  const chart = chartOf(people.map(({ id, boss }) => ({ id, boss: boss?.id ?? null })))
  const at = (id: string) => chart.places.get(id) ?? { x: 0, y: 0 }
  const middle = (id: string) => `${at(id).x + card.width / 2} ${at(id).y + card.height / 2}`
  return (
    <svg
      className={style['thumbnail']}
      viewBox={`${-margin} ${-margin} ${chart.width + 2 * margin} ${chart.height + 2 * margin}`}
      role="img"
      aria-label={t('stakeholders.inSmall', { count: people.length, lines: chart.lines.length + ties.length })}
    >
      {chart.lines.map(({ from, to }) => (
        <path key={to} d={`M${middle(from)}L${middle(to)}`} className={style['line']} />
      ))}
      {ties.map(({ id, from, to }) => (
        <path key={id} d={`M${middle(from)}L${middle(to)}`} className={style['tie']} />
      ))}
      {people.map(({ id, stance, isCurrent, isPrimary, name }) => (
        <g key={id} className={style['person']} data-stance={stance ?? 'unknown'} data-former={!isCurrent || undefined}>
          <rect {...at(id)} {...card} rx={12} data-primary={isPrimary || undefined} />
          <text x={at(id).x + card.width / 2} y={at(id).y + card.height / 2}>
            {initialsOf(name)}
          </text>
        </g>
      ))}
    </svg>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, 2)
    .join('')
