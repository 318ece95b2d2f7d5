import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { interaction } from './interaction.ts'

const inTime = (happened_at: string | null, logged_at: string | null) =>
  interaction.fields.is_logged_in_time.from?.({ happened_at, logged_at })

test('notes are in time up to the very end of the 24th hour', () => {
  expect(inTime('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z')).toBe(true)
  expect(inTime('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.001Z')).toBe(false)
})

test('notes from before the exchange, or without a moment, are neither in time nor late', () => {
  expect(inTime('2026-03-01T10:00:00.000Z', '2026-03-01T09:00:00.000Z')).toBeNull()
  expect(inTime('2026-03-01T10:00:00.000Z', null)).toBeNull()
  expect(inTime(null, '2026-03-01T10:00:00.000Z')).toBeNull()
})

// Development data beside the repository; where it is absent the test says so by being skipped.
const exports = new URL('../../../shared/data/exports/', import.meta.url)
const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(file, exports)), { columns: true, bom: true })

test.skipIf(!existsSync(exports))('agrees with the truth of every note in ../shared/data/exports', () => {
  const notes = new Map(rowsOf('meeting_notes.csv').map((row) => [row.meeting_id, row]))
  const truths = rowsOf('truth/meetings.csv')
  expect(truths.length).toBeGreaterThan(1000)
  for (const truth of truths) {
    const note = notes.get(truth.meeting_id)
    const verdict = inTime(
      new Date(note?.meeting_at ?? '').toISOString(),
      new Date(note?.created_at ?? '').toISOString(),
    )
    expect({ id: truth.meeting_id, verdict }).toEqual({
      id: truth.meeting_id,
      verdict: verdicts[truth.within_24h ?? ''],
    })
  }
})

const verdicts: Record<string, boolean | null> = { yes: true, no: false, before_meeting: null }
