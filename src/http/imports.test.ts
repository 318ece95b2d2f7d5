// Imports over HTTP, from the first byte to taking them back.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ImportDesk, importDesk } from './import-desk.fixture.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let desk: ImportDesk
let key: string
beforeAll(async () => {
  served = await serveWorld()
  key = await served.key('cs_leader')
  desk = importDesk(served, key)
})
afterAll(() => served.close())
beforeEach(() => served.world.clock.advance(60_000))

const customers = [
  'Razón social;Sector;Fecha de renovación;ARR (USD);Contacto principal;Correo contacto principal',
  'Molinos del Sur;Agricultura;25/11/2027;28.471,00;Ximena Díaz;ximena@molinos.example',
  'Puerto Claro;Sanidad;31/02/2027;1.000,00;Iván Ramos;iramos@puertoclaro.example',
].join('\r\n')

test('a sheet is sent, recognised, mapped by guess, previewed, taken in, and taken back', async () => {
  const { id, file } = await desk.send('clientes.csv', customers)
  const { json: uploaded } = await desk.ask('GET', `/${id}`)
  expect(uploaded).toMatchObject({ state: 'uploaded', files: [{ state: 'ready', mappedBy: 'guess' }] })
  expect(uploaded.files[0].recognised).toMatchObject({ delimiter: ';', encoding: 'utf-8', headerRow: 1 })

  const previewed = await desk.step(id, 'preview')
  expect(previewed).toMatchObject({
    state: 'previewed',
    failure: null,
    preview: { counts: { rows: 2, created: 1, rejected: 1 }, isStale: false },
  })
  expect((await served.world.ask({ from: 'account' })).length).toBe(0)
  const { json: shown } = await desk.ask('GET', `/${id}/preview`)
  expect(shown.data[0]).toMatchObject({ row: 2, outcome: 'created' })
  expect(shown.data[0].records[0].cells).toMatchObject({
    name: [null, 'Molinos del Sur'],
    arr: [null, { amount: 2_847_100, currency: 'USD' }],
    renewal_date: [null, '2027-11-25'],
  })
  expect(shown.data[1]).toMatchObject({ row: 3, outcome: 'rejected', faults: [{ code: 'invalid_date' }] })

  const done = await desk.step(id, 'run')
  expect(done).toMatchObject({ state: 'done', counts: previewed.preview.counts })
  expect(await served.world.ask({ from: 'account', select: ['name'] })).toMatchObject([{ name: 'Molinos del Sur' }])

  const rejected = await desk.ask('GET', `/${id}/files/${file}/rejected.csv`)
  expect(rejected.headers['content-disposition']).toContain('clientes.rejected.csv')
  expect(rejected.text).toContain('Puerto Claro')

  const again = await desk.send('otra vez.csv', customers)
  expect((await desk.ask('GET', `/${again.id}`)).json.seenIn).toMatchObject([{ id, name: 'clientes.csv' }])

  expect(await desk.step(id, 'undo')).toMatchObject({ state: 'undone' })
  expect(await served.world.ask({ from: 'account' })).toEqual([])
})

test('parts may break off: the next one begins where the file ends', async () => {
  const { json: opened } = await desk.ask('POST', '', {})
  const bytes = Buffer.from(customers)
  const { json: added } = await desk.ask('POST', `/${opened.id}/files`, { name: 'teile.csv', size: bytes.length })
  const route = `/${opened.id}/files/${added.files[0].id}/content`
  expect((await desk.put(`${route}?offset=0`, bytes.subarray(0, 50))).json.files[0]).toMatchObject({
    received: 50,
    state: 'uploading',
  })
  expect((await desk.put(`${route}?offset=10`, bytes.subarray(10))).json).toMatchObject({
    status: 409,
    code: 'offset_differs',
    received: 50,
  })
  expect((await desk.put(`${route}?offset=50`, bytes.subarray(50))).json.files[0]).toMatchObject({ state: 'ready' })
})

test('who may not import is told so, and of nobody else’s import that it exists', async () => {
  const csm = importDesk(served, await served.key('csm'))
  expect((await csm.ask('POST', '', {})).json).toMatchObject({ status: 403, code: 'not_allowed' })
  const { id } = await desk.send('meine.csv', customers)
  const other = importDesk(served, await served.key('cs_operations'))
  expect((await other.ask('GET', `/${id}`)).json).toMatchObject({ isOwn: false })
  expect((await other.ask('GET', `/${id}`)).json.files[0].mapping).toBeUndefined()
  expect((await other.ask('GET', `/${id}/preview`)).json).toMatchObject({ status: 404 })
  const nobody = '01999999-9999-7999-8999-999999999999'
  expect((await desk.ask('GET', `/${nobody}`)).json).toMatchObject({ status: 404, code: 'record_unavailable' })
})

