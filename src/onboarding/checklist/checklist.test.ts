// The checklist of a new customer, read from what is known of them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testSecret } from '../../../test/harness/global.ts'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Actor } from '../../access/index.ts'
import { captureInteraction } from '../../engagement/index.ts'
import { openSecret, silentLog } from '../../platform/index.ts'
import { settle, type Working } from '../../worker/index.ts'
import { beginOnboarding, checklist, progress, tick } from '../index.ts'

type Person = Actor & { userId: string }
let world: World
let working: Working
let csm: Person
beforeAll(async () => {
  world = await openWorld()
  const secret = openSecret({ folder: '', given: testSecret })
  working = { ...world, log: silentLog, secret, ownerUrl: world.url }
  csm = await world.person('csm', 'Carla CSM')
})
afterAll(() => world.close())
beforeEach(() => world.clock.advance(60_000))

let customers = 0
async function begun() {
  customers += 1
  const account = await world.create('account', {
    name: `Customer ${customers}`,
    owner: csm.userId,
    lifecycle_stage: 'onboarding',
  })
  const { id } = await beginOnboarding(world, csm, { account, due_on: '2027-02-01' })
  return { account, id }
}

async function person(account: string, name: string, more: object = {}) {
  const contact = await world.create('contact', { name, email: `${name.toLowerCase()}${customers}@customer.example` })
  await world.create('account_contact', { account, contact, ...more })
  return contact
}

const openOf = async (id: string, actor: Actor = csm) => (await checklist(world, actor, id)).open

test('an item is done when the data says so, and names the records that show it', async () => {
  const { account, id } = await begun()
  expect(await beginOnboarding(world, csm, { account })).toEqual({ id, outcome: 'known', act: null })
  expect(await openOf(id)).toEqual([
    'primary_contact',
    'kickoff_contacts',
    'kickoff_held',
    'stakeholder_map',
    'technical_environment',
    'success_criteria',
  ])
  const ana = await person(account, 'Ana', { is_primary: true })
  expect(await openOf(id)).toContain('primary_contact') // without a role she is only a name
  const bo = await person(account, 'Bo', { roles: ['technical_contact'] })
  const gone = await person(account, 'Gone', { roles: ['champion'], is_current: false })
  expect(await openOf(id)).toContain('kickoff_contacts')
  const [link] = await world.ask<{ id: string }>({
    from: 'account_contact',
    select: ['id'],
    where: { field: 'contact', op: 'is', value: ana },
  })
  await world.records.change(csm, 'account_contact', [
    { verb: 'update', id: link?.id ?? '', values: { roles: ['champion'] } },
  ])
  const seen = await checklist(world, csm, id)
  expect(seen.items.slice(0, 2)).toMatchObject([
    { item: 'primary_contact', state: 'done', by: 'data', shownBy: [{ object: 'contact', id: ana, title: 'Ana' }] },
    {
      item: 'kickoff_contacts',
      state: 'done',
      by: 'data',
      shownBy: expect.arrayContaining([expect.objectContaining({ id: bo })]),
    },
  ])
  expect(JSON.stringify(seen)).not.toContain(gone)
  await world.records.change(csm, 'contact', [{ verb: 'update', id: bo, values: { reports_to: ana } }])
  expect(await openOf(id)).toEqual(['kickoff_held', 'technical_environment', 'success_criteria'])
  await world.create('objective', { account, name: 'Faster', kind: 'success_criterion' })
  expect(await openOf(id)).toContain('success_criteria') // a criterion says how far
  await world.create('objective', { account, name: 'Faster by half', kind: 'success_criterion', target: '2 days' })
  await captureInteraction(world, csm, {
    account,
    kind: 'meeting',
    happened_at: '2026-11-01T10:00:00Z',
    notes: 'Before',
  })
  await captureInteraction(world, csm, { account, kind: 'note', notes: 'No meeting' })
  expect(await openOf(id)).toEqual(['kickoff_held', 'technical_environment'])
})

