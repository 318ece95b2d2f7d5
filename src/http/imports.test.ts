// Imports over HTTP, from the first byte to taking them back.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testSecret } from '../../test/harness/global.ts'
import { migrateJobs, openSecret, rolesOf } from '../platform/index.ts'
import { settle } from '../worker/index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let csm: string
beforeAll(async () => {
  served = await serveWorld()
  await migrateJobs(served.world.url, rolesOf(openSecret({ folder: '', given: testSecret })))
  leader = await served.key('cs_leader')
  csm = await served.key('csm')
})
afterAll(() => served.close())
beforeEach(() => served.world.clock.advance(60_000))

const at = '/api/v1/imports'
const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', route: string, body?: unknown, as = leader) =>
  served.ask(method, `${at}${route}`, { as, ...(body === undefined ? {} : { body }) })

async function put(route: string, content: Buffer | string, as = leader) {
  const answer = await served.app.inject({
    method: 'PUT',
    url: `${at}${route}`,
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/octet-stream' },
    payload: content,
  })
  return { status: answer.statusCode, json: answer.json() }
}

async function send(name: string, text: string, as = leader): Promise<{ id: string; file: string }> {
  const { json: opened } = await ask('POST', '', { name }, as)
  const added = await ask('POST', `/${opened.id}/files`, { name, size: Buffer.byteLength(text) }, as)
  const file = added.json.files[0].id
  const { status, json } = await put(`/${opened.id}/files/${file}/content`, text, as)
  expect(status, JSON.stringify(json)).toBe(200)
  return { id: opened.id, file }
}

async function step(id: string, name: string, body: unknown = {}) {
  const asked = await ask('POST', `/${id}/${name}`, body)
  expect(asked.status, asked.text).toBe(202)
  await settle({ ...served.holdfast }, served.world.workspace.id)
  return (await ask('GET', `/${id}`)).json
}

const customers = [
  'Razón social;Sector;Fecha de renovación;ARR (USD);Contacto principal;Correo contacto principal',
  'Molinos del Sur;Agricultura;25/11/2027;28.471,00;Ximena Díaz;ximena@molinos.example',
  'Puerto Claro;Sanidad;31/02/2027;1.000,00;Iván Ramos;iramos@puertoclaro.example',
].join('\r\n')

test('a sheet is sent, recognised, mapped by guess, previewed, taken in, and taken back', async () => {
  const { id, file } = await send('clientes.csv', customers)
  const { json: uploaded } = await ask('GET', `/${id}`)
  expect(uploaded).toMatchObject({ state: 'uploaded', files: [{ state: 'ready', mappedBy: 'guess' }] })
  expect(uploaded.files[0].recognised).toMatchObject({ delimiter: ';', encoding: 'utf-8', headerRow: 1 })

  const previewed = await step(id, 'preview')
  expect(previewed).toMatchObject({
    state: 'previewed',
    failure: null,
    preview: { counts: { rows: 2, created: 1, rejected: 1 }, isStale: false },
  })
  expect((await served.world.ask({ from: 'account' })).length).toBe(0)
  const { json: shown } = await ask('GET', `/${id}/preview`)
  expect(shown.data[0]).toMatchObject({ row: 2, outcome: 'created' })
  expect(shown.data[0].records[0].cells).toMatchObject({
    name: [null, 'Molinos del Sur'],
    arr: [null, { amount: 2_847_100, currency: 'USD' }],
    renewal_date: [null, '2027-11-25'],
  })
  expect(shown.data[1]).toMatchObject({ row: 3, outcome: 'rejected', faults: [{ code: 'invalid_date' }] })

  const done = await step(id, 'run')
  expect(done).toMatchObject({ state: 'done', counts: previewed.preview.counts })
  expect(await served.world.ask({ from: 'account', select: ['name'] })).toMatchObject([{ name: 'Molinos del Sur' }])

  const rejected = await ask('GET', `/${id}/files/${file}/rejected.csv`)
  expect(rejected.headers['content-disposition']).toContain('clientes.rejected.csv')
  expect(rejected.text).toContain('Puerto Claro')

  const again = await send('otra vez.csv', customers)
  expect((await ask('GET', `/${again.id}`)).json.seenIn).toMatchObject([{ id, name: 'clientes.csv' }])

  expect(await step(id, 'undo')).toMatchObject({ state: 'undone' })
  expect(await served.world.ask({ from: 'account' })).toEqual([])
})

test('parts may break off: the next one begins where the file ends', async () => {
  const { json: opened } = await ask('POST', '', {})
  const bytes = Buffer.from(customers)
  const { json: added } = await ask('POST', `/${opened.id}/files`, { name: 'teile.csv', size: bytes.length })
  const route = `/${opened.id}/files/${added.files[0].id}/content`
  expect((await put(`${route}?offset=0`, bytes.subarray(0, 50))).json.files[0]).toMatchObject({
    received: 50,
    state: 'uploading',
  })
  expect((await put(`${route}?offset=10`, bytes.subarray(10))).json).toMatchObject({
    status: 409,
    code: 'offset_differs',
    received: 50,
  })
  expect((await put(`${route}?offset=50`, bytes.subarray(50))).json.files[0]).toMatchObject({ state: 'ready' })
})

test('who may not import is told so, and of nobody else’s import that it exists', async () => {
  expect((await ask('POST', '', {}, csm)).json).toMatchObject({ status: 403, code: 'not_allowed' })
  const { id } = await send('meine.csv', customers)
  const other = await served.key('cs_operations')
  expect((await ask('GET', `/${id}`, undefined, other)).json).toMatchObject({ isOwn: false })
  expect((await ask('GET', `/${id}`, undefined, other)).json.files[0].mapping).toBeUndefined()
  expect((await ask('GET', `/${id}/preview`, undefined, other)).json).toMatchObject({ status: 404 })
  const nobody = '01999999-9999-7999-8999-999999999999'
  expect((await ask('GET', `/${nobody}`)).json).toMatchObject({ status: 404, code: 'record_unavailable' })
})
