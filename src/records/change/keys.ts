// The keys records are kept under: numbers, by which they are recognised, and words, by which they are looked for. Which of them a
// change adds and takes away, and the statements that do it.
import {
  isLikeness,
  keptKeysOf,
  keyFieldsOf,
  numbered,
  type RecordKeys,
  recordFieldsOf,
  searchKeysOf,
  typedKeysOf,
} from '../../matching/index.ts'
import { type ColumnOf, empty, namesOf, raw, rowSource, type SqlFragment, sql } from '../../platform/index.ts'
import { likenessKeys, ownKeys } from './draft.ts'
import type { RecordState } from './record-state.ts'

export const noKeys: RecordKeys = { recognised: [], searched: [] }

type RecognisedKey = RecordKeys['recognised'][number]
type SearchedKey = RecordKeys['searched'][number]

const matchKeys = {
  name: raw('records.match_key'),
  columns: raw('object, number, kind, key'),
  written: [
    { name: 'number', type: 'bigint' },
    { name: 'kind', type: 'text' },
    { name: 'key', type: 'text' },
    { name: 'record_id', type: 'uuid' },
  ],
  same: raw('t.number = r.number'),
  ofObject: (object: string): OfObject => ({ name: raw('object, '), value: sql`${object}, ` }),
  // What a key of likeness says is asked of nobody: it only proposes.
  row: (key: RecognisedKey, id: string): unknown[] =>
    isLikeness(key) ? [key.number, null, null, id] : [key.number, key.kind, key.key, id],
  bounds: (keys: readonly RecognisedKey[]) =>
    sql`t.number = any(${listOf(keys.map(({ number }) => number))}::bigint[])`,
}

const searchKeys = {
  name: raw('records.search_key'),
  columns: raw('list, key'),
  written: [
    { name: 'list', type: 'integer' },
    { name: 'key', type: 'text' },
    { name: 'record_id', type: 'uuid' },
  ],
  same: raw('t.list = r.list and t.key = r.key'),
  ofObject: (): OfObject => ({ name: empty, value: empty }),
  row: ({ list, key }: SearchedKey, id: string): unknown[] => [list, key, id],
  bounds: (keys: readonly SearchedKey[]) =>
    sql`t.list = any(${listOf(keys.map(({ list }) => list))}::int[]) and t.key = any(${listOf(keys.map(({ key }) => key))}::text[])`,
}

/** The column of the object, where there is one, and its value, each with a comma behind it. */
type OfObject = { name: SqlFragment; value: SqlFragment }

const listOf = <T>(all: readonly T[]): T[] => [...new Set(all)]

/** The tables of keys, each with its columns beside the workspace, the object and the record. */
export const keyTables: readonly { name: SqlFragment; columns: SqlFragment }[] = [matchKeys, searchKeys]

type KeyChanges = { record: RecordState; added: RecordKeys; gone: RecordKeys }

/** Keys to add and to take away, for a record whose naming fields may have changed. */
function keyChanges(record: RecordState): KeyChanges {
  const object = record.object.name
  const mayDiffer = record.isNew || recordFieldsOf(object).some((name) => record.changed.has(name))
  const before = mayDiffer ? record.keysBefore() : noKeys
  const now = mayDiffer ? keysNow(record) : noKeys
  return { record, added: without(withGiven(now, record), before), gone: without(before, now) }
}

function withGiven(now: RecordKeys, { object: { name }, keys }: RecordState): RecordKeys {
  if (keys.length === 0) return now
  return {
    recognised: [...now.recognised, ...keys.map((key) => numbered(name, key))],
    searched: [...now.searched, ...typedKeysOf(name, keys)],
  }
}

/** The keys of the change that made it were worked out when it was looked for. */
function keysNow({ object: { name }, values, madeBy }: RecordState): RecordKeys {
  if (!madeBy || keyFieldsOf(name).some((field) => (values[field] ?? null) !== (madeBy.values[field] ?? null)))
    return keptKeysOf(name, values)
  return { recognised: [...ownKeys(madeBy), ...likenessKeys(madeBy)], searched: searchKeysOf(name, values) }
}

/** Each once, of those that are not among the others. */
const without = (keys: RecordKeys, others: RecordKeys): RecordKeys =>
  keys === noKeys
    ? noKeys
    : {
        recognised: differing(keys.recognised, others.recognised, ({ number }) => number),
        searched: differing(keys.searched, others.searched, ({ list, key }) => `${list} ${key}`),
      }

