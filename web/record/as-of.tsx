// The record as it was on a day of the past, beside what it is now. A value of that day can be brought back.
import { Skeleton, Slider } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { DescribedObject, Row } from '../api/answers.ts'
import { Failed } from '../frame/trouble.tsx'
import { showDay } from '../values/show.ts'
import { Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './as-of.module.css'
import { useRecordAsOf, useRecordNow, type Values } from './queries.ts'
import { Restore } from './restore.tsx'

const dayMs = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

type Past = {
  object: DescribedObject
  id: string
  /** The day that is looked at; null for the beginning of what is looked at, a month ago. */
  day: string | null
  look(day: string): void
}

export function AsOf({ object, id, day, look }: Past) {
  const { t } = useLanguage()
  const now = useRecordNow(object, id)
  if (now.isPending) return <Skeleton height={372} role="status" aria-label={t('trouble.loading')} />
  if (!now.data) return <Failed error={now.error} retry={now.refetch} />
  return <Looked object={object} id={id} day={day} look={look} now={now.data} />
}

const monthDays = 30

function Looked({ object, id, day, look, now }: Past & { now: Row }) {
  const speech = useLanguage()
  const { t } = speech
  const today = Math.floor(Date.now() / dayMs)
  const first = Math.floor(Date.parse(String(now['created_at'])) / dayMs)
  const wished = day ? Math.floor(Date.parse(day) / dayMs) : today - monthDays
  const at = Math.min(today, Math.max(first, wished))
  const chosen = dayOf(at * dayMs)
  const [asked] = useDebouncedValue(chosen, 150)
  const then = useRecordAsOf(object, id, asked)
  const says = t('record.asItWas', { date: showDay(chosen, speech) })
  if (first >= today) return <p className="quiet">{t('record.noPast')}</p>
  return (
    <div className={style['past']}>
      <div className={style['slider']}>
        <Slider
          thumbLabel={t('record.day')}
          value={at}
          min={first}
          max={today}
          onChange={(next) => look(dayOf(next * dayMs))}
          label={(value) => showDay(dayOf(value * dayMs), speech)}
          thumbProps={{ 'aria-valuetext': showDay(chosen, speech) }}
          marks={[
            { value: first, label: showDay(dayOf(first * dayMs), speech) },
            { value: today, label: t('record.today') },
          ]}
        />
      </div>
      <h3 aria-live="polite">{says}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className={style['then']} aria-label={says} tabIndex={0}>
        {then.isError ? (
          <Failed error={then.error} retry={then.refetch} />
        ) : then.data === undefined ? (
          <Skeleton height={160} role="status" aria-label={t('trouble.loading')} />
        ) : then.data === null ? (
          <p className="quiet">{t('record.notYet')}</p>
        ) : (
          <Differences object={object} then={then.data} now={now} isBusy={then.isPlaceholderData} />
        )}
      </section>
    </div>
  )
}

const unnamed = new Set(['id', 'version', 'created_at', 'updated_at'])

type Compared = { object: DescribedObject; then: Values; now: Row; isBusy: boolean }

function Differences({ object, then, now, isBusy }: Compared) {
  const { t } = useLanguage()
  const differing = object.fields.filter(
    ({ name }) => !unnamed.has(name) && name in then && JSON.stringify(then[name]) !== JSON.stringify(now[name]),
  )
  if (differing.length === 0) return <p className="quiet">{t('record.same')}</p>
  return (
    <table className={style['differences']} aria-busy={isBusy}>
      <thead>
        <tr>
          <th scope="col">{t('record.field')}</th>
          <th scope="col">{t('record.then')}</th>
          <th scope="col">{t('record.now')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {differing.map((field) => (
          <tr key={field.name}>
            <th scope="row">{field.label}</th>
            <td>
              <Value field={field} value={then[field.name]} />
            </td>
            <td>
              <Value field={field} value={now[field.name]} />
            </td>
            <td>
              {field.mayUpdate && (
                <Restore object={object} field={field} record={now} value={then[field.name] ?? null} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
