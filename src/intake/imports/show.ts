// What a preview adds to what became of the rows: every cell it would change, and by which key a record was found.
import { matchKeysOf } from '../../matching/index.ts'
import type { ActChange, Outcome } from '../../records/index.ts'
import { canonical } from './keys.ts'
import { asNamed, type RowOutcome } from './outcome.ts'
import type { Prepared } from './prepare.ts'
import type { Running } from './run.ts'

/** Puts beside each record what the flush changed of it. The cells of one record that several rows changed are each row's own. */
export async function withCells(
  { importing, actor, firstId }: Running,
  acts: readonly { object: string; act: string }[],
  rows: Iterable<RowOutcome>,
): Promise<void> {
  const changes = new Map<string, ActChange>()
  for (const { object, act } of acts)
    for (const change of await importing.records.changesOf(actor, object, act)) changes.set(keyOf(change), change)
  for (const { records = [] } of rows)
    for (const record of records) {
      const change = changes.get(`${record.id} ${record.version} ${record.source}`)
      if (change && record.outcome !== 'unchanged')
        Object.assign(record, { title: change.title, cells: change.changed })
      if (isGone(record, firstId)) delete record.id
      delete record.version
      delete record.source
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
