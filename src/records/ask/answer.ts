// What a question is answered with: JSON, ready to be sent.
import type { ByteRow } from '../../platform/index.ts'
import type { CompiledList } from './list.ts'
import type { Reader } from './page.ts'
import { written } from './write-rows.ts'

export type Parts = { own(name: string): unknown; lists: ReadonlyMap<string, Listed> }
export type Listed = { rows: readonly ByteRow[]; read: Reader }

type More = { next?: string | null; isHeldBack?: boolean }

/** As a class's own type it says what a copy of it lacks: its `data`. */
export type Answer = Answered

export const answered = (shown: Shown, more: More): Answer => new Answered(shown, more)

/**
 * `bytes` is a JSON array, ready to be sent, and `data` the same as a text. Of one record that was asked for with its lists, `parts` has
 * what of it is no list, and the lists by their names, for whoever has to look into some of them.
 *
 * A class, because a getter in a literal gives each answer a hidden class of its own. V8 keeps those among what is old from their first
 * moment, and with them all that was read for the answer.
 */
class Answered {
  readonly bytes: Buffer
  readonly parts?: Parts
  readonly next: string | null
  readonly isHeldBack: boolean

  constructor({ bytes, parts }: Shown, { next = null, isHeldBack = false }: More) {
    this.bytes = bytes
    if (parts) this.parts = parts
    this.next = next
    this.isHeldBack = isHeldBack
  }

  get data(): string {
    return this.bytes.toString()
  }
}

export type Shown = { bytes: Buffer; parts?: Parts }

/** A page of rows, or one record with its lists, as JSON. */
export function shownAs(
  page: readonly ByteRow[],
  ofLists: readonly (readonly ByteRow[])[],
  { writer, read, lists }: Pick<CompiledList, 'writer' | 'read' | 'lists'>,
): Shown {
  const [own] = page
  if (lists.length === 0 || !own) return { bytes: written([{ before: '[', rows: page, writer, after: ']' }]) }
  const listed = lists.map((list, i) => ({ ...list, rows: ofLists[i] ?? [] }))
  return {
    bytes: written([
      { before: '[', rows: [own], writer, after: '' },
      ...listed.map(({ name, rows, writer }) => ({ before: `,"${name}":[`, rows, writer, after: ']' })), // a name of the dictionary
      { before: '}]', rows: [], writer, after: '' },
    ]),
    parts: {
      own: (name) => read(own, name),
      lists: new Map(listed.map(({ name, rows, read }) => [name, { rows, read }])),
    },
  }
}
