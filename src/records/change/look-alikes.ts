// What is there already under the keys of a batch: which records hold each key, and, for a create, what those records hold that it may
// be compared by. One statement, in the trip that looks for everything else; candidates are not locked, since nothing is done to them.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor } from '../../access/index.ts'
import { isCompared, mostHolders, type NumberedKey, recordFieldsOf, sameAmong } from '../../matching/index.ts'
import {
  ident,
  join,
  late,
  listOf,
  preparedFor,
  type Row,
  raw,
  type Sql,
  sql,
  type Tx,
  template,
} from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { documentOf } from '../ask/document.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import { type Draft, isRecognised, keyName, likenessKeys, ownKeys, proposedKeys } from './draft.ts'
import type { MatchKey } from './types.ts'

/** The same of keys that exact rules go by; looking at fifty is enough to know. */
const mostExact = 50

export type Alike = {
  /** For each key that exact rules go by, the records that hold it: that very key, not one of the same number. */
  matches: readonly (MatchKey & { ids: readonly string[] })[]
  /** How many records there are of the object, about; 0 where nothing was compared. */
  population: number
  /** Numbers of keys that so many hold that they say nothing. */
  crowded: ReadonlySet<number>
  /** Marks the creates that look like another record the actor may see. */
  judge(): void
}

/** Asks at once for what holds a key of these drafts. */
export async function lookAlikes(tx: Tx, access: Access, drafts: readonly Draft[]): Promise<Alike> {
  const object = drafts[0]?.object
  const name = object?.name ?? ''
  const looked = isCompared(name) ? drafts.filter(isLookedFor) : []
  const keyed = looked.map((draft) => ({ draft, keys: [...likenessKeys(draft), ...ownKeys(draft)] }))
  const exact = new Map<string, NumberedKey>()
  for (const draft of drafts)
    if (isRecognised(draft)) for (const key of proposedKeys(draft)) exact.set(keyName(key), key)
  const numbers = new Set([...exact.values()].map(({ number }) => number))
  const others = new Set(
    keyed.flatMap(({ keys }) => keys.flatMap(({ number }) => (numbers.has(number) ? [] : [number]))),
  )
  if (!object || exact.size + others.size === 0) return { matches: [], population: 0, crowded: new Set(), judge() {} }
  const wanted: Wanted[] = [
    ...[...exact.values()].map(({ number, kind, key }) => ({ number, kind, key, most: mostExact })),
    ...[...others].map((number) => ({ number, kind: null, key: null, most: mostHolders + 1 })),
  ]
  const rows = await tx.query(holdersOf(access, object, looked.length > 0, drafts.length, [wanted]))
  const held = rows.flatMap((row) => (row['number'] === null ? [] : [row as Held])) // columns of the statement
  const population = Number(rows[0]?.['population'] ?? 0)
  return {
    population,
    crowded: new Set(held.flatMap(({ number, ids }) => (ids && ids.length <= mostHolders ? [] : [number]))),
    matches: held.flatMap(({ kind, key, ids }) => (kind === null || key === null || !ids ? [] : [{ kind, key, ids }])),
    judge() {
      const holders = new Map(
        held.flatMap(({ number, ids }) => (ids && ids.length <= mostHolders ? [[number, ids] as const] : [])),
      )
      const candidates = new Map(rows.flatMap((row) => (row['number'] === null ? [candidateOf(object, row)] : [])))
      const open = keyed.flatMap(({ draft, keys }) => {
        if (draft.outcome !== null || draft.record !== null) return []
        const ids = new Set(keys.flatMap(({ number }) => holders.get(number) ?? []))
        const near = [...ids].flatMap((id) => candidates.get(id) ?? [])
        return near.length > 0 ? [{ draft, near }] : []
      })
      markAlike(object.name, open, population)
    },
  }
}

function markAlike(
  name: string,
  open: readonly { draft: Draft; near: readonly Candidate[] }[],
  population: number,
): void {
  if (open.length === 0 || !isCompared(name)) return
  const asked = open.map(({ draft, near }) => ({ written: draft.values, candidates: near.map(({ values }) => values) }))
  const same = sameAmong(name, asked, population)
  open.forEach(({ draft, near }, i) => {
    const shown = (same[i] ?? []).flatMap(({ place }) => near[place] ?? [])
    if (shown.length > 0)
      draft.outcome = { outcome: 'possible_duplicate', candidates: shown.map(({ id, title }) => ({ id, title })) }
  })
}

