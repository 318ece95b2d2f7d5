// The queue of pairs that may be one: what the finder leaves, and what is looked at first.
import { words } from '../../dictionary/words.ts'
import { type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { Failure, inOneTrip, isId, type Row, rowSource, sql, statement, told } from '../platform/index.ts'
import type { Deciding } from './index.ts'
import { stakesOf } from './stakes.ts'

export type FoundPair = {
  a: string
  b: string
  /** How much the evidence says for them being one, in bits (log2 of the odds it gives). */
  bits: number
  /** What the evidence is, field by field, as the finder compares it. */
  vector: unknown
  /** ARR that hangs on the two; worked out here where it is not given. */
  valueAtStake?: number
  /** Found to belong together without being one: kept, and not in the queue. */
  isRelated?: boolean
}

export type Pair = {
  a: { id: string; title: string | null }
  b: { id: string; title: string | null }
  bits: number
  foundAt: string
  /** ARR of the accounts concerned, in minor units of whatever currencies: a weight, not an amount. Null where the actor may not know. */
  valueAtStake: number | null
}

export type ListOrder = {
  object: string
  /** `next` of the page before. */
  after?: string
  limit?: number
}

const mostPairs = 5_000
const mostRead = 500

export async function record(
  { pool, records, clock }: Deciding,
  actor: Actor,
  object: string,
  pairs: readonly FoundPair[],
): Promise<void> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'find duplicates of', object })
  if (pairs.length > mostPairs)
    throw new Failure('too_large', {
      what: told(words('The list', 'La lista', 'A lista', 'Senarai ini')),
      limit: told(words(`${mostPairs} pairs`, `${mostPairs} pares`, `${mostPairs} pares`, `${mostPairs} pasangan`)),
    })
  const unweighed = pairs.filter((each) => each.valueAtStake === undefined)
  const stakes = await stakesOf(records, actor, object, [...new Set(unweighed.flatMap(({ a, b }) => [a, b]))])
  const rows = new Map(
    pairs.flatMap(({ a, b, bits, vector, valueAtStake, isRelated }) => {
      const [one = '', other = ''] = [a, b].sort()
      if (one === other || !isId(one) || !isId(other)) return []
      const stake = valueAtStake ?? (stakes.get(one) ?? 0) + (stakes.get(other) ?? 0)
      const state = isRelated ? 'related' : 'open'
      return [[`${one} ${other}`, [one, other, bits, JSON.stringify(vector ?? null), stake, state]] as const]
    }),
  )
  if (rows.size === 0) return
  const columns = [
    { name: 'a', type: 'uuid' },
    { name: 'b', type: 'uuid' },
    { name: 'bits', type: 'float8' },
    { name: 'vector', type: 'jsonb' },
    { name: 'stake', type: 'bigint' },
    { name: 'state', type: 'text' },
  ]
  await inOneTrip(pool, actor.workspace, [
    statement(sql`insert into duplicates.candidate (workspace_id, object, a, b, state, bits, vector, value_at_stake, found_at)
      select ${actor.workspace}::uuid, ${object}, r.a, r.b, r.state, r.bits, r.vector, r.stake, ${clock().toISOString()}::timestamptz from ${rowSource(columns, [...rows.values()], 'r')}
      on conflict (workspace_id, object, a, b) do update set bits = excluded.bits, vector = excluded.vector, value_at_stake = excluded.value_at_stake`),
  ])
}

