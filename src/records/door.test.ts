import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a record that was created is read back whole, and a part of it changed', async () => {
  const id = await world.create('account', {
    name: 'Harbour Mill',
    industry: 'Tech',
    arr: { amount: 1_250_000, currency: 'USD' },
    renewal_date: '2027-01-31',
    domains: ['www.harbourmill.com'],
  })
  const [account] = await world.ask({ from: 'account', where: { field: 'id', op: 'is', value: id } })
  expect(account).toMatchObject({
    id,
    name: 'Harbour Mill',
    industry: 'Technology',
    arr: { amount: 1_250_000, currency: 'USD' },
    mrr: { amount: 104_167, currency: 'USD' },
    domains: ['harbourmill.com'],
    version: 1,
  })
  const { results } = await world.records.change(world.operator, 'account', [
    { verb: 'update', id, version: 1, values: { tier: 'strategic' } },
  ])
  expect(results).toEqual([{ outcome: 'updated', id, version: 2 }])
})

test('a stale version, an unknown term and a renewal before the start are refused with their sentences, and nothing is written', async () => {
  const id = await world.create('account', { name: 'Old Bridge', contract_start: '2026-01-01' })
  const { results, act } = await world.records.change(world.operator, 'account', [
    { verb: 'update', id, version: 7, values: { tier: 'standard' } },
    { verb: 'update', id, values: { industry: 'Tecnologia Espacial Z' } },
    { verb: 'update', id, values: { renewal_date: '2025-01-01' } },
  ])
  expect(results.map((result) => result.outcome === 'refused' && result.faults.map((fault) => fault.code))).toEqual([
    ['stale_version'],
    ['unknown_industry'],
    ['renewal_before_start'],
  ])
  expect(act).toBeNull()
})

test('a batch of any size costs the same number of statements', async () => {
  const trips = async (size: number) => {
    const before = await statementCount()
    await world.records.change(
      world.operator,
      'contact',
      Array.from({ length: size }, (_, i) => ({
        verb: 'upsert' as const,
        source: { system: 'crm' as const, localId: `b${size}-${i}` },
        values: { name: `N ${i}`, email: `n${size}-${i}@batch.example` },
      })),
    )
    return (await statementCount()) - before
  }
  expect(await trips(500)).toBe(await trips(2))
})

const counted: string[] = []
async function statementCount(): Promise<number> {
  if (counted.length === 0) {
    counted.push('watching')
    world.app.on('connect', () => {})
    const connect = world.app.connect.bind(world.app)
    const seen = new WeakSet<object>()
    world.app.connect = (async () => {
      const client = await connect()
      if (!seen.has(client)) {
        seen.add(client)
        const query = client.query.bind(client) as (...given: unknown[]) => unknown
        client.query = ((...given: unknown[]) => {
          counted.push('statement')
          return query(...given)
        }) as typeof client.query
      }
      return client
    }) as typeof world.app.connect
  }
  return counted.length
}

test('billing’s ARR wins over the CRM’s whoever comes first, and the losing claim stays readable with its source and time', async () => {
  const source = { system: 'crm' as const, localId: 'crm-1' }
  const { results } = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      source,
      values: { name: 'Two Truths', arr: { amount: 100, currency: 'USD' }, owner: null },
      saidAt: '2026-11-01T00:00:00Z',
    },
  ])
  const id = idOf(results[0])
  await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      id,
      source: { system: 'billing', localId: 'cus_1' },
      values: { arr: { amount: 900, currency: 'USD' } },
      saidAt: '2025-01-01T00:00:00Z',
    },
  ])
  const later = await world.records.change(world.operator, 'account', [
    { verb: 'upsert', source, values: { arr: { amount: 300, currency: 'USD' } }, saidAt: '2026-11-09T00:00:00Z' },
  ])
  expect(later.results[0]).toMatchObject({ outcome: 'unchanged', held: ['arr'] })
  const arr = (await world.records.sources(world.operator, 'account', id)).find((each) => each.field === 'arr')
  expect(arr).toMatchObject({
    value: { amount: 900, currency: 'USD' },
    from: { system: 'billing', localId: 'cus_1', saidAt: '2025-01-01T00:00:00.000Z' },
    others: [{ system: 'crm', value: { amount: 300, currency: 'USD' } }],
  })
})

