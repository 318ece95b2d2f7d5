// Why two records may be one, for whoever asks: the prior and each field's weight, adding up to the score exactly. What the actor may
// not read weighs in without being named.
import { type Actor, readableField } from '../access/index.ts'
import { encode, isCompared, type Model, type Values, explain as weigh } from '../matching/index.ts'
import { Failure, inOneTrip, type Row, sql, statement } from '../platform/index.ts'
import type { FieldSources } from '../records/index.ts'
import { type Evidence, evidenceOf, fieldsBehind } from './finding/evidence.ts'
import type { Deciding } from './index.ts'
import { modelInUse } from './weights.ts'

export type Why = {
  object: string
  a: string
  b: string
  /** Prior and parts add up to it exactly. */
  bits: number
  prior: number
  /** `field` is null for what weighs in from fields that the actor may not read. */
  parts: readonly {
    field: string | null
    level: string | null
    bits: number
    rarityBits: number
    /** What stands in `a` and in `b` today, read as the actor; null for what has no field of its own to show. */
    values: readonly [unknown, unknown] | null
  }[]
  because: string | null
}

/** Errors: record_unavailable, object_unavailable. */
export async function explain(deciding: Deciding, actor: Actor, object: string, a: string, b: string): Promise<Why> {
  const { pool, records } = deciding
  const access = await records.book.of(actor)
  if (!isCompared(object)) throw new Failure('object_unavailable', { object })
  const today = await records.follow(actor, object, [a, b])
  for (const id of [a, b]) if (!today.has(id)) throw new Failure('record_unavailable', { object, id })
  const [one = '', other = ''] = [today.get(a) ?? a, today.get(b) ?? b].sort()
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(
      sql`select vector from duplicates.candidate where workspace_id = ${actor.workspace} and object = ${object} and a = ${one} and b = ${other}`,
    ),
  ])
  const sides = await Promise.all([one, other].map((id) => records.sources(actor, object, id)))
  const { prior, parts, because } = keptIn(rows) ?? weighedNow(await modelInUse(deciding, actor, object), sides)
  const isTold = (field: string) =>
    fieldsBehind(object, field)?.every((path) => {
      const [of = '', name = ''] = path.split('.')
      return !access.manifest.objects.get(of)?.fields.has(name) || readableField(access, of, name, 'list') !== null
    }) ?? false
  const told = parts
    .filter(({ field }) => isTold(field))
    .map((part) => ({ ...part, values: shownOf(object, part.field, sides) }))
  const untold = parts
    .filter(({ field }) => !isTold(field))
    .reduce((bits, part) => bits + part.bits + part.rarityBits, 0)
  const shown = [
    ...told,
    ...(untold === 0 ? [] : [{ field: null, level: null, bits: untold, rarityBits: 0, values: null }]),
  ]
  const bits = shown.reduce((sum, part) => sum + part.bits + part.rarityBits, prior)
  return { object, a: one, b: other, bits, prior, parts: shown, because: untold === 0 ? because : null }
}

/** As it was weighed beside all others when the pair was found. */
const keptIn = ([row]: readonly Row[]): Evidence | null => {
  const kept = row?.['vector'] as Evidence | null | undefined // written by the finder, or null with a decision
  return kept && Array.isArray(kept.parts) ? kept : null
}

type Sides = readonly (readonly FieldSources[])[]

/** Two records that nobody found: weighed by what the actor may read of them. */
function weighedNow(model: Model, sides: Sides): Evidence {
  const columns = encode(model.kind, sides.map(valuesOf), { population })
  return evidenceOf(weigh(model, columns, 0, 1))
}

function shownOf(object: string, part: string, sides: Sides): [unknown, unknown] | null {
  for (const path of fieldsBehind(object, part) ?? []) {
    const [of, name] = path.split('.')
    const [a, b] = sides.map((fields) => fields.find(({ field }) => field === name)?.value ?? null)
    if (of === object && ((a ?? null) !== null || (b ?? null) !== null)) return [a ?? null, b ?? null]
  }
  return null
}

/** Where nobody counted: of so many records that chance likeness is to be reckoned with. */
const population = 100_000

const valuesOf = (fields: readonly FieldSources[]): Values =>
  Object.fromEntries(fields.map(({ field, value }) => [field, value]))
