// The same requests, sent at once in one world and one after the other in its twin: what is answered and what is stored is the same.
// Requests of one kind may mean one record, be alike or bear one key; of several kinds they may not, for there any order is right.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ManifestField, type ManifestObject, manifest } from '../../../dictionary/index.ts'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { foundCompany, type Random, randomOf, sampleOf } from '../../../test/permissions/company.ts'
import type { Actor } from '../../access/index.ts'
import type { Change, ChangeOptions, ChangeResult } from './types.ts'

type Who = 'operator' | 'csm' | 'leader'
type Asked = { who: Who; object: string; change: Change; options: ChangeOptions }
type Answer = ChangeResult | { error: string }

let together: World
let apart: World
let actors: Record<Who, Actor>
/** By object, the records that were there before. */
const there = new Map<string, readonly string[]>()

beforeAll(async () => {
  const first = await openWorld()
  first.clock.set('2026-11-14T09:00:00.000Z')
  await foundCompany(first)
  for (const [name, type] of Object.entries({ floor: 'text', labels: 'tags' }))
    await first.admin.addField(first.workspace.id, {
      object: 'account',
      name,
      declaration: { type, label: name, describe: 'What is written there.', sensitivity: 'general' },
    })
  const [csm, leader] = [await first.person('csm'), await first.person('cs_leader')]
  const random = randomOf(3)
  const make = (object: string, values: Record<string, unknown>) => {
    const needed = fieldsOf(object).filter((field) => field.required === true && !field.to && !field.serverOwned)
    return first.create(object, { ...drawn(needed, (field) => sampleOf(field, random)), ...values })
  }
  for (let i = 0; i < 10; i++) {
    const account = await make('account', {
      name: `Seedling ${i} Holdings`,
      owner: (i % 2 ? csm : leader).id,
      floor: i,
    })
    const contact = await make('contact', { name: `Kim Seed${letters[i]}`, email: `kim${i}@seed.example` })
    await make('account_contact', { account, contact })
    await make('task', { account, owner: csm.id })
    await make('ticket', { account })
  }
  for (const name of objects) {
    const { rows } = await first.owner.query(`select id from customer.${name} where deleted_at is null order by id`)
    there.set(
      name,
      rows.map(({ id }) => id),
    )
  }
  const kept = `twins_${first.url.slice(-12)}`
  await first.close(kept)
  together = await openWorld({ from: kept })
  apart = await openWorld({ from: kept })
  actors = { operator: together.operator, csm, leader }
})
afterAll(() => Promise.all([together.close(), apart.close()]))

const objects = [...manifest.objects.values()].flatMap(({ kind, name }) => (kind === 'records' ? [name] : []))
const fieldsOf = (object: string): ManifestField[] => [
  ...(manifest.objects.get(object) as ManifestObject).fields.values(),
] // of objects
const drawn = (fields: readonly ManifestField[], draw: (field: ManifestField) => unknown) =>
  Object.fromEntries(fields.map((field) => [field.name, draw(field)]))
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T // never empty here
const some = <T>(random: Random, count: number, draw: () => T): T[] =>
  Array.from({ length: Math.floor(random() * (count + 1)) }, draw)

const letters = 'bdfgklmnprstvz'
const tricky = [
  'a,b',
  'say "so"',
  'back\\slash',
  '{curly}',
  'NULL',
  "it's",
  'two\nlines',
  '(1)',
  '日本',
  '{}',
  '\\N',
  '💥',
]
const wrong = [{}, [], true, 'no such thing', -1, 1e30, ['a', 1], 'x'.repeat(400)]
const nowhere = '0190a000-0000-7000-8000-000000000009'

