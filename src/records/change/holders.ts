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

/** A key whose holders are asked for, by its number and, where exact rules go by it, its text. */
export type Wanted = { number: number; kind: string | null; key: string | null }

/** Who holds a key; without ids where more hold it than a key may say anything of. A number may come several times, for several texts. */
export type Held = Wanted & { ids: readonly string[] | null }

export type Candidate = { id: string; title: string | null; values: Record<string, unknown> }

export type Holders = {
  held: readonly Held[]
  /** By their ids, of those the actor may see, who hold a key that is not crowded. */
  candidates: ReadonlyMap<string, Candidate>
  /** How many records there are of the object, about. */
  population: number
}

type Question = { object: ManifestObject; wanted: readonly Wanted[]; isCompared: boolean; drafts: number }

/**
 * The keys of a batch are looked up in one passage through the index, in half the time that a look at each by itself takes. It is cut
 * where they are held by so many that it reads too much; then, and for a change that comes alone, each is looked up by itself.
 */
export async function holdersOf(tx: Tx, access: Access, question: Question): Promise<Holders> {
  const most = 4 * question.wanted.length + 200
  const passage =
    question.drafts < fewestForPassage
      ? null
      : await tx.query(statementOf('in one passage', access, question)(question.wanted, most))
  const read = passage?.reduce((sum, row) => sum + Number(row['holders'] ?? 0), 0) ?? most
  const rows =
    passage && read < most ? passage : await tx.query(statementOf('one by one', access, question)(question.wanted))
  return {
    held: rows.flatMap((row) => (row['number'] === null ? [] : [row as Held])), // columns of the statement
    candidates: new Map(rows.flatMap((row) => (row['number'] === null ? [candidateOf(question.object, row)] : []))),
    population: Number(rows[0]?.['population'] ?? 0),
  }
}

/** It is planned each time, which takes as long as looking some tens of keys up. */
const fewestForPassage = 20

function candidateOf(object: ManifestObject, row: Row): readonly [string, Candidate] {
  const values = row['doc'] as Record<string, unknown> // a JSON object of the fields
  const title = values[object.title]
  const id = row['id'] as string // uuid column
  return [id, { id, title: typeof title === 'string' ? title : null, values }]
}

type Way = 'in one passage' | 'one by one'
type Bind = (wanted: readonly Wanted[], mostRead?: number) => Sql
const kept = new WeakMap<Access['roles'], Map<string, Bind>>()

/** The statement, compiled once for a set of rights. A batch is planned for what it holds. */
function statementOf(way: Way, access: Access, { object, isCompared, drafts }: Question): Bind {
  const known = kept.get(access.roles) ?? new Map<string, Bind>()
  kept.set(access.roles, known)
  const name = `${object.name} ${isCompared} ${way}`
  const bind = known.get(name) ?? bindOf(template(holdersAndTheirs(way, access, object, isCompared)))
  known.set(name, bind)
  return preparedFor(drafts).prepared ? bind : (wanted, most) => ({ ...bind(wanted, most), name: '' })
}

const bindOf =
  (bind: (given: readonly unknown[]) => Sql): Bind =>
  (wanted, most) =>
    bind([wanted, most])

const all = <Part>(type: string, part: (wanted: Wanted) => Part) =>
  sql`${late(([wanted]) => listOf(type, (wanted as readonly Wanted[]).map(part)))}::${raw(`${type}[]`)}` // as bindOf gives them

/** The same of keys that exact rules go by; looking at fifty is enough to know. */
const mostExact = 50
const mostLookedAt = ({ kind }: Wanted): number => (kind === null ? mostHolders + 1 : mostExact)

/** As a subquery the list is not looked at by the planner, which would take longer than the passage. */
const ways: Record<Way, (w: string) => SqlFragment> = {
  'in one passage': (w) =>
    sql`found as materialized (select number, kind, key, record_id from records.match_key where workspace_id = ${w}
        and number = any((select ${all('bigint', ({ number }) => number)})::bigint[]) limit ${late(([, most]) => most)}::integer),
      held as materialized (select number, kind, key, array_agg(record_id) as ids from found group by number, kind, key)`,
  'one by one': (w) =>
    sql`held as materialized (select k.number, k.kind, k.key, array(select record_id from records.match_key where workspace_id = ${w} and number = k.number
        and (k.key is null or (kind = k.kind and key = k.key)) limit k.most) as ids
      from (select unnest(${all('bigint', ({ number }) => number)}), unnest(${all('text', ({ kind }) => kind)}), unnest(${all('text', ({ key }) => key)}), unnest(${all('integer', mostLookedAt)})) as k(number, kind, key, most))`,
}

const mostNamed = raw(String(mostHolders))

/** With what candidates are compared by, of those the actor may see: who may not, is told nothing of them. */
function holdersAndTheirs(way: Way, access: Access, object: ManifestObject, isCompared: boolean): SqlFragment {
  const w = access.actor.workspace
  const keys = sql`with ${ways[way](w)} select held.number, held.kind, held.key, case when cardinality(held.ids) <= ${mostNamed} or held.kind is not null then held.ids end as ids,
      cardinality(held.ids) as holders, (select reltuples from pg_class where oid = ${raw(`'customer.${object.name}'`)}::regclass)::float8 as population, null::uuid as id, null::json as doc from held where cardinality(held.ids) > 0`
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
      sql`select null, null, null, null, null, null, ${alias}.id, ${documentOf(frame, fields, 0)} from customer.${ident(object.name)} ${alias}
        where ${alias}.workspace_id = ${w} and ${alias}.deleted_at is null and ${scope}
          and ${alias}.id = any(array(select unnest(held.ids) from held where cardinality(held.ids) <= ${mostNamed}))`,
    ],
    ' union all ',
  )
}
