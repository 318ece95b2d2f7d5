// The customer tables as the manifest says they are: SQL that makes them, and SQL for what changed since the last snapshot.
import type { Snapshot, SnapshotField, SnapshotObject } from '../../dictionary/index.ts'
import { quoted } from '../platform/index.ts'

/** What the migrations must have made: the dictionary's snapshot and the indexes its questions need. */
export type Schema = Snapshot & { indexes: Readonly<Record<string, readonly (readonly string[])[]>> }

export const tableOf = (object: string): string => `customer.${quoted(object)}`

/** Statements that turn one schema into another. A changed type is refused: values can't be guessed across types. */
export function statementsBetween(before: Schema, after: Schema): string[] {
  const out: string[] = []
  const late: string[] = []
  for (const [name, object] of Object.entries(after.objects)) {
    const old = before.objects[name]
    if (!old) out.push(...createTable(name, object))
    const added = Object.entries(object.fields).filter(([field]) => !old?.fields[field])
    if (old) {
      out.push(...addedColumns(name, added), ...droppedColumns(name, old, object))
      refuseRetyped(name, old, object)
    }
    late.push(...added.flatMap(([field, facts]) => constraintsOf(name, object, field, facts)))
    late.push(...indexesBetween(name, before.indexes[name] ?? [], after.indexes[name] ?? []))
  }
  for (const name of Object.keys(before.objects)) if (!after.objects[name]) out.push(`drop table ${tableOf(name)}`)
  return [...out, ...late]
}

function createTable(name: string, object: SnapshotObject): string[] {
  const columns = Object.values(object.fields).flatMap((field) =>
    Object.entries(field.columns).map(([column, type]) => `  ${quoted(column)} ${type}`),
  )
  const table = tableOf(name)
  return [
    `create table ${table} (\n${[
      '  workspace_id uuid not null',
      '  id uuid not null',
      '  version integer not null',
      '  created_at timestamptz not null',
      '  updated_at timestamptz not null',
      '  deleted_at timestamptz',
      `  custom jsonb not null default '{}'`,
      ...columns,
      '  primary key (workspace_id, id)',
    ].join(',\n')}\n)`,
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace())`,
    `grant select, insert, update on ${table} to {app}`,
    ...(object.kind === 'facts'
      ? [
          `grant delete on ${table} to {app}`,
          `create unique index ${quoted(`${name}_fact`)} on ${table} (workspace_id, ${object.factKey.map(quoted).join(', ')})`,
        ]
      : []),
    `create index ${quoted(`${name}_custom`)} on ${table} using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}'`,
  ]
}

const addedColumns = (object: string, fields: readonly (readonly [string, SnapshotField])[]): string[] =>
  fields.flatMap(([, field]) =>
    Object.entries(field.columns).map(
      ([column, type]) => `alter table ${tableOf(object)} add column ${quoted(column)} ${type}`,
    ),
  )

const droppedColumns = (object: string, old: SnapshotObject, now: SnapshotObject): string[] =>
  Object.entries(old.fields)
    .filter(([field]) => !now.fields[field])
    .flatMap(([, field]) =>
      Object.keys(field.columns).map((column) => `alter table ${tableOf(object)} drop column ${quoted(column)}`),
    )

function refuseRetyped(object: string, old: SnapshotObject, now: SnapshotObject): void {
  for (const [name, field] of Object.entries(now.fields)) {
    const [was, is] = [JSON.stringify(old.fields[name]?.columns), JSON.stringify(field.columns)]
    if (old.fields[name] && was !== is)
      throw new Error(
        `${object}.${name}: its columns changed from ${was} to ${is}. Declare a new field and move the values in a migration of your own.`,
      )
  }
}

/** A reference's key and index; the title's and an e-mail's index. */
function constraintsOf(object: string, facts: SnapshotObject, name: string, field: SnapshotField): string[] {
  const table = tableOf(object)
  const [column = name] = Object.keys(field.columns)
  const index = (suffix: string, what: string) =>
    `create index ${quoted(`${object}_${name}${suffix}`)} on ${table} ${what}`
  const out: string[] = []
  if (field.to) {
    out.push(
      `alter table ${table} add constraint ${quoted(`${object}_${name}`)} foreign key (workspace_id, ${quoted(column)}) references ${tableOf(field.to)}`,
    )
    out.push(index('', `(workspace_id, ${quoted(column)}, id)`))
  }
  if (field.type === 'email') out.push(index('', `(workspace_id, ${quoted(column)} text_pattern_ops, id)`))
  if (facts.title === name && field.columns[column] === 'text')
    out.push(index('', `(workspace_id, ${quoted(column)}, id)`))
  return out
}

function indexesBetween(
  object: string,
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): string[] {
  const nameOf = (columns: readonly string[]) => quoted(`${object}_by_${columns.join('_')}`.slice(0, 63))
  const key = (columns: readonly string[]) => columns.join()
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))]
  return [
    ...before.filter((columns) => !has.has(key(columns))).map((columns) => `drop index customer.${nameOf(columns)}`),
    ...after
      .filter((columns) => !had.has(key(columns)))
      .map(
        (columns) =>
          `create index ${nameOf(columns)} on ${tableOf(object)} (workspace_id, ${[...columns, 'id'].map(quoted).join(', ')})`,
      ),
  ]
}
