import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../../test/harness/world.ts'
import type { Change } from '../index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const because = 'they are one'

const said = async (object: string, change: Omit<Change, 'verb'>) => {
  const { results } = await world.records.change(world.operator, object, [{ verb: 'upsert', ...change }])
  return idOf(results[0])
}
const typed = (object: string, id: string, values: Record<string, unknown>) =>
  world.records.change(world.operator, object, [{ verb: 'update', id, values }])
const one = async (object: string, id: string) =>
  (await world.ask({ from: object, where: { field: 'id', op: 'is', value: id } }))[0]
const isSound = async () => expect((await world.records.check(world.operator)).findings).toEqual([])
const merge = (object: string, ids: string[], into?: string) =>
  world.records.merge(world.operator, object, { ids, ...(into ? { into } : {}), because })
const unmerge = (act: string, answers: 'stay' | Record<string, string> = {}) =>
  world.records.unmerge(world.operator, { act }, { answers })

/** What is said at one moment as the merge can't be told from what was said before. */
const later = () => world.clock.advance(86_400_000)

/** Everything that is claimed, by whom, of which record; and which keys lead to it. */
async function claims(...ids: string[]) {
  const { rows } = await world.owner.query(
    `select s.record_id, s.system, s.local_id, s.claims, s.home_id from records.source_record s where s.record_id = any($1) order by 1, 2, 3`,
    [ids],
  )
  const keys = await world.owner.query(
    `select k.number::text as key, k.kind, k.record_id from records.match_key k where k.record_id = any($1)
      union all select k.key, k.list::text, k.record_id from records.search_key k where k.record_id = any($1) order by 1, 2, 3`,
    [ids],
  )
  return { rows, keys: keys.rows }
}

test('what was merged and not touched since comes apart as it was', async () => {
  const crm = (localId: string, values: Record<string, unknown>) =>
    said('account', {
      source: { system: 'crm', localId },
      values,
      saidAt: '2026-01-01T00:00:00Z',
      keys: [{ kind: 'name', key: `alias ${localId}` }],
    })
  const ids = [
    await crm('A-1', { name: 'Apart One', industry: 'Technology' }),
    await crm('A-2', { name: 'Apart Two', domains: ['apart-two.example'] }),
    await crm('A-3', { name: 'Apart Three', region: 'emea' }),
  ]
  const [a = '', b = '', c = ''] = ids
  await typed('account', b, { tier: 'strategic' })
  const contact = await world.create('contact', { name: 'Shared Person' })
  for (const account of [a, b]) await world.create('account_contact', { account, contact })
  const task = await world.create('task', { name: 'Call', account: b, status: 'open' })
  const ticket = await said('ticket', {
    source: { system: 'support', localId: 'A-T' },
    values: { subject: 'Help', status: 'open', account: { system: 'crm', localId: 'A-3' } },
  })
  const seen = async () => [
    await claims(...ids),
    (
      await world.owner.query(
        `select id, account, contact, deleted_at from customer.account_contact where contact = $1 order by id`,
        [contact],
      )
    ).rows,
    await Promise.all(ids.map(async (id) => ({ ...(await one('account', id)), version: 0, updated_at: 0 }))),
    (await one('task', task))?.['account'],
    (await one('ticket', ticket))?.['account'],
  ]
  const before = await seen()
  const { act } = await merge('account', ids)
  expect(
    await world.ask({ from: 'account_contact', where: { field: 'contact', op: 'is', value: contact } }),
  ).toHaveLength(1)
  expect(await one('task', task)).toMatchObject({ account: a })
  const done = await unmerge(act)
  expect(done).toMatchObject({ id: a, restored: [b, c], questions: [] })
  expect(await seen()).toEqual(before)
  await isSound()
  await expect(unmerge(act)).rejects.toMatchObject({ code: 'not_unmergeable' })
})

