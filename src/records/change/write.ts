// Stages 7 to 9: the record, its claims, its keys, its history and the mark for reactions, written in one statement with the commit
// behind it; what has to be taken away goes first.
import { fieldType, type ManifestField, type ManifestObject } from '../../../dictionary/index.ts'
import type { ActContext } from '../../ledger/index.ts'
import {
  type ColumnOf,
  ident,
  join,
  namesOf,
  preparedFor,
  rowSource,
  type Sql,
  type SqlFragment,
  sql,
  statement,
} from '../../platform/index.ts'
import type { Draft } from './draft.ts'
import { keyWrites } from './keys.ts'
import type { RecordState, SourceState } from './record-state.ts'

/** `gone` has to go before the rest, which may be written in one statement. */
type Writes = { gone: SqlFragment[]; written: SqlFragment[] }

export function recordWrites(
  { workspace: w, at: moment }: { workspace: string; at: Date },
  records: Iterable<RecordState>,
): Writes {
  const all = [...records]
  const [first] = all
  if (!first) return { gone: [], written: [] }
  const at = moment.toISOString()
  const created = all.filter((record) => record.isNew)
  const updated = all.filter((record) => !record.isNew && record.changed.size > 0)
  const sources = sourceWrites(w, first.object.name, all)
  const keys = keyWrites(w, first.object.name, all)
  return {
    gone: [...sources.gone, ...keys.gone],
    written: [
      ...(created.length ? [insertRecords(w, at, first.object, created)] : []),
      ...(updated.length ? [updateRecords(w, at, first.object, updated)] : []),
      ...sources.written,
      ...keys.written,
    ],
  }
}

/** The same as statements of their own. */
export function recordStatements({ actor, at }: ActContext, records: Iterable<RecordState>): Sql[] {
  const all = [...records]
  const { gone, written } = recordWrites({ workspace: actor.workspace, at }, all)
  return [...gone, ...written].map((fragment) => statement(fragment, preparedFor(all.length)))
}

function insertRecords(w: string, at: string, object: ManifestObject, records: readonly RecordState[]): SqlFragment {
  const fields = [...object.fields.values()].filter(
    (field) => !field.customKey && records.some((record) => (record.values[field.name] ?? null) !== null),
  )
  const columns = columnsWith(object, fields, [
    { name: 'id', type: 'uuid' },
    { name: 'version', type: 'integer' },
    { name: 'custom', type: 'jsonb' },
  ])
  const rows = records.map((record) => [
    record.id,
    record.version,
    customOf(record),
    ...fields.flatMap((field) => columnValues(field, record)),
  ])
  const names = namesOf(columns)
  return sql`insert into customer.${ident(object.name)} (workspace_id, created_at, updated_at, ${names})
      select ${w}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${names} from ${rowSource(columns, rows, 'r')}`
}

/** All rows take all columns that changed in any: the others get the value they have, which they were locked with. */
function updateRecords(w: string, at: string, object: ManifestObject, records: readonly RecordState[]): SqlFragment {
  const changed = new Set(records.flatMap((record) => [...record.changed]))
  const fields = [...object.fields.values()].filter((field) => changed.has(field.name) && !field.customKey)
  const hasCustom = [...object.fields.values()].some((field) => field.customKey && changed.has(field.name))
  const columns = columnsWith(object, fields, [
    { name: 'id', type: 'uuid' },
    { name: 'version', type: 'integer' },
    ...(changed.has('deleted_at') ? [{ name: 'deleted_at', type: 'timestamptz' }] : []),
    ...(hasCustom ? [{ name: 'custom', type: 'jsonb' }] : []),
  ])
  const rows = records.map((record) => [
    record.id,
    record.version,
    ...(changed.has('deleted_at') ? [record.deletedAt] : []),
    ...(hasCustom ? [customOf(record)] : []),
    ...fields.flatMap((field) => columnValues(field, record)),
  ])
  const source = rowSource(columns, rows, 'r')
  if (records.length === 1)
    return sql`update customer.${ident(object.name)} t set ${setsOf(columns, ['id'])}, updated_at = ${at}::timestamptz
      from ${source} where t.workspace_id = ${w} and t.id = r.id`
  // All of them are there, and locked. An insert that finds each by its key reads nothing else; a join may read the whole workspace.
  const names = namesOf(columns)
  return sql`insert into customer.${ident(object.name)} (workspace_id, created_at, updated_at, ${names})
      select ${w}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${names} from ${source}
      on conflict (workspace_id, id) do update set ${excludedOf(columns, ['id'])}, updated_at = excluded.updated_at`
}

const excludedOf = (columns: readonly ColumnOf[], key: readonly string[]): SqlFragment =>
  join(
    columns
      .filter((column) => !key.includes(column.name))
      .map(({ name }) => sql`${ident(name)} = excluded.${ident(name)}`),
  )

const kept = new WeakMap<ManifestObject, Map<string, readonly ColumnOf[]>>()
const mostKept = 500

/** The same list for the same fields, so that what is written of it is written once. */
function columnsWith(
  object: ManifestObject,
  fields: readonly ManifestField[],
  own: readonly ColumnOf[],
): readonly ColumnOf[] {
  const lists = kept.get(object) ?? new Map<string, readonly ColumnOf[]>()
  kept.set(object, lists)
  const key = [...own, ...fields].map(({ name }) => name).join()
  const columns = lists.get(key) ?? [...own, ...fields.flatMap((field) => field.columns)]
  if (lists.size < mostKept) lists.set(key, columns)
  return columns
}

