// News while a page is open: what changed, of what its reader may see, for as long as they may see it.
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPassword } from './index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

type News = { id: string; event: string; data: Record<string, unknown> }

let served: Served
let base: string
beforeAll(async () => {
  served = await serveWorld()
  await served.app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${(served.app.server.address() as AddressInfo).port}` // it listens on a port
})
afterAll(() => served.close())

/** An open stream: `until` answers with the news heard so far once some fits. */
async function listen(headers: Record<string, string>) {
  const stopping = new AbortController()
  const answer = await fetch(`${base}/api/v1/live`, { headers, signal: stopping.signal })
  const heard: News[] = []
  let isOver = false
  const reading = read(answer, heard).finally(() => {
    isOver = true
  })
  reading.catch(() => {}) // cut off by the test itself
  const until = async (fits: (news: News) => boolean) => {
    for (let i = 0; i < 500 && !heard.some(fits) && !isOver; i++) await new Promise((done) => setTimeout(done, 20))
    expect(heard.some(fits), JSON.stringify(heard)).toBe(true)
    return heard
  }
  if (answer.status === 200) await until(({ event }) => event === 'ready')
  return { status: answer.status, headers: answer.headers, heard, until, stop: () => stopping.abort(), ended: reading }
}

async function read(answer: Response, heard: News[]): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const line = (name: string) => part.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1]
      const event = line('event')
      if (event) heard.push({ id: line('id') ?? '', event, data: JSON.parse(line('data') ?? '{}') })
    }
  }
}

const as = (key: string) => ({ authorization: `Bearer ${key}` })
const changedIds = ({ event, data }: News): string[] =>
  event === 'changed' ? ((data['records'] ?? []) as { id: string }[]).map(({ id }) => id) : []

test('who listens hears of a change of what they see, and of nothing else', async () => {
  const { world } = served
  const seen = await world.create('account', { name: 'Quay Nine' })
  const unseen = await world.create('account', { name: 'Far Shore' })
  await world.create('ticket', { account: seen, subject: 'Login fails', status: 'open' })
  const support = await listen(as(await served.key('support')))
  expect(support.headers.get('content-type')).toContain('text/event-stream')
  const change = (id: string, values: object) =>
    world.records.change(world.operator, 'account', [{ verb: 'update', id, values: { ...values } }])
  await change(unseen, { name: 'Far Shore Ltd' })
  await change(seen, { arr: { amount: 4_200, currency: 'USD' } }) // support reads no money
  await change(seen, { name: 'Quay Nine Ltd' })
  const heard = await support.until((news) => changedIds(news).includes(seen))
  expect(heard.flatMap(changedIds)).toEqual([seen])
  expect(JSON.stringify(heard)).not.toContain(unseen)
  support.stop()
})

test('a deleted record is told as such, and many at a time as many', async () => {
  const { world } = served
  const listener = await listen(as(await served.key('cs_leader')))
  const id = await world.create('account', { name: 'Soon Gone' })
  await listener.until((news) => changedIds(news).includes(id))
  await world.records.change(world.operator, 'account', [{ verb: 'delete', id }])
  await listener.until(({ data }) => JSON.stringify(data['records']) === JSON.stringify([{ id, verb: 'deleted' }]))
  const changes = Array.from({ length: 201 }, (_, i) => ({
    verb: 'create' as const,
    values: { name: `Task ${i}` },
  }))
  await world.records.change(world.operator, 'task', changes)
  await listener.until(({ data }) => data['object'] === 'task' && data['records'] === null)
  listener.stop()
})

test('a connection that was lost goes on from where it was; one lost for long begins anew', async () => {
  const { world } = served
  const key = await served.key('cs_leader')
  const first = await listen(as(key))
  const mark = first.heard[0]?.id ?? ''
  first.stop()
  const id = await world.create('account', { name: 'Made Meanwhile' })
  const again = await listen({ ...as(key), 'last-event-id': mark })
  await again.until((news) => changedIds(news).includes(id))
  again.stop()
  world.clock.advance(6 * 60_000)
  const late = await listen({ ...as(key), 'last-event-id': mark })
  await late.until(({ event }) => event === 'reset')
  late.stop()
})

test('a stream ends when its rights end', async () => {
  const { world } = served
  const { id, key } = await world.admin.createKey(world.workspace.id, { name: 'passing', roles: ['cs_leader'] })
  const listener = await listen(as(key))
  await world.admin.revokeKey(world.workspace.id, id)
  await listener.until(({ event, data }) => event === 'ended' && data['because'] === 'rights')
  await listener.ended
})

test('rights that shrink hold for the next news', async () => {
  const { world } = served
  const { userId } = await world.person('cs_leader')
  const { key } = await world.admin.createKey(world.workspace.id, { name: 'own', roles: ['cs_leader'], userId })
  const listener = await listen(as(key))
  await world.owner.query(`update access.api_key set roles = '{csm}' where user_id = $1`, [userId])
  await world.owner.query('update access.workspace set version = version + 1')
  await world.create('account', { name: 'Not Theirs' })
  const own = await world.create('account', { name: 'Theirs', owner: userId })
  const heard = await listener.until((news) => changedIds(news).includes(own))
  expect(heard.flatMap(changedIds)).toEqual([own])
  listener.stop()
})

test('a stream ends when its session does, and a person has a bounded number of them', async () => {
  const { world, holdfast } = served
  const person = await world.person('csm', 'Ana Prado')
  const { rows } = await holdfast.system.query('select email from access.member where user_id = $1', [person.userId])
  const password = 'a long enough password'
  await setPassword(holdfast, { email: rows[0].email, name: 'Ana Prado', password })
  const signed = await served.ask('POST', '/api/v1/session', { body: { email: rows[0].email, password } })
  const cookie = String(signed.headers['set-cookie']).split(';')[0] ?? ''
  const all = await Promise.all(Array.from({ length: 9 }, () => listen({ cookie })))
  expect(all.map(({ status }) => status).sort()).toEqual([...Array(8).fill(200), 429])
  await served.ask('DELETE', '/api/v1/session', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })
  await Promise.all(
    all.filter(({ status }) => status === 200).map(({ until }) => until((news) => news.event === 'ended')),
  )
  expect((await listen({ cookie })).status).toBe(401)
})

test('a comment and what the inbox has new are heard by those who may see the record', async () => {
  const { world } = served
  const [ana, ben] = await Promise.all([world.person('csm', 'Ana'), world.person('csm', 'Ben')])
  const keyOf = async (userId: string) =>
    (await world.admin.createKey(world.workspace.id, { name: 'own', roles: ['csm'], userId })).key
  const [hers, his] = await Promise.all([listen(as(await keyOf(ana.userId))), listen(as(await keyOf(ben.userId)))])
  const record = await world.create('account', { name: 'Talked of', owner: ana.userId })
  const lead = await world.person('cs_leader', 'Lea')
  await world.collaboration.comments.write(lead, { object: 'account', record, body: `@[${ana.userId}], look` })
  await hers.until(({ event, data }) => event === 'commented' && JSON.stringify(data).includes(record))
  await hers.until(({ event }) => event === 'notified')
  const open = await world.create('account', { name: 'His own', owner: ben.userId })
  const heard = await his.until((news) => changedIds(news).includes(open))
  expect(heard.filter(({ event }) => event !== 'ready' && event !== 'changed')).toEqual([])
  expect(JSON.stringify(heard)).not.toContain(record)
  hers.stop()
  his.stop()
})
