// The dictionary as people live with it: who answers, how full it is, and proposals that change it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let csm: string
let operations: string
let support: string
let steward: string
beforeAll(async () => {
  served = await serveWorld()
  const { world } = served
  csm = await served.key('csm')
  operations = await served.key('cs_operations')
  support = await served.key('support')
  const lead = (await world.person('cs_leader', 'Lea Wong')).userId
  steward = (await world.admin.createKey(world.workspace.id, { name: 'lea', roles: ['cs_leader'], userId: lead })).key
  await world.create('team', { name: 'Success', function: 'customer-success', lead })
})
afterAll(() => served.close())

const propose = (as: string, body: object) =>
  served.ask('POST', '/api/v1/proposals', { as, body: { because: 'It is missing', ...body } })
const decide = (as: string, id: string, decision: string) =>
  served.ask('POST', `/api/v1/proposals/${id}/${decision}`, { as, body: { because: 'We agree' } })
const dictionary = async (object: string, as = operations) =>
  (await served.ask('GET', `/api/v1/dictionary/${object}`, { as })).json
type Field = { name: string; describe: string; owner: string; required: boolean; terms?: { value: string }[] }
const field = async (object: string, name: string): Promise<Field> =>
  (await dictionary(object)).fields.find((each: Field) => each.name === name)

test('an object tells who answers for it, which rules bind it and which views use it, of fields that may be read', async () => {
  await served.ask('POST', '/api/v1/views', {
    as: operations,
    body: { object: 'account', name: 'By renewal', definition: { columns: [{ field: 'renewal_date' }] } },
  })
  const account = await dictionary('account')
  const renewal = account.fields.find((each: Field) => each.name === 'renewal_date')
  expect(renewal.usedIn.views).toMatchObject([{ name: 'By renewal' }])
  expect(renewal.rules.map(({ code }: { code: string }) => code)).toContain('renewal_before_start')
  expect(account.stewards).toMatchObject([{ name: 'Lea Wong', team: 'Success' }])
  const seen = await served.ask('GET', '/api/v1/dictionary/account', { as: support })
  expect(seen.text).not.toMatch(/"arr"|renewal_before_start/)
  expect((await served.ask('GET', '/api/v1/dictionary/invoice', { as: support })).status).toBe(404)
})

test('fill rates are of the records that one sees', async () => {
  const { world } = served
  const { userId } = await world.person('csm')
  const { key } = await world.admin.createKey(world.workspace.id, { name: 'own', roles: ['csm'], userId })
  await world.create('account', { name: 'Mine', owner: userId, country: 'DE' })
  await world.create('account', { name: 'Mine too', owner: userId })
  await world.create('account', { name: 'Theirs' })
  const rates = async (as: string) => (await served.ask('GET', '/api/v1/dictionary/account/fill', { as })).json.data
  expect(await rates(key)).toMatchObject({ total: 2, fields: { name: 1, country: 0.5, owner: 1 } })
  expect(await rates(operations)).toMatchObject({ total: 3, isHeldBack: false })
  expect(await rates(await served.key('executive'))).toMatchObject({ fields: {}, isHeldBack: true })
  expect(Object.keys((await rates(support)).fields)).not.toContain('arr')
})

test('a term that is proposed and approved is a word of the list; one that is refused is not, and both stay on record', async () => {
  const change = { kind: 'term', label: 'Podcast', synonyms: ['radio show'] }
  const made = await propose(csm, { object: 'interaction', field: 'kind', change })
  expect(made.status, made.text).toBe(201)
  expect(made.json).toMatchObject({ state: 'open', isMine: true, mayDecide: false })
  expect((await decide(csm, made.json.id, 'approve')).status).toBe(403)
  const approved = await decide(operations, made.json.id, 'approve')
  expect(approved.json).toMatchObject({ state: 'approved', decidedBecause: 'We agree' })
  expect((await field('interaction', 'kind')).terms?.map(({ value }) => value)).toContain('podcast')
  expect((await decide(operations, made.json.id, 'refuse')).status).toBe(400)
  const other = await propose(csm, {
    object: 'interaction',
    field: 'kind',
    change: { kind: 'term', label: 'Smoke signal' },
  })
  await decide(operations, other.json.id, 'refuse')
  expect((await field('interaction', 'kind')).terms?.map(({ value }) => value)).not.toContain('smoke_signal')
  const all = await served.ask('GET', '/api/v1/proposals?object=interaction', { as: csm })
  expect(all.json.data.map(({ state }: { state: string }) => state)).toEqual(['refused', 'approved'])
})

