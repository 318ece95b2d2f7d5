// The API as programs use it: lists, batches, questions, repeats, languages, its own description.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer } from './index.ts'
import { defaultRates } from './options.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
const ids = new Map<string, string>()
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  const { world } = served
  for (const [name, arr, tier] of [
    ['Alder', 300, 'strategic'],
    ['Birch', 200, 'standard'],
    ['Cedar', null, 'strategic'],
  ] as const) {
    const money = arr === null ? {} : { arr: { amount: arr * 100, currency: 'USD' } }
    ids.set(name, await world.create('account', { name, tier, ...money }))
  }
  const contact = await world.create('contact', { name: 'Iris Faro', email: 'iris@alder.example' })
  await world.create('account_contact', { account: ids.get('Alder'), contact, is_primary: true })
})
afterAll(() => served.close())

const names = async (query: string): Promise<string[]> => {
  const answer = await served.ask('GET', `/api/v1/accounts?${query}`, { as: leader })
  expect(answer.status, answer.text).toBe(200)
  return answer.json.data.map((each: { name: string }) => each.name)
}

test('a list is selected, filtered, sorted and paged by its address', async () => {
  expect(await names('order=-arr')).toEqual(['Alder', 'Birch', 'Cedar'])
  expect(await names('where=arr > 250 USD')).toEqual(['Alder'])
  expect(await names('filter[tier]=strategic&filter[arr][not_empty]')).toEqual(['Alder'])
  expect(await names('filter[arr][gte]=200.00 USD&order=name')).toEqual(['Alder', 'Birch'])
  expect(await names('filter[name][in]=Birch,Cedar&order=-name')).toEqual(['Cedar', 'Birch'])
  expect(await names('filter[name][in]=')).toEqual([])
  expect(await names('filter[owner][is]=me')).toEqual([])
  expect(await names('search=ald')).toEqual(['Alder'])
  expect(await names('as_of=2026-11-01')).toEqual([])
  const first = await served.ask('GET', '/api/v1/accounts?order=name&limit=2&select=name', { as: leader })
  expect(first.json.data).toEqual([
    { id: ids.get('Alder'), name: 'Alder' },
    { id: ids.get('Birch'), name: 'Birch' },
  ])
  expect(await names(`order=name&limit=2&select=name&after=${first.json.next}`)).toEqual(['Cedar'])
  const nested = await served.ask(
    'GET',
    '/api/v1/accounts?select=name,contacts (is_primary, contact (name))&filter[name]=Alder',
    {
      as: leader,
    },
  )
  expect(nested.json.data[0].contacts).toMatchObject([{ is_primary: true, contact: { name: 'Iris Faro' } }])
})

test('what a list does not know is said with what it knows', async () => {
  const of = async (query: string) => (await served.ask('GET', `/api/v1/accounts?${query}`, { as: leader })).json.detail
  expect(await of('ordr=name')).toContain('there is no such parameter; use select, where, order')
  expect(await of('filter[name][like]=x')).toContain('there is no operator "like"')
  expect(await of('filter[tier][is]=entrprise')).toContain('did you mean "enterprise"?')
  expect(await of('order=nam')).toContain('Did you mean "name"?')
  expect(await of('limit=1001')).toContain('limit')
  expect((await served.ask('GET', '/api/v1/acounts', { as: leader })).json).toMatchObject({
    status: 404,
    code: 'no_such_route',
  })
})

test('usage facts are listed and nothing else', async () => {
  expect((await served.ask('GET', '/api/v1/usage_days', { as: leader })).json).toEqual({ data: [], next: null })
  const made = await served.ask('POST', '/api/v1/usage_days', { as: leader, body: { day: '2026-11-01' } })
  expect(made.json.code).toBe('no_such_route')
})

