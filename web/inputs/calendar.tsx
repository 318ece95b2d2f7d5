// A month to choose a day from, in the reader's language: arrows move by days and weeks, Page Up and Down by months, Enter chooses.
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './calendar.module.css'

type Shown = { day: string | null; pick(day: string): void }

export function Calendar({ day, pick }: Shown) {
  const { t, locale } = useLanguage()
  // Swedish days are written as ISO days.
  const today = new Date().toLocaleDateString('sv')
  const [at, setAt] = useState(day ?? today)
  const grid = useRef<HTMLTableElement>(null)
  const name = (of: Intl.DateTimeFormatOptions, iso: string) =>
    new Intl.DateTimeFormat(locale, { ...of, timeZone: 'UTC' }).format(dateOf(iso))
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])
  const weeks = weeksOf(at, firstDayIn(locale))
  const onKey = (event: KeyboardEvent) => {
    const next = movedBy(event.key, at, firstDayIn(locale))
    if (next === null) return
    event.preventDefault()
    setAt(next)
  }
  const title = name({ month: 'long', year: 'numeric' }, at)
  return (
    <div className={style['calendar']}>
      <div className={style['head']}>
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label={t('edit.monthBefore')}
          onClick={() => setAt(inMonth(at, -1))}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <span aria-live="polite">{title}</span>
        <ActionIcon variant="subtle" size={28} aria-label={t('edit.monthAfter')} onClick={() => setAt(inMonth(at, 1))}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of days that arrows move in is a grid */}
      <table ref={grid} role="grid" aria-label={title} onKeyDown={onKey}>
        <thead>
          <tr>
            {weeks[0]?.map((each) => (
              <th key={each} scope="col" abbr={name({ weekday: 'long' }, each)}>
                {name({ weekday: 'narrow' }, each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each} data-chosen={each === day || undefined}>
                  <button
                    type="button"
                    data-day={each}
                    data-other={each.slice(0, 7) !== at.slice(0, 7) || undefined}
                    aria-pressed={each === day}
                    tabIndex={each === at ? 0 : -1}
                    aria-label={name({ dateStyle: 'full' }, each)}
                    aria-current={each === today ? 'date' : undefined}
                    onClick={() => pick(each)}
                  >
                    {name({ day: 'numeric' }, each)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

function plus(day: string, days: number): string {
  const date = dateOf(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The same day of another month, or that month's last. */
function inMonth(day: string, months: number): string {
  const first = dateOf(`${day.slice(0, 7)}-01`)
  first.setUTCMonth(first.getUTCMonth() + months)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return plus(first.toISOString().slice(0, 10), Math.min(Number(day.slice(8)), last) - 1)
}

/** How many days its week is old. */
const ofWeek = (day: string, firstDay: number): number => (dateOf(day).getUTCDay() - firstDay + 7) % 7

function weeksOf(day: string, firstDay: number): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const start = plus(first, -ofWeek(first, firstDay))
  // Always six, so that nothing beneath moves from month to month.
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, i) => plus(start, week * 7 + i)))
}

function movedBy(key: string, at: string, firstDay: number): string | null {
  const days: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -ofWeek(at, firstDay),
    End: 6 - ofWeek(at, firstDay),
  }
  if (days[key] !== undefined) return plus(at, days[key])
  if (key === 'PageUp') return inMonth(at, -1)
  return key === 'PageDown' ? inMonth(at, 1) : null
}

/** 0 for Sunday. Monday where the browser does not know. */
function firstDayIn(locale: string): number {
  // Known to browsers, not yet to the compiler.
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number } }
  return (known.getWeekInfo?.().firstDay ?? 1) % 7
}
