// Questions of every kind, about everything, as somebody with certain roles might put them: mostly what they may ask, sometimes what
// they may not. Drawn by fast-check, so a question that leaks is made small before it is shown.
import fc, { type GeneratorValue } from 'fast-check'
import {
  fieldType,
  type ManifestField,
  type ManifestObject,
  type MeasureName,
  manifest,
  type Operator,
  operators,
} from '../../dictionary/index.ts'
import type { Question } from '../../src/records/index.ts'
import { days } from './company.ts'
import { onlyMeasures, readableFields, usableObjects } from './oracle.ts'

/** Values that occur, by `object.field`: operands that hit something, also something hidden. */
export type Pool = ReadonlyMap<string, readonly unknown[]>
type Asked = { question: Question; verb: 'list' | 'export' }

type Drawing = {
  roles: readonly string[]
  pool: Pool
  pick<T>(from: readonly T[]): T
  chance(percent: number): boolean
}

export const questionsOf = (roles: readonly string[], pool: Pool): fc.Arbitrary<Asked> =>
  fc.gen().map((gen) => askedBy(drawingOf(gen, roles, pool)))

function drawingOf(gen: GeneratorValue, roles: readonly string[], pool: Pool): Drawing {
  return {
    roles,
    pool,
    // An empty list has nothing to pick; undefined is then a name or value like any other wrong one.
    pick: (from) => from[gen(fc.nat, { max: Math.max(0, from.length - 1) })] as (typeof from)[number],
    chance: (percent) => gen(fc.nat, { max: 99 }) < percent,
  }
}

function askedBy(draw: Drawing): Asked {
  const object = objectFor(draw)
  const isMeasured = onlyMeasures(draw.roles, object.name) ? draw.chance(95) : draw.chance(30)
  const question: Question = {
    from: object.name,
    ...(draw.chance(60) ? { where: whereOf(draw, object, 0) } : {}),
    ...(draw.chance(20) ? { search: searchFor(draw) } : {}),
    ...(draw.chance(20) ? { asOf: draw.pick(days) } : {}),
    ...(isMeasured ? measured(draw, object) : listed(draw, object)),
  }
  return { question, verb: draw.chance(10) ? 'export' : 'list' }
}

function objectFor(draw: Drawing): ManifestObject {
  const usable = usableObjects(draw.roles)
  return draw.pick(draw.chance(95) ? usable : [...manifest.objects.values()])
}

const listed = (draw: Drawing, object: ManifestObject): Partial<Question> => ({
  ...(draw.chance(80) ? { select: selectOf(draw, object, 0) } : {}),
  ...(draw.chance(40)
    ? {
        order: some(draw, 2, () => ({
          field: pathOf(draw, object, (field) => fieldType(field).sortable).path,
          dir: draw.pick(['asc', 'desc'] as const),
        })),
      }
    : {}),
  ...(draw.chance(50) ? { limit: draw.pick([1, 2, 3, 10, 100]) } : {}),
})

function measured(draw: Drawing, object: ManifestObject): Partial<Question> {
  const group = draw.chance(50)
    ? some(draw, 2, () => {
        const { path, field } = pathOf(draw, object, (each) => fieldType(each).groupable)
        return field && ['date', 'timestamptz'].includes(field.columns[0]?.type ?? '') && draw.chance(50)
          ? { field: path, by: draw.pick(['day', 'month', 'year'] as const) }
          : path
      })
    : undefined
  const measure = Object.fromEntries(some(draw, 2, (i) => [`m${i}`, measureOf(draw, object)] as const))
  return { ...(group ? { group } : {}), measure, ...(draw.chance(20) ? { limit: draw.pick([1, 2, 5]) } : {}) }
}

const measures = {
  count: (path: string) => ({ count: path }),
  sum: (path: string) => ({ sum: path }),
  average: (path: string) => ({ average: path }),
  min: (path: string) => ({ min: path }),
  max: (path: string) => ({ max: path }),
} satisfies Record<MeasureName, (path: string) => NonNullable<Question['measure']>[string]>

export const measureKinds = Object.values(measures)

function measureOf(draw: Drawing, object: ManifestObject) {
  if (draw.chance(25)) return { count: '*' as const }
  // Mostly a measure that the field has, or there would be little but refusals to compare.
  const { path, field } = pathOf(draw, object, (each) => fieldType(each).measures.length > 0)
  const own = field && draw.chance(90) ? fieldType(field).measures : []
  const kind = draw.pick(own.length > 0 ? own : (Object.keys(measures) as MeasureName[])) // keys of the table above
  return measures[kind](path)
}

const some = <T>(draw: Drawing, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: draw.pick(Array.from({ length: most }, (_, i) => i + 1)) }, (_, i) => make(i))

/** A field's name, or one over references; mostly one the roles may read, and one that `fits`. */
function pathOf(
  draw: Drawing,
  object: ManifestObject,
  fits: (field: ManifestField) => boolean = () => true,
): { path: string; field: ManifestField | null } {
  const ways = [...object.relations.values()].filter((relation) => relation.kind === 'one')
  if (ways.length > 0 && draw.chance(25)) {
    const way = draw.pick(ways)
    const target = manifest.objects.get(way.to)
    const inner = target ? pathOf(draw, target, fits) : { path: 'name', field: null }
    const path = `${way.name}.${inner.path}`
    if (path.split('.').length <= 4) return { path, field: inner.field }
  }
  if (draw.chance(8)) return { path: draw.pick(['id', 'version', 'created_at', 'updated_at']), field: null }
  const readable = readableFields(draw.roles, object)
  const fitting = readable.filter(fits)
  const field = draw.pick(draw.chance(96) && fitting.length > 0 ? fitting : [...object.fields.values()])
  return { path: field.name, field }
}

