// A team's workbook: several sheets that refer to each other, beside some that are no data.
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../../test/harness/global.ts'
import { workbook } from '../../../test/harness/workbook.ts'
import { openSecret } from '../../platform/index.ts'
import { openAddresses } from '../recurring/address.ts'
import { openRecurring } from '../recurring/index.ts'
import { type Desk, openDesk } from './desk.fixture.ts'
import type { ImportView } from './view.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const team = {
  'Read me': [['How we keep this workbook']],
  Deals: [
    ['Deal name', 'Account ID', 'Stage', 'Amount', 'Close date'],
    ['Big deal', '7', 'Negotiation', '100.00', '2027-01-31'],
    ['Late deal', '7', 'Negotiation', '100.00', '2027-02-31'],
  ],
  Accounts: [
    ['Id', 'Account name', 'Parent', 'ARR (USD)'],
    ['7', 'Orion Works', 'Nebula Group', '5000.00'],
    ['8', 'Nebula Group', '', '0.00'],
  ],
  People: [
    ['Full name', 'E-mail', 'Company'],
    ['Pat Chief', 'pat@orion.example', 'Orion Works'],
    ['Lee Staff', 'lee at orion', 'Orion Works'],
  ],
  'Meeting notes': [
    ['Account', 'Subject', 'Happened at', 'Type', 'Notes'],
    ['Orion Works', 'Kick-off', '2026-05-01', 'Meeting', 'All is well'],
  ],
  Shelf: [
    ['Colour', 'Height'],
    ['green', '12'],
    ['red', '14'],
  ],
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const sheetsIn = ({ files }: ImportView) => files.map((file) => ('sheets' in file ? file.recognised?.sheet : null))
const whyIn = ({ files: [file] }: ImportView) =>
  file && 'sheets' in file ? Object.fromEntries(file.sheets.map(({ name, why }) => [name, why?.code ?? null])) : {}
const fileOf = ({ files }: ImportView, sheet: string): string =>
  files.find((file) => 'sheets' in file && file.recognised?.sheet === sheet)?.id ?? ''

test('sheets that refer to each other come in together, are refused row by row each by itself, and go back in one', async () => {
  const view = await desk.send({ 'team.xlsx': workbook(team) })
  expect(sheetsIn(view)).toEqual(['Deals', 'Accounts', 'People', 'Meeting notes'])
  expect(whyIn(view)).toMatchObject({ 'Read me': 'no_table', Shelf: 'no_meaning', Accounts: null })
  expect(view.files.map(({ name }) => name)).toEqual([
    ...['team.xlsx', 'team.xlsx/Accounts', 'team.xlsx/People', 'team.xlsx/Meeting notes'],
  ])

  const tried = await desk.step(view, 'preview')
  const shown = (await desk.results(view, { of: 'preview' })).flatMap(({ records = [] }) => records)
  const { called, cells } = shown.find(({ object }) => object === 'account_contact') ?? {}
  expect(called?.[String(cells?.['account']?.[1])], 'a preview names what its cells refer to').toBe('Orion Works')
  const done = await desk.step(view, 'run')
  expect(done.failure).toBeNull()
  expect(done.counts, JSON.stringify(await desk.results(view, { of: 'run' }))).toMatchObject({ rows: 7, rejected: 2 })
  expect(done.counts).toEqual(tried.preview?.counts)
  const [orion] = await desk.world.ask<{ id: string }>({
    ...{ from: 'account', select: ['name', 'parent.name'], where: { field: 'name', op: 'is', value: 'Orion Works' } },
  })
  expect(orion).toMatchObject({ 'parent.name': 'Nebula Group' })
  const where = { field: 'account', op: 'is', value: orion?.id }
  expect(await desk.world.ask({ from: 'opportunity', select: ['name'], where })).toMatchObject([{ name: 'Big deal' }])
  expect(await desk.world.ask({ from: 'interaction', select: ['subject'], where })).toMatchObject([
    { subject: 'Kick-off' },
  ])
  expect(await desk.world.ask({ from: 'account_contact', where })).toHaveLength(1)

  // The rows of each sheet that were refused are its own, and belong to it when they come again.
  const { imports, operator } = desk.world
  const { name, lines } = await imports.rejectedRows(operator, view.id, fileOf(view, 'People'))
  const refused = await all(lines)
  expect([name, refused.map(([first]) => first)]).toEqual([
    'team.xlsx (People).rejected.csv',
    ['Full name', 'Lee Staff'],
  ])
  const mended = refused.map((cells) => cells.join(',').replace('lee at orion', 'lee@orion.example')).join('\n')
  const again = await desk.step(await desk.send({ [name]: mended }), 'run')
  expect(again.counts, JSON.stringify(await desk.results(again, { of: 'run' }))).toMatchObject({ rows: 1, created: 1 })
  const [row] = await desk.results(again, { of: 'run' })
  expect(row?.file).toBe('team.xlsx/People')

  // The same workbook again changes nothing, whichever of its sheets are taken.
  const people = await desk.send({ 'team.xlsx': workbook(team) })
  const fewer = await imports.takeSheets(operator, people.id, fileOf(people, 'Deals'), ['People', 'Accounts'])
  expect((await desk.step(fewer, 'run')).counts).toMatchObject({ rows: 4, unchanged: 3, rejected: 1 })

  await desk.step(again, 'undo')
  await desk.step(view, 'undo')
  for (const from of ['account', 'contact', 'opportunity', 'interaction'])
    expect(await desk.world.ask({ from }), from).toEqual([])
})

