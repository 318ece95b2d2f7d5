// Which records hold the keys of a batch and, where records of the object are compared, what those hold that they may be compared by.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor } from '../../access/index.ts'
import { mostHolders, recordFieldsOf } from '../../matching/index.ts'
import {
  ident,
  join,
  late,
  listOf,
  preparedFor,
  type Row,
  raw,
  type Sql,
  type SqlFragment,
  sql,
  type Tx,
  template,
} from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { documentOf } from '../ask/document.ts'
import { anyScope, openFrame } from '../ask/frame.ts'

/** A key, its text where exact rules go by it, and who holds it. */
export type Held = { number: number; kind: string | null; key: string | null; ids: readonly string[] }

export type Candidate = { id: string; title: string | null; values: Record<string, unknown> }

export type Holders = {
  held: readonly Held[]
  /** By their ids, of those the actor may see, who hold a key that is not crowded. */
  candidates: ReadonlyMap<string, Candidate>
  /** How many records there are of the object, about. */
  population: number
}

type Question = { object: ManifestObject; numbers: readonly number[]; isCompared: boolean; drafts: number }

/**
 * All keys are looked up in one passage through the index, which takes half of what a look at each by itself takes, and is bounded. Where
 * somebody's keys are held by so many that the bound is reached, each is looked up by itself: of each, fifty holders are enough to know.
 */
export async function holdersOf(tx: Tx, access: Access, question: Question): Promise<Holders> {
  const { object, numbers } = question
  const most = 4 * numbers.length + 200
  const inOrder = numbers.toSorted((a, b) => a - b)
  const passage = await tx.query(statementOf('in one passage', access, question)([inOrder, most]))
  const held = heldIn(passage)
  const isCut = held.reduce((sum, { ids }) => sum + ids.length, 0) >= most
  const rows = isCut ? await tx.query(statementOf('one by one', access, question)([inOrder, mostLookedAt])) : passage
  return {
    held: isCut ? heldIn(rows) : held,
    candidates: new Map(rows.flatMap((row) => (row['number'] === null ? [candidateOf(object, row)] : []))),
    population: Number(rows[0]?.['population'] ?? 0),
  }
}

const mostLookedAt = 50

const heldIn = (rows: readonly Row[]): Held[] => rows.flatMap((row) => (row['number'] === null ? [] : [row as Held])) // columns of the statement

function candidateOf(object: ManifestObject, row: Row): readonly [string, Candidate] {
  const values = row['doc'] as Record<string, unknown> // a JSON object of the fields
  const title = values[object.title]
  const id = row['id'] as string // uuid column
  return [id, { id, title: typeof title === 'string' ? title : null, values }]
}

type Way = 'in one passage' | 'one by one'
type Bind = (given: readonly [numbers: readonly number[], most: number]) => Sql
const kept = new WeakMap<Access['roles'], Map<string, Bind>>()

/** The statement, compiled once for a set of rights. A batch is planned for what it holds. */
function statementOf(way: Way, access: Access, { object, isCompared, drafts }: Question): Bind {
  const known = kept.get(access.roles) ?? new Map<string, Bind>()
  kept.set(access.roles, known)
  const name = `${object.name} ${isCompared} ${way}`
  const bind = known.get(name) ?? (template(holdersAndTheirs(way, access, object, isCompared)) as Bind) // it takes what is given it
  known.set(name, bind)
  return preparedFor(drafts).prepared ? bind : (given) => ({ ...bind(given), name: '' })
}

const numbersGiven = sql`${late(([numbers]) => listOf('bigint', numbers as readonly number[]))}::bigint[]` // as statementOf's bind is called
const mostGiven = sql`${late(([, most]) => most)}::integer`

/** As a subquery the list is not looked at by the planner, which would take longer than many a look into the index. */
const ways: Record<Way, (w: string) => SqlFragment> = {
  'in one passage': (w) =>
    sql`select number, kind, key, record_id from records.match_key where workspace_id = ${w} and number = any((select ${numbersGiven})::bigint[]) limit ${mostGiven}`,
  'one by one': (w) =>
    sql`select m.* from unnest(${numbersGiven}) as k(number) cross join lateral (select number, kind, key, record_id from records.match_key where workspace_id = ${w} and number = k.number limit ${mostGiven}) m`,
}

/** With what candidates are compared by, of those the actor may see: who may not, is told nothing of them. */
function holdersAndTheirs(way: Way, access: Access, object: ManifestObject, isCompared: boolean): SqlFragment {
  const w = access.actor.workspace
  const keys = sql`with held as materialized (${ways[way](w)})
    select number, kind, key, array_agg(record_id) as ids, (select reltuples from pg_class where oid = ${raw(`'customer.${object.name}'`)}::regclass)::float8 as population, null::uuid as id, null::json as doc from held group by number, kind, key`
  if (!isCompared) return keys
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
      keys,
      sql`select null, null, null, null, null, ${alias}.id, ${documentOf(frame, fields, 0)} from customer.${ident(object.name)} ${alias}
        where ${alias}.workspace_id = ${w} and ${alias}.deleted_at is null and ${scope}
          and ${alias}.id = any(array(select record_id from held where number in (select number from held group by number having count(*) <= ${raw(String(mostHolders))})))`,
    ],
    ' union all ',
  )
}
