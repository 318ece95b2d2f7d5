import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Actor } from '../../access/index.ts'
import type { Change } from './types.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const write = async (
  object: string,
  values: Record<string, unknown>,
  o: { by?: Actor; allowDuplicate?: true } = {},
) => {
  const { by = world.operator, allowDuplicate } = o
  const change = { verb: 'create' as const, values, ...(allowDuplicate ? { allowDuplicate } : {}) }
  return (await world.records.change(by, object, [change])).results[0]
}

const nora = { name: 'Nora Weber', email: 'nora.weber@lindenhof.example', phone: '+493012345678' }

test('a person typed with a slip and another address, but the same telephone, is told of', async () => {
  const id = await world.create('contact', nora)
  const again = await write('contact', {
    name: 'Weber, Norah',
    email: 'n.weber@lindenhof.example',
    phone: '+493012345678',
  })
  expect(again).toEqual({ outcome: 'possible_duplicate', candidates: [{ id, title: 'Nora Weber' }] })
})

test('whoever knows better says so, and the record is made', async () => {
  const given = { name: 'Norah Weber', email: 'norah@lindenhof.example', phone: '+493012345678' }
  expect(await write('contact', given, { allowDuplicate: true })).toMatchObject({ outcome: 'created' })
})

test('people who share no more than a name are not taken for one', async () => {
  await world.create('contact', { name: 'Ahmad bin Ismail', email: 'ahmad@selatan.example', phone: '+60123456789' })
  const other = { name: 'Ahmad bin Ismail', email: 'ahmad@utara.example', phone: '+60198765432' }
  expect(await write('contact', other)).toMatchObject({ outcome: 'created' })
})

test('a company under another legal form at the same domain is told of; its namesake in another country is not', async () => {
  const given = { name: 'Müller & Söhne GmbH', domains: ['mueller-soehne.example'], country: 'DE', city: 'Kassel' }
  const id = await world.create('account', given)
  const alike = { name: 'Mueller und Soehne', domains: ['mueller-soehne.example'], country: 'DE' }
  expect(await write('account', alike)).toMatchObject({ outcome: 'possible_duplicate', candidates: [{ id }] })
  const namesake = { name: 'Müller & Söhne AG', domains: ['mueller-ag.example'], country: 'AT', city: 'Graz' }
  expect(await write('account', namesake)).toMatchObject({ outcome: 'created' })
})

test('a record that the writer may not see is never hinted at', async () => {
  const owner = await world.person('csm')
  const stranger = await world.person('csm')
  await world.create('account', { name: 'Kranich Werke', domains: ['kranich.example'], owner: owner.userId })
  const again = { name: 'Kranich-Werke GmbH', domains: ['kranich.example'], owner: stranger.userId }
  expect(await write('account', again, { by: stranger })).not.toMatchObject({ outcome: 'possible_duplicate' })
})

const batches: { sent: string; by(values: Record<string, unknown>, n: number): Change }[] = [
  { sent: 'created', by: (values) => ({ verb: 'create', values }) },
  {
    sent: 'brought by an import that asks',
    by: (values, n) => ({
      verb: 'upsert',
      match: 'ask',
      values,
      source: { system: 'spreadsheet', localId: `batch ${n}` },
    }),
  },
]

for (const { sent, by } of batches)
  test(`who is ${sent} beside others is held against those before them, as if each came alone`, async () => {
    const at = sent.length
    const first = { name: 'Ines Valdivia', email: `ines@valdivia${at}.example`, phone: `+4930555${at}101` }
    const slip = { name: 'Valdivia, Inés', email: `i.valdivia@valdivia${at}.example`, phone: `+4930555${at}101` }
    const namesake = { name: 'Ines Valdivia', email: `ines@norte${at}.example`, phone: `+4930555${at}909` }
    const changes = [first, slip, namesake, slip, first].map(by)
    const [one, two, three, four, five] = (await world.records.change(world.operator, 'contact', changes)).results
    const id = one && 'id' in one ? one.id : ''
    const told = { outcome: 'possible_duplicate', candidates: [{ id, title: 'Ines Valdivia' }] }
    expect(one).toMatchObject({ outcome: 'created' })
    expect([two, four]).toEqual([told, told])
    expect(three).toMatchObject({ outcome: 'created' })
    expect(five).toMatchObject(changes[0]?.verb === 'create' ? told : { outcome: 'matched', id })
  })

test('who is like one that was refused, or is to be a record of their own, is not held up', async () => {
  const first = { name: 'Bo Lindqvist', email: 'bo@lindqvist.example', phone: '+46812345601' }
  const slip = { name: 'Lindqvist, Bo', email: 'b.lindqvist@lindqvist.example', phone: '+46812345601' }
  const { results } = await world.records.change(world.operator, 'contact', [
    { verb: 'create', values: { ...first, email: 'no address' } },
    { verb: 'create', values: slip },
    { verb: 'create', values: { ...first, email: 'bo.l@lindqvist.example' }, allowDuplicate: true },
  ])
  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'created', 'created'])
})

test('of a batch in which thousands bear one name and one telephone, nobody is held against thousands', async () => {
  const guest = (n: number) => ({ name: 'Guest Account', phone: '+12125550199', email: `guest${n}@hotel.example` })
  const changes = Array.from({ length: 4_000 }, (_, n) => ({ verb: 'create' as const, values: guest(n) }))
  const { results } = await world.records.change(world.operator, 'contact', changes)
  expect(results[0]).toMatchObject({ outcome: 'created' })
  expect(results[1]).toMatchObject({ outcome: 'possible_duplicate', candidates: [{ title: 'Guest Account' }] })
  expect(results.filter(({ outcome }) => outcome === 'created').length).toBeGreaterThan(3_900)
})

test('who bears a name and a telephone that thousands bear is still known by an address', async () => {
  const host = (n: number) => ({ name: 'Front Desk', phone: '+12125550188', email: `desk${n}@inn.example` })
  const changes = Array.from({ length: 600 }, (_, n) => ({
    verb: 'create' as const,
    values: host(n),
    allowDuplicate: true as const,
  }))
  await world.records.change(world.operator, 'contact', changes)
  const again = Array.from({ length: 60 }, (_, n) => ({
    verb: 'upsert' as const,
    match: 'ask' as const,
    values: { ...host(n * 7), title: 'Concierge' },
    source: { system: 'spreadsheet' as const, localId: `desk ${n}` },
  }))
  const { results } = await world.records.change(world.operator, 'contact', again)
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['matched']))
})
