// What a list asks: its rows a page at a time, how many there are, and subtotals by group.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { GroupBy, Where } from '../../src/question/index.ts'
import type { DescribedObject, Named, Page, Row } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'
import { titleKey } from '../api/queries.ts'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'

const pageSize = 200

export type Asked = {
  object: DescribedObject
  columns: readonly Column[]
  /** Conditions as text; each must hold. */
  where: string
  search: string
  order: string
}

export function useRows({ object, columns, where, search, order }: Asked, { enabled = true, size = pageSize } = {}) {
  const { language } = useLanguage()
  const select = ['version', ...columns.map((column) => column.select)].filter(
    (each, i, all) => all.indexOf(each) === i,
  )
  return useInfiniteQuery({
    queryKey: ['list', object.name, language, select.join(), where, search, order, size],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ select: select.join(','), limit: String(size) })
      if (order !== '') query.set('order', order)
      if (where !== '') query.set('where', where)
      if (search !== '') query.set('search', search)
      if (pageParam !== '') query.set('after', pageParam)
      return ask<Page>(`/api/v1/${object.plural}?${query}`, { language, signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Comparing a hundred thousand rows with themselves at every page would cost more than drawing those that are seen.
    structuralSharing: false,
    meta: { isLong: true },
    enabled,
  })
}

/** What the row's references are called is known to the page that is opened from it. */
export function rememberNames(columns: readonly Column[], row: Row): void {
  for (const { field, path } of columns) {
    const named = field?.type === 'reference' ? (row[path] as Named | null | undefined) : null // as it was selected
    if (field?.to && named?.name) client.setQueryData(titleKey(field.to, named.id), named.name)
  }
}

type Totals = { data: readonly Readonly<Record<string, unknown>>[]; isHeldBack: boolean }

/** How many there are, beside the list that is seen. */
export function useCount(object: DescribedObject, where: Where | null | undefined, search: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['count', object.name, where, search],
    queryFn: ({ signal }) =>
      ask<Totals>('/api/v1/ask', {
        method: 'POST',
        body: { ...narrowed(object, where, search), measure: { count: { count: '*' } } },
        language,
        signal,
      }),
    select: ({ data }) => Number(data[0]?.['count'] ?? 0),
    enabled: where !== undefined && object.may.includes('measure'),
    placeholderData: keepPreviousData,
  })
}

export type Subtotal = {
  value: unknown
  /** Of a reference. */
  name: string | null
  count: number
  sums: readonly { path: string; value: unknown }[]
}

/** Each group with its count and what its columns of numbers add up to; money by currency, so that one group may have several sums. */
export function useSubtotals(
  { object, columns, search }: Pick<Asked, 'object' | 'columns' | 'search'>,
  where: Where | null | undefined,
  group: GroupBy | null,
  /** Where the group is a reference: what those records are called by. */
  title: string | null,
) {
  const { language } = useLanguage()
  const numbers = columns.flatMap(({ field }) => (field?.measures.includes('sum') ? [field] : []))
  const monies = numbers.filter(({ type, of }) => (of ?? type) === 'money')
  const plain = numbers.filter((field) => !monies.includes(field))
  return useQuery({
    queryKey: ['subtotals', object.name, where, search, group, title, numbers.map(({ name }) => name)],
    queryFn: async ({ signal }): Promise<{ groups: readonly Subtotal[]; isHeldBack: boolean }> => {
      const key = typeof group === 'string' ? group : (group?.field ?? '')
      const nameKey = `${key}_${title}`
      const measured = (measure: Record<string, unknown>) =>
        ask<Totals>('/api/v1/ask', {
          method: 'POST',
          body: { ...narrowed(object, where, search), group: [group, ...(title ? [`${key}.${title}`] : [])], measure },
          language,
          signal,
        })
      const sums = (fields: typeof numbers) =>
        Object.fromEntries(fields.map(({ name }) => [`sum_${name}`, { sum: name }]))
      // Amounts of two fields may be in different currencies, so each is asked for by itself.
      const [counted, ...summed] = await Promise.all([
        measured({ count: { count: '*' }, ...sums(plain.slice(0, 10)) }),
        ...monies.map((field) => measured(sums([field]))),
      ])
      const ofGroup = (row: Readonly<Record<string, unknown>>) => JSON.stringify(row[key] ?? null)
      const groups = counted.data.map((row) => ({
        value: row[key] ?? null,
        name: title && typeof row[nameKey] === 'string' ? row[nameKey] : null,
        count: Number(row['count']),
        sums: [
          ...plain.flatMap(({ name }) =>
            row[`sum_${name}`] == null ? [] : [{ path: name, value: row[`sum_${name}`] }],
          ),
          ...monies.flatMap(({ name }, i) =>
            (summed[i]?.data ?? [])
              .filter((each) => ofGroup(each) === ofGroup(row) && each[`sum_${name}`] != null)
              .map((each) => ({ path: name, value: moneyOf(each[`sum_${name}`], each['currency']) })),
          ),
        ],
      }))
      return {
        groups: groups.sort((a, b) => b.count - a.count),
        isHeldBack: [counted, ...summed].some((each) => each.isHeldBack),
      }
    },
    enabled: group !== null && where !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** A sum of money is told in minor units beside its currency. */
const moneyOf = (sum: unknown, currency: unknown): unknown =>
  typeof sum === 'object' ? sum : { amount: Number(sum), currency }

const narrowed = (object: DescribedObject, where: Where | null | undefined, search: string) => ({
  from: object.name,
  ...(where ? { where } : {}),
  ...(search === '' ? {} : { search }),
})

/** The most that one act changes. */
export const mostAtOnce = 5_000

/** The ids and versions of all that fit, up to what one act may change. */
export async function askAllIds(
  { object, where, search, order }: Omit<Asked, 'columns'>,
  language: Parameters<typeof ask>[1]['language'],
): Promise<readonly Row[]> {
  const all: Row[] = []
  let after: string | null = ''
  while (after !== null && all.length < mostAtOnce) {
    const query = new URLSearchParams({ select: 'version', limit: '1000', ...(order ? { order } : {}) })
    if (where) query.set('where', where)
    if (search) query.set('search', search)
    if (after) query.set('after', after)
    const page: Page = await ask<Page>(`/api/v1/${object.plural}?${query}`, { language })
    all.push(...page.data)
    after = page.next
  }
  return all.slice(0, mostAtOnce)
}