test('which sheets are taken is said at opening or later; those that stay keep their meaning; the workbook is kept once', async () => {
  const { imports, operator, uploads, workspace } = desk.world
  const kept = async () => (await readdir(dirname(uploads.pathOf(workspace.id, 'any')))).length
  const before = await kept()
  const view = await desk.send({ 'team.xlsx': workbook(team) }, { sheets: ['People', 'Shelf'] })
  expect([sheetsIn(view), await kept()]).toEqual([['People', 'Shelf'], before + 1])
  await expect(imports.ask(operator, view.id, 'run')).rejects.toMatchObject({ code: 'mapping_refused' })

  const said = await desk.map(view, (mapping) => mapping)
  const more = await imports.takeSheets(operator, said.id, fileOf(view, 'Shelf'), ['Accounts', 'People'])
  expect(sheetsIn(more)).toEqual(['People', 'Accounts'])
  expect(more.files[0], 'as it was').toMatchObject({ id: fileOf(view, 'People'), mappedBy: 'person' })
  expect(whyIn(more)['Read me'], 'nobody asked for it').toBeNull()

  const refuse = (sheets: string[]) => imports.takeSheets(operator, view.id, more.files[0]?.id ?? '', sheets)
  await expect(refuse(['Nowhere'])).rejects.toMatchObject({ code: 'sheet_unavailable' })
  await expect(refuse([])).rejects.toMatchObject({ code: 'sheet_unavailable' })
  const file = fileOf(more, 'Accounts')
  await expect(imports.readAnew(operator, view.id, file, { sheet: 'People' })).rejects.toMatchObject({
    code: 'sheet_unavailable',
  })
  const deals = await imports.readAnew(operator, view.id, file, { sheet: 'Deals' })
  expect([sheetsIn(deals), deals.files.map(({ name }) => name)]).toEqual([
    ['People', 'Deals'],
    ['team.xlsx/People', 'team.xlsx'],
  ])
  expect(sheetsIn(await imports.readAnew(operator, view.id, file, { headerRow: 1 })), 'beside others').toEqual(
    sheetsIn(deals),
  )

  await imports.removeFile(operator, view.id, file)
  expect(await kept(), 'the other sheet needs it').toBe(before + 1)
  const last = await imports.get(operator, view.id)
  expect(sheetsIn(last)).toEqual(['People'])
  await imports.removeFile(operator, view.id, last.files[0]?.id ?? '')
  expect(await kept()).toBe(before)
})

test('two who choose sheets at once do not bring one in twice', async () => {
  const { imports, operator } = desk.world
  const view = await desk.send({ 'team.xlsx': workbook(team) }, { sheets: ['People'] })
  const choose = () => imports.takeSheets(operator, view.id, view.files[0]?.id ?? '', ['People', 'Accounts', 'Deals'])
  await Promise.all([choose(), choose(), choose()])
  expect(sheetsIn(await imports.get(operator, view.id)).sort()).toEqual(['Accounts', 'Deals', 'People'])
})

test('a workbook with one table is that table; a sheet that is not there is a fault that choosing mends', async () => {
  const { 'Read me': note, People: people } = team
  const one = await desk.send({ 'one.xlsx': workbook({ 'Read me': note, People: people }) })
  expect([sheetsIn(one), one.files[0]?.name]).toEqual([['People'], 'one.xlsx'])
  expect(whyIn(one)).toEqual({ 'Read me': 'no_table', People: null })

  const lost = await desk.send({ 'one.xlsx': workbook({ 'Read me': note, People: people }) }, { sheets: ['Persons'] })
  expect(lost.files[0]).toMatchObject({ state: 'unreadable', failure: { code: 'no_such_sheet' } })
  const { imports, operator } = desk.world
  const mended = await imports.takeSheets(operator, lost.id, lost.files[0]?.id ?? '', ['People'])
  expect([sheetsIn(mended), mended.files[0]?.state]).toEqual([['People'], 'ready'])
})

test('of what comes again and again the sheets are taken that were the last time', async () => {
  const { app: pool, records, clock, ids } = desk.world
  const as = await desk.world.person('cs_operations', 'Olga')
  const addresses = openAddresses({ secret: openSecret({ folder: '', given: testSecret }), domain: null })
  const { id: recurring } = await openRecurring({ pool, records, clock, ids, addresses }).add(as, {
    ...{ name: 'Team book', everyDays: 7 },
  })
  const { Deals: _, ...later } = team
  const first = await desk.send({ 'team.xlsx': workbook(team) }, { as, recurring, sheets: ['Accounts', 'People'] })
  expect((await desk.step(first, 'run', as)).state).toBe('done')
  const next = await desk.send({ 'team.xlsx': workbook(later) }, { as, recurring })
  expect(sheetsIn(next)).toEqual(['Accounts', 'People'])
  expect(whyIn(next)).toMatchObject({ 'Meeting notes': 'not_before', Accounts: null })
  const other = await desk.send(
    { 'other.xlsx': workbook({ Notes: [['none']], Firms: team.Accounts }) },
    { as, recurring },
  )
  expect(sheetsIn(other), 'none of these is there').toEqual(['Firms'])
})

test('of more sheets than an import takes the first are taken, and the others say why not', async () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`List ${i + 1}`, team.People]))
  const view = await desk.send({ 'first.csv': 'Full name,E-mail\nAda,ada@x.example', 'many.xlsx': workbook(many) })
  expect(view.files).toHaveLength(50)
  const [, file] = view.files
  const last = file && 'sheets' in file ? file.sheets.at(-1) : null
  expect(last).toMatchObject({ name: 'List 50', file: null, why: { code: 'no_room' } })
})