/** Of a handful, as most records have, comparing each with each takes less than a set of them. */
const handful = 8

function differing<Key>(keys: readonly Key[], others: readonly Key[], nameOf: (key: Key) => string | number): Key[] {
  if (keys.length === 0) return []
  if (others.length === 0 && keys.length <= handful) {
    const names = keys.map(nameOf)
    return keys.filter((_, i) => names.indexOf(names[i] ?? '') === i)
  }
  const known = new Set(others.map(nameOf))
  return keys.filter((key) => {
    const name = nameOf(key)
    return !known.has(name) && known.add(name)
  })
}

/** Keys go before the rest is written, and come with it. */
export function keyWrites(
  w: string,
  object: string,
  records: readonly RecordState[],
): { gone: SqlFragment[]; written: SqlFragment[] } {
  const changes = records.map(keyChanges)
  const own = [
    writesOf(w, object, matchKeys, changes, ({ recognised }) => recognised),
    writesOf(w, object, searchKeys, changes, ({ searched }) => searched),
  ]
  return { gone: own.flatMap(({ gone }) => gone), written: own.flatMap(({ written }) => written) }
}

/** All these keys, by their records' ids; those that are there already stay as they are. */
export function keysWritten(w: string, object: string, keys: ReadonlyMap<string, RecordKeys>): SqlFragment[] {
  const rowsOf = <Key>(table: KeyTable<Key>, own: (keys: RecordKeys) => readonly Key[]) =>
    [...keys].flatMap(([id, each]) => own(each).map((key) => table.row(key, id)))
  const [recognised, searched] = [
    rowsOf(matchKeys, (each) => each.recognised),
    rowsOf(searchKeys, (each) => each.searched),
  ]
  return [
    ...(recognised.length ? [insert(w, object, matchKeys, recognised)] : []),
    ...(searched.length ? [insert(w, object, searchKeys, searched)] : []),
  ].map((each) => sql`${each} on conflict do nothing`)
}

type KeyTable<Key> = {
  name: SqlFragment
  written: readonly ColumnOf[]
  same: SqlFragment
  ofObject(object: string): OfObject
  row(key: Key, id: string): unknown[]
  bounds(keys: readonly Key[]): SqlFragment
}

function writesOf<Key>(
  w: string,
  object: string,
  table: KeyTable<Key>,
  changes: readonly KeyChanges[],
  keysOf: (keys: RecordKeys) => readonly Key[],
) {
  const rows = (which: 'added' | 'gone', some: readonly KeyChanges[]) =>
    some.flatMap((change) => keysOf(change[which]).map((key) => table.row(key, change.record.id)))
  // What holds no key yet can't hold one twice, and needs no second look at each.
  const fresh = rows(
    'added',
    changes.filter(({ record }) => record.isNew),
  )
  const known = rows(
    'added',
    changes.filter(({ record }) => !record.isNew),
  )
  const gone = rows('gone', changes)
  // Said twice for a batch, as a join and as lists: by the lists each way to the rows is bounded, whatever is known of the workspace.
  const ids = changes.flatMap(({ gone, record }) => (keysOf(gone).length > 0 ? [record.id] : []))
  const bounds =
    changes.length > 1
      ? sql` and t.record_id = any(${ids}::uuid[]) and ${table.bounds(changes.flatMap((change) => [...keysOf(change.gone)]))}`
      : empty
  return {
    gone: gone.length
      ? [
          sql`delete from ${table.name} t using ${rowSource(table.written, gone, 'r')} where t.workspace_id = ${w} and ${table.same} and t.record_id = r.record_id${bounds}`,
        ]
      : [],
    written: [
      ...(fresh.length ? [insert(w, object, table, fresh)] : []),
      ...(known.length ? [sql`${insert(w, object, table, known)} on conflict do nothing`] : []),
    ],
  }
}

function insert(
  w: string,
  object: string,
  { name, written, ofObject }: Pick<KeyTable<never>, 'name' | 'written' | 'ofObject'>,
  rows: readonly (readonly unknown[])[],
): SqlFragment {
  const own = ofObject(object)
  const names = namesOf(written)
  // In the order of the index, so that neighbours of a batch meet the same pages.
  const inOrder = rows.length > 1 ? sql` order by ${names}` : empty
  return sql`insert into ${name} (workspace_id, ${own.name}${names}) select ${w}::uuid, ${own.value}${names} from ${rowSource(written, rows, 'r')}${inOrder}`
}
