// Random sequences of imports, edits, merges, undos and unmerges beside a model that knows only: which record a source record was
// born in, which merge put which record into which, and the policy of claims in two lines. No value is lost, nothing hangs on
// nothing, and every golden value is what the claims add up to.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, openWorld, type World } from '../../test/harness/world.ts'
import { createIds } from '../platform/index.ts'
import { type Duplicates, openDuplicates } from './index.ts'

let world: World
let duplicates: Duplicates
beforeAll(async () => {
  world = await openWorld()
  duplicates = openDuplicates({ pool: world.app, records: world.records, clock: world.clock, ids: createIds() })
})
afterAll(() => world.close())

type Step =
  | { do: 'import'; record: number; name: number }
  | { do: 'edit'; record: number; tier: 'strategic' | 'standard' | null }
  | { do: 'ticket'; record: number }
  | { do: 'merge'; one: number; other: number }
  | { do: 'unmerge'; merge: number }
  | { do: 'undo'; edit: number }

const index = fc.nat(99)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('import' as const), record: index, name: index }),
  fc.record({
    do: fc.constant('edit' as const),
    record: index,
    tier: fc.constantFrom('strategic' as const, 'standard' as const, null),
  }),
  fc.record({ do: fc.constant('ticket' as const), record: index }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), one: index, other: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), merge: index }) },
  fc.record({ do: fc.constant('undo' as const), edit: index }),
)

type Claim = { record: string; source: string; field: string; value: unknown; act: string; saidAt: string }

type Model = {
  /** Names in the CRM, and the record each was born in. */
  born: Map<string, string>
  into: Map<string, { master: string; act: string }>
  edits: string[]
  tickets: Map<string, string>
}

const rootOf = (model: Model, id: string): string => {
  const merged = model.into.get(id)
  return merged ? rootOf(model, merged.master) : id
}

test('no value is lost, nothing is orphaned, and the golden values are what the claims add up to', {
  timeout: 240_000,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      run += 1
      const model = await startModel(`P${run}`)
      for (const each of steps) {
        world.clock.advance(60_000)
        await take(model, each)
        await holds(model)
      }
      expect((await world.records.check(world.operator)).findings).toEqual([])
    }),
    { numRuns: 40, seed: 20_261_122 },
  )
})

const records = 4

async function startModel(prefix: string): Promise<Model> {
  const model: Model = { born: new Map(), into: new Map(), edits: [], tickets: new Map() }
  for (let i = 0; i < records; i++) {
    const name = `${prefix}-${i}`
    model.born.set(name, await say(name, `${name} first`))
  }
  return model
}

const say = async (localId: string, name: string): Promise<string> => {
  const { results } = await world.records.change(world.operator, 'account', [
    {
      verb: 'upsert',
      source: { system: 'crm', localId },
      values: { name },
      saidAt: world.clock().toISOString(),
    },
  ])
  return idOf(results[0])
}

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length]

async function take(model: Model, step: Step): Promise<void> {
  const homes = [...model.born.values()]
  const names = [...model.born.keys()]
  if (step.do === 'import') {
    const name = pick(names, step.record) ?? ''
    const before = await claims(model)
    await say(name, `${name} said ${step.name}`)
    expect(others(await claims(model), `crm ${name}`)).toEqual(others(before, `crm ${name}`))
  } else if (step.do === 'edit') {
    const id = pick(homes, step.record) ?? ''
    const before = await claims(model)
    const { act } = await world.records.change(world.operator, 'account', [
      { verb: 'update', id, values: { tier: step.tier } },
    ])
    if (act) model.edits.push(act)
    const own = `hand ${rootOf(model, id)}`
    expect(others(await claims(model), own)).toEqual(others(before, own))
  } else if (step.do === 'ticket') {
    const name = pick(names, step.record) ?? ''
    const localId = `${name} ${model.tickets.size}`
    const { results } = await world.records.change(world.operator, 'ticket', [
      {
        verb: 'upsert',
        source: { system: 'support', localId },
        values: { subject: localId, status: 'open', account: { system: 'crm', localId: name } },
      },
    ])
    model.tickets.set(idOf(results[0]), name)
  } else if (step.do === 'merge') await mergeTwo(model, pick(homes, step.one) ?? '', pick(homes, step.other) ?? '')
  else if (step.do === 'unmerge') await unmergeOne(model, step.merge)
  else await undoOne(model, step.edit)
}