test('a new field is there once approved, and one that could not be is not proposed', async () => {
  const change = {
    ...{ kind: 'new_field', name: 'parking_spot', type: 'text', label: 'Parking spot', describe: 'Where we may park.' },
    sensitivity: 'general',
  }
  const made = await propose(csm, { object: 'account', change })
  expect(made.status, made.text).toBe(201)
  expect((await decide(operations, made.json.id, 'approve')).status).toBe(200)
  const { world } = served
  const id = await world.create('account', { name: 'Parked', parking_spot: 'B 7' })
  expect((await served.ask('GET', `/api/v1/accounts/${id}`, { as: operations })).json.parking_spot).toBe('B 7')
  for (const [wrong, why] of [
    [{ ...change, name: 'name' }, 'already'],
    [{ ...change, name: 'other', type: 'cheese' }, 'change.type'],
    [{ ...change, name: 'other', type: 'choice' }, 'vocabulary'],
    [{ ...change, name: 'select' }, 'select'],
  ] as const) {
    const refused = await propose(csm, { object: 'account', change: wrong })
    expect(refused.status, why).toBe(400)
    expect(refused.text).toContain(why)
  }
})

test('who proposes a field of a class they may not read sees what they proposed; their colleagues don’t', async () => {
  const change = {
    ...{ kind: 'new_field', name: 'price_floor', type: 'text', label: 'Price floor', describe: 'How low we go.' },
    sensitivity: 'commercial_terms',
  }
  const made = await propose(support, { object: 'account', change })
  expect([made.status, made.json.isMine]).toEqual([201, true])
  const listed = async (as: string) =>
    (await served.ask('GET', '/api/v1/proposals', { as })).json.data.map(({ id }: { id: string }) => id)
  expect(await listed(support)).toContain(made.json.id)
  expect(await listed(await served.key('support'))).not.toContain(made.json.id)
})

test('the steward of the team that owns a field decides what is said of it', async () => {
  const made = await propose(csm, {
    ...{ object: 'account', field: 'tier', change: { kind: 'describe', describe: 'How much care we promised them.' } },
  })
  expect((await decide(steward, made.json.id, 'approve')).json).toMatchObject({
    state: 'approved',
    decidedBy: { name: 'Lea Wong' },
  })
  expect((await field('account', 'tier')).describe).toBe('How much care we promised them.')
  const owner = await propose(csm, { object: 'account', field: 'tier', change: { kind: 'owner', owner: 'finance' } })
  await decide(steward, owner.json.id, 'approve')
  expect(await field('account', 'tier')).toMatchObject({
    owner: 'finance',
    describe: 'How much care we promised them.',
  })
  const late = await propose(csm, {
    object: 'account',
    field: 'tier',
    change: { kind: 'required', required: 'expected' },
  })
  expect((await decide(steward, late.json.id, 'approve')).status).toBe(403) // finance's now
})

test('what one may not read one can’t propose about, nor see proposals of', async () => {
  const made = await propose(operations, {
    object: 'account',
    field: 'arr',
    change: { kind: 'owner', owner: 'finance' },
  })
  expect(made.status).toBe(201)
  const [hidden, unknown] = await Promise.all(
    ['arr', 'qqq'].map((name) =>
      propose(support, { object: 'account', field: name, change: { kind: 'owner', owner: 'finance' } }),
    ),
  )
  expect(hidden?.status).toBe(403)
  expect(hidden?.text.replaceAll('arr', '*')).toBe(unknown?.text.replaceAll('qqq', '*'))
  const seen = await served.ask('GET', '/api/v1/proposals', { as: support })
  expect(seen.text).not.toContain(made.json.id)
  expect((await decide(support, made.json.id, 'approve')).json).toMatchObject({
    status: 404,
    code: 'record_unavailable',
  })
})
