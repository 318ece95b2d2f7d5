// For rooms that bring data in: which records other systems' names or recognised keys mean, and what is wrong with a change
// before anything is written. Only records the actor may see are told of.
import type { SystemName } from '../../dictionary/index.ts'
import { type Actor, grantsFor } from '../access/index.ts'
import { keyNumber } from '../matching/index.ts'
import {
  Failure,
  type Fault,
  ident,
  inOneTrip,
  isId,
  preparedFor,
  raw,
  rowSource,
  sql,
  statement,
} from '../platform/index.ts'
import { type Asking, outdated, startCompiling, withAccess } from './ask/ask.ts'
import { anyScope, openFrame } from './ask/frame.ts'
import { authorise } from './change/authorise.ts'
import { checkMeaning } from './change/meaning.ts'
import { shape } from './change/shape.ts'
import type { Change, MatchKey, SourceKey } from './change/types.ts'

const nameOf = (a: string, b: string): string => `${a} ${b}`

/** `system localId` → the id of the record it became. */
export async function resolve(
  asking: Asking,
  actor: Actor,
  object: string,
  keys: readonly SourceKey[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await visible(
    asking,
    actor,
    object,
    keys.map(({ system, localId }) => [system, localId]),
    (source, w) =>
      sql`select s.record_id as id, k.a, k.b from ${source} cross join lateral (select record_id from records.source_record
        where workspace_id = ${w} and object = ${object} and system = k.a and local_id = k.b limit 1) s`,
  )
  return new Map(rows.map((row) => [nameOf(row.a, row.b), row.id]))
}

/** A record's id → a name that a source has for it. */
export async function named(
  asking: Asking,
  actor: Actor,
  object: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceKey>> {
  const rows = await visible(
    asking,
    actor,
    object,
    ids.map((id) => [id, '']),
    (source, w) =>
      sql`select k.a as id, s.system as a, s.local_id as b from ${source} cross join lateral (select system, local_id from records.source_record
        where workspace_id = ${w} and object = ${object} and record_id = k.a order by system, local_id limit 1) s`,
    { type: 'uuid' },
  )
  return new Map(rows.map(({ id, a, b }) => [id, { system: a as SystemName, localId: b }])) // written by the door only
}

/** `kind key` → the ids of all records that have this key. */
export async function recognise(
  asking: Asking,
  actor: Actor,
  object: string,
  keys: readonly MatchKey[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await visible(
    asking,
    actor,
    object,
    keys.map(({ kind, key }) => [kind, key]),
    (source, w) =>
      // Several keys may have one number: here it is the key itself that counts.
      sql`select m.record_id as id, k.a, k.b from ${source} cross join lateral (select record_id from records.match_key
        where workspace_id = ${w} and number = k.number and object = ${object} and kind = k.a and key = k.b offset 0) m`,
    { numbersOf: ([kind = '', key = '']) => keyNumber(object, kind, key) },
  )
  return new Map(
    [...Map.groupBy(rows, (row) => nameOf(row.a, row.b))].map(([name, some]) => [name, some.map((row) => row.id)]),
  )
}

/**
 * Where ids lead: a record's own to itself, one that was merged to where it is today. Of records the actor may see; ids that lead
 * nowhere are left out.
 */
export async function follow(
  asking: Asking,
  actor: Actor,
  object: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await visible(
    asking,
    actor,
    object,
    ids.filter(isId).map((id) => [id, '']),
    // Not coalesce, which PostgreSQL holds to be able to leak what it is given: behind row-level security it would not look the record up
    // by its id, but read the whole table.
    (source, w) =>
      sql`select case when r.id is null then k.a else r.to_id end as id, k.a, k.b from ${source} left join records.redirect r on r.workspace_id = ${w} and r.id = k.a`,
    { type: 'uuid' },
  )
  return new Map(rows.map((row) => [row.a, row.id]))
}

type Row = { id: string; a: string; b: string }

async function visible(
  asking: Asking,
  actor: Actor,
  object: string,
  keys: readonly (readonly string[])[],
  find: (source: ReturnType<typeof sql>, w: string) => ReturnType<typeof sql>,
  { type = 'text', numbersOf }: { type?: 'text' | 'uuid'; numbersOf?: (key: readonly string[]) => number } = {},
): Promise<Row[]> {
  if (keys.length === 0) return []
  return withAccess(asking, actor, async (access) => {
    const grants = grantsFor(access, object, 'list')
    if (grants.length === 0) throw new Failure('object_unavailable', { object })
    const frame = openFrame(startCompiling(access, 'list', {}, asking.clock), object)
    const alias = raw(frame.alias)
    const source = rowSource(
      [{ name: 'a', type }, { name: 'b', type: 'text' }, ...(numbersOf ? [{ name: 'number', type: 'bigint' }] : [])],
      [...new Map(keys.map((key) => [key.join(' '), key])).values()].map((key) => [
        ...key,
        ...(numbersOf ? [numbersOf(key)] : []),
      ]),
      'k',
    )
    const [versions = [], rows = []] = await inOneTrip(asking.pool, actor.workspace, [
      asking.book.versionNow(actor.workspace),
      statement(
        // Each record after its key was looked up: joined, a table believed to hold one row would be gone through for each key.
        sql`select distinct f.id, f.a, f.b from (${find(source, actor.workspace)}) f cross join lateral (select from customer.${ident(object)} ${alias}
        where ${alias}.workspace_id = ${actor.workspace} and ${alias}.id = f.id and ${alias}.deleted_at is null and ${anyScope(
          frame,
          grants.map((grant) => grant.rows),
        )} offset 0) ${alias}`,
        preparedFor(keys.length),
      ),
    ])
    return asking.book.isCurrent(access, versions) ? (rows as Row[]) : outdated // uuid and text columns
  })
}

/** What would be refused of a change by its own contents, in the codes and words the door itself uses. Writes and reads nothing. */
export async function judge(
  asking: Pick<Asking, 'book'>,
  actor: Actor,
  objectName: string,
  changes: readonly Change[],
): Promise<readonly (readonly Fault[])[]> {
  const access = await asking.book.of(actor)
  const object = access.manifest.objects.get(objectName)
  if (!object) throw new Failure('object_unavailable', { object: objectName })
  const drafts = shape(object, changes)
  authorise(access, drafts)
  checkMeaning(drafts)
  return drafts.map((draft) => draft.faults)
}
