import { afterAll, beforeAll, expect, test } from 'vitest'
import { manifest } from '../../../dictionary/index.ts'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { shape } from './shape.ts'
import { fieldsTouched } from './touched.ts'
import type { Change } from './types.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const account = manifest.objects.get('account')
const needed = (...changes: Change[]) => (account ? fieldsTouched(shape(account, changes)) : null)
const id = '0190a000-0000-7000-8000-000000000001'

test('a change by id needs its own fields and what rules, computed fields and names hang on', () => {
  expect(needed({ verb: 'update', id, values: { renewal_risk: 'Sponsor left' } })).toEqual(['renewal_risk'])
  expect(needed({ verb: 'update', id, values: { arr: null } })).toEqual(['arr', 'mrr'])
  expect(needed({ verb: 'update', id, values: { renewal_date: '2027-01-01' } })).toEqual(
    expect.arrayContaining(['contract_start', 'renewal_date']),
  )
  expect(needed({ verb: 'update', id, values: { website: 'mill.example' } })).toContain('name')
  expect(needed({ verb: 'delete', id })).toEqual([])
})

test('what is recognised, or said by another system, may need any field', () => {
  const source = { system: 'crm', localId: '1' } as const
  const values = { tier: 'gold' }
  expect(needed({ verb: 'create', values })).toBeNull()
  expect(needed({ verb: 'upsert', source, values })).toBeNull()
  expect(needed({ verb: 'update', id, source, values })).toBeNull()
  expect(needed({ verb: 'update', id, values, isWhole: true })).toBeNull()
  expect(needed({ verb: 'update', id, values }, { verb: 'create', values })).toBeNull()
})

test('records of one batch that change different fields keep the others, custom ones too', async () => {
  await world.admin.addField(world.workspace.id, {
    object: 'account',
    name: 'floor',
    declaration: { type: 'text', label: 'Floor', describe: 'Where they sit.', sensitivity: 'general' },
  })
  await world.admin.addField(world.workspace.id, {
    object: 'account',
    name: 'door',
    declaration: { type: 'text', label: 'Door', describe: 'Where to knock.', sensitivity: 'general' },
  })
  const one = await world.create('account', { name: 'First Mill', city: 'Lima', floor: '3', door: 'left' })
  const two = await world.create('account', { name: 'Second Mill', city: 'Quito', floor: '4', door: 'right' })
  await world.records.change(world.operator, 'account', [
    { verb: 'update', id: one, values: { floor: '5', arr: { amount: 1_200, currency: 'USD' } } },
    { verb: 'update', id: two, values: { city: 'Cusco' } },
  ])
  const select = ['name', 'city', 'floor', 'door', 'mrr']
  expect(await world.ask({ from: 'account', select, order: [{ field: 'name' }] })).toMatchObject([
    { name: 'First Mill', city: 'Lima', floor: '5', door: 'left', mrr: { amount: 100, currency: 'USD' } },
    { name: 'Second Mill', city: 'Cusco', floor: '4', door: 'right', mrr: null },
  ])
})

test('one date that is typed is held against the other, which was there before', async () => {
  const mill = await world.create('account', { name: 'Third Mill', contract_start: '2026-05-01' })
  const { results } = await world.records.change(world.operator, 'account', [
    { verb: 'update', id: mill, values: { renewal_date: '2026-01-01' } },
  ])
  expect(results).toMatchObject([{ outcome: 'refused', faults: [{ code: 'renewal_before_start' }] }])
})

test('the lists of one record are the same whether they stand apart or within its row', async () => {
  const mill = await world.create('account', { name: 'Fourth "Mill"\n', arr: { amount: 5, currency: 'EUR' } })
  for (const [i, name] of ['Ana', 'Béla', 'Chen'].entries()) {
    const contact = await world.create('contact', { name, last_verified_on: '2026-10-01' })
    await world.create('account_contact', { account: mill, contact, is_primary: i === 1, roles: ['champion'] })
    await world.create('ticket', {
      account: mill,
      subject: `\\${name}`,
      status: 'open',
      opened_at: `2026-11-0${i + 1}T10:00:00.5Z`,
    })
  }
  const select = [
    'name',
    'arr',
    'created_at',
    {
      relation: 'contacts',
      select: ['roles', 'is_primary', { relation: 'contact', select: ['name', 'last_verified_on', 'email'] }],
      order: [{ field: 'is_primary', dir: 'desc' }],
    },
    { relation: 'tickets', select: ['subject', 'opened_at', 'solved_at'], order: [{ field: 'opened_at' }], limit: 2 },
    { relation: 'contracts', select: ['arr'] },
  ]
  const question = { from: 'account', select, where: { field: 'id', op: 'is', value: mill } }
  const [apart] = await world.ask({ ...question, limit: 1 })
  const [within] = await world.ask({ ...question, limit: 2 })
  expect(apart).toEqual(within)
  expect(apart).toMatchObject({ contacts: [{ contact: { name: 'Béla' } }, {}, {}], tickets: [{}, {}], contracts: [] })
})

test('of a record that is not to be seen, rules tell no more than of one that is not there', async () => {
  const csm = await world.person('csm')
  const hidden = await world.create('account', { name: 'Fifth Mill', contract_start: '2026-05-01' })
  const values = { renewal_date: '2026-01-01' }
  const { results } = await world.records.change(csm, 'account', [
    { verb: 'update', id: hidden, values },
    { verb: 'update', id, values },
  ])
  const faults = [{ code: 'record_unavailable' }]
  expect(results).toMatchObject([
    { outcome: 'refused', faults },
    { outcome: 'refused', faults },
  ])
})
