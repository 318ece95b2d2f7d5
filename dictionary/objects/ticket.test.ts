import { expect, test } from 'vitest'
import { ticket } from './ticket.ts'

const rule = ticket.rules?.find((each) => each.code === 'solved_before_opened')

test('a ticket cannot be solved before it was opened, and an open one is no fault', () => {
  const opened_at = '2026-03-01T10:00:00.000Z'
  expect(rule?.holds({ opened_at, solved_at: '2026-03-01T09:59:59.999Z' })).toBe(false)
  expect(rule?.holds({ opened_at, solved_at: opened_at })).toBe(true)
  expect(rule?.holds({ opened_at, solved_at: null })).toBe(true)
  expect(rule?.holds({ solved_at: opened_at })).toBe(true)
})
