import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { survey_response } from './survey_response.ts'

const group = (score: unknown, kind = 'nps') => survey_response.fields.category.from?.({ kind, score })
const holds = (code: string, record: Record<string, unknown>) =>
  survey_response.rules?.find((rule) => rule.code === code)?.holds(record)

describe('the NPS group of a response', () => {
  test('follows Reichheld: 9 and 10 promote, 7 and 8 are passive, the rest detract', () => {
    const groups = Array.from({ length: 11 }, (_, score) => group(score))
    expect(groups.slice(0, 7)).toEqual(Array(7).fill('detractor'))
    expect(groups.slice(7)).toEqual(['passive', 'passive', 'promoter', 'promoter'])
  })

  test('is empty for an unanswered survey and for one of another kind', () => {
    expect(group(null)).toBeNull()
    expect(group(5, 'csat')).toBeNull()
  })

  // Development data beside the repository; where it is absent the test says so by being skipped.
  const truth = new URL('../../../shared/data/exports/truth/nps.csv', import.meta.url)
  test.skipIf(!existsSync(truth))('agrees with the truth of every valid answer in ../shared/data/exports', () => {
    const rows: Record<string, string>[] = parse(readFileSync(truth), { columns: true, bom: true })
    const valid = rows.filter((row) => row.valid === 'yes')
    expect(valid.length).toBeGreaterThan(1000)
    for (const row of valid)
      expect([row.response_id, group(Number(row.score))]).toEqual([row.response_id, row.category])
  })
})

test.each([
  ['nps', 0, true],
  ['nps', 10, true],
  ['csat', 0, false],
  ['csat', 5, true],
  ['csat', 6, false],
  ['ces', 7, true],
  ['ces', 8, false],
  ['ces', null, true],
  [null, 10, true],
])('a %s score of %s on its scale: %s', (kind, score, verdict) => {
  expect(holds('score_off_scale', { kind, score })).toBe(verdict)
})

test('a survey cannot be answered before it was sent', () => {
  const [earlier, later] = ['2026-02-03T09:00:00.000Z', '2026-02-04T04:18:05.000Z']
  expect(holds('answered_before_sent', { sent_at: later, responded_at: earlier })).toBe(false)
  expect(holds('answered_before_sent', { sent_at: earlier, responded_at: later })).toBe(true)
  expect(holds('answered_before_sent', { sent_at: earlier, responded_at: null })).toBe(true)
})