export const isLookedFor = ({ change, faults }: Draft): boolean =>
  (change.verb === 'create' || change.match === 'ask') && !change.allowDuplicate && faults.length === 0

/** A key whose holders are asked for, by its number and, where exact rules go by it, its text. */
type Wanted = { number: number; kind: string | null; key: string | null; most: number }
/** Without ids where more hold it than a key may say anything of. */
type Held = Omit<Wanted, 'most'> & { ids: readonly string[] | null }

type Candidate = { id: string; title: string | null; values: Record<string, unknown> }

function candidateOf(object: ManifestObject, row: Row): readonly [string, Candidate] {
  const values = row['doc'] as Record<string, unknown> // a JSON object of the fields
  const title = values[object.title]
  const id = row['id'] as string // uuid column
  return [id, { id, title: typeof title === 'string' ? title : null, values }]
}

type Bind = (given: readonly unknown[]) => Sql
const kept = new WeakMap<Access['roles'], Map<string, Bind>>()

/** The statement, compiled once for a set of rights. A batch is planned for what it holds. */
function holdersOf(
  access: Access,
  object: ManifestObject,
  isCompared: boolean,
  drafts: number,
  keys: readonly unknown[],
): Sql {
  const known = kept.get(access.roles) ?? new Map<string, Bind>()
  kept.set(access.roles, known)
  const name = `${object.name} ${isCompared}`
  const bind =
    known.get(name) ??
    template(isCompared ? holdersAndTheirs(access, object) : sql`${holders(access)} ${heldKeys(object)}`)
  known.set(name, bind)
  return preparedFor(drafts).prepared ? bind(keys) : { ...bind(keys), name: '' }
}

const holders = (access: Access) =>
  sql`with held as materialized (select k.number, k.kind, k.key, k.most, array(select record_id from records.match_key where workspace_id = ${access.actor.workspace} and number = k.number
      and (k.key is null or (kind = k.kind and key = k.key)) limit k.most) as ids
    from (select unnest(${wantedOf('number', 'bigint')}::bigint[]), unnest(${wantedOf('kind', 'text')}::text[]), unnest(${wantedOf('key', 'text')}::text[]), unnest(${wantedOf('most', 'integer')}::integer[])) as k(number, kind, key, most))`

const mostNamed = raw(String(mostHolders))

const wantedOf = (part: keyof Wanted, type: string) =>
  late(([wanted]) =>
    listOf(
      type,
      (wanted as readonly Wanted[]).map((each) => each[part]),
    ),
  ) // as lookAlikes gives it

const heldKeys = (object: ManifestObject) =>
  sql`select held.number, held.kind, held.key, case when cardinality(held.ids) <= ${mostNamed} or held.most = ${raw(String(mostExact))} then held.ids end as ids, (select reltuples from pg_class where oid = ${raw(`'customer.${object.name}'`)}::regclass)::float8 as population, null::uuid as id, null::json as doc from held where cardinality(held.ids) > 0`

/** With what candidates are compared by, of those the actor may see: who may not, is told nothing of them. */
function holdersAndTheirs(access: Access, object: ManifestObject) {
  const frame = openFrame(
    startCompiling(access, 'list', {}, () => new Date(0)),
    object.name,
    true,
  )
  const alias = raw(frame.alias)
  const fields = [...new Set([...recordFieldsOf(object.name), object.title])].filter((name) => object.fields.has(name))
  const scope = anyScope(
    frame,
    grantsFor(access, object.name, 'list').map((grant) => grant.rows),
  )
  return join(
    [
      sql`${holders(access)} ${heldKeys(object)}`,
      sql`select null, null, null, null, null, ${alias}.id, ${documentOf(frame, fields, 0)} from customer.${ident(object.name)} ${alias}
        where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.deleted_at is null and ${scope}
          and ${alias}.id = any(array(select unnest(held.ids) from held where cardinality(held.ids) <= ${mostNamed}))`,
    ],
    ' union all ',
  )
}
