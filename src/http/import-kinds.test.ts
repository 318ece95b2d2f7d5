// Imports of several kinds over HTTP: a workbook, a sheet of touchpoints, notes of meetings; a sheet held beside what other systems say;
// and one that is stopped in the middle.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { workbook } from '../../test/harness/workbook.ts'
import { settle } from '../worker/index.ts'
import { type ImportDesk, importDesk } from './import-desk.fixture.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let desk: ImportDesk
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  desk = importDesk(served, leader)
})
afterAll(() => served.close())
beforeEach(() => served.world.clock.advance(60_000))

const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n')
const only = async (object: string, name: string, ...select: string[]) =>
  (await served.world.ask({ from: object, select, where: { field: 'name', op: 'is', value: name } }))[0]

test('of a workbook the sheets that are named are taken, others where one says so, and its days are days', async () => {
  const { id, file } = await desk.send(
    'book.xlsx',
    workbook({
      Cover: [['Customers of the north']],
      Renewals: [
        ['Company', 'Country', 'Renewal date', 'ARR (USD)'],
        ['Fjord Freight', 'Norway', { day: 46_722 }, 12_500.5],
        ['Skerry Foods', 'Narnia', { day: 46_753 }, 900],
      ],
      Former: [
        ['Company', 'Country'],
        ['Gone Elsewhere', 'Sweden'],
      ],
    }),
    ['Renewals'],
  )
  const { json: sent } = await desk.ask('GET', `/${id}`)
  expect(sent.files[0].recognised).toMatchObject({ sheet: 'Renewals', sheets: ['Cover', 'Renewals', 'Former'] })
  expect((await desk.ask('GET', `/${id}/files/${file}/rows`)).json.rows[0]).toMatchObject({
    row: 2,
    cells: ['Fjord Freight', 'Norway', '2027-12-01', '12500.5'],
  })
  expect((await desk.step(id, 'run')).counts).toMatchObject({ rows: 2, created: 1, rejected: 1 })
  expect(await only('account', 'Fjord Freight', 'country', 'renewal_date', 'arr')).toMatchObject({
    country: 'NO',
    renewal_date: '2027-12-01',
    arr: { amount: 1_250_050, currency: 'USD' },
  })
  const { text } = await desk.ask('GET', `/${id}/files/${file}/rejected.csv`)
  expect(text).toMatch(/Skerry Foods,Narnia,2028-01-01,900/)

  const second = await desk.send(
    'again.xlsx',
    workbook({
      Former: [
        ['Company', 'Country'],
        ['Gone Elsewhere', 'Sweden'],
      ],
      Data: [
        ['Company', 'Country'],
        ['Here', 'Norway'],
        ['There', 'Norway'],
      ],
    }),
    ['Data'],
  )
  const chosen = await desk.ask('POST', `/${second.id}/files/${second.file}/recognise`, { sheet: 'Former' })
  expect(chosen.json.files[0].recognised).toMatchObject({ sheet: 'Former' })
  expect((await desk.step(second.id, 'run')).counts).toMatchObject({ rows: 1, created: 1 })
  expect(await only('account', 'Gone Elsewhere', 'country')).toMatchObject({ country: 'SE' })
})