test('undo of an old change set leaves newer edits alone, and can itself be undone', async () => {
  const source = (n: number) => ({ system: 'crm' as const, localId: `undo-${n}` })
  const imported = await world.records.change(
    world.operator,
    'account',
    [1, 2].map((n) => ({
      verb: 'upsert' as const,
      source: source(n),
      values: { name: `Undo ${n}`, tier: 'standard', website: 'https://old.example' },
    })),
  )
  const [one, two] = imported.results.map(idOf)
  const second = await world.records.change(
    world.operator,
    'account',
    [1, 2].map((n) => ({
      verb: 'upsert' as const,
      source: source(n),
      values: { website: 'https://wrong.example', tier: 'enterprise' },
    })),
  )
  await world.records.change(world.operator, 'account', [
    { verb: 'update', id: one ?? '', values: { tier: 'strategic' } },
  ])
  const undone = await world.records.undo(world.operator, second.act ?? '')
  expect(undone.records).toBe(2)
  const read = () =>
    world.ask({
      from: 'account',
      select: ['website', 'tier'],
      where: { field: 'id', op: 'in', value: [one, two] },
      order: [{ field: 'name' }],
    })
  expect(await read()).toMatchObject([
    { website: 'https://old.example/', tier: 'strategic' },
    { website: 'https://old.example/', tier: 'standard' },
  ])
  await world.records.undo(world.operator, undone.acts[0] ?? '')
  expect(await read()).toMatchObject([
    { website: 'https://wrong.example/', tier: 'strategic' },
    { website: 'https://wrong.example/', tier: 'enterprise' },
  ])
  await world.records.undo(world.operator, imported.act ?? '')
  expect(await read()).toHaveLength(2) // the second import still stands for them
})

test('undo of an import that made records removes them, unless somebody else has spoken of them since', async () => {
  const { results, act } = await world.records.change(world.operator, 'contact', [
    { verb: 'upsert', source: { system: 'crm', localId: 'gone-1' }, values: { name: 'Only There' } },
    { verb: 'upsert', source: { system: 'crm', localId: 'gone-2' }, values: { name: 'Kept Since' } },
  ])
  const [gone, kept] = results.map(idOf)
  await world.records.change(world.operator, 'contact', [
    { verb: 'update', id: kept ?? '', values: { title: 'Director' } },
  ])
  await world.records.undo(world.operator, act ?? '')
  expect(
    await world.ask({
      from: 'contact',
      select: ['name', 'title'],
      where: { field: 'id', op: 'in', value: [gone, kept] },
    }),
  ).toEqual([{ id: kept, name: null, title: 'Director' }])
})

test('an id elsewhere that no text can hold is refused by itself', async () => {
  const changes = ['a\0b', '\ud800'].flatMap((localId) => [
    { verb: 'upsert' as const, source: { system: 'crm' as const, localId }, values: { name: 'Unheld' } },
    { verb: 'create' as const, values: { name: 'Below Unheld', parent: { system: 'crm', localId } } },
  ])
  const { results } = await world.records.change(world.operator, 'account', changes)
  expect(results.map((each) => (each.outcome === 'refused' ? each.faults.map(({ code }) => code) : each))).toEqual([
    ['wrong_type'],
    ['invalid_reference'],
    ['wrong_type'],
    ['invalid_reference'],
  ])
})

