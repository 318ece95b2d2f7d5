// A frame is one table in a question, seen through one actor: its rows are only those in scope, its fields only those readable,
// whatever position they stand in. Nothing else in the product turns a field name into SQL.
import {
  type Column,
  fieldType,
  type ManifestField,
  type ManifestObject,
  type Relation,
  words,
} from '../../../dictionary/index.ts'
import { type Access, type Grant, grantsFor, type RowScope, readableUnder, type Verb } from '../../access/index.ts'
import { empty, Failure, ident, join, raw, type SqlFragment, sql } from '../../platform/index.ts'
import { sourceAsOf } from './as-of.ts'
import { nearestReadable } from './near.ts'
import type { Where } from './question.ts'

export type Compiling = {
  access: Access
  /** Which right this question uses: to list records, to measure them, or to export them. */
  verb: Verb
  asOf: Date | null
  /** Field classes read so far, for the ledger. */
  classes: Set<string>
  nextAlias(): string
  /** Told of every frame that is opened. */
  opened?(frame: Frame): void
  /** Conditions to SQL (where.ts). Given, because conditions lead to frames again. */
  where(frame: Frame, where: Where): SqlFragment
  /** Comparisons whose values are given anew each time the compiled question is asked: each one's place among what is given. */
  holes?: Map<Where, number>
  /** Counts what the question costs and refuses the absurd. */
  spend(): void
}

export type Frame = {
  object: ManifestObject
  alias: string
  grants: readonly Grant[]
  /** Conditions of a row scope may look at fields the actor may not read. */
  isTrusted: boolean
  joins: Map<string, { frame: Frame; field: string }>
  used: Set<string>
  compiling: Compiling
}

export type FieldSql = { field: ManifestField; columns: readonly SqlFragment[]; json: SqlFragment }

/** Opens a frame over an object, or refuses it exactly as if it did not exist. */
export function openFrame(compiling: Compiling, name: string, isTrusted = false): Frame {
  const object = compiling.access.manifest.objects.get(name)
  const grants = grantsFor(compiling.access, name, compiling.verb)
  if (!object || (grants.length === 0 && !isTrusted)) throw new Failure('object_unavailable', { object: name })
  compiling.spend()
  const alias = compiling.nextAlias()
  const frame: Frame = { object, alias, grants, isTrusted, joins: new Map(), used: new Set(), compiling }
  compiling.opened?.(frame)
  return frame
}

/** The field at a path, masked for rows where the actor may not read its class. */
export function fieldAt(frame: Frame, path: string): FieldSql {
  const [first = '', ...rest] = path.split('.')
  if (rest.length > 0) return fieldAt(joined(frame, first), rest.join('.'))
  const field = systemFields.get(first) ?? frame.object.fields.get(first)
  if (!field) throw unavailable(frame, first)
  const readable = frame.isTrusted || systemFields.has(first) ? 'every' : readableUnder(frame.grants, field.sensitivity)
  if (readable === null) throw unavailable(frame, first)
  if (!frame.isTrusted && field.sensitivity !== 'general') frame.compiling.classes.add(field.sensitivity)
  const masked = columnsOf(frame, field).map((column) =>
    readable === 'every' ? column : sql`case when ${anyScope(frame, readable)} then ${column} end`,
  )
  const json = jsonOf(field, masked)
  return { field, columns: masked, json }
}

/** Follows a reference (`owner`) to the frame of the record it names; rows out of scope are as if the reference were empty. */
export function joined(frame: Frame, name: string): Frame {
  const known = frame.joins.get(name)
  if (known) return known.frame
  const relation = relationOf(frame, name, 'one')
  fieldAt(frame, relation.field) // the reference itself must be readable
  const target = openFrame(frame.compiling, relation.to, frame.isTrusted)
  frame.joins.set(name, { frame: target, field: relation.field })
  return target
}

export function relationOf(frame: Frame, name: string, kind: Relation['kind']): Relation {
  const relation = frame.object.relations.get(name)
  if (!relation || relation.kind !== kind) throw unavailable(frame, name)
  if (!frame.isTrusted && !isOpen(frame, relation)) throw unavailable(frame, name)
  return relation
}

/** Whether the actor may use what the relation leads to, and for `many` also the reference over there that makes it. */
function isOpen({ compiling }: Frame, { to, kind, field: name }: Relation): boolean {
  const grants = grantsFor(compiling.access, to, compiling.verb)
  if (kind === 'one') return grants.length > 0
  const field = compiling.access.manifest.objects.get(to)?.fields.get(name)
  return field !== undefined && readableUnder(grants, field.sensitivity) !== null
}

/** `from` with its joins, and the condition that holds for rows of this workspace, alive and in scope. */
export function sourceOf(frame: Frame): { from: SqlFragment; visible: SqlFragment } {
  const visible = liveAndInScope(frame)
  const joins = joinsOf(frame)
  return { from: sql`${tableOf(frame)}${joins}`, visible }
}

/** The joins that paths over references need, each to rows in scope only. */
export function joinsOf(frame: Frame): SqlFragment {
  const joins = [...frame.joins.values()].map(({ frame: target, field }) => {
    const { from, visible } = sourceOf(target)
    const column = fieldAt(frame, field).columns[0] ?? empty // masked, where the reference may be read on some rows only
    const grouped = target.joins.size > 0 ? sql`(${from})` : from // PostgreSQL takes parentheses around a join only
    return sql` left join ${grouped} on ${raw(target.alias)}.id = ${column} and ${visible}`
  })
  return join(joins, '')
}

