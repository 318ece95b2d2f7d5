// What nobody may get, whatever they send: hidden fields, other workspaces, other people's sessions.
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, type Served, serveWorld } from './served.fixture.ts'

let served: Served
let support: string
let leader: string
let account: string
beforeAll(async () => {
  served = await serveWorld()
  support = await served.key('support')
  leader = await served.key('cs_leader')
  account = await served.world.create('account', { name: 'Quay Nine', arr: { amount: 4_242_424, currency: 'USD' } })
  await served.world.create('ticket', { account, subject: 'Login fails', status: 'open' })
})
afterAll(() => served.close())

describe('a field one may not read answers as one that does not exist', () => {
  const positions: readonly [string, (field: string) => [method: 'GET' | 'POST' | 'PATCH', url: string, o?: Asked]][] =
    [
      ['in a list', (field) => ['GET', `/api/v1/accounts?select=name,${field}`]],
      ['of one record', (field) => ['GET', `/api/v1/accounts/${account}?select=${field}`]],
      ['in a sort', (field) => ['GET', `/api/v1/accounts?order=-${field}&limit=1`]],
      ['in a filter', (field) => ['GET', `/api/v1/accounts?filter[${field}][gt]=100 USD`]],
      ['in a condition', (field) => ['GET', `/api/v1/accounts?where=${encodeURIComponent(`${field} >= 1 USD`)}`]],
      ['through a relation', (field) => ['GET', `/api/v1/tickets?filter[account.${field}][not_empty]=`]],
      ['nested in a list', (field) => ['GET', `/api/v1/tickets?select=subject,account(${field})`]],
      ['in the past', (field) => ['GET', `/api/v1/accounts?select=${field}&as_of=2026-11-20`]],
      [
        'in a group',
        (field) => ['POST', '/api/v1/ask', { body: { text: `account group by ${field} measure count(*) as n` } }],
      ],
      [
        'in a measure',
        (field) => ['POST', '/api/v1/ask', { body: { from: 'account', measure: { most: { max: field } } } }],
      ],
      ['in a search together with a sort', (field) => ['GET', `/api/v1/accounts?search=quay&order=${field}`]],
    ]
  test.each(positions)('%s', async (_, request) => {
    const answer = async (field: string) => {
      const [method, url, o] = request(field)
      const { status, text, headers } = await served.ask(method, url, { ...o, as: support })
      return { status, text: text.replaceAll(field, '*'), headers: { ...headers, date: '', 'content-length': '' } }
    }
    const hidden = await answer('arr')
    expect(hidden).toEqual(await answer('qqq'))
    expect(hidden.status).toBe(403)
    expect(hidden.text).not.toContain('4242424')
  })

  test('when it is written to', async () => {
    const contact = await served.world.create('contact', { name: 'Rui Sá', email: 'rui@quaynine.example' })
    await served.world.create('account_contact', { account, contact })
    const write = async (field: string) => {
      const answer = await served.ask('PATCH', `/api/v1/contacts/${contact}`, { as: support, body: { [field]: true } })
      return { status: answer.status, text: answer.text.replaceAll(field, '*') }
    }
    const hidden = await write('controls_budget')
    expect(hidden).toEqual(await write('qqqqqqq_qqqqqq'))
    expect(hidden.status).toBe(422)
  })

  test('and no page shows it', async () => {
    for (const path of ['', '/history', '/sources', '/360']) {
      const answer = await served.ask('GET', `/api/v1/accounts/${account}${path}`, { as: support })
      expect(answer.status, path).toBe(200)
      expect(answer.text).not.toContain('4242424')
    }
    for (const path of ['dictionary', 'openapi.json']) {
      const answer = await served.ask('GET', `/api/v1/${path}`, { as: support })
      expect(answer.text).not.toMatch(/"(arr|renewal_risk|internal_note)"/)
      expect((await served.ask('GET', `/api/v1/${path}`, { as: leader })).text).toMatch(/"arr"/)
    }
  })
})

