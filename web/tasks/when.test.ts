import { expect, test } from 'vitest'
import { todayHere, whenDue } from './when.ts'

test('a task is late, for today, for this week, for later or for some day', () => {
  const due = (day: string | null) => whenDue(day, '2026-11-15')
  expect(['2026-11-14', '2026-11-15', '2026-11-22', '2026-11-23', null].map(due)).toEqual([
    'late',
    'today',
    'week',
    'later',
    'someday',
  ])
})

test('today is the reader’s day, not that of Greenwich', () => {
  const lateInTheEvening = new Date(2026, 10, 15, 23, 30)
  expect(todayHere(lateInTheEvening)).toBe('2026-11-15')
})
