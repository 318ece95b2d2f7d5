// Nothing is written of a source without an act that says so: whatever is sent, in whatever order, and taken back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../../test/harness/world.ts'
import { randomOf } from '../../../test/permissions/company.ts'
import type { Change } from './types.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const send = async (change: Change) => {
  const { act, results } = await world.records.change(world.operator, 'account', [change])
  return { act, result: results[0], id: idOf(results[0]) }
}

/** What sources say, as it lies in the table, by their names. */
async function kept(): Promise<Map<string, string>> {
  const { rows } = await world.owner.query(
    `select system || ' ' || local_id as name, to_jsonb(s)::text as words from records.source_record s where workspace_id = $1`,
    [world.workspace.id],
  )
  return new Map(rows.map(({ name, words }) => [name, words]))
}
const keptOf = async (name: string) => JSON.parse((await kept()).get(name) ?? 'null')

/** Sources that the history of these acts speaks of. */
async function toldBy(acts: readonly (string | null)[]): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select distinct h.system || ' ' || h.local_id as name from ledger.history h
      join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
      where h.workspace_id = $1 and h.act_id = any($2) order by name`,
    [world.workspace.id, acts],
  )
  return rows.map(({ name }) => name)
}

test('a form that is saved as it stands leaves nothing behind, whoever said before what it says', async () => {
  const crm = { system: 'crm', localId: 'tarn' } as const
  const { id } = await send({ verb: 'upsert', source: crm, values: { name: 'Tarn Foods', tier: 'standard' } })
  const before = await kept()
  for (const values of [{ name: 'Tarn Foods', tier: 'standard' }, { tier: 'standard' }, { website: null }])
    for (const verb of ['update', 'upsert'] as const)
      expect(await send({ verb, id, values })).toMatchObject({
        act: null,
        result: { outcome: 'unchanged', version: 1 },
      })
  expect(await kept()).toEqual(before)
})

test('a system that says for the first time what is held already is heard, and so is its name for the record', async () => {
  const { id } = await send({ verb: 'create', values: { name: 'Fell Dairy', tier: 'standard' } })
  const billing = { system: 'billing', localId: 'cus_fell' } as const
  const support = { system: 'support', localId: 'org_fell' } as const
  const said = await send({ verb: 'upsert', id, source: billing, values: { name: 'Fell Dairy', tier: null } })
  const named = await send({ verb: 'upsert', id, source: support, values: {} })
  expect([said.result, named.result]).toMatchObject(Array(2).fill({ outcome: 'unchanged', version: 1 }))
  expect(await toldBy([said.act])).toEqual(['billing cus_fell'])
  expect(await toldBy([named.act])).toEqual(['support org_fell'])
  const before = await kept()
  for (const source of [billing, support])
    expect(await send({ verb: 'upsert', source, values: {} })).toMatchObject({ act: null, id })
  expect(await kept()).toEqual(before)

  const undone = await world.records.undo(world.operator, named.act ?? '')
  expect([undone.records, await keptOf('support org_fell')]).toEqual([1, null])
  await world.records.undo(world.operator, undone.acts[0] ?? '')
  expect(await keptOf('support org_fell')).toMatchObject({ record_id: id, claims: {} })
})

test('a row that says nothing new is not where its source was read, and an older word changes no document', async () => {
  const source = { system: 'billing', localId: 'cus_beck' } as const
  const bill = (day: string, row: number, tier: string) =>
    send({
      verb: 'upsert',
      source,
      isWhole: true,
      saidAt: `2026-11-${day}T00:00:00.000Z`,
      file: `bills-${day}.json`,
      row,
      document: { tier },
      values: { name: 'Beck Yards', tier },
    })
  await bill('05', 7, 'standard')
  const before = await kept()
  expect((await bill('02', 3, 'strategic')).act).toBeNull()
  const again = await send({ verb: 'upsert', source, file: 'others.csv', row: 9, values: { name: 'Beck Yards' } })
  expect(again.act).toBeNull()
  expect(await kept()).toEqual(before)
  await bill('06', 2, 'strategic')
  const last = { file: 'bills-06.json', rows: [2], document: { tier: 'strategic' } }
  expect(await keptOf('billing cus_beck')).toMatchObject(last)
})

test('after any changes and undoings, what moved of a source is told by the act that was answered', async () => {
  const random = randomOf(1911)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T // never empty here
  const maybe = (name: string, values: readonly unknown[]) => (random() < 0.5 ? [] : [[name, pick(values)]])
  const names = ['Alder', 'Birch', 'Cedar'].map((name) => `${name} Works`)
  const ids: string[] = []
  for (const name of names) ids.push((await send({ verb: 'create', values: { name } })).id)
  const draw = (n: number): Change => {
    const system = pick(['hand', 'crm', 'billing', 'spreadsheet'] as const)
    return {
      verb: pick(['update', 'upsert'] as const),
      ...(ids[n] ? { id: ids[n] } : {}),
      ...(system === 'hand' ? {} : { source: { system, localId: `${n}-${pick([1, 2])}` } }),
      values: Object.fromEntries([
        ['name', names[n]],
        ...maybe('tier', ['standard', 'strategic', null]),
        ...maybe('website', ['https://a.example', 'https://b.example', null]),
      ]),
      ...Object.fromEntries([
        ...maybe('isWhole', [true]),
        ...maybe(
          'saidAt',
          [1, 2, 3].map((day) => `2026-11-0${day}T00:00:00.000Z`),
        ),
        ...maybe('file', ['a.csv', 'b.csv']),
        ...maybe('row', [2, 3]),
        ...maybe('document', [{ n: 1 }, { n: 2 }]),
      ]),
    }
  }
  const acts: string[] = []
  for (let turn = 0; turn < 150; turn++) {
    const before = await kept()
    const undone = acts.length > 0 && random() < 0.2 ? pick(acts) : null
    const changes = [draw(Math.floor(random() * 3)), ...(random() < 0.3 ? [draw(Math.floor(random() * 3))] : [])]
    const answered = undone
      ? (await world.records.undo(world.operator, undone)).acts
      : [(await world.records.change(world.operator, 'account', changes)).act ?? []].flat()
    acts.push(...answered)
    const after = await kept()
    const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    )
    expect(await toldBy(answered), JSON.stringify(undone ?? changes)).toEqual(expect.arrayContaining(moved))
  }
  expect(acts.length).toBeGreaterThan(75)
})
