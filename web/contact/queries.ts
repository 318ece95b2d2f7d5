// A person whole, in one question: the record, their parts at accounts, lines to others, and whom they lead.
// It is cut to what the reader may read: one name too many and the question is refused whole.
import { useQuery } from '@tanstack/react-query'
import type { Named, Row } from '../api/answers.ts'
import { ask, Problem } from '../api/ask.ts'
import { type Book, useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'

export type PartAt = Row & {
  account?: Named | null
  roles?: readonly string[] | null
  stance?: string | null
  strength?: string | null
  is_primary?: boolean | null
  is_current?: boolean | null
}
export type Line = Row & { kind?: string | null; note?: string | null; contact?: Named | null; other?: Named | null }
export type ContactWhole = Row & {
  name?: string | null
  accounts?: readonly PartAt[]
  connections?: readonly Line[]
  connected_from?: readonly Line[]
  direct_reports?: readonly (Named & { title?: string | null })[]
}

/** Null where there is no such person, or none that the reader may see. */
export function useContact(id: string) {
  const { language } = useLanguage()
  const book = useBook()
  return useQuery({
    queryKey: ['contact', id],
    queryFn: async ({ signal }): Promise<ContactWhole | null> => {
      const body = { from: 'contact', select: wishOf(book), where: { field: 'id', op: 'is', value: id }, limit: 1 }
      try {
        const { data } = await ask<{ data: readonly ContactWhole[] }>('/api/v1/ask', {
          method: 'POST',
          body,
          language,
          signal,
        })
        return data[0] ?? null
      } catch (error) {
        // An address that is no id, or an object that is not theirs: the same to the reader.
        if (error instanceof Problem && error.status >= 400 && error.status < 404 && error.status !== 401) return null
        throw error
      }
    },
  })
}

type Wish =
  | string
  | { relation: string; select: readonly Wish[]; order?: readonly { field: string; dir: 'desc' }[]; limit?: number }

function wishOf(book: Book): readonly Wish[] {
  const fields = book.object('contact')?.fields.map(({ name }) => name) ?? []
  const readable = (object: string, names: readonly string[]) => names.filter((name) => book.field(object, name))
  const list = (object: string, over: string, wish: Wish & object): Wish[] => (book.field(object, over) ? [wish] : [])
  const named = (relation: string, select: readonly string[] = ['name']): Wish => ({ relation, select })
  const lineOf = (relation: string, to: string) =>
    list('contact_connection', to, {
      relation,
      select: [...readable('contact_connection', ['kind', 'note']), named(to)],
    })
  return [
    ...fields,
    'version',
    ...list('account_contact', 'contact', {
      relation: 'accounts',
      select: [
        ...readable('account_contact', ['roles', 'stance', 'strength', 'is_primary', 'is_current', 'since', 'until']),
        named('account'),
      ],
      limit: 50,
    }),
    ...lineOf('connections', 'other'),
    ...lineOf('connected_from', 'contact'),
    ...list('contact', 'reports_to', {
      relation: 'direct_reports',
      select: readable('contact', ['name', 'title']),
      limit: 50,
    }),
  ]
}
