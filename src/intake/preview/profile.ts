// What is in a file, column by column, before anything is done with it: how full it is, how many different values, which come most
// often, what is wrong with them; and which rows speak of what an earlier row spoke of.
import { fieldType, fold, type Manifest, type ManifestField, nearest } from '../../../dictionary/index.ts'
import { keysOf } from '../imports/keys.ts'
import type { Context } from '../imports/shape.ts'
import { cellReader } from '../mapping/cells.ts'
import type { MappedColumn, Mapping } from '../mapping/mapping.ts'
import { rowReader } from '../mapping/read.ts'
import { rememberWords } from '../mapping/remember-words.ts'
import type { Table } from '../reading/index.ts'
import { createTally } from './tally.ts'

export type Problem = { code: string; count: number; examples: readonly { row: number; value: string }[] }

export type ColumnProfile = {
  index: number
  header: string
  filled: number
  /** From 0 to 1. */
  fillRate: number
  distinct: number
  /** `distinct` was counted; otherwise it is within a few per cent. */
  isExact: boolean
  top: readonly { value: string; count: number }[]
  problems: readonly Problem[]
  /** Words that are not in the controlled list, the most frequent first, each with the term it may mean. */
  unknownWords: readonly { word: string; count: number; nearest: string | null }[]
}

export type Profile = {
  rows: number
  skipped: number
  ragged: number
  columns: readonly ColumnProfile[]
  /** Rows that say what an earlier one says already, by the keys records are recognised by. */
  repeats: { count: number; examples: readonly { row: number; of: number; key: string }[] }
}

const mostExamples = 3
const mostRepeats = 200
const mostWords = 200

export async function profile(
  table: Table,
  o: {
    mapping: Mapping | null
    manifest: Manifest
    context: Context
    progress?: (rows: number) => void | Promise<void>
  },
): Promise<Profile> {
  const { shape } = table
  const watchers = shape.columns.map(({ index, header }) =>
    watch(index, header, fieldFor(o, index), o.context, {
      dateOrder: shape.dateOrder[index] ?? null,
      decimalMark: shape.decimalMark[index] ?? null,
    }),
  )
  const repeats = o.mapping ? watchRepeats(table, o.mapping, o.manifest, o.context) : null
  const counts = { rows: 0, skipped: 0, ragged: 0 }
  for await (const { row, cells, skip, ragged } of table.rows()) {
    counts.rows += 1
    if (skip) counts.skipped += 1
    else if (ragged) counts.ragged += 1
    else {
      for (const watcher of watchers) watcher.see(row, cells)
      repeats?.see(row, cells)
    }
    if (counts.rows % 5_000 === 0) await o.progress?.(counts.rows)
  }
  const data = counts.rows - counts.skipped - counts.ragged
  return {
    ...counts,
    columns: watchers.map((watcher) => watcher.found(data)),
    repeats: repeats?.found() ?? { count: 0, examples: [] },
  }
}

type Target = { field: ManifestField; column: MappedColumn }

function fieldFor(
  { mapping, manifest }: { mapping: Mapping | null; manifest: Manifest },
  index: number,
): Target | null {
  const column = mapping?.columns.find((each) => each.index === index)
  const object = mapping?.records.find((each) => each.name === column?.to?.record)?.object ?? ''
  const field = manifest.objects.get(object)?.fields.get(column?.to?.field ?? '')
  return column && field ? { field, column } : null
}

type Form = Pick<Parameters<typeof cellReader>[0], 'dateOrder' | 'decimalMark'>

function watch(index: number, header: string, target: Target | null, context: Context, form: Form) {
  const tally = createTally()
  const problems = new Map<string, { count: number; examples: { row: number; value: string }[] }>()
  const unknown = createTally()
  const faultOf = target && judgeOf(target, context, form)
  let filled = 0
  const note = (code: string, row: number, value: string) => {
    const known = problems.get(code) ?? { count: 0, examples: [] }
    known.count += 1
    if (known.examples.length < mostExamples) known.examples.push({ row, value: value.slice(0, 100) })
    problems.set(code, known)
  }
  return {
    see(row: number, cells: readonly string[]) {
      const cell = cells[index] ?? ''
      const text = cell.trim()
      if (text === '') return
      filled += 1
      tally.add(text)
      if (text !== cell) note('untrimmed', row, cell)
      const code = faultOf?.(text)
      if (!code) return
      note(code, row, text)
      if (code === 'unknown_term') unknown.add(text)
    },
    found(rows: number): ColumnProfile {
      return {
        index,
        header,
        filled,
        fillRate: rows === 0 ? 0 : filled / rows,
        ...tally.distinct(),
        top: tally.top(10),
        problems: [...problems].map(([code, rest]) => ({ code, ...rest })),
        unknownWords: unknown
          .top(mostWords)
          .map(({ value, count }) => ({ word: value, count, nearest: termNear(target?.field, value) })),
      }
    },
  }
}

/** The code a cell would be refused with by its own contents. */
function judgeOf({ field, column }: Target, context: Context, form: Form): (text: string) => string | null {
  if (field.to) return () => null
  const read = cellReader({
    field,
    dateOrder: column.dateOrder ?? form.dateOrder,
    decimalMark: column.decimalMark ?? form.decimalMark,
    currency: column.currency ?? context.currency,
    isOpposite: column.isOpposite ?? false,
  })
  const type = fieldType(field)
  const about = {
    ...field.options,
    name: field.name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  }
  const meant = new Set(Object.keys(column.words ?? {}).map(fold))
  return (text) => {
    if (meant.has(fold(text)) || field.type === 'phone') return null
    const cell = read(text)
    if ('fault' in cell) return cell.fault.code
    if (cell.value === undefined) return null
    const parsed = type.parse(cell.value, about)
    return 'fault' in parsed ? parsed.fault : null
  }
}

function termNear(field: ManifestField | undefined, word: string): string | null {
  const names = new Map(
    (field?.terms ?? []).flatMap((term) =>
      [term.value, ...Object.values(term.label), ...term.synonyms].map((name) => [name, term.value]),
    ),
  )
  const near = nearest(word, names.keys())
  return near === null ? null : (names.get(near) ?? null)
}

function watchRepeats(table: Table, mapping: Mapping, manifest: Manifest, context: Context) {
  const read = rowReader(table, mapping, manifest, context)
  const first = rememberWords()
  const examples: { row: number; of: number; key: string }[] = []
  let count = 0
  return {
    see(row: number, cells: readonly string[]) {
      const reading = read(row, cells)
      const [main] = 'parts' in reading ? reading.parts : []
      const repeated =
        main &&
        keysOf(main)
          .map((key) => ({ key, of: first.put(key, (before) => before || row) }))
          .find(({ of }) => of !== row)
      if (!repeated) return
      count += 1
      if (examples.length < mostRepeats) examples.push({ row, ...repeated })
    },
    found: () => ({ count, examples }),
  }
}
