import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer, defaultRates, setPassword } from './index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

const password = 'a long enough password'
let served: Served
beforeAll(async () => {
  served = await serveWorld()
})
afterAll(() => served.close())

async function person(role: string): Promise<{ email: string; id: string }> {
  const { world, holdfast } = served
  const { userId } = await world.person(role, 'Ana Prado')
  const members = await holdfast.system.query('select email from access.member where user_id = $1', [userId])
  const { email } = members.rows[0]
  await setPassword(holdfast, { email, name: 'Ana Prado', password })
  return { email, id: userId }
}

async function signIn(email: string): Promise<string> {
  const answer = await served.ask('POST', '/api/v1/session', { body: { email, password } })
  expect(answer.status, answer.text).toBe(200)
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

test('a person signs in with e-mail and password, is who they are, and signs out at once', async () => {
  const { email, id } = await person('csm')
  const cookie = await signIn(email.toUpperCase())
  const me = await served.ask('GET', '/api/v1/me', { headers: { cookie, 'accept-language': 'es-MX,es;q=0.9' } })
  expect(me.json).toMatchObject({
    kind: 'user',
    name: 'Ana Prado',
    email,
    userId: id,
    roles: ['csm'],
    language: 'es',
    workspace: { slug: 'test' },
    workspaces: [{ slug: 'test' }],
  })
  expect(me.json.may.account).toContain('list')
  expect(me.json.may.payment).not.toContain('create')
  const out = await served.ask('DELETE', '/api/v1/session', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })
  expect(out.status).toBe(204)
  expect((await served.ask('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
})

test('a wrong password, an unknown address and an endless password are refused alike', async () => {
  const { email } = await person('csm')
  const attempt = (body: object) => served.ask('POST', '/api/v1/session', { body })
  const wrong = await attempt({ email, password: 'another long password' })
  expect(wrong.json).toMatchObject({ status: 401, code: 'sign_in_refused' })
  expect(wrong.headers['set-cookie']).toBeUndefined()
  expect((await attempt({ email: 'nobody@vendor.example', password })).text).toBe(wrong.text)
  expect((await attempt({ email, password: 'x'.repeat(500_000) })).text).toBe(wrong.text)
})

test('an unknown address takes as long to refuse as a known one', async () => {
  const { email } = await person('csm')
  const time = async (address: string) => {
    const begun = performance.now()
    await served.ask('POST', '/api/v1/session', { body: { email: address, password: 'another long password' } })
    return performance.now() - begun
  }
  const knownTimes: number[] = []
  const unknownTimes: number[] = []
  for (let i = 0; i < 5; i++) {
    knownTimes.push(await time(email))
    unknownTimes.push(await time(`nobody${i}@vendor.example`))
  }
  const ratio = Math.min(...unknownTimes) / Math.min(...knownTimes)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

test('a cookie that was touched, or made up, is nobody’s', async () => {
  const { email } = await person('csm')
  const cookie = await signIn(email)
  const [name, value = ''] = cookie.split('=')
  const [token, seal = ''] = value.split('.')
  const forged = [
    `${name}=${token}`,
    `${name}=${token}.${'A'.repeat(43)}`,
    `${name}=${token}x.${seal}`,
    `${name}=.`,
    name ?? '',
  ]
  for (const each of forged)
    expect((await served.ask('GET', '/api/v1/me', { headers: { cookie: each } })).status).toBe(401)
})

test('the cookie is closed to scripts and to other sites’ requests, and over https to everything but https', async () => {
  const { email } = await person('csm')
  const answer = await served.ask('POST', '/api/v1/session', { body: { email, password } })
  expect(answer.headers['set-cookie']).toMatch(/^holdfast=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/)
  const { holdfast } = served
  const secure = buildServer({ ...holdfast, config: { ...holdfast.config, publicUrl: 'https://crm.vendor.example' } })
  const over = await secure.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password } })
  expect(over.headers['set-cookie']).toMatch(
    /^__Host-holdfast=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/,
  )
  expect(over.headers['strict-transport-security']).toBeDefined()
  await secure.close()
})

test.each([
  ['from nowhere', {}],
  ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['from a suffix', { origin: 'http://localhost.evil.example' }],
  ['from a subdomain', { origin: 'http://x.localhost:80', 'sec-fetch-site': 'same-site' }],
  ['from null', { origin: 'null' }],
  ['of another origin that says it is the same', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
])('a change by cookie %s is refused, a read is not, and a key needs no origin', async (_, headers) => {
  const { email } = await person('cs_leader')
  const cookie = await signIn(email)
  const body = { name: 'Forged' }
  const forged = await served.ask('POST', '/api/v1/accounts', { body, headers: { cookie, ...headers } })
  expect(forged.json).toMatchObject({ status: 403, code: 'other_origin' })
  expect((await served.ask('DELETE', '/api/v1/session', { headers: { cookie, ...headers } })).status).toBe(403)
  expect((await served.ask('GET', '/api/v1/accounts', { headers: { cookie, ...headers } })).status).toBe(200)
  const own = { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin', host: 'localhost:80' }
  const made = await served.ask('POST', '/api/v1/accounts?on_duplicate=create', { body, headers: { cookie, ...own } })
  expect(made.status, made.text).toBe(201)
  const key = await served.key('cs_leader')
  const byKey = await served.ask('POST', '/api/v1/accounts?on_duplicate=create', { body, as: key, headers })
  expect(byKey.status).toBe(201)
})

test('nobody is signed in as somebody else by another site', async () => {
  const { email } = await person('csm')
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const answer = await served.ask('POST', '/api/v1/session', { body: { email, password }, headers })
  expect(answer.json).toMatchObject({ status: 403, code: 'other_origin' })
})

test('a new password signs everyone out; a suspension closes the workspace with the next request', async () => {
  const { email, id } = await person('csm')
  const before = await signIn(email)
  await setPassword(served.holdfast, { email, name: 'Ana Prado', password })
  expect((await served.ask('GET', '/api/v1/me', { headers: { cookie: before } })).status).toBe(401)
  const cookie = await signIn(email)
  expect((await served.ask('GET', '/api/v1/accounts', { headers: { cookie } })).status).toBe(200)
  const { admin, workspace } = served.world
  await admin.setMember(workspace.id, { userId: id, email, name: 'Ana Prado', roles: ['csm'], suspended: true })
  const closed = await served.ask('GET', '/api/v1/accounts', { headers: { cookie } })
  expect(closed.json).toMatchObject({ status: 403, code: 'workspace_unavailable' })
})

test('a session that has ended by time is nobody’s', async () => {
  const { email } = await person('csm')
  const cookie = await signIn(email)
  await served.holdfast.system.query(`update directory.session set expires_at = now() - interval '1 second'`)
  expect((await served.ask('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
})

test('who is in two workspaces chooses by header or cookie, and enters no third', async () => {
  const { email, id } = await person('csm')
  const { admin } = served.world
  const second = await admin.createWorkspace({ name: 'Second', slug: 'second' })
  await admin.createWorkspace({ name: 'Third', slug: 'third' })
  await admin.setMember(second.id, { userId: id, email, name: 'Ana Prado', roles: ['cs_leader'] })
  const cookie = await signIn(email)
  const me = (headers: Record<string, string>) => served.ask('GET', '/api/v1/me', { headers: { cookie, ...headers } })
  expect((await me({})).json).toMatchObject({
    workspace: { slug: 'test' },
    workspaces: [{ slug: 'test' }, { slug: 'second' }],
  })
  expect((await me({ 'x-workspace': 'second' })).json).toMatchObject({
    workspace: { id: second.id },
    roles: ['cs_leader'],
  })
  expect((await me({ cookie: `${cookie}; holdfast-workspace=second` })).json.workspace.slug).toBe('second')
  expect((await me({ 'x-workspace': 'third' })).json.code).toBe('workspace_unavailable')
  expect((await me({ 'x-workspace': 'nowhere' })).json.status).toBe(403)
})

test('a password is neither short nor the address', async () => {
  const give = (given: string) =>
    setPassword(served.holdfast, { email: 'bo@vendor.example', name: 'Bo', password: given })
  await expect(give('short')).rejects.toThrow('10 to 128 characters')
  await expect(give('BO@vendor.example')).rejects.toThrow('must not be the e-mail address')
})

test('guessing is held back by account, whoever guesses, and by address, whatever account', async () => {
  const { burst: mostPerAccount } = defaultRates.signInAccount
  const { holdfast } = served
  const app = buildServer(holdfast, {
    rates: { ...defaultRates, signInAddress: { burst: 15, perMs: 60_000 } },
    trustedProxies: ['127.0.0.1'],
  })
  const attempt = (email: string, from: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { email, password: 'x'.repeat(200) },
      headers: { 'x-forwarded-for': from },
    })
  for (let i = 0; i < mostPerAccount; i++)
    expect((await attempt('eve@vendor.example', `10.0.0.${i}`)).statusCode).toBe(401)
  const held = await attempt('Eve@vendor.example', '10.0.0.99')
  expect(held.json()).toMatchObject({ status: 429, code: 'too_many_requests', seconds: 6 })
  expect(held.headers['retry-after']).toBe('6')
  for (let i = 0; i < 15; i++) expect((await attempt(`guess${i}@vendor.example`, '10.9.9.9')).statusCode).toBe(401)
  expect((await attempt('guess99@vendor.example', '10.9.9.9')).statusCode).toBe(429)
  served.world.clock.advance(60_000)
  expect((await attempt('guess99@vendor.example', '10.9.9.9')).statusCode).toBe(401)
  await app.close()
})
