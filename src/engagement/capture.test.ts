// Writing down what happened with a customer, in one call.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Actor } from '../access/index.ts'
import { captureContact, captureInteraction } from './index.ts'

type Person = Actor & { userId: string }
let world: World
let csm: Person
let colleague: Person
let account: string
let ines: string
beforeAll(async () => {
  world = await openWorld()
  csm = await world.person('csm', 'Carla CSM')
  colleague = await world.person('csm', 'Bo Colleague')
  account = await world.create('account', { name: 'Bluefin Transport', owner: csm.userId })
  ines = await world.create('contact', { name: 'Ines Roca', email: 'ines@bluefin.example' })
  await world.create('account_contact', { account, contact: ines })
})
afterAll(() => world.close())
beforeEach(() => world.clock.advance(60_000))

const one = async (from: string, id: string, select: unknown[]) =>
  (await world.ask({ from, select, where: { field: 'id', op: 'is', value: id } }))[0]
const counts = async () =>
  Promise.all(
    ['interaction', 'contact', 'account_contact', 'attendance', 'task'].map(
      async (from) => (await world.ask({ from, select: ['id'], limit: 1_000 })).length,
    ),
  )

test('a call is written down with who was there, what was said and what is to be done, and can be taken back whole', async () => {
  const before = await counts()
  const done = await captureInteraction(world, csm, {
    account,
    kind: 'call',
    direction: 'outbound',
    happened_at: '2026-11-14T11:00:00Z',
    notes: 'Rollout of the second depot.\nThey want fewer clicks.',
    decided: 'Depot two goes live in January.',
    promised: 'A sandbox by Friday.',
    concerns: 'Their IT lead leaves.',
    tone: 'positive',
    attendees: [
      { email: 'INES@bluefin.example' },
      { name: 'Marc Petit', email: 'marc@bluefin.example', title: 'IT lead', roles: ['technical_contact'] },
      { user: colleague.userId },
      { email: 'person1@vendor.example', attended: false },
    ],
    action_items: [
      { name: 'Set up the sandbox', due_on: '2026-11-20' },
      { name: 'Send the price list', due_on: '2026-11-22', owner: colleague.userId, priority: 'high' },
    ],
  })
  expect(done.attendees).toEqual([
    { contact: ines, outcome: 'known' },
    { contact: expect.any(String), outcome: 'created' },
    { user: colleague.userId, outcome: 'known' },
    { user: csm.userId, outcome: 'known' },
  ])
  const told = await one('interaction', done.interaction, [
    'subject',
    'author',
    'decided',
    'promised',
    'concerns',
    'tone',
    'is_logged_in_time',
    { relation: 'attendances', select: ['name', 'email', 'contact', 'user', 'attended'] },
    { relation: 'action_items', select: ['name', 'owner', 'due_on', 'status', 'account'] },
  ])
  expect(told).toMatchObject({
    subject: 'Rollout of the second depot.',
    author: csm.userId,
    decided: 'Depot two goes live in January.',
    tone: 'positive',
    is_logged_in_time: true,
    attendances: expect.arrayContaining([
      expect.objectContaining({ name: 'Ines Roca', contact: ines, attended: true }),
      expect.objectContaining({ name: 'Marc Petit', email: 'marc@bluefin.example' }),
      expect.objectContaining({ name: 'Bo Colleague', user: colleague.userId }),
      expect.objectContaining({ name: 'Carla CSM', attended: false }),
    ]),
    action_items: expect.arrayContaining([
      expect.objectContaining({
        name: 'Set up the sandbox',
        owner: csm.userId,
        due_on: '2026-11-20',
        status: 'open',
        account,
      }),
      expect.objectContaining({ name: 'Send the price list', owner: colleague.userId }),
    ]),
  })
  const undone = await world.records.undo(csm, done.act)
  expect(undone.records).toBe(9)
  expect(await counts()).toEqual(before)
})

test('the standard of 24 hours is read from the moment of writing, which nobody can give', async () => {
  const late = await captureInteraction(world, csm, {
    account,
    kind: 'meeting',
    happened_at: '2026-11-12T09:00:00Z',
    notes: 'Late',
  })
  expect(await one('interaction', late.interaction, ['is_logged_in_time', 'logged_at'])).toMatchObject({
    is_logged_in_time: false,
    logged_at: world.clock().toISOString(),
  })
  const now = await captureInteraction(world, csm, { account, kind: 'note', notes: 'Just thought of it' })
  expect(await one('interaction', now.interaction, ['is_logged_in_time', 'happened_at'])).toMatchObject({
    is_logged_in_time: true,
    happened_at: world.clock().toISOString(),
  })
})