/** Reads on until the page is full: a pair of which one is out of sight is passed over as if it were not there. */
export async function list(
  { pool, records }: Deciding,
  actor: Actor,
  { object, after, limit = 50 }: ListOrder,
): Promise<{ pairs: Pair[]; next: string | null }> {
  const size = Math.min(Math.max(limit, 1), 200)
  const access = await records.book.of(actor)
  const declared = access.manifest.objects.get(object)
  if (!declared || grantsFor(access, object, 'list').length === 0) throw new Failure('object_unavailable', { object })
  const mayWeigh = isOpen(access, 'account', 'arr')
  const title = isOpen(access, object, declared.title) ? declared.title : null
  const pairs: Pair[] = []
  for (let place = placeOf(after); ; ) {
    const [rows = []] = await inOneTrip(pool, actor.workspace, [page(actor.workspace, object, place, mayWeigh)])
    const titles = await titlesOf(records, actor, { object, title }, rows)
    for (const row of rows) {
      const [a, b] = [row['a'] as string, row['b'] as string] // uuid columns
      place = [a, b]
      if (!titles.has(a) || !titles.has(b)) continue
      pairs.push(pairOf(row, titles, mayWeigh))
      if (pairs.length === size) return { pairs, next: place.join('_') }
    }
    if (rows.length < mostRead) return { pairs, next: null }
  }
}

function isOpen(access: Parameters<typeof grantsFor>[0], object: string, name: string): boolean {
  const field = access.manifest.objects.get(object)?.fields.get(name)
  return field !== undefined && readableUnder(grantsFor(access, object, 'list'), field.sensitivity) === 'every'
}

function placeOf(after: string | undefined): [string, string] | null {
  const [a = '', b = ''] = after?.split('_') ?? []
  if (after !== undefined && !(isId(a) && isId(b))) throw new Failure('invalid_cursor', {})
  return after === undefined ? null : [a, b]
}

/** What is at stake tells of money: who may not know of it gets the surest pairs first. */
function page(workspace: string, object: string, place: readonly [string, string] | null, mayWeigh: boolean) {
  const weight = mayWeigh ? sql`c.value_at_stake` : sql`0::bigint`
  const mark = place
    ? sql`, mark as (select ${weight} as weight, c.bits, c.a, c.b from duplicates.candidate c where c.workspace_id = ${workspace} and c.object = ${object} and c.a = ${place[0]} and c.b = ${place[1]})`
    : sql``
  const further = place
    ? sql`where exists (select 1 from mark where (c.weight, c.bits) < (mark.weight, mark.bits) or ((c.weight, c.bits) = (mark.weight, mark.bits) and (c.a, c.b) > (mark.a, mark.b)))`
    : sql``
  return statement(sql`with open as (
      select c.a, c.b, coalesce(c.bits, 0) as bits, ${weight} as weight, c.value_at_stake, to_char(c.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as found_at
      from duplicates.candidate c where c.workspace_id = ${workspace} and c.object = ${object} and c.state = 'open')${mark}
    select c.* from open c ${further} order by c.weight desc, c.bits desc, c.a, c.b limit ${mostRead}`)
}

/** Of the records that the actor sees, by id; null for those without a name they may read. */
async function titlesOf(
  records: Deciding['records'],
  actor: Actor,
  { object, title }: { object: string; title: string | null },
  rows: readonly Row[],
): Promise<Map<string, string | null>> {
  const ids = [...new Set(rows.flatMap((row) => [row['a'] as string, row['b'] as string]))] // uuid columns
  if (ids.length === 0) return new Map()
  const { data } = await records.ask(actor, {
    from: object,
    select: title ? [title] : ['version'],
    where: { field: 'id', op: 'in', value: ids },
    limit: ids.length,
  })
  const found = JSON.parse(data) as Record<string, unknown>[] // the door's own answer
  return new Map(
    found.map((each) => {
      const named = title ? each[title] : null
      return [each['id'] as string, typeof named === 'string' ? named : null] // every row of an answer has its id
    }),
  )
}

function pairOf(row: Row, titles: ReadonlyMap<string, string | null>, mayWeigh: boolean): Pair {
  const of = (id: unknown) => ({ id: id as string, title: titles.get(id as string) ?? null }) // uuid columns
  return {
    a: of(row['a']),
    b: of(row['b']),
    bits: Number(row['bits']),
    foundAt: row['found_at'] as string, // text of the statement
    valueAtStake: mayWeigh ? Number(row['value_at_stake']) : null,
  }
}