test('the sheets of a workbook are files of one import, and are chosen while it is open', async () => {
  const { id, file } = await desk.send(
    'firms.xlsx',
    workbook({
      Firms: [
        ['Id', 'Company', 'Country'],
        ['F1', 'Sluice Mill', 'Norway'],
        ['F2', 'Lock Mill', 'Norway'],
      ],
      People: [
        ['Full name', 'E-mail', 'Company'],
        ['Una Sluice', 'una@sluice.example', 'Sluice Mill'],
        ['Ole Lock', 'no address', 'Lock Mill'],
      ],
      Prices: [
        ['Colour', 'Height'],
        ['red', '1'],
        ['blue', '2'],
      ],
    }),
  )
  type File = {
    id: string
    name: string
    sheets: { name: string; file: string | null; why: { code: string } | null }[]
  }
  const { files }: { files: File[] } = (await desk.ask('GET', `/${id}`)).json
  expect(files.map(({ name }) => name)).toEqual(['firms.xlsx', 'firms.xlsx/People'])
  const [firms, people] = files
  expect(firms?.id).toBe(file)
  expect(firms?.sheets).toEqual(people?.sheets)
  expect(firms?.sheets).toMatchObject([
    { name: 'Firms', file: firms?.id, why: null },
    { name: 'People', file: people?.id, why: null },
    {
      name: 'Prices',
      file: null,
      why: { code: 'no_meaning', message: expect.stringContaining('what its columns mean') },
    },
  ])
  const chosen = await desk.ask('PUT', `/${id}/files/${people?.id}/sheets`, { sheets: ['Firms'] })
  expect(chosen.json.files.map((each: File) => each.name)).toEqual(['firms.xlsx'])
  const wrong = await desk.ask('PUT', `/${id}/files/${file}/sheets`, { sheets: ['Firms', 'Persons'] })
  expect([wrong.status, wrong.json.code]).toEqual([422, 'sheet_unavailable'])
  expect((await desk.ask('PUT', `/${id}/files/${file}/sheets`, { sheets: [] })).status).toBe(400)
  const both = await desk.ask('PUT', `/${id}/files/${file}/sheets`, { sheets: ['People', 'Firms'] })
  const added = both.json.files.find((each: File) => each.name === 'firms.xlsx/People')

  expect((await desk.step(id, 'run')).counts).toMatchObject({ rows: 4, created: 3, rejected: 1 })
  const { text, headers } = await desk.ask('GET', `/${id}/files/${added?.id}/rejected.csv`)
  expect(text).toContain('Ole Lock')
  expect(headers['content-disposition']).toContain(encodeURIComponent('firms.xlsx (People).rejected.csv'))
  expect((await desk.ask('GET', `/${id}/files/${file}/rejected.csv`)).text).not.toContain('Mill')
  expect((await desk.ask('GET', `/${id}/rows?file=${encodeURIComponent('firms.xlsx/People')}`)).json.data).toHaveLength(
    2,
  )
  await desk.step(id, 'undo')
  expect(await only('account', 'Sluice Mill', 'name')).toBeUndefined()
  const late = await desk.ask('PUT', `/${id}/files/${file}/sheets`, { sheets: ['Firms'] })
  expect(late.json.code).toBe('step_unavailable')
})

test('touchpoints kept in a sheet and notes of meetings stand on the timeline of their account', async () => {
  const account = await served.world.create('account', { name: 'Harbour Mills', domains: ['harbourmills.example'] })
  await served.world.create('contact', { name: 'Wen Li', email: 'wen@harbourmills.example' })
  const touchpoints = await desk.send(
    'touchpoints.csv',
    csv(
      ['Customer', 'Touchpoint type', 'Activity date', 'Subject', 'Notes'],
      ['Harbour Mills', 'call', '2026-03-02', 'Kick-off', 'They want the new module.'],
      ['Harbour Mills', 'telepathy', '2026-03-03', 'Odd', ''],
      ['Nobody We Know', 'call', '2026-03-04', 'Lost', ''],
    ),
  )
  const ran = await desk.step(touchpoints.id, 'run')
  expect(ran.counts, JSON.stringify(ran.files[0].mapping)).toMatchObject({ rows: 3, created: 2, rejected: 1 })
  const notes = await desk.send(
    'meeting_notes.csv',
    csv(
      ['meeting_id', 'account_ref', 'meeting_at', 'created_at', 'author', 'type', 'attendees', 'notes'],
      [
        'M-1',
        'Harbour Mills',
        '2026-04-07T09:00:00Z',
        '2026-04-07T10:00:00Z',
        'pia@vendor.example',
        'meeting',
        'Wen Li <wen@harbourmills.example>; Somebody New',
        'Budget approved.',
      ],
    ),
  )
  expect((await desk.ask('GET', `/${notes.id}`)).json.files[0].recognised).toMatchObject({ shape: 'meeting notes' })
  expect((await desk.step(notes.id, 'run')).counts).toMatchObject({ rows: 1, created: 1 })
  const exchanges = await served.world.ask({
    from: 'interaction',
    select: ['kind', 'happened_at', 'notes'],
    where: { field: 'account', op: 'is', value: account },
    order: [{ field: 'happened_at', dir: 'asc' }],
  })
  expect(exchanges).toMatchObject([
    { kind: 'call', happened_at: '2026-03-02T00:00:00.000Z', notes: 'They want the new module.' },
    { kind: 'meeting', happened_at: '2026-04-07T09:00:00.000Z', notes: 'Budget approved.' },
  ])
  const present = await served.world.ask({ from: 'attendance', select: ['name', 'contact.name'] })
  expect(present.map((each) => each['name']).sort()).toEqual(['Somebody New', 'Wen Li'])
})

