// Rows read elsewhere put behind those that are here. Codes of one reader mean nothing to another, so each text is looked up once and
// given the code it has, or gets, here; texts are told in the order in which they came, so that pages read by several threads end in
// the very columns that one would have made.
import type { createLists, createNumbers, Lists } from './columns.ts'
import type { createTexts, Written } from './texts.ts'

/** Whose codes the numbers of a part are; null where they are plain numbers. */
export type Layout = {
  numbers: Readonly<Record<string, string | null>>
  /** `under` tells what has such a list or fact: each text of that kind, or each row. */
  lists: Readonly<Record<string, { under: string | null; items: string | null }>>
  facts: Readonly<Record<string, { under: string; items: string | null }>>
}

export type Open = {
  numbers: Readonly<Record<string, ReturnType<typeof createNumbers>>>
  texts: Readonly<Record<string, ReturnType<typeof createTexts>>>
  lists: Readonly<Record<string, ReturnType<typeof createLists>>>
  /** Under each code of a kind, from 0. */
  facts: Readonly<Record<string, number[]>>
}

/** What was read, without what is worked out of it; in memory of its own, which can be handed to another thread. */
export type Page = {
  rows: number
  numbers: Readonly<Record<string, Int32Array>>
  texts: Readonly<Record<string, Written>>
  lists: Readonly<Record<string, Lists>>
  facts: Readonly<Record<string, ArrayLike<number>>>
}

/** Takes out all that was read, so that the next page begins anew in the same memory. */
export function take(open: Open, rows: number): Page {
  const page = {
    rows,
    numbers: mapped(open.numbers, (column) => column.take()),
    texts: mapped(open.texts, (texts) => texts.take()),
    lists: mapped(open.lists, (lists) => lists.take()),
    facts: mapped(open.facts, (facts) => Int32Array.from(facts)),
  }
  for (const facts of Object.values(open.facts)) facts.length = 1
  return page
}

/** The memory of a page, to be handed over with it. */
export const buffersOf = ({ numbers, texts, lists, facts }: Page): ArrayBufferLike[] =>
  [
    ...Object.values(numbers),
    ...Object.values(texts).flatMap(({ starts, bytes }) => [starts, bytes]),
    ...Object.values(lists).flatMap(({ starts, items }) => [starts, items]),
    ...Object.values(facts).filter((facts): facts is Int32Array => ArrayBuffer.isView(facts)),
  ].map(({ buffer }) => buffer)

export function append(open: Open, page: Page, layout: Layout): void {
  const codes = mapped(open.texts, (texts, name) => texts.codesOf(part(page.texts, name)))
  const here = (kind: string | null, code: number): number =>
    kind === null ? code : (part(codes, kind)[code] as number) // every code of the page was looked up
  const codesUnder = (kind: string | null): Int32Array =>
    kind === null ? Int32Array.from({ length: page.rows }, (_, row) => row) : part(codes, kind)

  for (const [name, kind] of Object.entries(layout.numbers)) {
    const column = part(open.numbers, name)
    const to = kind === null ? null : part(codes, kind)
    for (const value of part(page.numbers, name)) column.push(to ? (to[value] as number) : value)
  }
  for (const [name, { under, items }] of Object.entries(layout.lists)) {
    const [lists, { starts, items: all }] = [part(open.lists, name), part(page.lists, name)]
    codesUnder(under).forEach((code, at) => {
      // A text that is known here has its list already.
      if (under !== null && code !== lists.size()) return
      lists.push(Array.from(all.subarray(starts[at], starts[at + 1]), (item) => here(items, item)))
    })
  }
  for (const [name, { under, items }] of Object.entries(layout.facts)) {
    const [facts, told] = [part(open.facts, name), part(page.facts, name)]
    codesUnder(under).forEach((code, at) => {
      if (code === facts.length) facts.push(here(items, told[at] as number))
    })
  }
}

function part<Part>(parts: Readonly<Record<string, Part>>, name: string): Part {
  const found = parts[name]
  if (found === undefined) throw new Error(`Columns read elsewhere have no "${name}".`)
  return found
}

const mapped = <From, To>(
  parts: Readonly<Record<string, From>>,
  to: (part: From, name: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(parts).map(([name, each]) => [name, to(each, name)]))
