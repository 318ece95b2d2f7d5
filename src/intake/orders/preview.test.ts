// A preview says what the run will do: every row and every cell of it, whatever the file and whatever is here already.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RowOutcome } from '../imports/outcome.ts'
import { type Desk, openDesk } from './desk.fixture.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const word = fc.constantFrom('Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir')
/** Mostly what can be taken, now and then what can't. */
const mostly = (good: readonly string[], bad: readonly string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) })
const row = fc
  .record({
    word,
    form: fc.constantFrom('', ' Inc', ' GmbH', ' Group'),
    box: fc.constantFrom('ana', 'bo', 'info'),
    at: word,
    Industry: mostly(['Technology', 'Tech', 'Retail'], ['Sorcery', '']),
    Start: mostly(['01/02/2025', '15/06/2024', ''], ['31/02/2025']),
    Renewal: mostly(['01/02/2028', '30/11/2027'], ['15/06/2020', 'soon', '']),
    'ARR (EUR)': mostly(['1.250,00', '12', '700,25'], ['-3,00', 'a lot', '']),
    'Job title': fc.constantFrom('CFO', 'CEO', '', 'Head; of "Things"'),
    broken: mostly(['no'], ['name', 'nobody', '=1+1']),
  })
  .map(({ word: name, form, box, at, broken, ...rest }) => ({
    ...rest,
    Company: broken === 'name' ? '' : `${name}${form}`,
    Contact: `${box === 'bo' ? 'Bo' : 'Ana'} ${at}`,
    'E-mail': broken === 'nobody' || broken === '=1+1' ? broken : `${box}@${at.toLowerCase()}.example`,
  }))
const file = fc.array(row, { minLength: 5, maxLength: 25 }).map((rows) => {
  const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const headers = ['Company', 'Industry', 'Start', 'Renewal', 'ARR (EUR)', 'Contact', 'E-mail', 'Job title'] as const
  // A day above 12 says which way round the days of the file are.
  const first = {
    Company: 'Zelkova',
    Industry: 'Retail',
    Start: '31/12/2024',
    Renewal: '31/12/2027',
    'ARR (EUR)': '1.000,50',
    Contact: 'Zoe Zelkova',
    'E-mail': 'zoe@zelkova.example',
    'Job title': 'CEO',
  }
  return [
    headers.join(';'),
    ...[first, ...rows].map((each) => headers.map((name) => quoted(each[name])).join(';')),
  ].join('\n')
})

/** What can be compared of a row: its outcome, and each record's, with every cell; what it may mean, by its title, for a preview's own have no id. */
const plain = ({ row, outcome, faults = [], records = [] }: RowOutcome) => ({
  row,
  outcome,
  faults,
  records: records.map(({ record, outcome: of, held = [], candidates = [] }) => ({
    record,
    of,
    held,
    candidates: candidates.map(({ title }) => title),
  })),
})

test('counts, rows and cells of a preview are those of the run, over random files one after the other', async () => {
  const seen: Record<string, number> = {}
  let cells = 0
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom('ask' as const, 'create' as const), async (text, questions) => {
      const view = await desk.send({ 'customers.csv': text }, { questions })
      const before = await bytes()
      const previewed = await desk.step(view, 'preview')
      expect(previewed.failure).toBeNull()
      expect(await bytes(), 'a preview leaves nothing').toEqual(before)
      const shown = await desk.results(view, { of: 'preview' })
      const done = await desk.step(view, 'run')
      expect(done.state, JSON.stringify(done.failure)).toBe('done')
      expect(done.counts).toEqual(previewed.preview?.counts)
      const ran = await desk.results(view, { of: 'run' })
      expect(ran.map(plain)).toEqual(shown.map(plain))
      cells += await expectCells(ran, shown)
      for (const { outcome } of ran) seen[outcome] = (seen[outcome] ?? 0) + 1
    }),
    { numRuns: 8, seed: 20261115, endOnFailure: true },
  )
  // Files in which nothing happens would agree as well.
  for (const outcome of ['created', 'updated', 'unchanged', 'rejected'])
    expect(seen[outcome] ?? 0, JSON.stringify(seen)).toBeGreaterThan(3)
  expect(cells).toBeGreaterThan(50)
}, 120_000)

/** What a preview said of cells, by row and record; references to records that it made itself have ids of their own. */
const cellsIn = (rows: readonly RowOutcome[]) =>
  rows.flatMap(({ row, records = [] }) =>
    records.flatMap(({ record, outcome, cells }) =>
      cells && changing.has(outcome) ? [{ row, record, cells: withoutIds(cells) }] : [],
    ),
  )

const changing = new Set(['created', 'updated', 'matched'])

/** The same of the run, from the history itself. Where several rows brought a record to one version, any of their changes may be meant. */
async function expectCells(ran: readonly RowOutcome[], shown: readonly RowOutcome[]): Promise<number> {
  const told = cellsIn(shown)
  const done = ran.flatMap(({ row, records = [] }) =>
    records.flatMap((each) => (changing.has(each.outcome) ? [{ row, ...each }] : [])),
  )
  expect(told.map(({ row, record }) => `${row} ${record}`)).toEqual(done.map(({ row, record }) => `${row} ${record}`))
  for (const [i, { id, version }] of done.entries()) {
    const { rows } = await desk.world.owner.query(
      'select changed from ledger.history where record_id = $1 and version = $2',
      [id, version],
    )
    expect(rows.map(({ changed }) => withoutIds(changed))).toContainEqual(told[i]?.cells)
  }
  return told.length
}

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-7/
const withoutIds = (cells: Readonly<Record<string, readonly [unknown, unknown]>>) =>
  Object.fromEntries(
    Object.entries(cells).map(([name, pair]) => [
      name,
      pair.map((value) => (typeof value === 'string' && isId.test(value) ? 'a record' : value)),
    ]),
  )

/** All that an import could leave behind, as numbers. */
async function bytes() {
  const tables = [
    'customer.account',
    'customer.contact',
    'records.source_record',
    'records.match_key',
    'records.search_key',
    'records.idempotency',
    'ledger.history',
    'ledger.outbox',
    'intake.reject',
  ]
  const { rows } = await desk.world.owner.query(
    tables.map((table) => `select '${table}' as t, count(*)::int as n from ${table}`).join(' union all '),
  )
  return rows
}