test('customers of a file stand beside what each system says of them, and which kind of data is nobody’s', async () => {
  const { world } = served
  const said = (system: 'crm' | 'billing', localId: string, values: Record<string, unknown>) =>
    world.records.change(world.operator, 'account', [
      { verb: 'upsert', source: { system, localId }, match: true, values },
    ])
  for (const [n, name] of ['Alder Works', 'Birch Works'].entries()) {
    const domains = [`${name.slice(0, 5).toLowerCase()}.example`]
    await said('crm', `C${n}`, { name, domains, country: 'US', city: 'Boston', industry: 'retail' })
    await said('billing', `B${n}`, { name, domains, city: 'Chicago', payment_status: 'active' })
  }
  const { id, file } = await desk.send(
    'audit.csv',
    csv(
      ['Company', 'Domain', 'City', 'Renewal date'],
      ['Alder Works', 'alder.example', 'Dallas', '2027-05-01'],
      ['Birch Works', 'birch.example', 'Boston', '2027-06-01'],
      ['Unheard Of', 'unheard.example', 'Boston', '2027-07-01'],
    ),
  )
  const { json: compared } = await desk.ask('GET', `/${id}/files/${file}/compare`)
  expect(compared.object).toBe('account')
  expect(compared.customers.map((each: { row: number; title: string }) => [each.row, each.title])).toEqual([
    [2, 'Alder Works'],
    [3, 'Birch Works'],
  ])
  const city = compared.customers[0].fields.find((each: { field: string }) => each.field === 'city')
  expect(city).toMatchObject({ inFile: 'Dallas', here: 'Boston', isSame: false })
  expect(city.says).toEqual([
    { system: 'crm', value: 'Boston' },
    { system: 'billing', value: 'Chicago' },
  ])
  const agreement = Object.fromEntries(compared.agreement.map((each: { field: string }) => [each.field, each]))
  expect(agreement['name']).toMatchObject({ same: 2, different: 0 })
  expect(agreement['city']).toMatchObject({ same: 1, different: 1 })
  expect(agreement['renewal_date']).toMatchObject({ onlyInFile: 2 })
  expect(agreement['country']).toMatchObject({ onlyHere: 2 })
  const general = compared.touchpoints.find((each: { class: string }) => each.class === 'general')
  expect(general.systems.crm).toBeGreaterThan(general.systems.billing)
  expect(general.missing).toContain('employees')
  expect(general.owners.length).toBeGreaterThan(0)
  expect(await only('account', 'Unheard Of', 'name'), 'nothing is written').toBeUndefined()

  const support = importDesk(served, await served.key('cs_operations'))
  expect((await support.ask('GET', `/${id}/files/${file}/compare`)).status, 'somebody else’s import').toBe(404)
})