const sets = new WeakMap<readonly ColumnOf[], SqlFragment>()

/** Every column but the key takes the value of the row `r`. */
function setsOf(columns: readonly ColumnOf[], key: readonly string[]): SqlFragment {
  const known = sets.get(columns)
  if (known) return known
  const set = columns.filter((column) => !key.includes(column.name)).map(({ name }) => ident(name))
  const made = join(set.map((name) => sql`${name} = r.${name}`))
  sets.set(columns, made)
  return made
}

function columnValues(field: ManifestField, record: RecordState): readonly unknown[] {
  const value = record.values[field.name] ?? null
  return value === null ? field.columns.map(() => null) : fieldType(field).toColumns(value)
}

const custom = new WeakMap<ManifestObject, readonly ManifestField[]>()

function customFieldsOf(object: ManifestObject): readonly ManifestField[] {
  const known = custom.get(object)
  if (known) return known
  const fields = [...object.fields.values()].filter((field) => field.customKey)
  custom.set(object, fields)
  return fields
}

function customOf(record: RecordState): string {
  const entries = customFieldsOf(record.object).flatMap((field) =>
    field.customKey && (record.values[field.name] ?? null) !== null
      ? [[field.customKey, record.values[field.name]] as const]
      : [],
  )
  return JSON.stringify(Object.fromEntries(entries))
}

const sourceColumns: readonly ColumnOf[] = [
  { name: 'record_id', type: 'uuid' },
  { name: 'system', type: 'text' },
  { name: 'local_id', type: 'text' },
  { name: 'file', type: 'text' },
  { name: 'rows', type: 'integer[]' },
  { name: 'act_id', type: 'uuid' },
  { name: 'said_at', type: 'timestamptz' },
  { name: 'verified_on', type: 'date' },
  { name: 'claims', type: 'jsonb' },
  { name: 'marks', type: 'jsonb' },
  { name: 'document', type: 'jsonb' },
  { name: 'home_id', type: 'uuid' },
]

function sourceWrites(w: string, object: string, records: readonly RecordState[]): Writes {
  const touched = records.flatMap((record) =>
    [...record.sources.values()]
      .filter((source) => source.isDirty || source.isGone)
      .map((source) => ({ record, source })),
  )
  const created = touched.filter(({ source }) => source.isNew && !source.isGone)
  const updated = touched.filter(({ source }) => !source.isNew && !source.isGone)
  const gone = touched.filter(({ source }) => !source.isNew && source.isGone)
  const names = namesOf(sourceColumns)
  const rows = (some: typeof touched) =>
    rowSource(
      sourceColumns,
      some.map(({ record, source }) => sourceRow(record, source)),
      'r',
    )
  const key = sql`t.workspace_id = ${w} and t.object = ${object} and t.system = r.system and t.local_id = r.local_id`
  const written: SqlFragment[] = []
  // Without ON CONFLICT on purpose: two batches that bring one source record at once must not both have it; the second tries again and finds it.
  if (created.length)
    written.push(
      sql`insert into records.source_record (workspace_id, object, ${names}) select ${w}::uuid, ${object}, ${names} from ${rows(created)}`,
    )
  if (updated.length === 1)
    written.push(
      sql`update records.source_record t set ${setsOf(sourceColumns, sourceKey)} from ${rows(updated)} where ${key}`,
    )
  // As with records: each is found by its key.
  if (updated.length > 1)
    written.push(
      sql`insert into records.source_record (workspace_id, object, ${names}) select ${w}::uuid, ${object}, ${names} from ${rows(updated)}
        on conflict (workspace_id, object, system, local_id) do update set ${excludedOf(sourceColumns, sourceKey)}`,
    )
  const forget = ([system, some]: readonly [string, typeof gone]) =>
    sql`delete from records.source_record where workspace_id = ${w} and object = ${object} and system = ${system} and local_id = any(${some.map(({ source }) => source.localId)}::text[])`
  return { gone: [...Map.groupBy(gone, ({ source }) => source.system)].map(forget), written }
}

const sourceKey = ['system', 'local_id'] as const

const sourceRow = (record: RecordState, source: SourceState): unknown[] => [
  record.id,
  source.system,
  source.localId,
  source.file,
  source.rows.length ? `{${source.rows.join(',')}}` : null,
  source.act,
  source.saidAt,
  source.verifiedOn,
  JSON.stringify(source.claims),
  Object.keys(source.marks).length ? JSON.stringify(source.marks) : null,
  source.document === undefined || source.document === null ? null : JSON.stringify(source.document),
  source.home,
]

const awaitedColumns: readonly ColumnOf[] = [
  'to_object',
  'to_system',
  'to_local_id',
  'system',
  'local_id',
  'field',
].map((name) => ({ name, type: 'text' }))

/** References to what has not arrived: remembered, and filled in by the change that brings it. */
export function awaitedWrites(w: string, object: string, drafts: readonly Draft[]): SqlFragment[] {
  const rows = drafts.flatMap((draft) =>
    draft.record && draft.outcome && draft.outcome.outcome !== 'refused' && draft.source
      ? draft.references.map((reference) => [
          reference.to,
          reference.system,
          reference.localId,
          draft.source?.system,
          draft.source?.localId,
          reference.field,
        ])
      : [],
  )
  if (rows.length === 0) return []
  const names = namesOf(awaitedColumns)
  return [
    sql`insert into records.awaited (workspace_id, object, ${names}) select ${w}::uuid, ${object}, ${names} from ${rowSource(awaitedColumns, rows, 'r')} on conflict do nothing`,
  ]
}