test('what a person says against a stronger source is kept in the order it was said, by a clock that went back too', async () => {
  const { results } = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      source: { system: 'billing', localId: 'cus_clock' },
      values: { name: 'Two Clocks', arr: { amount: 900, currency: 'USD' } },
    },
  ])
  const id = idOf(results[0])
  const say = (amount: number) =>
    world.records.change(world.operator, 'account', [
      { verb: 'update', id, values: { arr: { amount, currency: 'USD' } } },
    ])
  world.clock.advance(60_000)
  const first = await say(100)
  world.clock.advance(-60_000)
  const second = await say(200)
  expect([first, second].map(({ results }) => results[0])).toMatchObject([{ held: ['arr'] }, { held: ['arr'] }])
  const arr = (await world.records.sources(world.operator, 'account', id)).find((each) => each.field === 'arr')
  expect(arr?.others).toMatchObject([{ system: 'hand', value: { amount: 200, currency: 'USD' } }])
  expect((second.act ?? '') > (first.act ?? '')).toBe(true)
})

test('a question about last month answers what was then true, also after later claims, an undo and a deletion', async () => {
  world.clock.set('2026-10-01T09:00:00.000Z')
  const made = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      source: { system: 'crm', localId: 'past-1' },
      values: { name: 'Past One', tier: 'standard', tags: ['pilot'], arr: { amount: 500, currency: 'EUR' } },
    },
  ])
  const id = idOf(made.results[0])
  world.clock.set('2026-10-20T09:00:00.000Z')
  const moved = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      id,
      source: { system: 'billing', localId: 'cus_past' },
      values: { arr: { amount: 700, currency: 'EUR' } },
    },
  ])
  world.clock.set('2026-11-05T09:00:00.000Z')
  await world.records.change(world.operator, 'account', [
    { verb: 'update', id, values: { tier: 'enterprise', tags: ['reference'] } },
  ])
  world.clock.set('2026-11-10T09:00:00.000Z')
  await world.records.undo(world.operator, moved.act ?? '')
  await world.records.change(world.operator, 'account', [{ verb: 'delete', id }])
  world.clock.set('2026-11-15T10:00:00.000Z')
  const at = (asOf?: string) =>
    world.ask({
      from: 'account',
      select: ['name', 'tier', 'tags', 'arr'],
      where: { field: 'id', op: 'is', value: id },
      ...(asOf ? { asOf } : {}),
    })
  expect(await at()).toEqual([])
  expect(await at('2026-11-06')).toEqual([
    { id, name: 'Past One', tier: 'enterprise', tags: ['reference'], arr: { amount: 700, currency: 'EUR' } },
  ])
  expect(await at('2026-10-31')).toEqual([
    { id, name: 'Past One', tier: 'standard', tags: ['pilot'], arr: { amount: 700, currency: 'EUR' } },
  ])
  expect(await at('2026-10-15')).toEqual([
    { id, name: 'Past One', tier: 'standard', tags: ['pilot'], arr: { amount: 500, currency: 'EUR' } },
  ])
  expect(await at('2026-09-30')).toEqual([])
  expect(
    await world.ask({
      from: 'account',
      select: ['name'],
      where: { field: 'arr', op: 'gte', value: { amount: 600, currency: 'EUR' } },
      asOf: '2026-10-31',
    }),
  ).toMatchObject([{ name: 'Past One' }])
})

test('pages visit each record once, unknown values last in both directions', async () => {
  const made = await world.records.change(
    world.operator,
    'task',
    Array.from({ length: 23 }, (_, i) => ({
      verb: 'create' as const,
      values: {
        name: `Page ${String(i).padStart(2, '0')}`,
        status: 'open',
        due_on: i % 3 ? `2026-12-${String((i % 9) + 1).padStart(2, '0')}` : null,
      },
    })),
  )
  const ids = made.results.map(idOf)
  for (const order of [
    [],
    [{ field: 'due_on' }],
    [{ field: 'due_on', dir: 'desc' as const }],
    [{ field: 'status' }, { field: 'due_on', dir: 'desc' as const }],
  ]) {
    const seen: { id: string; due_on: string | null }[] = []
    let after: string | undefined
    do {
      const answer = await world.records.ask(world.operator, {
        from: 'task',
        select: ['due_on'],
        order,
        limit: 5,
        ...(after ? { after } : {}),
      })
      seen.push(...JSON.parse(answer.data))
      after = answer.next ?? undefined
    } while (after)
    expect([...seen.map((row) => row.id)].sort()).toEqual([...ids].sort())
    if (order.length === 1) expect(seen.findIndex((row) => row.due_on === null)).toBe(15)
  }
})

