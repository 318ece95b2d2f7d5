// When the database fails in the middle: what is said must be true.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
})
afterAll(() => served.close())

test('a write whose connection breaks says that it is not known whether it was saved', async () => {
  const { owner, create } = served.world
  const id = await create('account', { name: 'Between' })
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query('select 1 from customer.account where id = $1 for update', [id])
  const writing = served.ask('PATCH', `/api/v1/accounts/${id}`, { as: leader, body: { city: 'Faro' } })
  await cutWaiting()
  await holder.query('rollback')
  holder.release()
  const answer = await writing
  expect(answer.json).toMatchObject({ status: 503, code: 'outcome_unknown' })
  expect(answer.headers['retry-after']).toBe('1')
  expect((await served.ask('GET', `/api/v1/accounts/${id}`, { as: leader })).json).toMatchObject({ version: 1 })
})

test('a repeat that finds its first still running is told to wait', async () => {
  const { owner, url, workspace } = served.world
  await owner.query(`alter database ${new URL(url).pathname.slice(1)} set lock_timeout = '20ms'`)
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test app' and datname = current_database()`,
  )
  await served.ask('GET', '/api/v1/accounts', { as: leader }) // the pool learns of it
  const { rows } = await owner.query('select id from access.api_key')
  const holder = await owner.connect()
  await holder.query('begin')
  await holder.query(
    `insert into records.idempotency (workspace_id, principal, key, request_hash, answer, at) values ($1, $2, 'POST /api/v1/accounts first', '', '{}', now())`,
    [workspace.id, `key:${rows[0].id}`],
  )
  const repeat = { as: leader, body: { name: 'Twice' }, headers: { 'idempotency-key': 'first' } }
  expect((await served.ask('POST', '/api/v1/accounts', repeat)).json).toMatchObject({
    status: 409,
    code: 'request_in_progress',
  })
  await holder.query('rollback')
  holder.release()
  expect((await served.ask('POST', '/api/v1/accounts', repeat)).status).toBe(201)
})

/** Ends the connection that waits for a lock, as soon as there is one. */
async function cutWaiting(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { rowCount } = await served.world.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    )
    if (rowCount) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('No connection came to wait.')
}
