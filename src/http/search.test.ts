// The palette's search: what people know records by, typed in part, in any order, and not quite right.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  const { world } = served
  for (const name of ['Meridian Foods', 'Merida Logistics', 'Old Meridian', 'Quay Nine', 'Ñandú São Paulo'])
    await world.create('account', { name })
  await world.create('contact', { name: 'Meriem Haddad', email: 'meriem@foods.example' })
  const account = await world.create('account', { name: 'Ticketed', domains: ['ticketed.example'] })
  await world.create('ticket', { account, subject: 'Meridian export is empty', status: 'open' })
})
afterAll(() => served.close())

type Hit = { object: string; title: string; details: Record<string, unknown> }
const find = async (q: string, as = leader, more = '') =>
  (await served.ask('GET', `/api/v1/search?q=${encodeURIComponent(q)}${more}`, { as })).json.data as Hit[]
const titles = async (q: string, as?: string) => (await find(q, as)).map(({ title }) => title)

test('words are found by their beginnings, in any order, the likeliest first, over all objects', async () => {
  const found = await titles('merid')
  expect(found.slice(0, 3).sort()).toEqual(['Merida Logistics', 'Meridian Foods', 'Meridian export is empty'])
  expect(found.slice(3)).toEqual(['Old Meridian'])
  expect((await titles('Meridian Foods'))[0]).toBe('Meridian Foods')
  expect((await titles('food meri'))[0]).toBe('Meridian Foods')
  expect(await titles('nandu sao')).toEqual(['Ñandú São Paulo'])
  expect((await find('meriem'))[0]).toMatchObject({ object: 'contact', details: { email: 'meriem@foods.example' } })
})

test('a slip of the finger is forgiven: a letter too many, too few, another, or two swapped', async () => {
  for (const typed of ['merridian', 'meridan foods', 'merisian', 'emridian', 'quay nien'])
    expect(await titles(typed), typed).toContain(typed.startsWith('quay') ? 'Quay Nine' : 'Meridian Foods')
  expect(await titles('zzzzzz')).toEqual([])
})

test('addresses are found by how they begin', async () => {
  expect(await titles('meriem@fo')).toEqual(['Meriem Haddad'])
  expect(await titles('ticketed.ex')).toEqual(['Ticketed'])
})

test('nothing is found that one may not see, nor by what one may not read', async () => {
  const support = await served.key('support')
  const executive = await served.key('executive')
  expect((await titles('merid', support)).sort()).toEqual(['Meridian export is empty'])
  expect(await titles('ticketed', support)).toContain('Ticketed')
  expect(await titles('merid', executive)).toEqual([])
  for (const { details } of await find('ticketed', support)) expect(details).not.toHaveProperty('arr')
})

test('what was renamed or deleted is found as it is now', async () => {
  const { world } = served
  const id = await world.create('account', { name: 'Before Change' })
  await world.records.change(world.operator, 'account', [{ verb: 'update', id, values: { name: 'After Change' } }])
  expect(await titles('before')).toEqual([])
  expect(await titles('after')).toEqual(['After Change'])
  const listed = await served.ask('GET', '/api/v1/accounts?search=chan aft&select=name', { as: leader })
  expect(listed.json.data).toMatchObject([{ name: 'After Change' }])
  await world.records.change(world.operator, 'account', [{ verb: 'delete', id }])
  expect(await titles('after')).toEqual([])
})