test('what was said since goes to the side it concerns', async () => {
  const crm = (object: string, localId: string, values: Record<string, unknown>) =>
    said(object, { source: { system: 'crm', localId }, values, saidAt: '2026-01-01T00:00:00Z' })
  const a = await crm('account', 'S-1', { name: 'Side One', timezone: 'Europe/Lisbon', domains: ['side-one.example'] })
  const b = await crm('account', 'S-2', { name: 'Side Two Works', tier: 'standard', domains: ['side-two.example'] })
  const person = await world.create('contact', { name: 'Of Two' })
  await world.create('account_contact', { account: b, contact: person })
  const { act } = await merge('account', [a, b])
  later()
  // A person changes a value that was the other's, one that was this one's, and a source goes on speaking.
  await typed('account', a, { tier: 'strategic', timezone: 'Europe/Paris', renewal_risk: 'Their board changes.' })
  await crm('account', 'S-2', {
    name: 'Side Two Works',
    tier: 'standard',
    domains: ['side-two.example'],
    region: 'emea',
  })
  // New words of a new source, by the name of one side; new children by source, by person, and by nobody.
  await said('account', {
    source: { system: 'billing', localId: 'cus_s2' },
    match: true,
    sameAs: [{ system: 'crm', localId: 'S-2' }],
    values: { name: 'Side Two Works', domains: ['side-two.example'], arr: { amount: 500, currency: 'USD' } },
  })
  const ticket = await said('ticket', {
    source: { system: 'support', localId: 'S-T' },
    values: { subject: 'Help', status: 'open', account: { system: 'crm', localId: 'S-2' } },
  })
  const byPerson = await world.create('task', { name: 'Call person', account: a, contact: person, status: 'open' })
  const note = await world.create('interaction', {
    account: a,
    kind: 'meeting',
    happened_at: '2026-11-10T10:00:00Z',
    subject: 'Met',
  })
  await world.create('attendance', { interaction: note, contact: person })
  const nobody = await world.create('task', { name: 'Nobody knows', account: a, status: 'open' })
  const asked = await unmerge(act)
  expect(asked).toMatchObject({
    act: null,
    questions: [
      { key: 'renewal_risk', kind: 'field', field: 'renewal_risk', value: 'Their board changes.' },
      { kind: 'reference', object: 'task', id: nobody, field: 'account', title: 'Nobody knows' },
    ],
  })
  expect(asked.questions[1]?.sides).toEqual([
    { id: a, title: 'Side One' },
    { id: b, title: 'Side Two Works' },
  ])
  expect(await one('account', b)).toBeUndefined()
  const done = await unmerge(act, { renewal_risk: b, [asked.questions[1]?.key ?? '']: b })
  expect(done.restored).toEqual([b])
  expect(await one('account', a)).toMatchObject({
    name: 'Side One',
    timezone: 'Europe/Paris',
    tier: null,
    region: null,
    renewal_risk: null,
    arr: null,
  })
  expect(await one('account', b)).toMatchObject({
    name: 'Side Two Works',
    timezone: null,
    tier: 'strategic',
    region: 'emea',
    renewal_risk: 'Their board changes.',
    arr: { amount: 500 },
  })
  for (const [object, id] of [
    ['ticket', ticket],
    ['task', byPerson],
    ['interaction', note],
    ['task', nobody],
  ] as const)
    expect(await one(object, id), object).toMatchObject({ account: b })
  await isSound()
})

test('an inner merge comes apart under an outer one, and the outer one later', async () => {
  const [a, b, c] = [
    await said('account', { source: { system: 'crm', localId: 'I-1' }, values: { name: 'Inner A' } }),
    await said('account', { source: { system: 'crm', localId: 'I-2' }, values: { name: 'Inner B' } }),
    await said('account', { source: { system: 'crm', localId: 'I-3' }, values: { name: 'Outer C' } }),
  ]
  const task = await world.create('task', { name: 'Of A', account: a, status: 'open' })
  const inner = await merge('account', [a, b], b)
  const outer = await merge('account', [b, c], c)
  expect((await unmerge(inner.act)).restored).toEqual([a])
  expect(await one('task', task)).toMatchObject({ account: a })
  expect(await one('account', a)).toMatchObject({ name: 'Inner A' })
  expect(await one('account', b)).toBeUndefined()
  expect((await unmerge(outer.act)).restored).toEqual([b])
  expect(await one('account', b)).toMatchObject({ name: 'Inner B' })
  expect(await one('account', c)).toMatchObject({ name: 'Outer C' })
  await isSound()
})

