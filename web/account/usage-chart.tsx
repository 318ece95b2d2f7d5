// People active a day, as a line. A day that was not reported is a gap, not a zero. The figures behind it are a table away.
import { useState } from 'react'
import type { Usage } from '../api/answers.ts'
import { Section } from '../record/section.tsx'
import { showDay, showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './usage-chart.module.css'

const width = 600
const height = 96

export function UsageChart({ days }: { days: readonly Usage[] }) {
  const speech = useLanguage()
  const { t } = speech
  const [isTable, setTable] = useState(false)
  const known = days.flatMap(({ day, daily_active }) =>
    typeof daily_active === 'number' ? [{ day, daily_active }] : [],
  )
  const first = known.at(-1)
  const last = known[0]
  if (!first || !last)
    return (
      <Section title={t('account.usage')}>
        <p className="quiet">{t('account.noUsage')}</p>
      </Section>
    )
  const most = Math.max(...known.map((each) => each.daily_active))
  const says = t('account.usageSays', {
    from: showDay(first.day, speech),
    to: showDay(last.day, speech),
    first: showNumber(first.daily_active, speech),
    last: showNumber(last.daily_active, speech),
    most: showNumber(most, speech),
  })
  return (
    <Section title={t('account.usage')}>
      <svg className={style['chart']} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`M0 ${height - 1}H${width}`} className={style['ground']} />
        <path d={lineOf(known, most)} className={style['line']} vectorEffect="non-scaling-stroke" />
      </svg>
      <p className={style['says']}>{says}</p>
      <details onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary>{t('account.usageTable')}</summary>
        {isTable && (
          <table className={style['table']}>
            <thead>
              <tr>
                <th scope="col">{t('account.day')}</th>
                <th scope="col">{t('account.activePeople')}</th>
              </tr>
            </thead>
            <tbody>
              {known.map(({ day, daily_active }) => (
                <tr key={day}>
                  <th scope="row">{showDay(day, speech)}</th>
                  <td>{showNumber(daily_active, speech)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </Section>
  )
}

const dayMs = 86_400_000

/** Newest first in, left to right out; the pen is lifted over days that were not reported. */
function lineOf(days: readonly { day: string; daily_active: number }[], most: number): string {
  const moments = days.map(({ day }) => Date.parse(day)).reverse()
  const counts = days.map(({ daily_active }) => daily_active).reverse()
  const start = moments[0] ?? 0
  const length = Math.max(dayMs, (moments.at(-1) ?? 0) - start)
  return moments
    .map((at, i) => {
      const isNext = i > 0 && at - (moments[i - 1] ?? 0) <= dayMs
      const x = ((at - start) / length) * width
      const y = height - 2 - ((counts[i] ?? 0) / Math.max(1, most)) * (height - 6)
      return `${isNext ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
}
