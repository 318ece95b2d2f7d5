// Five become one, a year goes by with people working on it, the service starts anew, and they come apart: nothing is lost,
// nothing hangs on nothing, and the ledger tells all of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../test/harness/global.ts'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'
import { createIds, createPool, openSecret, type Pool, rolesOf, silentLog, urlAs } from '../platform/index.ts'
import { openRecords } from '../records/index.ts'
import { openDuplicates } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Another process over the same database: nothing is left in memory of what was before. */
function restarted() {
  const secret = openSecret({ folder: '', given: testSecret })
  const roles = rolesOf(secret)
  const pools: Pool[] = (['app', 'system'] as const).map((role) =>
    createPool({ url: urlAs(world.url, roles[role]), size: 3, name: `restarted ${role}`, log: silentLog }),
  )
  const [app, background] = pools
  if (!app || !background) throw new Error('two pools were asked for')
  const ids = createIds()
  const { clock } = world
  const records = openRecords({ pool: app, background, clock, ids, secret })
  const duplicates = openDuplicates({ pool: app, records, clock, ids })
  return { records, duplicates, close: () => Promise.all(pools.map((pool) => pool.end())) }
}

const month = 30 * 86_400_000
const because = 'the same company in five systems'

test('merge five, work a year, restart, unmerge: nothing is lost and the audit tells it all', async () => {
  const first = restarted()
  const say = async (object: string, system: 'crm' | 'billing' | 'support', localId: string, values: object) => {
    const change = { verb: 'upsert' as const, source: { system, localId }, values: { ...values } }
    return idOf((await first.records.change(world.operator, object, [change])).results[0])
  }
  const tiers = [null, null, 'standard', null, null]
  const five: string[] = []
  for (const [i, tier] of tiers.entries())
    five.push(
      await say('account', 'crm', `S-${i}`, { name: `Meridian Foods ${i}`, tier, domains: [`meridian-${i}.example`] }),
    )
  const [a = '', , c = '', d = '', e = ''] = five
  const people: string[] = []
  for (const account of five) {
    const contact = await say('contact', 'crm', `P-${people.length}`, { name: `Person ${people.length} Meridian` })
    await world.create('account_contact', { account, contact })
    people.push(contact)
  }
  const before = await everything(five)
  const { act } = await first.duplicates.merge(world.operator, 'account', { ids: five, into: a, because })

  world.clock.advance(month)
  const csm = await world.person('cs_leader')
  const edit = (values: Record<string, unknown>) =>
    first.records.change(csm, 'account', [{ verb: 'update', id: a, values }])
  await edit({ timezone: 'Asia/Kuala_Lumpur' })
  await edit({ tier: 'strategic', renewal_risk: 'A new buyer from March.' })
  world.clock.advance(month)
  const tickets = [
    await say('ticket', 'support', 'T-3', {
      subject: 'Login',
      status: 'open',
      account: { system: 'crm', localId: 'S-3' },
    }),
    await say('ticket', 'support', 'T-4', {
      subject: 'Bill',
      status: 'open',
      account: { system: 'crm', localId: 'S-4' },
    }),
  ]
  const meeting = { account: a, kind: 'meeting', happened_at: '2026-12-10T10:00:00Z' }
  const note = await world.create('interaction', { ...meeting, subject: 'Met person 2' }, csm)
  await world.create('attendance', { interaction: note, contact: people[2] }, csm)
  const open = await world.create('interaction', { ...meeting, subject: 'Met nobody we know' }, csm)
  await first.close()

  world.clock.advance(12 * month)
  const second = restarted()
  const asked = await second.duplicates.unmerge(world.operator, { act }, { because: 'two legal entities after all' })
  expect(asked.act).toBeNull()
  expect(asked.questions.map((each) => [each.kind, each.kind === 'reference' ? each.title : each.key])).toEqual([
    ['field', 'timezone'],
    ['field', 'renewal_risk'],
    ['reference', 'Met nobody we know'],
  ])
  const answers = Object.fromEntries(asked.questions.map(({ key }) => [key, d]))
  const done = await second.duplicates.unmerge(
    world.operator,
    { act },
    { because: 'two legal entities after all', answers },
  )
  expect(done.restored).toEqual(five.slice(1))

  const account = async (object: string, id: string) => {
    const { data } = await second.records.ask(world.operator, {
      from: object,
      where: { field: 'id', op: 'is', value: id },
    })
    return JSON.parse(data)[0]?.account
  }
  expect(await Promise.all(tickets.map((id) => account('ticket', id)))).toEqual([d, e])
  expect(await account('interaction', note)).toBe(c)
  expect(await account('interaction', open)).toBe(d)
  const after = await everything(five)
  expect(after.links).toEqual(before.links)
  // Every word of every source is where it was; what was said since stands beside it.
  const words = (all: typeof before) => all.claims.filter(({ system }) => system !== 'hand')
  expect(words(after)).toEqual(words(before))
  // The tier was the third one's, and so is what became of it; the other two are whose they were said to be.
  expect(after.claims.filter(({ system }) => system === 'hand')).toEqual([
    { record_id: c, system: 'hand', field: 'tier', value: 'strategic' },
    { record_id: d, system: 'hand', field: 'renewal_risk', value: 'A new buyer from March.' },
    { record_id: d, system: 'hand', field: 'timezone', value: 'Asia/Kuala_Lumpur' },
  ])
  expect((await second.records.check(world.operator)).findings).toEqual([])

  const told = await second.records.history(world.operator, 'account', d)
  expect(told.items.map((each) => [each.verb, each.because])).toEqual([
    ['restored', 'two legal entities after all'],
    ['merged', because],
    ['created', null],
  ])
  const { rows } = await world.owner.query(
    `select a.kind, count(*)::int as rows, count(distinct h.object)::int as objects from ledger.act a
     join ledger.history h on h.act_id = a.id where a.kind in ('merge', 'unmerge') group by 1 order by 1`,
  )
  expect(rows).toMatchObject([
    { kind: 'merge', objects: 2 },
    { kind: 'unmerge', objects: 4 },
  ])
  await second.close()
})

async function everything(ids: readonly string[]) {
  const claims = await world.owner.query<{ record_id: string; system: string; field: string; value: string }>(
    `select s.record_id, s.system, c.key as field, c.value #>> '{}' as value from records.source_record s
     cross join lateral jsonb_each(s.claims) c where s.record_id = any($1) order by 1, 2, 3`,
    [ids],
  )
  const links = await world.owner.query(
    'select id, account, contact, deleted_at from customer.account_contact where account = any($1) order by id',
    [ids],
  )
  return { claims: claims.rows, links: links.rows }
}
