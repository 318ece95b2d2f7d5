// A merge is one transaction: cut off anywhere, nothing of it is there, and done again it is done once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Cuts the connection just before its nth sending; answers how to stop counting. */
function cutBefore(nth: number): () => boolean {
  const connect = world.app.connect.bind(world.app)
  let sent = 0
  world.app.connect = (async () => {
    const client = await connect()
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      sent += 1
      // pg has the stream; its types leave it out.
      if (sent === nth)
        (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      return query(...given)
    }) as typeof client.query
    const release = client.release.bind(client)
    client.release = (broken) => {
      client.query = query as typeof client.query
      client.release = release
      release(broken)
    }
    return client
  }) as typeof world.app.connect
  return () => {
    world.app.connect = connect as typeof world.app.connect
    return sent >= nth
  }
}

const tables = [
  'customer.account',
  'customer.contact',
  'customer.account_contact',
  'customer.task',
  'records.source_record',
  'records.match_key',
  'records.search_key',
  'records.redirect',
  'ledger.history',
  'ledger.outbox',
]

async function everything() {
  const all = await Promise.all(
    tables.map((name) => world.owner.query(`select t::text as row from ${name} t order by 1`)),
  )
  return all.map(({ rows }) => rows.map((each) => each.row))
}

test('cut off at any statement, a merge and its taking apart leave nothing half done', {
  timeout: 120_000,
}, async () => {
  const [a, b] = [await world.create('account', { name: 'Cut A' }), await world.create('account', { name: 'Cut B' })]
  const contact = await world.create('contact', { name: 'Cut Person' })
  for (const account of [a, b]) await world.create('account_contact', { account, contact })
  await world.create('task', { name: 'Cut task', account: b, status: 'open' })
  let act = ''
  const works = [
    async () => {
      act = (await world.records.merge(world.operator, 'account', { ids: [a, b], because: 'they are one' })).act
    },
    () => world.records.unmerge(world.operator, { act }),
  ]
  for (const work of works) {
    let cuts = 0
    for (let nth = 1; ; nth++) {
      const before = await everything()
      const end = cutBefore(nth)
      const failed = await work().then(
        () => null,
        (error: unknown) => error,
      )
      const wasCut = end()
      if (!wasCut) {
        expect(failed).toBeNull()
        break
      }
      cuts += 1
      if (failed) expect(await everything()).toEqual(before)
      expect(failed).toMatchObject({ code: 'database_away' })
    }
    expect(cuts).toBeGreaterThan(8)
  }
  expect((await world.records.check(world.operator)).findings).toEqual([])
})