test('a column that means nothing we keep becomes a field of the workspace’s own, and is taken in', async () => {
  const { id, file } = await desk.send(
    'docks.csv',
    csv(
      ['Company', 'Domain', 'Country', 'Dock number'],
      ['Quay Goods', 'quaygoods.example', 'Norway', '17'],
      ['Pier Goods', 'piergoods.example', 'Norway', 'the old one'],
    ),
  )
  const { mapping } = (await desk.ask('GET', `/${id}`)).json.files[0]
  const columns = (to: unknown) =>
    mapping.columns.map((each: { header: string }) => (each.header === 'Dock number' ? { ...each, to } : each))
  const dock = mapping.columns.find((each: { header: string }) => each.header === 'Dock number')
  expect(dock.to).toBeNull()
  const map = (to: unknown) =>
    served.app.inject({
      method: 'PUT',
      url: `/api/v1/imports/${id}/files/${file}/mapping`,
      headers: { authorization: `Bearer ${leader}` },
      payload: { mapping: { ...mapping, columns: columns(to) } },
    })
  const meant = { record: 'account', field: 'dock_number' }
  expect((await map(meant)).statusCode, 'before there is such a field').toBe(403)

  const proposed = await served.ask('POST', '/api/v1/proposals', {
    as: leader,
    body: {
      object: 'account',
      because: 'The sheet of the warehouse has it.',
      change: {
        ...{ kind: 'new_field', name: 'dock_number', type: 'integer', label: 'Dock number', sensitivity: 'general' },
        describe: 'The dock at which they take deliveries.',
      },
    },
  })
  expect(proposed.status, proposed.text).toBe(201)
  const decided = await served.ask('POST', `/api/v1/proposals/${proposed.json.id}/approve`, {
    as: await served.key('cs_operations'),
    body: { because: 'We agree' },
  })
  expect(decided.status, decided.text).toBe(200)
  const { json: targets } = await desk.ask('GET', '/targets')
  const account = targets.data.find((each: { object: string }) => each.object === 'account')
  expect(account.fields.map(({ name }: { name: string }) => name)).toContain('dock_number')
  const mapped = await map(meant)
  expect(mapped.statusCode, mapped.payload).toBe(200)
  expect((await desk.step(id, 'run')).counts).toMatchObject({ rows: 2, created: 1, rejected: 1 })
  expect(await only('account', 'Quay Goods', 'dock_number')).toMatchObject({ dock_number: 17 })
  expect(await only('account', 'Pier Goods', 'name')).toBeUndefined()
})

test('an import that is stopped in the middle holds what it says it took in, and goes on from there', async () => {
  const rows = 6_000
  const people = Array.from({ length: rows }, (_, n) => [`P${n}`, `Ola ${letters(n)}`, `ola${n}@firm${n}.example`])
  const { id } = await desk.send('many.csv', csv(['Id', 'Full name', 'E-mail'], ...people))
  const held = async () =>
    (
      await served.world.owner.query(
        `select count(*)::int as contacts, count(distinct email)::int as people from customer.contact where email like 'ola%'`,
      )
    ).rows[0]
  await desk.ask('POST', `/${id}/run`, {})
  const worked = settle({ ...served.holdfast }, served.world.workspace.id)
  let seen = null
  while (!seen?.rows) seen = (await desk.ask('GET', `/${id}`)).json.step
  expect(seen).toMatchObject({ step: 'run' })
  expect((await desk.ask('POST', `/${id}/cancel`)).status).toBe(202)
  await worked
  const { json: stopped } = await desk.ask('GET', `/${id}`)
  expect(stopped).toMatchObject({ state: 'cancelled', step: null, failure: null })
  expect(stopped.counts.rows).toBeGreaterThanOrEqual(seen.rows)
  expect(stopped.counts.rows).toBeLessThan(rows)
  expect(stopped.counts.created).toBe(stopped.counts.rows)
  expect(await held(), 'no more and no fewer').toEqual({ contacts: stopped.counts.rows, people: stopped.counts.rows })
  const last = (await desk.ask('GET', `/${id}/rows?limit=1000&after=many.csv:${stopped.counts.rows}`)).json.data
  expect(last.at(-1)?.row, 'the last row of which it says what it became').toBe(stopped.counts.rows + 1)

  expect((await desk.step(id, 'run')).state).toBe('done')
  expect(await held()).toEqual({ contacts: rows, people: rows })
}, 120_000)

/** A word of its own for each number. */
const letters = (n: number): string => String(n).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