test('taking the outer merge apart leaves the inner one whole', async () => {
  const [a, b, c] = [
    await said('account', { source: { system: 'crm', localId: 'O-1' }, values: { name: 'Whole A' } }),
    await said('account', {
      source: { system: 'crm', localId: 'O-2' },
      values: { name: 'Whole B', tier: 'strategic' },
    }),
    await said('account', { source: { system: 'crm', localId: 'O-3' }, values: { name: 'Whole C' } }),
  ]
  const inner = await merge('account', [a, b], b)
  const outer = await merge('account', [b, c], c)
  expect((await unmerge(outer.act)).restored).toEqual([b])
  await said('account', { source: { system: 'crm', localId: 'O-1' }, values: { region: 'emea' } })
  expect(await one('account', b)).toMatchObject({ tier: 'strategic', region: 'emea' })
  expect((await unmerge(inner.act)).restored).toEqual([a])
  expect(await one('account', a)).toMatchObject({ name: 'Whole A', region: 'emea' })
  await isSound()
})

test('circles that were cut and ties that were senseless come back', async () => {
  const top = await world.create('account', { name: 'Ring top' })
  const middle = await world.create('account', { name: 'Ring middle', parent: top })
  const low = await world.create('account', { name: 'Ring low', parent: middle })
  const ring = await merge('account', [low, top], low)
  expect(await one('account', low)).toMatchObject({ parent: null })
  await unmerge(ring.act)
  expect(await one('account', low)).toMatchObject({ parent: middle })
  expect(await one('account', middle)).toMatchObject({ parent: top })
  const [p, q] = [
    await world.create('contact', { name: 'Eva Lund' }),
    await world.create('contact', { name: 'Eva Lundh' }),
  ]
  const tie = await world.create('contact_connection', { account: top, contact: p, other: q, kind: 'advises' })
  const { act } = await merge('contact', [p, q])
  expect(await one('contact_connection', tie)).toBeUndefined()
  await unmerge(act)
  expect(await one('contact_connection', tie)).toMatchObject({ contact: p, other: q })
  await isSound()
})

test('undoing a merge says how it is taken apart, and undoing what came before it still works', async () => {
  const a = await world.create('account', { name: 'Undo A' })
  const b = await world.create('account', { name: 'Undo B' })
  const change = await typed('account', b, { tier: 'strategic' })
  const { act } = await merge('account', [a, b])
  await expect(world.records.undo(world.operator, act)).rejects.toThrow(/unmerge/)
  expect(await one('account', a)).toMatchObject({ tier: 'strategic' })
  await world.records.undo(world.operator, change.act ?? '')
  expect(await one('account', a)).toMatchObject({ tier: null })
  await unmerge(act)
  expect(await one('account', b)).toMatchObject({ name: 'Undo B', tier: null })
  await isSound()
})

test('an edit is undone wherever taking the merge apart has brought it', async () => {
  const a = await world.create('account', { name: 'Edited A' })
  const b = await world.create('account', { name: 'Edited B', tier: 'standard' })
  const { act } = await merge('account', [a, b])
  later()
  const edit = await typed('account', a, { tier: 'strategic' })
  await unmerge(act)
  expect(await one('account', b)).toMatchObject({ tier: 'strategic' })
  await world.records.undo(world.operator, edit.act ?? '')
  expect(await one('account', b)).toMatchObject({ tier: 'standard' })
  expect(await one('account', a)).toMatchObject({ tier: null })
  await isSound()
})

test('one of several comes out by its old id, and the others stay one', async () => {
  const ids: string[] = []
  for (const name of ['First', 'Second', 'Third'])
    ids.push(
      await said('account', { source: { system: 'crm', localId: `ONE-${name}` }, values: { name: `One ${name}` } }),
    )
  const [a = '', b = '', c = ''] = ids
  const tasks = [
    await world.create('task', { name: 'Of second', account: b, status: 'open' }),
    await world.create('task', { name: 'Of third', account: c, status: 'open' }),
  ]
  const { act } = await merge('account', ids)
  const done = await world.records.unmerge(world.operator, { object: 'account', ids: [b] })
  expect(done.restored).toEqual([b])
  expect(await Promise.all(tasks.map(async (id) => (await one('task', id))?.['account']))).toEqual([b, a])
  expect((await unmerge(act)).restored).toEqual([c])
  expect(await Promise.all(tasks.map(async (id) => (await one('task', id))?.['account']))).toEqual([b, c])
  await isSound()
})