test('a record that has not changed is not sent again, and one that has is, for whoever asks', async () => {
  const address = `/api/v1/accounts/${ids.get('Birch')}`
  const first = await served.ask('GET', address, { as: leader })
  const tag = String(first.headers['etag'])
  expect(tag).toMatch(/^"1-/)
  const again = await served.ask('GET', address, { as: leader, headers: { 'if-none-match': tag } })
  expect([again.status, again.text]).toEqual([304, ''])
  const other = await served.ask('GET', `${address}?select=name`, { as: leader, headers: { 'if-none-match': tag } })
  expect(other.json).toEqual({ id: ids.get('Birch'), version: 1, name: 'Birch' })
  const { rows } = await served.world.owner.query(
    `select count(*)::int as reads from ledger.act where kind = 'read' and $1 = any(record_ids)`,
    [ids.get('Birch')],
  )
  expect(rows[0].reads).toBeGreaterThanOrEqual(2)
})

test('a doubtful new record is not made before it is said that it is meant', async () => {
  const body = { name: 'Iris F.', email: 'iris@alder.example' }
  const doubted = await served.ask('POST', '/api/v1/contacts', { as: leader, body })
  expect(doubted.json).toMatchObject({ status: 409, code: 'possible_duplicate', candidates: [{ title: 'Iris Faro' }] })
  const support = await served.key('product')
  expect((await served.ask('POST', '/api/v1/contacts', { as: support, body })).text).not.toContain('Iris')
  const meant = await served.ask('POST', '/api/v1/accounts?on_duplicate=create', {
    as: leader,
    body: { name: 'Alder' },
  })
  expect(meant.status).toBe(201)
  const odd = await served.ask('POST', '/api/v1/accounts?on_duplicate=merge', { as: leader, body: { name: 'Alder' } })
  expect(odd.status).toBe(400)
})

test('a batch answers for each change, and a batch of "all" does all or nothing', async () => {
  const bulk = (body: unknown) => served.ask('POST', '/api/v1/accounts/bulk', { as: leader, body })
  const source = { system: 'crm', localId: 'bulk-1' }
  const mixed = await bulk({
    changes: [{ source, values: { name: 'Bulk One' } }, { values: { name: 'X', tier: 'enormous' } }],
  })
  expect(mixed.json.results).toMatchObject([
    { outcome: 'created', version: 1 },
    { outcome: 'refused', faults: [{ field: 'tier' }] },
  ])
  const again = await bulk({ changes: [{ source, values: { name: 'Bulk One' } }] })
  expect(again.json.results).toMatchObject([{ outcome: 'unchanged', id: mixed.json.results[0].id }])
  const none = await bulk({
    mode: 'all',
    changes: [{ values: { name: 'Bulk Two' } }, { values: { tier: 'enormous' } }],
  })
  expect(none.json.act).toBeNull()
  expect(await names('filter[name]=Bulk Two')).toEqual([])
  const undone = await served.ask('POST', `/api/v1/changes/${mixed.json.act}/undo`, {
    as: leader,
    body: { because: 'a test' },
  })
  expect(undone.json).toMatchObject({ records: 1, untouched: 0 })
  expect(await names('filter[name]=Bulk One')).toEqual([])
})

test('a question is asked as a sentence or as a structure', async () => {
  const text = 'account where tier = strategic group by tier measure count(*) as n'
  const sentence = await served.ask('POST', '/api/v1/ask', { as: leader, body: { text } })
  expect(sentence.json).toEqual({ data: [{ tier: 'strategic', n: 2 }], next: null, isHeldBack: false })
  const structure = {
    from: 'account',
    where: { field: 'tier', op: 'is', value: 'strategic' },
    group: ['tier'],
    measure: { n: { count: '*' } },
  }
  expect((await served.ask('POST', '/api/v1/ask', { as: leader, body: structure })).text).toBe(sentence.text)
  const wrong = await served.ask('POST', '/api/v1/ask', { as: leader, body: { text: 'account where tier' } })
  expect(wrong.json).toMatchObject({ status: 400, code: 'invalid_question' })
})

test('fifty requests with one key have one effect and one answer; another body is refused; another route is another key', async () => {
  const headers = { 'idempotency-key': 'order-66' }
  const send = (body: object) => served.ask('POST', '/api/v1/accounts', { as: leader, body, headers })
  const answers = await Promise.all(Array.from({ length: 50 }, () => send({ name: 'Only Once' })))
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(201)
  expect(await names('filter[name]=Only Once')).toEqual(['Only Once'])
  expect((await send({ name: 'Another' })).json).toMatchObject({ status: 422, code: 'idempotency_conflict' })
  const elsewhere = await served.ask('PATCH', `/api/v1/accounts/${answers[0]?.json.id}`, {
    as: leader,
    body: { city: 'Faro' },
    headers,
  })
  expect(elsewhere.json.outcome).toBe('updated')
})

test.each([
  ['es-AR, en;q=0.5', 'es', /No hay account/],
  ['fr, pt-BR;q=0.8, en;q=0.1', 'pt', /Não há account/],
  ['ms', 'ms', /Tiada account/],
  ['de', 'en', /There is no account/],
])('a refusal is told in the language of %s', async (accepted, language, says) => {
  const answer = await served.ask('GET', '/api/v1/accounts/01a1dea6-4100-7005-8cf2-3fee38ef1fd6', {
    as: leader,
    headers: { 'accept-language': accepted },
  })
  expect(answer.headers).toMatchObject({
    'content-language': language,
    'content-type': 'application/problem+json; charset=utf-8',
  })
  expect(answer.json).toMatchObject({
    type: '/errors/record_unavailable',
    title: 'Record unavailable',
    status: 404,
    code: 'record_unavailable',
  })
  expect(answer.json.detail).toMatch(says)
})

test('what breaks inside is told by a reference and nothing else', async () => {
  const { records } = served.holdfast
  const logged: object[] = []
  const log = { ...served.holdfast.log, error: (details: object) => void logged.push(details) }
  const broken = { ...records, ask: () => Promise.reject(new Error('the secret path of the machine')) }
  const app = buildServer({ ...served.holdfast, log, records: broken })
  const answer = await app.inject({ url: '/api/v1/accounts', headers: { authorization: `Bearer ${leader}` } })
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal' })
  expect(answer.payload).not.toContain('secret')
  expect(logged).toEqual([
    expect.objectContaining({ reference: answer.json().reference, route: 'GET /api/v1/:plural' }),
  ])
  await app.close()
})

test('the description of the API holds together: every reference leads somewhere, every operation has its own name', async () => {
  const { json } = await served.ask('GET', '/api/v1/openapi.json', { as: leader })
  expect(json.openapi).toBe('3.1.0')
  const references: string[] = []
  const walk = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return
    for (const [name, value] of Object.entries(each)) {
      if (name === '$ref') references.push(String(value))
      else walk(value)
    }
  }
  walk(json)
  expect(references.length).toBeGreaterThan(100)
  for (const reference of new Set(references)) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce((at, name) => at?.[name], json)
    expect(found, reference).toBeDefined()
  }
  const operations = Object.values<Record<string, { operationId?: string; responses?: object }>>(json.paths).flatMap(
    (path) => Object.entries(path).flatMap(([method, operation]) => (method === 'parameters' ? [] : [operation])),
  )
  for (const operation of operations)
    expect(operation).toMatchObject({ operationId: expect.any(String), responses: expect.any(Object) })
  const operationIds = operations.map((operation) => operation.operationId)
  expect(new Set(operationIds).size).toBe(operationIds.length)
  for (const [path, item] of Object.entries<{ parameters?: { name: string }[] }>(json.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
    expect(
      (item.parameters ?? []).map((each) => each.name),
      path,
    ).toEqual(inPath)
  }
})

