// Whatever was merged into whatever, in any order and of two objects that hang on one another: with every merge taken apart, in
// any order, all is as it was — values, claims, keys, ties, references.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'

let world: World
afterEach(() => world.close())

const [accounts, contacts] = [4, 4]
const index = fc.nat(99)
const plan = fc.record({
  parents: fc.array(fc.tuple(index, index), { maxLength: 3 }),
  ties: fc.array(fc.tuple(index, index), { minLength: 2, maxLength: 6 }),
  connections: fc.array(fc.tuple(index, index), { maxLength: 2 }),
  merges: fc.array(fc.record({ isContact: fc.boolean(), one: index, other: index }), { minLength: 1, maxLength: 6 }),
  order: fc.array(index, { minLength: 6, maxLength: 6 }),
})

const at = <T>(from: readonly T[], i: number): T => from[i % from.length] as T // never empty here

test('with every merge taken apart all is as it was', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ parents, ties, connections, merges, order }) => {
      await world?.close()
      world = await openWorld()
      const ids = await make({ parents, ties, connections })
      const before = await everything()
      const acts: string[] = []
      for (const { isContact, one, other } of merges) {
        const [object, some] = isContact ? (['contact', ids.contacts] as const) : (['account', ids.accounts] as const)
        world.clock.advance(1_000)
        const order = { ids: [at(some, one), at(some, other)], into: at(some, one), because: 'at random' }
        await world.records.merge(world.operator, object, order).then(
          ({ act }) => acts.push(act),
          (error: { code?: string }) => expect(error.code).toBe('nothing_to_merge'),
        )
        await isTidy()
      }
      for (const i of order) {
        if (acts.length === 0) break
        const [act = ''] = acts.splice(i % acts.length, 1)
        world.clock.advance(1_000)
        await world.records.unmerge(world.operator, { act }, { answers: 'stay' })
        await isTidy()
      }
      expect(await everything()).toEqual(before)
      expect((await world.records.check(world.operator)).findings).toEqual([])
    }),
    { numRuns: 5, seed: 20_261_122, endOnFailure: true },
  )
})

type Plan = { parents: [number, number][]; ties: [number, number][]; connections: [number, number][] }

async function make({ parents, ties, connections }: Plan) {
  const ids: { accounts: string[]; contacts: string[] } = { accounts: [], contacts: [] }
  for (let i = 0; i < accounts; i++)
    ids.accounts.push(await world.create('account', { name: `Company ${i}`, domains: [`company-${i}.example`] }))
  for (let i = 0; i < contacts; i++)
    ids.contacts.push(await world.create('contact', { name: `Person ${i}`, email: `p${i}@company-${i}.example` }))
  for (const [child, parent] of parents) {
    const values = { parent: at(ids.accounts, parent) }
    await world.records.change(world.operator, 'account', [{ verb: 'update', id: at(ids.accounts, child), values }])
  }
  for (const [account, contact] of ties) {
    const values = { account: at(ids.accounts, account), contact: at(ids.contacts, contact) }
    await world.create('account_contact', values)
    await world.create('task', { name: 'Call', status: 'open', ...values })
  }
  for (const [one, other] of connections) {
    const [contact, second] = [at(ids.contacts, one), at(ids.contacts, other)]
    if (contact === second) continue
    await world.create('contact_connection', { account: at(ids.accounts, 0), contact, other: second, kind: 'advises' })
  }
  return ids
}

/** Nothing leads to what is gone, nor in a circle, and every old id leads straight to where it is today. */
async function isTidy() {
  const { rows } = await world.owner.query(`
    select 'task' as what, t.id from customer.task t join customer.account a on a.id = t.account where a.deleted_at is not null
    union all select 'tie', t.id from customer.account_contact t join customer.account a on a.id = t.account join customer.contact c on c.id = t.contact
      where t.deleted_at is null and (a.deleted_at is not null or c.deleted_at is not null)
    union all select 'parent', t.id from customer.account t join customer.account a on a.id = t.parent where t.deleted_at is null and (a.deleted_at is not null or a.id = t.id)
    union all select 'chain', r.id from records.redirect r join records.redirect s on s.id = r.to_id
    union all select 'loop', t.id from customer.account t join customer.account u on u.id = t.parent join customer.account v on v.id = u.parent where t.deleted_at is null and (u.parent = t.id or v.parent = t.id)`)
  expect(rows).toEqual([])
}

async function everything() {
  const statements = [
    `select id, name, parent, domains, deleted_at from customer.account order by id`,
    `select id, name, email, deleted_at from customer.contact order by id`,
    `select id, account, contact, deleted_at from customer.account_contact order by id`,
    `select id, contact, other, deleted_at from customer.contact_connection order by id`,
    `select id, account, contact from customer.task order by id`,
    `select record_id, system, local_id, claims, home_id from records.source_record order by 1, 2, 3`,
    `select record_id, number, kind, key, home_id from records.match_key order by 1, 2`,
    `select record_id, list, key, home_id from records.search_key order by 1, 2, 3`,
    `select * from records.redirect`,
  ]
  return Promise.all(statements.map(async (text) => (await world.owner.query(text)).rows))
}
