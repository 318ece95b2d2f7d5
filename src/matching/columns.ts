// Records as typed columns. Every text is read and normalised once and from then on a number; the columns lie in shared memory,
// so that worker threads read them without a copy.
import type { Texts } from './texts.ts'

export type { Texts } from './texts.ts'

export type Kind = 'contact' | 'account'

/** Several numbers under one: those of key k are `items[starts[k] … starts[k + 1])`. */
export type Lists = { readonly starts: Int32Array; readonly items: Int32Array }

export type Columns = {
  readonly kind: Kind
  readonly rows: number
  /** How many records stand behind these: a row compared at entry is one of all, not one of its few candidates. */
  readonly population: number
  /** One number a row, or a code; 0 where there is none. */
  readonly numbers: Readonly<Record<string, Int32Array>>
  readonly texts: Readonly<Record<string, Texts>>
  /** Lists under a row or under a code. */
  readonly lists: Readonly<Record<string, Lists>>
  /** Facts under a code: how many rows hold it, how many people share it. */
  readonly facts: Readonly<Record<string, Int32Array>>
}

/** Collects lists in the order of their keys. */
export function createLists({ isUnderCodes = false } = {}) {
  const first = isUnderCodes ? 2 : 1 // code 0 has an empty list
  const starts: number[] = Array(first).fill(0)
  const items: number[] = []
  return {
    push(list: readonly number[]): void {
      for (const item of list) items.push(item)
      starts.push(items.length)
    },
    size: () => starts.length - 1,
    finish: (): Lists => ({ starts: sharedInts(starts.length, starts), items: sharedInts(items.length, items) }),
    /** A copy of what there is, after which there is nothing but the list of code 0, if that was the first. */
    take(): Lists {
      const taken = { starts: Int32Array.from(starts), items: Int32Array.from(items) }
      starts.length = first
      items.length = 0
      return taken
    },
  }
}

export function sharedInts(length: number, values?: ArrayLike<number>): Int32Array {
  const ints = new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4))
  if (values) ints.set(values)
  return ints
}

/** A column that grows while records come in. What has been handed out is never written again, so it is no copy. */
export function createNumbers() {
  let values = sharedInts(1024)
  let length = 0
  return {
    push(value: number): void {
      if (length === values.length) values = sharedInts(length * 2, values)
      values[length++] = value
    },
    finish: (): Int32Array => values.subarray(0, length),
    /** A copy of what there is, after which there is nothing; what was handed out before is not valid any more. */
    take(): Int32Array {
      const taken = values.slice(0, length)
      length = 0
      return taken
    },
  }
}

/** For each row the fact under its code, so that rows brought together bring it along. */
export function rowsBy(codes: Int32Array, factOf: (code: number) => number): Int32Array {
  const facts = sharedInts(codes.length)
  for (let row = 0; row < codes.length; row++) facts[row] = factOf(codes[row] as number) // within the column
  return facts.subarray(0, codes.length)
}

/** How many rows hold each code. */
export function countCodes(size: number, ...columns: readonly Int32Array[]): Int32Array {
  const counts = sharedInts(size)
  for (const column of columns) for (const code of column) counts[code] = (counts[code] ?? 0) + 1
  counts[0] = 0
  return counts
}

/** Under each code, with how many different others it stands: how many surnames use one telephone. */
export function countPartners(size: number, codes: Int32Array, partners: Int32Array): Int32Array {
  const seen = new Map<number, Set<number>>()
  const first = new Int32Array(size)
  const counts = sharedInts(size)
  codes.forEach((code, row) => {
    const partner = partners[row] ?? 0
    if (code === 0 || partner === 0) return
    if (first[code] === 0) {
      first[code] = partner
      counts[code] = 1
    } else if (first[code] !== partner) {
      const others = seen.get(code) ?? new Set()
      others.add(partner)
      seen.set(code, others)
      counts[code] = others.size + 1
    }
  })
  return counts
}

/** What has been collected, as columns that no longer grow. */
export function finished<Name extends string, Column>(
  open: Readonly<Record<Name, { finish(): Column }>>,
): Record<Name, Column> {
  const entries = Object.entries<{ finish(): Column }>(open).map(([name, column]) => [name, column.finish()])
  return Object.fromEntries(entries) as Record<Name, Column> // the same names, each finished
}

/** A column that has to be there: a comparison that asks for another kind's column is a mistake of ours, told at once. */
export const codesOf = (columns: Columns, name: string): Int32Array => there(columns.numbers[name], columns, name)
export const textsIn = (columns: Columns, name: string): Texts => there(columns.texts[name], columns, name)
export const listOf = (columns: Columns, name: string): Lists => there(columns.lists[name], columns, name)
export const factsOf = (columns: Columns, name: string): Int32Array => there(columns.facts[name], columns, name)

function there<Part>(part: Part | undefined, columns: Columns, name: string): Part {
  if (part === undefined) throw new Error(`The columns of ${columns.kind}s have no "${name}".`)
  return part
}