test('who has no id elsewhere is told that what they refer to has not come, instead of losing the reference', async () => {
  const parent = { system: 'crm', localId: 'not-yet' }
  const change = { verb: 'create' as const, values: { name: 'Early Typed', parent } }
  const { act, results } = await world.records.change(world.operator, 'account', [change])
  expect(results).toMatchObject([{ outcome: 'refused', faults: [{ field: 'parent', code: 'unknown_reference' }] }])
  expect(act).toBeNull()
})

test('a reference to a record that has not come yet is filled in when it does', async () => {
  const child = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      source: { system: 'crm', localId: 'child' },
      values: { name: 'Child', parent: { system: 'crm', localId: 'late parent' } },
    },
  ])
  await world.records.change(world.operator, 'account', [
    { verb: 'upsert', source: { system: 'crm', localId: 'late parent' }, values: { name: 'Late Parent' } },
  ])
  expect(
    await world.ask({
      from: 'account',
      select: ['name', 'parent.name', { relation: 'subsidiaries', select: ['name'] }],
      where: { field: 'id', op: 'is', value: idOf(child.results[0]) },
    }),
  ).toMatchObject([{ name: 'Child', 'parent.name': 'Late Parent' }])
})

test('a chain of parents can’t be closed into a loop, in one batch or in two', async () => {
  const [a, b] = [await world.create('account', { name: 'Loop A' }), await world.create('account', { name: 'Loop B' })]
  await world.records.change(world.operator, 'account', [{ verb: 'update', id: a, values: { parent: b } }])
  const { results } = await world.records.change(world.operator, 'account', [
    { verb: 'update', id: b, values: { parent: a } },
  ])
  expect(results[0]).toMatchObject({ outcome: 'refused', faults: [{ field: 'parent', code: 'reference_loop' }] })
})

test('the same idempotency key does a thing once and answers the same; with another request it is refused', async () => {
  const once = { verb: 'create' as const, values: { name: 'Only Once' }, allowDuplicate: true }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.records.change(world.operator, 'account', [once], { idempotencyKey: 'k-1' })),
  )
  expect(new Set(answers.map((answer) => idOf(answer.results[0]))).size).toBe(1)
  await expect(
    world.records.change(world.operator, 'account', [{ ...once, values: { name: 'Other' } }], {
      idempotencyKey: 'k-1',
    }),
  ).rejects.toMatchObject({ code: 'idempotency_conflict' })
})

test('creating what exists already is answered with the one that exists', async () => {
  const id = await world.create('account', { name: 'Microsoft Corporation', country: 'US' })
  const { results } = await world.records.change(world.operator, 'account', [
    { verb: 'create', values: { name: 'Microsoft' } },
  ])
  expect(results).toEqual([{ outcome: 'possible_duplicate', candidates: [{ id, title: 'Microsoft Corporation' }] }])
})

test('sums of money are per currency; groups and periods count right', async () => {
  const account = await world.create('account', { name: 'Deals Ltd' })
  for (const [amount, currency, closes_on] of [
    [100, 'USD', '2026-01-10'],
    [250, 'USD', '2026-01-20'],
    [70, 'EUR', '2026-02-01'],
  ] as const)
    await world.create('opportunity', { account, name: 'Deal', amount: { amount, currency }, closes_on })
  const where = { field: 'account', op: 'is', value: account }
  expect(
    await world.ask({ from: 'opportunity', where, measure: { total: { sum: 'amount' }, deals: { count: '*' } } }),
  ).toEqual([
    { currency: 'EUR', total: 70, deals: 1 },
    { currency: 'USD', total: 350, deals: 2 },
  ])
  expect(
    await world.ask({
      from: 'opportunity',
      where,
      group: [{ field: 'closes_on', by: 'month' }],
      measure: { n: { count: '*' } },
    }),
  ).toEqual([
    { closes_on: '2026-01-01', n: 2 },
    { closes_on: '2026-02-01', n: 1 },
  ])
})