test('an id of another workspace answers like one of nobody, on every route, and nothing is written', async () => {
  const { admin, records } = served.world
  const other = await admin.createWorkspace({ name: 'Other', slug: 'other' })
  const theirs = { kind: 'operator' as const, workspace: other.id, id: 'operator', via: 'cli' as const }
  const { results, act } = await records.change(theirs, 'account', [{ verb: 'create', values: { name: 'Far Away' } }])
  const [made] = results
  const foreign = made && 'id' in made ? (made.id ?? '') : ''
  const nobody = '01a1dea6-4100-7005-8cf2-3fee38ef1fd6'
  const routes: readonly ((id: string) => [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, o?: Asked])[] = [
    (id) => ['GET', `/api/v1/accounts/${id}`],
    (id) => ['GET', `/api/v1/accounts/${id}?as_of=2026-11-15`],
    (id) => ['GET', `/api/v1/accounts/${id}/history`],
    (id) => ['GET', `/api/v1/accounts/${id}/sources`],
    (id) => ['GET', `/api/v1/accounts/${id}/360`],
    (id) => ['GET', `/api/v1/accounts/${id}/timeline`],
    (id) => ['GET', `/api/v1/accounts/${id}/family`],
    (id) => ['GET', `/api/v1/accounts/${id}/stakeholders`],
    (id) => ['GET', `/api/v1/accounts/${id}/history/name`],
    (id) => ['GET', `/api/v1/contacts/${id}/360`],
    (id) => ['GET', `/api/v1/comments?object=account&record=${id}`],
    (id) => ['POST', '/api/v1/comments', { body: { object: 'account', record: id, body: 'Mine' } }],
    (id) => ['GET', `/api/v1/followers?object=account&record=${id}`],
    (id) => ['GET', `/api/v1/views/${id}`],
    (id) => ['POST', `/api/v1/proposals/${id}/approve`, { body: { because: 'Mine' } }],
    (id) => ['PATCH', `/api/v1/accounts/${id}`, { body: { name: 'Mine' } }],
    (id) => ['DELETE', `/api/v1/accounts/${id}`],
    (id) => ['POST', `/api/v1/accounts/${id}/restore`],
    (id) => ['GET', `/api/v1/accounts?filter[id][is]=${id}`],
    (id) => ['GET', `/api/v1/accounts?filter[parent][is]=${id}`],
    (id) => ['POST', '/api/v1/accounts', { body: { name: 'Child', parent: id } }],
    (id) => ['POST', '/api/v1/accounts/bulk', { body: { changes: [{ id, values: { name: 'Mine' } }] } }],
  ]
  for (const route of routes) {
    const answer = async (id: string) => {
      const [method, url, o] = route(id)
      const { status, text } = await served.ask(method, url, { ...o, as: leader })
      return { url: url.replace(id, '*'), status, text: text.replaceAll(id, '*') }
    }
    expect(await answer(foreign)).toEqual(await answer(nobody))
  }
  const undone = await served.ask('POST', `/api/v1/changes/${act}/undo`, { as: leader })
  expect(undone.json).toMatchObject({ status: 409, code: 'not_undoable' })
  const { data } = await records.ask(theirs, { from: 'account', select: ['name', 'version'] })
  expect(JSON.parse(data)).toEqual([{ id: foreign, name: 'Far Away', version: 1 }])
})

test('a key that is revoked opens nothing with its next request, nor do answers that were prepared', async () => {
  const { admin, workspace } = served.world
  const { userId } = await served.world.person('cs_leader')
  const { id, key } = await admin.createKey(workspace.id, { name: 'passing', roles: ['cs_leader'], userId })
  const routes = [
    ...['accounts', `accounts/${account}`, `accounts/${account}/360`, 'me', 'dictionary', 'openapi.json'],
    ...['search?q=quay', 'home', 'proposals', 'dictionary/account', 'dictionary/account/fill'],
    ...[`comments?object=account&record=${account}`, `followers?object=account&record=${account}`],
    ...['timeline', 'family', 'stakeholders', 'history/name'].map((page) => `accounts/${account}/${page}`),
    ...['views', 'notifications', 'notifications/count'],
  ]
  for (const route of routes) expect((await served.ask('GET', `/api/v1/${route}`, { as: key })).status).toBe(200)
  await admin.revokeKey(workspace.id, id)
  for (const route of routes) expect((await served.ask('GET', `/api/v1/${route}`, { as: key })).status, route).toBe(401)
})

