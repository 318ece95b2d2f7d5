// Rows that find their records by keys of the actor's choice: the first key that finds anything decides; several records that bear it are
// a question, never the first of them. A few look-ups for a whole flush, of records the actor may see.
import { fieldType } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import { canonical, keysBy } from './keys.ts'
import type { Part } from './shape.ts'

export type Found = { id: string; how: string } | { question: readonly { id: string; title: string | null }[] }

type Looking = { records: Records; actor: Actor; object: string }

export async function findByKeys(looking: Looking, parts: readonly Part[]): Promise<Map<Part, Found>> {
  const { records, actor, object } = looking
  const found = new Map<Part, Found>()
  const keyed = parts.filter((part) => part.by && !part.isAnswered)
  if (keyed.length === 0) return found
  const known = await records.resolve(
    actor,
    object,
    keyed.flatMap(({ change }) => change.source ?? []),
  )
  // What came before under the same id is that record still.
  let open = keyed.filter(({ change: { source } }) => !source || !known.has(`${source.system} ${source.localId}`))
  for (let place = 0; open.length > 0 && open.some((part) => place < (part.by?.length ?? 0)); place++)
    for (const [kind, some] of Map.groupBy(open, (part) => part.by?.[place])) {
      if (kind === undefined) continue
      const holders = await holdersOf(looking, kind, some)
      for (const part of some) {
        const ids = [...new Set(holders.get(part) ?? [])]
        if (ids.length === 1 && ids[0]) found.set(part, { id: ids[0], how: kind })
        else if (ids.length > 1) found.set(part, { question: ids.map((id) => ({ id, title: null })) })
      }
      open = open.filter((part) => !found.has(part))
    }
  await nameCandidates(looking, found)
  return found
}

const mostCandidates = 20

/** Keys that records are kept by are looked up there; any other is a field. */
async function holdersOf(
  looking: Looking,
  kind: string,
  parts: readonly Part[],
): Promise<Map<Part, readonly string[]>> {
  const { records, actor, object } = looking
  if (!keptKinds[object]?.includes(kind)) return byField(looking, kind, parts)
  const keyed = parts.map((part) => ({
    part,
    keys: keysBy(object, kind, canonical(part.change.values ?? {}), undefined),
  }))
  const ids = await records.recognise(
    actor,
    object,
    keyed.flatMap(({ keys }) => keys.map((key) => ({ kind, key }))),
  )
  return new Map(keyed.map(({ part, keys }) => [part, keys.flatMap((key) => ids.get(`${kind} ${key}`) ?? [])]))
}

const keptKinds: Readonly<Record<string, readonly string[]>> = { account: ['name', 'domain'], contact: ['email'] }

async function byField(
  { records, actor, object }: Looking,
  name: string,
  parts: readonly Part[],
): Promise<Map<Part, readonly string[]>> {
  const field = (await records.book.of(actor)).manifest.objects.get(object)?.fields.get(name)
  if (!field) return new Map()
  const about = { ...field.options, name, label: field.label, ...(field.terms ? { terms: field.terms } : {}) }
  const held = new Map(
    parts.flatMap((part) => {
      const given = part.change.values?.[name]
      const parsed = given === undefined || given === null ? null : fieldType(field).parse(given, about)
      return parsed && 'value' in parsed ? [[part, parsed.value] as const] : []
    }),
  )
  const holders = new Map<string, string[]>()
  const values = [...new Set(held.values())]
  for (let from = 0; from < values.length; from += 200) {
    const where = { field: name, op: 'in', value: values.slice(from, from + 200) }
    const { data } = await records.ask(actor, { from: object, select: [name], where, limit: 1_000 })
    for (const row of JSON.parse(data) as Record<string, unknown>[]) {
      const key = JSON.stringify(row[name])
      holders.set(key, [...(holders.get(key) ?? []), String(row['id'])]) // as selected
    }
  }
  return new Map([...held].map(([part, value]) => [part, holders.get(JSON.stringify(value)) ?? []]))
}

async function nameCandidates({ records, actor, object }: Looking, found: Map<Part, Found>): Promise<void> {
  const all = [...found.values()].flatMap((each) => ('question' in each ? each.question.slice(0, mostCandidates) : []))
  if (all.length === 0) return
  const title = (await records.book.of(actor)).manifest.objects.get(object)?.title ?? 'id'
  const titles = new Map<string, string>()
  const ids = [...new Set(all.map(({ id }) => id))]
  for (let from = 0; from < ids.length; from += 500) {
    const where = { field: 'id', op: 'in', value: ids.slice(from, from + 500) }
    const { data } = await records.ask(actor, { from: object, select: [title], where, limit: 1_000 })
    for (const row of JSON.parse(data) as Record<string, unknown>[])
      if (typeof row[title] === 'string') titles.set(String(row['id']), row[title]) // as selected
  }
  for (const [part, each] of found)
    if ('question' in each)
      found.set(part, {
        question: each.question.slice(0, mostCandidates).map(({ id }) => ({ id, title: titles.get(id) ?? null })),
      })
}
