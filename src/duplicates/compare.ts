// Records side by side: every field the actor may read, where it comes from, and how much hangs on each record.
import { words } from '../../dictionary/words.ts'
import type { Actor } from '../access/index.ts'
import { Failure, told } from '../platform/index.ts'
import type { Dependants, FieldSources } from '../records/index.ts'
import type { Deciding } from './index.ts'

export type Compared = { id: string; dependants: readonly Dependants[] }

export type ComparedField = {
  field: string
  /** In the order of the records; null where a record has none. */
  values: readonly unknown[]
  /** Whose claim each value is, and what else is claimed. */
  sources: readonly (Pick<FieldSources, 'from' | 'others'> | null)[]
  isSame: boolean
}

export type Comparison = { object: string; records: readonly Compared[]; fields: readonly ComparedField[] }

const mostCompared = 10

export async function compare(
  { records }: Deciding,
  actor: Actor,
  object: string,
  given: readonly string[],
): Promise<Comparison> {
  if (given.length > mostCompared)
    throw new Failure('too_large', {
      what: told(words('A comparison', 'Una comparación', 'Uma comparação', 'Perbandingan')),
      limit: told(
        words(
          `${mostCompared} records`,
          `${mostCompared} registros`,
          `${mostCompared} registros`,
          `${mostCompared} rekod`,
        ),
      ),
    })
  const today = await records.follow(actor, object, given)
  for (const id of given) if (!today.has(id)) throw new Failure('record_unavailable', { object, id })
  const ids = [...new Set(given.map((id) => today.get(id) ?? id))]
  const [dependants, sources] = await Promise.all([
    records.dependants(actor, object, ids),
    Promise.all(ids.map((id) => records.sources(actor, object, id))),
  ])
  const byField = sources.map((each) => new Map(each.map((source) => [source.field, source])))
  const { manifest } = await records.book.of(actor)
  const names = [...(manifest.objects.get(object)?.fields.keys() ?? [])]
  const fields = names.flatMap((field) => {
    const found = byField.map((each) => each.get(field) ?? null)
    if (found.every((each) => each === null)) return []
    const values = found.map((each) => each?.value ?? null)
    const isSame = new Set(values.map((value) => JSON.stringify(value))).size === 1
    return [{ field, values, sources: found.map((each) => each && { from: each.from, others: each.others }), isSame }]
  })
  return { object, records: ids.map((id) => ({ id, dependants: dependants.get(id) ?? [] })), fields }
}
