import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPassword } from './index.ts'
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