function selectOf(draw: Drawing, object: ManifestObject, depth: number): NonNullable<Question['select']> {
  const relations = [...object.relations.values()]
  return some(draw, depth === 0 ? 5 : 3, () => {
    const relation = draw.pick(relations)
    const target = relation && manifest.objects.get(relation.to)
    if (!target || depth >= 3 || !draw.chance(25)) return pathOf(draw, object).path
    return {
      relation: relation.name,
      select: selectOf(draw, target, depth + 1),
      ...(relation.kind === 'many' && draw.chance(30) ? { where: whereOf(draw, target, 1) } : {}),
      ...(relation.kind === 'many' && draw.chance(30) ? { limit: 2 } : {}),
    }
  })
}

type Where = NonNullable<Question['where']>

function whereOf(draw: Drawing, object: ManifestObject, depth: number): Where {
  const many = [...object.relations.values()].filter((relation) => relation.kind === 'many')
  if (depth < 3 && many.length > 0 && draw.chance(30)) {
    const relation = draw.pick(many)
    const target = manifest.objects.get(relation.to)
    const inner = target ? whereOf(draw, target, depth + 1) : { all: [] }
    const kind = draw.pick(['some', 'none', 'every'] as const)
    if (kind === 'every') return { every: relation.name, where: inner }
    const condition = draw.chance(80) ? { where: inner } : {}
    return kind === 'some' ? { some: relation.name, ...condition } : { none: relation.name, ...condition }
  }
  if (depth < 2 && draw.chance(30)) {
    const parts = some(draw, 3, () => whereOf(draw, object, depth + 1))
    return draw.pick<Where>([{ all: parts }, { any: parts }, { not: parts[0] ?? { all: [] } }])
  }
  const { path, field } = pathOf(draw, object)
  const op = draw.pick(field && draw.chance(97) ? field.operators : operators)
  return { field: path, op, ...operandOf(draw, op, field) }
}

type Operand = { value?: unknown; me?: true }

/** An operand for every operator. A new one does not compile until it is here, and so is tried against every field. */
const operands = {
  is: (one) => one(),
  is_not: (one) => one(),
  in: (one) => [one(), one()],
  not_in: (one) => [one(), one()],
  gt: (one) => one(),
  gte: (one) => one(),
  lt: (one) => one(),
  lte: (one) => one(),
  contains: (one) => String(one()).slice(1, 4) || 'a',
  starts_with: (one) => String(one()).slice(0, 2) || 'a',
  has: (one) => [one()].flat()[0],
  empty: () => undefined,
  not_empty: () => undefined,
} satisfies Record<Operator, (one: () => unknown) => unknown>

function operandOf(draw: Drawing, op: Operator, field: ManifestField | null): Operand {
  if (field?.to === 'user' && (op === 'is' || op === 'is_not') && draw.chance(30)) return { me: true }
  const occurring = field ? (draw.pool.get(field.id) ?? []) : []
  const value = operands[op](() => draw.pick(occurring) ?? 'nothing')
  return value === undefined ? {} : { value }
}

function searchFor(draw: Drawing): string {
  const names = ['account.name', 'contact.name', 'contact.email', 'ticket.subject', 'opportunity.name', 'user.name']
  const found = String(draw.pick(draw.pool.get(draw.pick(names)) ?? []) ?? 'a').trim()
  return (draw.chance(50) ? found.slice(0, 4) : found.split(' ')[0]) || 'a'
}

/** Every place in a question where a field can stand, for one operator or kind where there are several. */
export const positions = (field: ManifestField): readonly ((name: string) => Omit<Question, 'from'>)[] => {
  const one = () => sampleText(field)
  const where = operators.map((op) => (name: string) => {
    const value = operands[op](one)
    return { where: { field: name, op, ...(value === undefined ? {} : { value }) } }
  })
  return [
    ...where,
    ...where.map((make) => (name: string) => ({ where: { not: { all: [{ any: [make(name).where] }] } } })),
    ...where.map((make) => (name: string) => ({ ...make(name), measure: { n: { count: '*' as const } } })),
    (name) => ({ where: { field: name, op: 'in' as const, value: [] } }),
    (name) => ({ where: { field: name, op: 'is' as const, me: true as const } }),
    (name) => ({ select: [name] }),
    (name) => ({ select: ['id', name], asOf: days[1] }),
    (name) => ({ order: [{ field: name }], limit: 1 }),
    (name) => ({ order: [{ field: name, dir: 'desc' as const }], asOf: days[1] }),
    (name) => ({ group: [name] }),
    (name) => ({ group: [{ field: name, by: 'month' as const }] }),
    ...measureKinds.map((kind) => (name: string) => ({ measure: { m: kind(name) } })),
    ...measureKinds.map((kind) => (name: string) => ({ measure: { m: kind(name) }, asOf: days[1] })),
  ]
}

const sampleText = (field: ManifestField): unknown => field.terms?.[0]?.value ?? 'x'