test('what the data does not show is ticked by hand, with who and when and why, and unticked again', async () => {
  const { id } = await begun()
  const ticked = await tick(world, csm, id, { item: 'technical_environment', note: 'They run it themselves' })
  expect(ticked.items.find(({ item }) => item === 'technical_environment')).toEqual({
    item: 'technical_environment',
    state: 'done',
    by: 'hand',
    shownBy: [],
    doneOn: world.clock().toISOString().slice(0, 10),
    doneBy: { id: csm.userId, name: 'Carla CSM' },
    note: 'They run it themselves',
  })
  expect(await openOf(id)).not.toContain('technical_environment')
  const taken = await tick(world, csm, id, { item: 'technical_environment', isDone: false })
  expect(taken.open).toContain('technical_environment')
  const [step] = await world.ask<{ id: string }>({
    from: 'onboarding_step',
    select: ['id'],
    where: { field: 'onboarding', op: 'is', value: id },
  })
  expect((await world.records.history(csm, 'onboarding_step', step?.id ?? '')).items).toHaveLength(2)
})

test('the last item completes it, on the account too, whether a person ticks it or the data comes in', async () => {
  const { account, id } = await begun()
  await person(account, 'Ana', { is_primary: true, roles: ['champion'] })
  await person(account, 'Bo', { roles: ['end_user'] })
  for (const item of ['kickoff_held', 'stakeholder_map', 'success_criteria'] as const)
    await tick(world, csm, id, { item })
  expect(await checklist(world, csm, id)).toMatchObject({ completedOn: null, done: 5, of: 6 })
  await world.records.change(csm, 'account', [
    { verb: 'update', id: account, values: { technical_environment: 'SAP' } },
  ])
  await settle(working, world.workspace.id)
  const today = world.clock().toISOString().slice(0, 10)
  expect(await checklist(world, csm, id)).toMatchObject({ completedOn: today, done: 6, open: [] })
  const [row] = await world.ask({
    from: 'account',
    select: ['onboarding_completed_on', 'lifecycle_stage'],
    where: { field: 'id', op: 'is', value: account },
  })
  expect(row).toMatchObject({ onboarding_completed_on: today, lifecycle_stage: 'adoption' })
  // By a tick alone, with no worker running.
  const other = await begun()
  for (const item of (await checklist(world, csm, other.id)).open)
    await tick(world, csm, other.id, { item: item as 'kickoff_held' })
  expect((await checklist(world, csm, other.id)).completedOn).toBe(today)
})

test('progress over the portfolio is one trip however many there are, of what the reader may see', async () => {
  const leader = await world.person('cs_leader')
  const stranger = await world.person('csm')
  for (let i = 0; i < 5; i++) await begun()
  const trips = async (work: () => Promise<unknown>) => {
    let count = 0
    const connect = world.app.connect.bind(world.app)
    world.app.connect = (async () => {
      count += 1
      return connect()
    }) as typeof world.app.connect
    await work()
    world.app.connect = connect
    return count
  }
  await progress(world, leader)
  const all = await progress(world, leader, { isOpen: true })
  expect(all.data.length).toBeGreaterThan(5)
  expect(await trips(() => progress(world, leader, { isOpen: true }))).toBe(1)
  expect((await progress(world, leader, { isOpen: false })).data.every(({ completedOn }) => completedOn !== null)).toBe(
    true,
  )
  expect((await progress(world, leader, { owner: csm.userId })).data.length).toBeGreaterThan(5)
  const first = await progress(world, leader, { limit: 2 })
  const second = await progress(world, leader, { limit: 2, after: first.next ?? '' })
  expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(4)
  expect((await progress(world, stranger)).data).toEqual([])
  const id = all.data[0]?.id ?? ''
  await expect(checklist(world, stranger, id)).rejects.toMatchObject({ code: 'record_unavailable' })
  await expect(tick(world, stranger, id, { item: 'kickoff_held' })).rejects.toMatchObject({
    code: 'record_unavailable',
  })
  await expect(progress(world, await world.person('support'))).rejects.toMatchObject({ code: 'object_unavailable' })
})
