// What a list's address says: words searched, a condition in the question language, order, columns with widths, grouping, the view it came from.
// Everything is text that a person can read, and change by hand.
export type ListSearch = {
  search?: string
  where?: string
  order?: string
  columns?: string
  group?: string
  view?: string
}

const names = ['search', 'where', 'order', 'columns', 'group', 'view'] as const

/** Nothing but what a list knows, and nothing empty. */
export function readListSearch(given: Readonly<Record<string, unknown>>): ListSearch {
  const read: ListSearch = {}
  for (const name of names) if (typeof given[name] === 'string' && given[name] !== '') read[name] = given[name]
  return read
}