test('a record that was sent elsewhere by hand since stays where it was sent', async () => {
  const [a, b, c] = [
    await world.create('account', { name: 'Sent A' }),
    await world.create('account', { name: 'Sent B' }),
    await world.create('account', { name: 'Sent C' }),
  ]
  const task = await world.create('task', { name: 'Sent on', account: b, status: 'open' })
  const { act } = await merge('account', [a, b])
  later()
  await typed('task', task, { account: c })
  await unmerge(act)
  expect(await one('task', task)).toMatchObject({ account: c })
  await isSound()
})

test('what came to a merged record unseen by who takes it apart is not asked about, and stays', async () => {
  const leader = await world.person('cs_leader')
  const sales = await world.person('sales')
  const [p, q] = [
    await world.create('contact', { name: 'Kim Oto' }),
    await world.create('contact', { name: 'Kim Otto' }),
  ]
  const { act } = await merge('contact', [p, q])
  later()
  const ticket = await world.create('ticket', { subject: 'Unseen', status: 'open', requester: p })
  const asked = await world.records.unmerge(leader, { act })
  expect(asked.questions).toMatchObject([{ kind: 'reference', object: 'ticket', id: ticket }])
  const done = await world.records.unmerge(sales, { act })
  expect(done.restored).toEqual([q])
  expect(await one('ticket', ticket)).toMatchObject({ requester: p })
  await isSound()
})

test('ten thousand children go back at once', async () => {
  const [a, b] = [await world.create('account', { name: 'Much A' }), await world.create('account', { name: 'Much B' })]
  for (let from = 0; from < 10_000; from += 2_500)
    await world.records.change(
      world.operator,
      'task',
      Array.from({ length: 2_500 }, (_, i) => ({
        verb: 'upsert' as const,
        source: { system: 'crm' as const, localId: `much-${from + i}` },
        values: { name: `Task ${from + i}`, account: b, status: 'open' },
      })),
    )
  const { act } = await merge('account', [a, b])
  const started = performance.now()
  await unmerge(act)
  console.log(`10,000 children went back in ${Math.round(performance.now() - started)} ms`)
  const { rows } = await world.owner.query('select count(*)::int as n from customer.task where account = $1', [b])
  expect(rows).toEqual([{ n: 10_000 }])
  await isSound()
})

test('a new source goes to the side it looks like, and one that looks like both is asked about', async () => {
  const a = await said('account', {
    source: { system: 'crm', localId: 'N-1' },
    values: { name: 'Nova Foods', domains: ['nova-foods.example'] },
  })
  const b = await said('account', {
    source: { system: 'crm', localId: 'N-2' },
    values: { name: 'Orbit Tools', domains: ['orbit-tools.example'] },
  })
  const { act } = await merge('account', [a, b])
  later()
  const bring = (localId: string, values: Record<string, unknown>) =>
    said('account', { id: a, source: { system: 'spreadsheet', localId }, values })
  await bring('like two', { name: 'Orbit Tools', domains: ['orbit-tools.example'], region: 'emea' })
  await bring('like none', { name: 'Something Else', tier: 'standard' })
  const asked = await unmerge(act)
  expect(asked.questions).toMatchObject([{ key: 'spreadsheet like none', kind: 'source', localId: 'like none' }])
  await unmerge(act, { 'spreadsheet like none': a })
  expect(await one('account', a)).toMatchObject({ name: 'Nova Foods', region: null, tier: 'standard' })
  expect(await one('account', b)).toMatchObject({ name: 'Orbit Tools', region: 'emea', tier: null })
  await isSound()
})

test('what a program writes by our own id goes to the side whose value it changed', async () => {
  const a = await said('account', { source: { system: 'crm', localId: 'K-1' }, values: { name: 'Key One' } })
  const b = await said('account', {
    source: { system: 'crm', localId: 'K-2' },
    values: { name: 'Key Two', tier: 'standard' },
  })
  const { act } = await merge('account', [a, b])
  later()
  const { id } = await world.admin.createKey(world.workspace.id, {
    name: 'sync',
    roles: ['cs_leader'],
    source: 'support',
  })
  const program = { kind: 'key', workspace: world.workspace.id, id, via: 'api' } as const
  await world.records.change(program, 'account', [
    { verb: 'update', id: a, values: { tier: 'strategic' }, saidAt: world.clock().toISOString() },
  ])
  await unmerge(act)
  expect(await one('account', a)).toMatchObject({ tier: null })
  expect(await one('account', b)).toMatchObject({ tier: 'strategic' })
  await isSound()
})
