import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { mergeBitsOf } from '../../matching/index.ts'
import { gather } from './gather.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const everything = (object: 'account' | 'contact') => ({ object, mergeFrom: mergeBitsOf(object) })

/** What a system says of one record. */
async function said(object: string, system: string, localId: string, values: Record<string, unknown>): Promise<string> {
  const change = { verb: 'upsert' as const, source: { system: system as 'crm', localId }, values }
  const { results } = await world.records.change(world.operator, object, [change])
  const [outcome] = results
  if (outcome?.outcome !== 'created') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

const today = async (object: string, id: string) => (await world.records.follow(world.operator, object, [id])).get(id)

test('what three systems call one company becomes one record, and says why', async () => {
  const site = { domains: ['lindenhof.example'], country: 'DE' }
  const ids = [
    await said('account', 'crm', 'a', { name: 'Lindenhof Maschinenbau GmbH', city: 'Kassel', ...site }),
    await said('account', 'billing', 'b', { name: 'LINDENHOF MASCHINENBAU', city: 'Kassel', ...site }),
    await said('account', 'support', 'c', { name: 'Lindenhof Machinenbau Gesellschaft mbH', ...site }),
  ]
  const other = await said('account', 'crm', 'd', {
    name: 'Lindner Optik AG',
    domains: ['lindner.example'],
    country: 'CH',
  })
  const found = await world.duplicates.find(world.operator, everything('account'))
  expect(found).toMatchObject({ rows: 4, merged: 2 })
  const records = await Promise.all(ids.map((id) => today('account', id)))
  expect(new Set(records).size).toBe(1)
  expect(await today('account', other)).toBe(other)
})

test('without a line set nothing is merged; the pair waits in the queue with its evidence, which adds up', async () => {
  const a = await said('contact', 'crm', 'a', {
    name: 'Nora Weber',
    email: 'nora.weber@linden.example',
    phone: '+493012345678',
  })
  const b = await said('contact', 'support', 'b', {
    name: 'Weber, Nora',
    email: 'n.weber@linden.example',
    phone: '+493012345678',
  })
  const found = await world.duplicates.find(world.operator, { object: 'contact' })
  expect(found).toMatchObject({ merged: 0, queued: 1 })
  const { pairs } = await world.duplicates.list(world.operator, { object: 'contact' })
  expect(pairs.map((pair) => [pair.a.id, pair.b.id])).toEqual([[a, b].sort()])
  const why = await world.duplicates.explain(world.operator, 'contact', a, b)
  expect(why.parts.map(({ field }) => field)).toEqual(expect.arrayContaining(['given', 'family', 'phone']))
  expect(why.parts.reduce((bits, part) => bits + part.bits + part.rarityBits, why.prior)).toBe(why.bits)
  expect(why.bits).toBe(pairs[0]?.bits)
})

test('the line of a workspace is set by who administers its structure, and not below the model’s own', async () => {
  const admin = await world.person('admin')
  const csm = await world.person('csm')
  await expect(world.duplicates.setMergeFrom(csm, 'contact', 12)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(world.duplicates.setMergeFrom(admin, 'contact', 1)).rejects.toMatchObject({ code: 'invalid_question' })
  expect((await world.duplicates.setMergeFrom(admin, 'contact', 12)).contact.mergeFrom).toBe(12)
  const one = { name: 'Nora Weber', email: 'nora.weber@linden.example', phone: '+493012345678' }
  await said('contact', 'crm', 'a', one)
  await said('contact', 'support', 'b', one)
  expect(await world.duplicates.find(world.operator, { object: 'contact' })).toMatchObject({ merged: 1 })
})

test('a pair that somebody called two stays two', async () => {
  const values = { name: 'Kranich Werke GmbH', domains: ['kranich.example'], country: 'DE', city: 'Ulm' }
  const a = await said('account', 'crm', 'a', values)
  const b = await said('account', 'billing', 'b', values)
  await world.duplicates.never(world.operator, 'account', a, b, 'two branches, billed apart')
  expect(await world.duplicates.find(world.operator, everything('account'))).toMatchObject({ merged: 0 })
})

test('a company and the one above it stay two, however alike', async () => {
  const values = { domains: ['sertao.example'], country: 'BR', city: 'Recife' }
  const parent = await said('account', 'crm', 'a', { name: 'Sertão Ensino S.A.', ...values })
  await said('account', 'crm', 'b', { name: 'Sertao Ensino SA', parent, ...values })
  expect(await world.duplicates.find(world.operator, everything('account'))).toMatchObject({ merged: 0 })
})

test('where a branch is known, a second entry under the company’s name waits for somebody to say whose it is', async () => {
  const place = { country: 'DE', city: 'Kassel' }
  const name = 'Lindenhof Maschinenbau GmbH'
  const crm = await said('account', 'crm', 'a', { name, domains: ['lindenhof.example'], ...place })
  const branch = { name: 'Lindenhof Maschinenbau – Fulda Niederlassung', domains: ['lindenhof.example'] }
  const fulda = await said('account', 'crm', 'b', { ...branch, country: 'DE' })
  const named = {
    verb: 'upsert' as const,
    source: { system: 'billing' as const, localId: 'c1' },
    values: { name, ...place },
  }
  await world.records.change(world.operator, 'account', [{ ...named, sameAs: [{ system: 'crm', localId: 'a' }] }])
  const second = await said('account', 'billing', 'c2', { name, ...place })
  const support = await said('account', 'support', 'd', { name, domains: ['lindenhof.example'] })
  const found = await world.duplicates.find(world.operator, everything('account'))
  expect(await today('account', support)).toBe(await today('account', crm))
  expect(await today('account', fulda)).toBe(fulda)
  expect(await today('account', second)).toBe(second)
  expect(found.queued).toBeGreaterThan(0)
})

test('a workspace without a name goes to the one company at its domain, and to none where there are two', async () => {
  const owner = await said('account', 'crm', 'a', { name: 'Solstice Freight', domains: ['solstice.example'] })
  const nameless = await said('account', 'product', 'w1', { name: 'Workspace w1', domains: ['solstice.example'] })
  await said('account', 'crm', 'b', { name: 'Harbor Foods', domains: ['shared.example'], city: 'Cork' })
  await said('account', 'crm', 'c', { name: 'Meridian Mining', domains: ['shared.example'], city: 'Lima' })
  const undecided = await said('account', 'product', 'w2', { name: 'Workspace w2', domains: ['shared.example'] })
  await world.duplicates.find(world.operator, everything('account'))
  expect(await today('account', nameless)).toBe(await today('account', owner))
  expect(await today('account', undecided)).toBe(undecided)
})

test('a workspace that bears only the beginning of a name goes to the one company at its domain', async () => {
  const owner = await said('account', 'crm', 'a', { name: 'Amberley Shipping PLC', domains: ['amberley.example'] })
  const begun = await said('account', 'product', 'w1', { name: 'Amberley test', domains: ['amberley.example'] })
  const another = await said('account', 'product', 'w2', { name: 'Harbor test', domains: ['amberley.example'] })
  await world.duplicates.find(world.operator, everything('account'))
  expect(await today('account', begun)).toBe(await today('account', owner))
  expect(await today('account', another)).toBe(another)
})

test('who may see no single record is told nothing of a pair', async () => {
  const one = { name: 'Nora Weber', email: 'nora@linden.example', phone: '+493012345678' }
  const a = await said('contact', 'crm', 'a', one)
  const b = await said('contact', 'support', 'b', one)
  await world.duplicates.find(world.operator, { object: 'contact' })
  const executive = await world.person('executive')
  await expect(world.duplicates.explain(executive, 'contact', a, b)).rejects.toMatchObject({
    code: 'object_unavailable',
  })
})

test('a group that can’t be merged ends nothing, and waits in the queue', async () => {
  const values = { name: 'Nora Weber', email: 'nora@linden.example', phone: '+493012345678' }
  const copies = Array.from({ length: 101 }, (_, i) => ({
    verb: 'upsert' as const,
    source: { system: 'crm' as const, localId: `c${i}` },
    values,
  }))
  await world.records.change(world.operator, 'contact', copies)
  const found = await world.duplicates.find(world.operator, everything('contact'))
  expect(found).toMatchObject({ merged: 0, refused: 1 })
  expect(found.queued).toBeGreaterThan(100)
})

test('people speak for the row that their own source told of, not for all that came into its record', async () => {
  // Two companies of one name, of which the CRM's record already holds the other's workspace.
  const crm = await said('account', 'crm', 'a', { name: 'Deccan Hotels', country: 'AU', domains: ['deccan.example'] })
  const workspace = { name: 'Deccan Hotels' }
  const { results } = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      source: { system: 'product', localId: 'w1' },
      sameAs: [{ system: 'crm', localId: 'a' }],
      values: workspace,
    },
  ])
  expect(results[0]).toMatchObject({ id: crm })
  for (const [system, person] of [
    ['crm', 'ruth'],
    ['product', 'amit'],
  ] as const) {
    const contact = await said('contact', system, person, { name: person, email: `${person}@${system}.example` })
    await said('account_contact', system, `${person}:${system === 'crm' ? 'a' : 'w1'}`, { account: crm, contact })
  }
  const rows: Record<string, unknown>[] = []
  await gather(world.records, world.operator, 'account', (values) => rows.push(values))
  expect(rows.map((row) => row['people'])).toEqual([['ruth@crm.example'], ['amit@product.example']])
})
