// Requests of every shape: each is answered with what is wrong with it, and the server goes on.
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
})
afterAll(() => served.close())

const post = (body: string, url = '/api/v1/accounts') => served.ask('POST', url, { as: leader, body })
const accounts = async () => (await served.ask('GET', '/api/v1/accounts?limit=1000', { as: leader })).json.data.length

test.each([
  ['no JSON', '{"name":', /not JSON/],
  ['an empty body', '', /JSON object/],
  ['a list', '[]', /JSON object/],
  ['a null', 'null', /JSON object/],
  ['a name twice', '{"name":"A","name":"B"}', /twice/],
  ['a name twice, once in disguise', '{"name":"A","n\\u0061me":"B"}', /twice/],
  ['a name twice far inside', '{"name":[{"a":1},{"a":[{"b":1,"b":2}]}]}', /twice/],
  ['__proto__', '{"name":"A","__proto__":{"isAdmin":true}}', /__proto__/],
  ['depth', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested/],
])('%s is refused', async (_, body, why) => {
  const before = await accounts()
  const answer = await post(body)
  expect(answer.json).toMatchObject({ status: 400, code: 'unreadable_request' })
  expect(answer.json.detail).toMatch(why)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(await accounts()).toBe(before)
})

test.each([
  ['constructor'],
  ['workspace_id'],
  ['id'],
  ['version'],
  ['created_at'],
  ['deleted_at'],
  ['custom'],
  ['mrr'],
  ['toString'],
])('"%s" can’t be written', async (name) => {
  const answer = await post(JSON.stringify({ name: 'Mass', [name]: '01a1dea6-4100-7005-8cf2-3fee38ef1fd6' }))
  expect(answer.json).toMatchObject({ status: 422, code: 'record_refused' })
  expect(new Set(answer.json.faults.map((fault: { field: string }) => fault.field))).toEqual(new Set([name]))
})

test('quotes, colons and braces inside texts are only texts', async () => {
  const name = 'A "quoted": {name}, [and] \\ more \\" :'
  const made = await post(JSON.stringify({ name }))
  expect(made.status, made.text).toBe(201)
  expect((await served.ask('GET', `/api/v1/accounts/${made.json.id}`, { as: leader })).json.name).toBe(name)
})

test('ten megabytes are too many for one record', async () => {
  const answer = await post(JSON.stringify({ name: 'x'.repeat(10_000_000) }))
  expect(answer.json).toMatchObject({ status: 413, code: 'too_large' })
})

test('a batch of more than 5,000 is refused whole, and of another shape with the place', async () => {
  const changes = Array.from({ length: 5_001 }, (_, i) => ({ values: { name: `N ${i}` } }))
  const large = await post(JSON.stringify({ changes }), '/api/v1/accounts/bulk')
  expect(large.json).toMatchObject({ status: 413, code: 'too_large' })
  const odd = await post('{"changes":[{"verb":"drop"}]}', '/api/v1/accounts/bulk')
  expect(odd.json.detail).toContain('changes.0.verb')
})

test('other kinds of content, odd methods and broken addresses are problems too', async () => {
  const form = await served.ask('POST', '/api/v1/accounts', {
    as: leader,
    body: 'name=A',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(form.json).toMatchObject({ status: 400, code: 'unreadable_request' })
  for (const url of [
    '/api/v1/accounts/%E0%A4%A',
    '/api/v1/%00',
    `/api/v1/accounts/${'9'.repeat(3_000)}`,
    '/api/v1/accounts//',
  ]) {
    const answer = await served.ask('GET', url, { as: leader })
    expect(answer.status, url).toBeGreaterThanOrEqual(400)
    expect(answer.status, url).toBeLessThan(500)
    expect(answer.headers['content-type'], url).toContain('application/problem+json')
  }
})

test.each([
  "' or 1=1 --",
  'name; drop table customer.account',
  'name"',
  'pg_sleep(5)',
  '(select 1)',
  '../..',
  'name,arr)',
  '\u0000',
  'a\u0000b@x.example',
  '$1',
])('%j is no name, no order, no operator and no page mark', async (text) => {
  const given = encodeURIComponent(text)
  for (const query of [
    `select=${given}`,
    `order=${given}`,
    `where=${given}`,
    `filter[name][${given}]=x`,
    `filter[${given}]=x`,
    `after=${given}`,
    `limit=${given}`,
    `as_of=${given}`,
    `${given}=1`,
  ]) {
    const answer = await served.ask('GET', `/api/v1/accounts?${query}`, { as: leader })
    expect(answer.status, query).toBeGreaterThanOrEqual(400)
    expect(answer.status, query).toBeLessThan(500)
  }
  for (const query of [`search=${given}`, `filter[name][contains]=${given}`, `filter[name]=${given}`])
    for (const plural of ['accounts', 'contacts'])
      expect((await served.ask('GET', `/api/v1/${plural}?${query}`, { as: leader })).status, query).toBeLessThan(500)
})

test('a page mark works for its own question and its own reader only, and not when it was touched', async () => {
  for (const name of ['Mark A', 'Mark B', 'Mark C']) await post(JSON.stringify({ name }))
  const first = await served.ask('GET', '/api/v1/accounts?order=name&limit=1', { as: leader })
  const mark = first.json.next
  const page = (query: string, as = leader) => served.ask('GET', `/api/v1/accounts?${query}`, { as })
  expect((await page(`order=name&limit=1&after=${mark}`)).status).toBe(200)
  const touched = `${mark.slice(0, -2)}${mark.endsWith('AA') ? 'BB' : 'AA'}`
  expect((await page(`order=name&limit=1&after=${touched}`)).json).toMatchObject({
    status: 400,
    code: 'invalid_cursor',
  })
  expect((await page(`order=-name&limit=1&after=${mark}`)).json.code).toBe('invalid_cursor')
  expect((await page(`order=name&limit=1&after=${mark}`, await served.key('cs_leader'))).json.code).toBe(
    'invalid_cursor',
  )
})

test('bytes that are no HTTP get an answer and the next request too', async () => {
  await served.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = served.app.server.address() as { port: number }
  const answers = await Promise.all(
    [
      '\u0016\u0003\u0001\u0002\u0000',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
    ].map((bytes) => exchange(port, bytes)),
  )
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})

function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
