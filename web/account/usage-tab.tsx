// A year of use: people active a day, in the week and month before it, and what they did.
import { Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import type { Usage } from '../api/answers.ts'
import { Chart, type Plot } from '../charts/chart.tsx'
import { Failed } from '../frame/trouble.tsx'
import { Section } from '../record/section.tsx'
import { type Book, useBook } from '../values/book.tsx'
import { showDay, showNumber } from '../values/show.ts'
import { type Speech, useLanguage } from '../words/language.tsx'
import { useUsageYear } from './queries.ts'

type Measure = 'daily_active' | 'monthly_active' | 'actions'

const people: readonly Measure[] = ['monthly_active', 'daily_active']
const actions: readonly Measure[] = ['actions']

export default function UsageTab({ account }: { account: string }) {
  const { t } = useLanguage()
  const year = useUsageYear(account)
  if (year.isPending) return <Skeleton height={620} role="status" aria-label={t('trouble.loading')} />
  if (!year.data) return <Failed error={year.error} retry={year.refetch} />
  if (year.data.length === 0)
    return (
      <Section title={t('account.usageYear')}>
        <p className="quiet">{t('account.noUsage')}</p>
      </Section>
    )
  return (
    <>
      <Section title={t('account.usageYear')}>
        <Over days={year.data} names={people} />
      </Section>
      <Section title={t('account.actionsYear')}>
        <Over days={year.data} names={actions} />
      </Section>
    </>
  )
}

/** Days are the oldest first. */
function Over({ days, names }: { days: readonly Usage[]; names: readonly Measure[] }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const { known, plot } = useMemo(() => {
    const known = names.filter((name) => days.some((day) => typeof day[name] === 'number'))
    return { known, plot: plotOf(days, known, book, speech) }
  }, [days, names, book, speech])
  const label = (name: Measure) => labelOf(name, book)
  const [first, last] = [days[0], days.at(-1)]
  const [main] = known
  if (!first || !last || !main) return <p className="quiet">{t('account.noUsage')}</p>
  const counts = days.map((day) => day[main] ?? 0)
  return (
    <Chart
      says={t('account.chartSays', {
        what: label(main),
        from: showDay(first.day, speech),
        to: showDay(last.day, speech),
        first: showNumber(first[main] ?? 0, speech),
        last: showNumber(last[main] ?? 0, speech),
        most: showNumber(Math.max(...counts), speech),
      })}
      plot={plot}
      columns={[t('account.day'), ...known.map(label)]}
      rows={[...days]
        .reverse()
        .map((day) => [
          showDay(day.day, speech),
          ...known.map((name) => (typeof day[name] === 'number' ? showNumber(day[name], speech) : '–')),
        ])}
    />
  )
}

const labelOf = (name: Measure, book: Book): string => book.field('usage_day', name)?.label ?? name

const dayMs = 86_400_000

function plotOf(days: readonly Usage[], names: readonly Measure[], book: Book, speech: Speech): Plot {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const [first, last] = [Date.parse(days[0]?.day ?? ''), Date.parse(days.at(-1)?.day ?? '')]
  const every: string[] = []
  for (let at = first; at <= last; at += dayMs) every.push(new Date(at).toISOString().slice(0, 10))
  return {
    lines: names.map((name) => ({
      name: labelOf(name, book),
      data: every.map((day) => [day, byDay.get(day)?.[name] ?? null] as const),
    })),
    show: {
      day: (at) =>
        new Intl.DateTimeFormat(speech.locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(at),
      value: (value) => showNumber(value, speech),
    },
  }
}