/** Rows of this workspace that are not deleted and in the actor's row scope. */
export function liveAndInScope(frame: Frame): SqlFragment {
  frame.used.add('deleted_at')
  const alias = raw(frame.alias)
  const scope = frame.isTrusted
    ? null
    : anyScope(
        frame,
        frame.grants.map((grant) => grant.rows),
      )
  return sql`${alias}.workspace_id = ${frame.compiling.access.actor.workspace} and ${alias}.deleted_at is null${scope ? sql` and ${scope}` : empty}`
}

/** The row scope alone, for a row that is already at hand. */
export const anyScope = (frame: Frame, scopes: readonly RowScope[]): SqlFragment => {
  if (scopes.includes('all')) return raw('true')
  const conditions = scopes.map((scope) => {
    const trusted: Frame = { ...frame, isTrusted: true, joins: new Map() }
    const place = typeof scope === 'object' && typeof scope['parent'] === 'number' ? scope['parent'] : undefined
    if (scope === 'parent' || place !== undefined)
      return frame.object.partOf ? visibleThrough(trusted, frame.object.partOf, place) : raw('true')
    return frame.compiling.where(trusted, scope as Where) // checked as a question's where when the role was written
  })
  return conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`
}

/** That the record a reference leads to may be seen by the actor; `as` is the place of the role whose eyes are meant. */
export function visibleThrough(frame: Frame, name: string, as?: number): SqlFragment {
  const relation = relationOf(frame, name, 'one')
  const grants = grantsFor(frame.compiling.access, relation.to, frame.compiling.verb, as)
  if (grants.length === 0) return raw('false')
  const target: Frame = { ...openFrame(frame.compiling, relation.to, true), isTrusted: false, grants }
  const column = columnsOf(frame, fieldNamed(frame, relation.field))[0] ?? empty
  if (grants.some((grant) => grant.rows === 'all') && frame.compiling.asOf === null) return sql`${column} is not null`
  const visible = liveAndInScope(target)
  return sql`exists (select 1 from ${tableOf(target)} where ${raw(target.alias)}.id = ${column} and ${visible})`
}

export function tableOf(frame: Frame): SqlFragment {
  const { asOf } = frame.compiling
  if (asOf && frame.object.kind === 'records') return sql`${sourceAsOf(frame, asOf)} as ${raw(frame.alias)}`
  return sql`customer.${ident(frame.object.name)} as ${raw(frame.alias)}`
}

export function columnsOf(frame: Frame, field: ManifestField): readonly SqlFragment[] {
  if (field.customKey) {
    frame.used.add('custom')
    // The key is made by the product, letters and digits only.
    return fieldType(field).fromJson(`(${frame.alias}.custom -> '${field.customKey}')`).map(raw)
  }
  return field.columns.map((column) => {
    frame.used.add(column.name)
    return sql`${raw(frame.alias)}.${ident(column.name)}`
  })
}

/** SQL that `json_build_object` turns into the canonical value. */
function jsonOf(field: ManifestField, columns: readonly SqlFragment[]): SqlFragment {
  // The type writes SQL text around its columns; each column is put in as a mark and then as the fragment.
  const marks = columns.map((_, i) => `<<${i}>>`)
  const parts = fieldType(field)
    .json(marks)
    .split(/<<(\d)>>/)
  return join(
    parts.map((part, i) => (i % 2 ? (columns[Number(part)] ?? empty) : raw(part))),
    '',
  )
}

const fieldNamed = (frame: Frame, name: string): ManifestField => {
  const field = frame.object.fields.get(name)
  if (!field) throw unavailable(frame, name)
  return field
}

const unavailable = (frame: Frame, name: string) =>
  new Failure('field_unavailable', {
    object: frame.object.name,
    field: name,
    near: nearestReadable(frame.compiling.access, frame.object, name, frame.compiling.verb),
  })

const system = (
  name: string,
  type: ManifestField['type'],
  column: Column['type'],
  describe: ManifestField['describe'],
  label: ManifestField['label'],
): ManifestField => ({
  id: `record.${name}`,
  name,
  object: 'record',
  type,
  label,
  describe,
  required: true,
  sensitivity: 'general',
  source: 'holdfast',
  freshFor: null,
  owner: 'cs-operations',
  settledBy: 'recency',
  serverOwned: true,
  also: [],
  options: {},
  columns: [{ suffix: '', type: column, name }],
  operators: fieldType({ type }).operators,
})

/** What every record has without being declared. */
export const systemFields: ReadonlyMap<string, ManifestField> = new Map(
  [
    system(
      'id',
      'reference',
      'uuid',
      words('The id of the record.', 'El id del registro.', 'O id do registro.', 'Id rekod.'),
      words('Id', 'Id', 'Id', 'Id'),
    ),
    system(
      'version',
      'integer',
      'bigint',
      words(
        'Rises by one with every change.',
        'Sube en uno con cada cambio.',
        'Sobe em um a cada mudança.',
        'Naik satu dengan setiap perubahan.',
      ),
      words('Version', 'Versión', 'Versão', 'Versi'),
    ),
    system(
      'created_at',
      'datetime',
      'timestamptz',
      words(
        'When the record was made.',
        'Cuándo se creó el registro.',
        'Quando o registro foi criado.',
        'Bila rekod dibuat.',
      ),
      words('Created', 'Creado', 'Criado', 'Dicipta'),
    ),
    system(
      'updated_at',
      'datetime',
      'timestamptz',
      words(
        'When the record last changed.',
        'Cuándo cambió el registro por última vez.',
        'Quando o registro mudou pela última vez.',
        'Bila rekod kali terakhir berubah.',
      ),
      words('Updated', 'Actualizado', 'Atualizado', 'Dikemas kini'),
    ),
  ].map((field) => [field.name, field]),
)