/** A value of the field, one that it can't take, or none. */
function given(field: ManifestField, random: Random): unknown {
  const die = random()
  if (field.required === true && die < 0.9)
    return field.to ? pick(random, there.get(field.to) ?? []) : sampleOf(field, random)
  if (die < 0.1) return pick(random, [null, null, ''])
  if (die < 0.15) return pick(random, wrong)
  if (field.to) {
    const id = pick(random, [...(there.get(field.to) ?? []), nowhere])
    return die < 0.3 ? { system: 'crm', localId: `${field.to}-${Math.floor(random() * 9)}` } : id
  }
  if (die < 0.5 && ['text', 'long_text'].includes(field.type)) return pick(random, tricky)
  if (die < 0.6 && field.type === 'tags' && !field.options.vocabulary)
    return some(random, 3, () => pick(random, tricky))
  return sampleOf(field, random)
}

/** Names within one family are alike, so that what is made looks like what was made a moment ago. */
function named(field: string, family: string, random: Random): string | readonly string[] | null {
  const place = `${family}${Math.floor(random() * 5)}.example`.toLowerCase()
  if (field === 'email') return `${family}${pick(random, ['', 'a', 's'])}@${family}.example`.toLowerCase()
  if (field === 'domains') return [place]
  if (field === 'website') return `https://${place}`
  if (field.endsWith('phone')) return null
  return `${family}${pick(random, ['', 'a', 's', 'o'])} ${pick(random, ['Mill', 'Works', 'Miller'])}`
}
const naming = new Set(
  'name legal_name other_names domains website first_name last_name email phone mobile_phone'.split(' '),
)

/** Who may see what hangs on these, so making or changing them is everybody's business. */
const ties = new Set(['account_contact', 'account_team_member'])
const telling = new Set(['owner', 'relationship_owner', 'user', 'account', 'contact', 'csm'])

type Kind = {
  who: Who
  object: string
  fields: ManifestField[]
  family: string
  ids: string[] | null
  isKeyed: boolean
  mayDouble: boolean
}

function kindsOf(random: Random, taken: Set<string>): Kind[] {
  return Array.from({ length: 7 }, (_, place) => {
    const isAlike = place === 0
    const object = pick(random, isAlike ? ['account', 'contact'] : objects)
    const isNew = isAlike || (random() < 0.35 && !ties.has(object))
    const needed = fieldsOf(object).filter(
      ({ name, required, serverOwned }) =>
        (isNew && required === true && !serverOwned) || (isAlike && ['name', 'email', 'domains'].includes(name)),
    )
    const free = fieldsOf(object).filter(({ name }) => !telling.has(name))
    const above = random() < 0.15 ? free.filter(({ options }) => options.acyclic) : []
    const others = [pick(random, free), ...some(random, 2, () => pick(random, free))].filter((f) => !f.options.acyclic)
    const ids = (there.get(object) ?? []).filter((id) => !taken.has(id) && random() < 0.4)
    if (!isNew) for (const id of ids) taken.add(id)
    return {
      who: pick(random, ['operator', 'operator', 'csm', 'leader'] as const),
      object,
      fields: [...new Set([...needed, ...others, ...above])],
      family: `${pick(random, [...'AEIOU'])}${Array.from({ length: 8 }, (_, i) => pick(random, [...(i % 2 ? 'aeiou' : letters)])).join('')}`,
      ids: isNew ? null : [...ids, nowhere],
      isKeyed: random() < 0.25,
      mayDouble: random() < 0.15,
    }
  })
}

function askedOf(random: Random, { who, object, fields, family, ids, isKeyed, mayDouble }: Kind): Asked {
  const values = {
    ...drawn(random() < 0.5 ? fields : fields.toReversed(), (field) =>
      naming.has(field.name) && random() < 0.9 ? named(field.name, family, random) : given(field, random),
    ),
    ...(object === 'account' && family < 'J'
      ? { floor: pick(random, [null, ...tricky]), labels: some(random, 4, () => pick(random, tricky)) }
      : {}),
  }
  const options = {
    ...(random() < 0.2 ? { because: `reason ${Math.floor(random() * 99)}` } : {}),
    ...(random() < 0.2 ? { mode: 'all' as const } : {}),
    ...(isKeyed && random() < 0.7 ? { idempotencyKey: `${family} ${Math.floor(random() * 6)}` } : {}),
  }
  const change: Change = ids
    ? {
        verb: 'update',
        id: pick(random, ids),
        values,
        ...(random() < 0.2 ? { version: 1 + Math.floor(random() * 3) } : {}),
      }
    : { verb: 'create', values, ...(mayDouble ? { allowDuplicate: true } : {}) }
  return { who, object, change, options }
}