async function mergeTwo(model: Model, one: string, other: string): Promise<void> {
  const [master, loser] = [rootOf(model, one), rootOf(model, other)]
  if (master === loser) return
  const before = await claims(model)
  const { act } = await duplicates.merge(world.operator, 'account', {
    ids: [one, other],
    into: one,
    because: 'at random',
  })
  model.into.set(loser, { master, act })
  expect(words(await claims(model))).toEqual(words(before))
}

async function unmergeOne(model: Model, at: number): Promise<void> {
  const [id, merged] = pick([...model.into], at) ?? []
  if (!id || !merged) return
  const before = await claims(model)
  const { restored } = await duplicates.unmerge(world.operator, { act: merged.act }, { answers: 'stay' })
  expect(restored).toEqual([id])
  model.into.delete(id)
  const after = await claims(model)
  // What is not claimed any more has a later word of a person in its place.
  for (const claim of before) {
    const isThere = after.some(
      ({ field, value, act }) => field === claim.field && value === claim.value && act === claim.act,
    )
    const isOverruled = after.some(
      ({ field, act, source }) => field === claim.field && source.startsWith('hand') && act > claim.act,
    )
    expect(isThere || isOverruled, JSON.stringify(claim)).toBe(true)
  }
}

async function undoOne(model: Model, at: number): Promise<void> {
  const act = pick(model.edits, at)
  if (!act) return
  const before = (await claims(model)).filter(({ source }) => source.startsWith('crm'))
  await world.records.undo(world.operator, act)
  expect((await claims(model)).filter(({ source }) => source.startsWith('crm'))).toEqual(before)
}

/** What must be so after every step. */
async function holds(model: Model): Promise<void> {
  const said = await claims(model)
  for (const [name, home] of model.born)
    expect(new Set(said.filter(({ source }) => source === `crm ${name}`).map(({ record }) => record))).toEqual(
      new Set([rootOf(model, home)]),
    )
  for (const home of model.born.values()) {
    const root = rootOf(model, home)
    const [golden] = await world.ask<{ name: string; tier: string | null }>({
      from: 'account',
      select: ['name', 'tier'],
      where: { field: 'id', op: 'is', value: root },
    })
    const of = (field: string) => said.filter((each) => each.record === root && each.field === field)
    expect(golden).toMatchObject({ name: best(of('name'), 'crm'), tier: best(of('tier'), 'hand') })
  }
  for (const [ticket, name] of model.tickets) {
    const [found] = await world.ask({
      from: 'ticket',
      select: ['account'],
      where: { field: 'id', op: 'is', value: ticket },
    })
    expect(found).toMatchObject({ account: rootOf(model, model.born.get(name) ?? '') })
  }
  const { rows } = await world.owner.query(
    'select 1 from records.redirect r join records.redirect s on s.workspace_id = r.workspace_id and s.id = r.to_id',
  )
  expect(rows).toEqual([])
}

/** The policy in two lines: the field's own source first, and of equals the last word. */
function best(said: readonly Claim[], authority: string): unknown {
  const own = said.filter(({ source }) => source.startsWith(authority))
  const last = (own.length > 0 ? own : said).toSorted((a, b) => (a.saidAt < b.saidAt ? 1 : -1))
  return last[0]?.value ?? null
}

async function claims(model: Model): Promise<Claim[]> {
  const { rows } = await world.owner.query<Claim>(
    `select s.record_id as record, s.system || ' ' || s.local_id as source, c.key as field, c.value #>> '{}' as value,
       coalesce(s.marks -> c.key ->> 'act', s.act_id::text) as act,
       coalesce(s.marks -> c.key ->> 'saidAt', to_char(s.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as "saidAt"
     from records.source_record s cross join lateral jsonb_each(s.claims) c
     where s.object = 'account' and s.record_id = any($1) order by 2, 3`,
    [[...model.born.values()]],
  )
  return rows
}

/** Who says what, whatever record it is said of. */
const words = (said: readonly Claim[]) => said.map(({ record: _, ...rest }) => rest)
const others = (said: readonly Claim[], source: string) => said.filter((each) => each.source !== source)