test('what is wrong is named by its place, and nothing is written', async () => {
  const before = await counts()
  const attempt = (more: object) =>
    captureInteraction(world, csm, { account, kind: 'call', notes: 'x', ...more }).catch((error) => error)
  expect(await attempt({ attendees: [{ name: 'Ann' }, { name: 'Lu', email: 'lu at home' }] })).toMatchObject({
    code: 'record_refused',
    details: { faults: [{ field: 'attendees.1.email', code: 'email_without_domain' }] },
  })
  expect(await attempt({ action_items: [{ name: 'Do it', due_on: 'Friday' }] })).toMatchObject({
    details: { faults: [{ field: 'action_items.0.due_on', code: 'invalid_date' }] },
  })
  expect(await attempt({ kind: 'telepathy' })).toMatchObject({
    details: { faults: [{ field: 'kind', code: 'unknown_interaction_kind' }] },
  })
  // Somebody who looks like a contact we have is a question; whoever asks again says that they are another.
  const double = { attendees: [{ name: 'Ines Roca', email: 'ines.roca@bluefin.example' }] }
  expect(await attempt(double)).toMatchObject({
    code: 'possible_duplicate',
    details: { object: 'contact', candidates: [{ id: ines }] },
  })
  expect(await counts()).toEqual(before)
  expect(await attempt({ ...double, allowDuplicate: true })).toMatchObject({ act: expect.any(String) })
})

test('it happens once however often it is sent under its key', async () => {
  const said = {
    account,
    kind: 'call',
    notes: 'Once',
    attendees: [{ name: 'Nils Berg', email: 'nils@bluefin.example' }],
  }
  const first = await captureInteraction(world, csm, said, { idempotencyKey: 'k' })
  world.clock.advance(5_000)
  const second = await captureInteraction(world, csm, said, { idempotencyKey: 'k' })
  expect(second.interaction).toBe(first.interaction)
})

test('nobody writes at accounts they do not see, nor is told of people there', async () => {
  const hidden = await world.create('account', { name: 'Hidden Bay', owner: colleague.userId })
  const secret = await world.create('contact', { name: 'Xenia Fry', email: 'xenia@hidden.example' })
  await world.create('account_contact', { account: hidden, contact: secret })
  await expect(captureInteraction(world, csm, { account: hidden, kind: 'call' })).rejects.toMatchObject({
    code: 'record_refused',
    details: { faults: [{ field: 'account', code: 'unknown_reference' }] },
  })
  // The address of somebody she does not see is, for her, of somebody new.
  const done = await captureInteraction(world, csm, {
    account,
    kind: 'call',
    attendees: [{ name: 'Xenia Fry', email: 'xenia@hidden.example' }],
  })
  expect(done.attendees[0]).toMatchObject({ outcome: 'created' })
  await expect(
    captureInteraction(world, csm, { account, kind: 'call', attendees: [{ contact: secret }] }),
  ).rejects.toMatchObject({ details: { faults: [{ field: 'attendees.0.contact', code: 'unknown_reference' }] } })
  const finance = await world.person('finance')
  await expect(captureInteraction(world, finance, { account, kind: 'call' })).rejects.toMatchObject({
    code: 'object_unavailable',
  })
})

test('somebody met in a meeting or a ticket becomes a contact of the account, once', async () => {
  const { interaction } = await captureInteraction(world, csm, { account, kind: 'training', notes: 'Day one' })
  const met = { account, name: 'Olu Ade', email: 'olu@bluefin.example', roles: ['end_user'] }
  const first = await captureContact(world.records, csm, { ...met, interaction })
  expect(first).toMatchObject({ outcome: 'created', act: expect.any(String) })
  const again = await captureContact(world.records, csm, { ...met, interaction })
  expect(again).toEqual({ act: null, contact: first.contact, outcome: 'known' })
  expect(await one('interaction', interaction, [{ relation: 'attendances', select: ['contact'] }])).toMatchObject({
    attendances: [{ contact: first.contact }],
  })
  const ticket = await world.create('ticket', { account, subject: 'Login', status: 'open' })
  await captureContact(world.records, csm, { account, name: 'Tess Moy', email: 'tess@bluefin.example', ticket })
  const leader = await world.person('cs_leader')
  const { contact } = await captureContact(world.records, leader, {
    account,
    name: 'Ugo Ban',
    email: 'ugo@bluefin.example',
    ticket,
  })
  expect(await one('ticket', ticket, ['requester'])).toMatchObject({ requester: contact })
  const { items } = await world.records.history(leader, 'contact', contact)
  expect(items[0]?.because).toBe(`met in ticket ${ticket}`)
})