const send = (world: World, { who, object, change, options }: Asked): Promise<Answer> =>
  world.records.change(actors[who], object, [change], options).catch(({ message }: Error) => ({ error: message }))

/** What came to be is called by the request that it came of. */
function callingOf(answers: readonly Answer[]): (value: unknown) => string {
  const calls = new Map<string, string>()
  const call = (id: string, as: string) => calls.set(id, calls.get(id) ?? as)
  for (const [i, answer] of answers.entries()) {
    if ('error' in answer) continue
    if (answer.act) call(answer.act, `act ${i}`)
    for (const each of answer.results) if (each.outcome === 'created') call(each.id, `made by ${i}`)
  }
  const inOrder = (candidates: readonly { id: string }[]) => candidates.map(({ id }) => calls.get(id) ?? id).sort()
  return (value) =>
    JSON.stringify(value, (key, each) => (key === 'candidates' ? inOrder(each) : key === 'salt' ? '' : each))
      .replace(
        /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g,
        (id) => calls.get(id) ?? (id < today ? id : ''),
      )
      .replace(/2026-11-15[T ]1\d:\d\d:\d\d[.\d]*(Z|\+00(:00)?)?/g, 'now')
}
const today = Date.parse('2026-11-15').toString(16).padStart(12, '0').slice(0, 8)

const besides = ['source_record', 'match_key', 'search_key', 'idempotency', 'awaited'].map((name) => `records.${name}`)
const ledger = ['act', 'history', 'outbox'].map((name) => `ledger.${name}`)

async function storedIn(world: World, calling: (value: unknown) => string): Promise<Record<string, string[]>> {
  const stored: Record<string, string[]> = {}
  for (const table of [...objects.map((name) => `customer.${name}`), ...besides, ...ledger]) {
    const { rows } = await world.owner.query(`select to_jsonb(t) as row from ${table} t`)
    stored[table] = rows.map(({ row }) => calling(row)).sort()
  }
  return stored
}

test('what is asked at once is answered and stored as if it had been asked one after the other', async () => {
  const random = randomOf(20_261_115)
  const asked: Asked[] = []
  const answers: Record<'together' | 'apart', Answer[]> = { together: [], apart: [] }
  for (let round = 0; round < 10; round++) {
    const kinds = kindsOf(random, new Set())
    const now = Array.from({ length: 40 }, () => askedOf(random, pick(random, kinds)))
    asked.push(...now)
    answers.together.push(...(await Promise.all(now.map((each) => send(together, each)))))
    for (const each of now) answers.apart.push(await send(apart, each))
  }
  const [calling, callingApart] = [callingOf(answers.together), callingOf(answers.apart)]
  const told = (calling: (value: unknown) => string, some: readonly Answer[]) =>
    some.map((answer, i) => `${JSON.stringify(asked[i])} → ${calling(answer)}`)
  expect(told(calling, answers.together)).toEqual(told(callingApart, answers.apart))
  expect(await storedIn(together, calling)).toEqual(await storedIn(apart, callingApart))
  expect((await together.records.check(together.operator)).findings).toEqual([])
  const outcomes = answers.together.map((each) => ('error' in each ? 'error' : each.results[0]?.outcome))
  for (const outcome of ['created', 'updated', 'unchanged', 'refused', 'possible_duplicate', 'error'])
    expect(outcomes).toContain(outcome)
  const { rows } = await together.owner.query(
    `select count(*)::int as acts, count(distinct xmin::text)::int as transactions from ledger.act where at >= '2026-11-15'`,
  )
  expect(rows[0].transactions).toBeLessThan(rows[0].acts * 0.8)
})
