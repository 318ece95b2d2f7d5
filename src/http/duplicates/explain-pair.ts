// Why two records may be one, with what stands in each beside every part: the weights are the room's, the values are read as the
// asking actor, so that nothing shows that they could not open anyway.
import type { Actor } from '../../access/index.ts'
import type { Why } from '../../duplicates/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import type { FieldSources } from '../../records/index.ts'

export type Explained = Omit<Why, 'parts'> & {
  /** `values` are those of `a` and of `b`; null for what has no field of its own to show. */
  parts: readonly (Why['parts'][number] & { values: readonly [unknown, unknown] | null })[]
}

export async function explainPair(
  { duplicates, records }: Pick<Holdfast, 'duplicates' | 'records'>,
  actor: Actor,
  { object, a, b }: { object: string; a: string; b: string },
): Promise<Explained> {
  const why = await duplicates.explain(actor, object, a, b)
  const [one = [], other = []] = await Promise.all([why.a, why.b].map((id) => records.sources(actor, object, id)))
  return { ...why, parts: why.parts.map((part) => ({ ...part, values: valuesOf(part.field, one, other) })) }
}

/** The field of the dictionary in which people read what the engine compared; the first that either record has. */
const readIn: Readonly<Record<string, readonly string[]>> = {
  given: ['first_name', 'name'],
  family: ['last_name', 'name'],
  name: ['name', 'legal_name'],
  form: ['legal_name', 'name'],
  branch: ['name'],
  email: ['email'],
  domain: ['domains', 'website'],
  phone: ['phone', 'mobile_phone'],
  country: ['country'],
  city: ['city'],
  industry: ['industry'],
}

function valuesOf(
  part: string | null,
  one: readonly FieldSources[],
  other: readonly FieldSources[],
): readonly [unknown, unknown] | null {
  for (const name of readIn[part ?? ''] ?? []) {
    const [a, b] = [one, other].map((sources) => sources.find(({ field }) => field === name)?.value ?? null)
    if (a !== null || b !== null) return [a ?? null, b ?? null]
  }
  return null
}
