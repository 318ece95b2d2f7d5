// What shapes of JSON lists share: items as plain objects, and which list a file holds.
import { words } from '../../../../dictionary/words.ts'
import { type Fault, faultOf } from '../../../platform/index.ts'
import type { Opened } from '../../reading/index.ts'
import type { Reading } from '../shape.ts'

export type Item = Readonly<Record<string, unknown>>

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list under this key whose first items pass the test. */
export const isListOf = (opened: Opened, key: string, test: (item: Item) => boolean): boolean =>
  opened.kind === 'list' &&
  opened.key === key &&
  opened.sample.length > 0 &&
  opened.sample.every((item) => isItem(item) && test(item))

export async function* eachItem(opened: Opened, say: (item: Item, row: number) => Reading): AsyncGenerator<Reading> {
  if (opened.kind !== 'list') return
  for await (const { row, item } of opened.items()) yield isItem(item) ? say(item, row) : { row, faults: [noObject()] }
}

/** An item of a list that is a text or a number instead. */
export const noObject = (): Fault =>
  faultOf(
    'not_an_object',
    null,
    words(
      'This item is no object.',
      'Este elemento no es un objeto.',
      'Este item não é um objeto.',
      'Item ini bukan objek.',
    ),
  )

export const textAt = (item: Item, ...path: string[]): string => {
  let value: unknown = item
  for (const step of path) value = isItem(value) && Object.hasOwn(value, step) ? value[step] : undefined
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

export const listAt = (item: Item, key: string): readonly unknown[] =>
  Array.isArray(item[key]) ? (item[key] as unknown[]) : [] // checked