test('a recurring import is added, is due, is changed and goes; one that is opened for it belongs to it', async () => {
  const mine = { owner: (await served.world.person('cs_leader', 'Lea')).userId }
  const { status, json: added } = await desk.ask('POST', '/recurring', { name: 'Tickets', everyDays: 7, ...mine })
  expect(status).toBe(201)
  expect(added).toMatchObject({ name: 'Tickets', owner: { name: 'Lea' }, state: 'on_time', daysLate: 0, last: null })
  const { json: changed } = await desk.ask('PATCH', `/recurring/${added.id}`, {
    folder: 'tickets',
    beginsOn: '2026-01-01',
  })
  expect(changed).toMatchObject({ name: 'Tickets', everyDays: 7, state: 'late', dueOn: '2026-01-01' })
  expect(changed.folder).toMatch(/^inbox\/.+\/tickets$/)
  expect((await desk.ask('GET', '/recurring')).json).toMatchObject({ data: [{ id: added.id }], receivesMail: true })

  const mailed = (mail: unknown) => desk.ask('PATCH', `/recurring/${added.id}`, { mail })
  const { json: first } = await mailed({})
  expect(first.mail).toEqual({ address: expect.stringMatching(/^import-.{26}@in\.vendor\.example$/), senders: [] })
  const { json: second } = await mailed({ address: 'new', senders: ['Acme.example'] })
  expect(second.mail.senders).toEqual(['acme.example'])
  expect(second.mail.address).not.toBe(first.mail.address)
  for (const wrong of [true, { senders: ['two words'] }, { senders: 'acme.example' }, { address: 'mine@acme.example' }])
    expect((await mailed(wrong)).json).toMatchObject({
      code: 'unreadable_request',
      detail: expect.stringContaining('mail'),
    })
  expect((await mailed(null)).json.mail).toBeNull()

  // An address is given to whoever repeats the request, and is in nothing that is kept for that.
  const once = {
    as: key,
    body: { name: 'Once', everyDays: 7, mail: {}, ...mine },
    headers: { 'idempotency-key': 'once' },
  }
  const [one, again] = [
    await served.ask('POST', '/api/v1/imports/recurring', once),
    await served.ask('POST', '/api/v1/imports/recurring', once),
  ]
  expect([one.status, again.json]).toEqual([201, one.json])
  const { rows: kept } = await served.world.owner.query('select answer::text as text from records.idempotency')
  expect(kept.map(({ text }) => text).join()).toContain(one.json.id)
  expect(kept.map(({ text }) => text).join()).not.toContain(one.json.mail.address.slice(0, 33))
  expect((await desk.ask('DELETE', `/recurring/${one.json.id}`)).status).toBe(204)

  const { json: opened } = await desk.ask('POST', '', { recurring: added.id })
  expect(opened).toMatchObject({ name: 'Tickets', recurring: added.id })
  expect((await desk.ask('PATCH', `/${opened.id}`, { recurring: added.id })).status).toBe(400)

  for (const folder of ['../up', 'A', 'a/b', '']) {
    const refused = await desk.ask('POST', '/recurring', { name: 'x', everyDays: 1, folder, ...mine })
    expect([refused.status, refused.json.detail]).toEqual([400, expect.stringContaining('folder')])
  }
  expect((await desk.ask('DELETE', `/recurring/${added.id}`)).status).toBe(204)
  expect((await desk.ask('GET', '/recurring')).json.data).toEqual([])
  expect((await desk.ask('DELETE', `/recurring/${added.id}`)).status).toBe(404)
})

test('files that come again are opened for it, their columns and words mended and kept, rows answered, and all of it taken back', async () => {
  const { json: expected } = await desk.ask('POST', '/recurring', {
    name: 'Padrón',
    everyDays: 7,
    settings: { currency: 'USD' },
  })
  const open = async (...rows: string[]) => {
    const { json: opened } = await desk.ask('POST', '', { recurring: expected.id })
    const content = ['Empresa;Ramo;Teléfono', ...rows].join('\r\n')
    const { json: added } = await desk.ask('POST', `/${opened.id}/files`, {
      name: 'padron.csv',
      size: Buffer.byteLength(content),
    })
    const file = added.files[0].id
    const { json: sent } = await desk.put(`/${opened.id}/files/${file}/content`, content)
    return { id: opened.id, file, sent: sent.files[0] }
  }
  const first = await open('Telares Lima;Cosas raras;1')
  expect(first.sent).toMatchObject({ state: 'ready', mappedBy: 'guess' })
  const refused = await desk.step(first.id, 'preview')
  expect(refused.preview.counts).toMatchObject({ rows: 1, rejected: 1 })

  const { mapping } = first.sent
  const columns = mapping.columns.map((column: { header: string }) =>
    column.header === 'Ramo'
      ? { ...column, to: { record: 'account', field: 'industry' }, words: { 'Cosas raras': 'Retail' } }
      : column.header === 'Teléfono'
        ? { ...column, to: null }
        : column,
  )
  const { status, json: mapped } = await desk.ask('PUT', `/${first.id}/files/${first.file}/mapping`, {
    mapping: { ...mapping, columns, records: [{ ...mapping.records[0], match: ['name'] }] },
    template: 'Padrón',
  })
  expect([status, mapped.files[0].mappedBy]).toEqual([200, 'person'])
  expect(await desk.step(first.id, 'run')).toMatchObject({ state: 'done', counts: { created: 1 } })

  const [one, two] = [
    await served.world.create('account', { name: 'Hilos Cusco' }),
    await served.world.create('account', { name: 'Hilos Cusco' }),
  ]
  const next = await open('Hilos Cusco;Cosas raras;2')
  expect(next.sent.mappedBy).toBe('template')
  expect((await desk.step(next.id, 'run')).counts).toMatchObject({ question: 1 })
  const { json: waiting } = await desk.ask('GET', `/${next.id}/rows?outcome=question`)
  const [{ row, file, records }] = waiting.data
  expect(records[0].candidates.map(({ id }: { id: string }) => id).sort()).toEqual([one, two].sort())
  await desk.ask('POST', `/${next.id}/answers`, { answers: { [`${file}:${row}:${records[0].record}`]: two } })
  expect((await desk.step(next.id, 'run')).counts).toMatchObject({ question: 0, updated: 1 })
  const industryOf = async (id: string) =>
    (
      await served.world.ask({ from: 'account', select: ['industry'], where: { field: 'id', op: 'is', value: id } })
    )[0]?.['industry']
  expect([await industryOf(one), await industryOf(two)]).toEqual([null, 'Retail'])
  expect(await desk.step(next.id, 'undo')).toMatchObject({ state: 'undone' })
  expect(await industryOf(two)).toBeNull()
})