test('a role that is taken away is gone with the next request', async () => {
  const { admin, workspace } = served.world
  const { userId } = await served.world.person('cs_leader')
  const { key } = await admin.createKey(workspace.id, { name: 'person’s', roles: ['cs_leader'], userId })
  expect((await served.ask('GET', '/api/v1/accounts?select=arr', { as: key })).status).toBe(200)
  await served.world.owner.query(`update access.api_key set roles = '{support}' where user_id = $1`, [userId])
  await served.world.owner.query('update access.workspace set version = version + 1')
  expect((await served.ask('GET', '/api/v1/accounts?select=arr', { as: key })).status).toBe(403)
})

test('every route is closed to who is unknown, but for the few that say they are open', async () => {
  const closed = ['accounts', `accounts/${account}`, 'me', 'dictionary', 'openapi.json', 'nothing-here']
  for (const route of closed) {
    const answer = await served.ask('GET', `/api/v1/${route}`)
    expect(answer.json).toMatchObject({ status: 401, code: 'not_signed_in' })
    expect(answer.headers['www-authenticate']).toContain('Bearer')
  }
  const altered = leader.replace(/.(?=.{10}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
  for (const bad of ['hf_x', 'Bearer', altered])
    expect((await served.ask('GET', '/api/v1/accounts', { as: bad })).status).toBe(401)
  expect((await served.ask('GET', `/api/v1/accounts?key=${leader}`)).status).toBe(401)
})

test('each role may do what it may and is told so otherwise', async () => {
  const executive = await served.key('executive')
  const finance = await served.key('finance')
  expect((await served.ask('GET', '/api/v1/accounts', { as: executive })).status).toBe(404)
  const total = await served.ask('POST', '/api/v1/ask', {
    as: executive,
    body: { text: 'account measure count(*) as n' },
  })
  expect(total.json).toMatchObject({ data: [], isHeldBack: true })
  expect((await served.ask('GET', '/api/v1/tickets', { as: finance })).status).toBe(404)
  const denied = await served.ask('POST', '/api/v1/accounts', { as: support, body: { name: 'Mine' } })
  expect(denied.json).toMatchObject({ status: 403, code: 'not_allowed', detail: 'Your role may not create account.' })
  expect((await served.ask('DELETE', `/api/v1/accounts/${account}`, { as: finance })).status).toBe(403)
})

test('two hundred requests of twenty workspaces at once, many of them cut off, each see their own and nothing else', async () => {
  const { admin, records } = served.world
  const tenants = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const { id } = await admin.createWorkspace({ name: `Tenant ${i}`, slug: `tenant-${i}` })
      const operator = { kind: 'operator' as const, workspace: id, id: 'operator', via: 'cli' as const }
      await records.change(operator, 'account', [{ verb: 'create', values: { name: `Canary ${i}` } }])
      return { i, ...(await admin.createKey(id, { name: 'all', roles: ['cs_leader'] })) }
    }),
  )
  await served.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = served.app.server.address() as AddressInfo
  const ask = async ({ i, key }: (typeof tenants)[number], isCut: boolean) => {
    const signal = isCut ? AbortSignal.timeout(i % 7) : AbortSignal.timeout(20_000)
    const headers = { authorization: `Bearer ${key}` }
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/accounts?select=name`, { headers, signal })
    return {
      i,
      status: answer.status,
      names: ((await answer.json()) as { data: { name: string }[] }).data.map((each) => each.name),
    }
  }
  const asked = Array.from({ length: 10 }, (_, round) =>
    tenants.map((tenant) => ask(tenant, (round + tenant.i) % 3 === 0)),
  )
  const answers = await Promise.allSettled(asked.flat())
  const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  expect(seen.length).toBeGreaterThan(120)
  for (const { i, status, names } of seen) expect({ status, names }).toEqual({ status: 200, names: [`Canary ${i}`] })
  const client = await served.world.app.connect()
  const { rows } = await client.query(`select current_setting('app.workspace_id', true) as left`)
  client.release()
  expect(rows[0].left ?? '').toBe('')
})