test('every route of the description is answered', async () => {
  const { json } = await served.ask('GET', '/api/v1/openapi.json', { as: leader })
  for (const [path, item] of Object.entries<object>(json.paths)) {
    if (JSON.stringify(item).includes('text/event-stream')) continue // it stays open; tests of its own listen to it
    const address = path.replace(/\{\w+\}/g, '01a1dea6-4100-7005-8cf2-3fee38ef1fd6')
    for (const method of Object.keys(item).filter((each) => each !== 'parameters')) {
      const answer = await served.ask(method.toUpperCase() as 'GET', address, {
        as: leader,
        ...(method === 'get' ? {} : { body: {} }),
      })
      expect(answer.json?.code, `${method} ${path}`).not.toBe('no_such_route')
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(500)
    }
  }
})

test('one key, and one address, is held back when it asks too much, and told how long', async () => {
  const rates = { ...defaultRates, principal: { burst: 3, perMs: 3_000 }, address: { burst: 5, perMs: 5_000 } }
  const app = buildServer(served.holdfast, { rates })
  const other = await served.key('cs_leader')
  const get = (key: string) => app.inject({ url: '/api/v1/teams', headers: { authorization: `Bearer ${key}` } })
  for (let i = 0; i < 3; i++) expect((await get(leader)).statusCode).toBe(200)
  const held = await get(leader)
  expect(held.json()).toMatchObject({ status: 429, code: 'too_many_requests', seconds: 1 })
  expect((await get(other)).statusCode).toBe(200)
  expect((await get(other)).statusCode).toBe(429)
  served.world.clock.advance(1_000)
  expect((await get(leader)).statusCode).toBe(200)
  await app.close()
})

test('the process says how it is: up, ready, and what it measured, to this machine alone', async () => {
  expect((await served.ask('GET', '/healthz')).status).toBe(200)
  expect((await served.ask('GET', '/readyz')).json).toEqual({ status: 'ready' })
  await served.ask('GET', '/api/v1/accounts', { as: leader })
  const metrics = await served.ask('GET', '/metrics')
  expect(metrics.text).toMatch(/^holdfast_http_requests_total\{route="GET \/api\/v1\/:plural",status="200"\} \d+$/m)
  expect(metrics.text).toMatch(/^holdfast_pool_connections\{pool="app",state="open"\} \d+$/m)
  expect(metrics.text).toMatch(/^holdfast_unsealed_seconds \d/m)
  const lines = metrics.text.trim().split('\n')
  for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+-]+)$/)
  expect((await served.ask('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(401)
  const guarded = buildServer(served.holdfast, { metricsToken: 'collector-token-1' })
  expect((await guarded.inject('/metrics')).statusCode).toBe(401)
  const collected = await guarded.inject({ url: '/metrics', headers: { authorization: 'Bearer collector-token-1' } })
  expect(collected.statusCode).toBe(200)
  await guarded.close()
})

test('answers carry what keeps browsers from guessing, framing and keeping', async () => {
  const { headers } = await served.ask('GET', '/api/v1/accounts', { as: leader })
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  expect(headers['access-control-allow-origin']).toBeUndefined()
})
