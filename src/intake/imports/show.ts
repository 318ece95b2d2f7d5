// What a preview adds to what became of the rows: every cell it would change, and by which key a record was found.
import { matchKeysOf } from '../../matching/index.ts'
import type { ActChange, Outcome } from '../../records/index.ts'
import { canonical } from './keys.ts'
import { asNamed, type RecordOutcome, type RowOutcome } from './outcome.ts'
import type { Prepared } from './prepare.ts'
import type { Running } from './run.ts'
import { sightsOf } from './sights.ts'

/** Puts beside each record what the flush changed of it. The cells of one record that several rows changed are each row's own. */
export async function withCells(
  { importing, actor, firstId }: Running,
  acts: readonly { object: string; act: string }[],
  rows: Iterable<RowOutcome>,
): Promise<void> {
  const told = [...rows].flatMap(({ records = [] }) => records)
  const changes = new Map<string, ActChange>()
  for (const { object, act } of acts)
    for (const change of await importing.records.changesOf(actor, object, act)) changes.set(keyOf(change), change)
  for (const record of told) {
    const change = changes.get(`${record.id} ${record.version} ${record.source}`)
    if (change && record.outcome !== 'unchanged') Object.assign(record, { title: change.title, cells: change.changed })
  }
  await withTitles({ importing, actor }, told)
  for (const record of told) {
    if (isGone(record, firstId)) delete record.id
    delete record.version
    delete record.source
  }
}

/** While they are there: what the records are called that a row means, or that its cells refer to. */
async function withTitles({ importing, actor }: Pick<Running, 'importing' | 'actor'>, told: readonly RecordOutcome[]) {
  const { manifest } = await importing.records.book.of(actor)
  const looked = told.flatMap(({ object, id, title, cells = {} }) => {
    const fields = manifest.objects.get(object)?.fields
    const referred = Object.entries(cells).flatMap(([name, values]) => {
      const to = fields?.get(name)?.to
      return to ? values.flatMap((value) => (typeof value === 'string' ? [{ object: to, id: value }] : [])) : []
    })
    return id !== undefined && title === undefined ? [...referred, { object, id }] : referred
  })
  const seen = await sightsOf(importing.records, actor, looked)
  for (const record of told) {
    const title = seen.get(record.id ?? '')?.title
    if (record.title === undefined && title) record.title = title
    const called = Object.values(record.cells ?? {})
      .flat()
      .flatMap((value) => {
        const name = typeof value === 'string' ? seen.get(value)?.title : null
        return name ? [[value, name] as const] : []
      })
    if (called.length > 0) record.called = Object.fromEntries(called)
  }
}

/** Ids are in the order of time: a record that the preview made is gone again when it ends. */
const isGone = ({ id }: { id?: string }, firstId: string): boolean => id !== undefined && id > firstId

const keyOf = ({ id, version, source }: ActChange): string => `${id} ${version} ${source.system} ${source.localId}`

/** Candidates that the preview made itself are gone again: they are told by the name that their row has for them. */
export async function withNames({ importing, actor, firstId }: Running, rows: Iterable<RowOutcome>): Promise<void> {
  const asked = [...rows].flatMap(({ records = [] }) =>
    records.filter(({ candidates }) => candidates?.some((each) => isGone(each, firstId))),
  )
  for (const [object, some] of Map.groupBy(asked, (record) => record.object)) {
    const ids = some.flatMap(({ candidates = [] }) => candidates.flatMap(({ id }) => id ?? []))
    const names = await importing.records.named(actor, object, ids)
    for (const record of some)
      record.candidates = (record.candidates ?? []).map((each) => {
        const name = isGone(each, firstId) && each.id ? names.get(each.id) : undefined
        return name ? { as: asNamed(name), title: each.title } : each
      })
  }
}

/** Looked up before the flush is sent, for afterwards every record bears the keys of its row. */
export async function howFound(
  { importing, actor }: Running,
  object: string,
  prepared: readonly Prepared[],
): Promise<(each: Prepared, outcome: Outcome) => string | undefined> {
  const keyed = new Map(
    prepared.flatMap((each) =>
      each.change.match ? [[each, matchKeysOf(object, canonical(each.change.values ?? {}))] as const] : [],
    ),
  )
  const all = [...keyed.values()].flat()
  const ids =
    all.length > 0 ? await importing.records.recognise(actor, object, all) : new Map<string, readonly string[]>()
  return (each, outcome) => {
    if (outcome.outcome !== 'matched') return undefined
    const own = keyed.get(each) ?? []
    return own.find(({ kind, key }) => ids.get(`${kind} ${key}`)?.includes(outcome.id))?.kind ?? 'earlier_row'
  }
}
