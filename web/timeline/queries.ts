// What happened to an account or with a person, a page at a time, newest first, as far as it is looked for.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Language } from '../../dictionary/words.ts'
import type { Change, Named } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

export const kinds = ['interaction', 'ticket', 'survey_response', 'task', 'comment', 'milestone', 'change'] as const
export type Kind = (typeof kinds)[number]

/** Of a kind, with a person (a contact's id), since a day, with these words in it. */
export type Wish = {
  kind?: string | undefined
  who?: string | undefined
  since?: string | undefined
  search?: string | undefined
}

type Told = { at: string; id: string; account?: Named | null }
export type Entry =
  | (Told & {
      kind: 'interaction'
      form?: string | null
      direction?: string | null
      subject?: string | null
      tone?: string | null
      author?: Named | null
    })
  | (Told & {
      kind: 'ticket'
      form?: string | null
      number?: string | null
      subject?: string | null
      status?: string | null
      priority?: string | null
      requester?: Named | null
    })
  | (Told & {
      kind: 'survey_response'
      form?: string | null
      score?: number | null
      category?: string | null
      comment?: string | null
      contact?: Named | null
    })
  | (Told & {
      kind: 'task'
      name?: string | null
      due_on?: string | null
      done_on?: string | null
      status?: string | null
      owner?: Named | null
    })
  | (Told & { kind: 'comment'; body?: string | null; author?: Named | null; people?: Readonly<Record<string, string>> })
  | (Told & { kind: 'milestone'; milestone: string })
  | (Told & { kind: 'change' } & Pick<Change, 'verb' | 'actor' | 'via' | 'because' | 'changed'>)

export type Happening = Exclude<Entry, { kind: 'change' }>

type Page = { data: readonly Entry[]; next: string | null }

export type Of = 'accounts' | 'contacts'

/** The question what happened; asked ahead where somebody is about to open the page that tells it. */
export const timelineOf = (of: Of, id: string, { kind, who, since, search }: Wish, language: Language) => ({
  queryKey: ['timeline', of, id, kind ?? '', who ?? '', since ?? '', search ?? ''],
  queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
    const query = new URLSearchParams({
      limit: '30',
      ...(kind ? { kinds: kind } : {}),
      ...(who ? { with: who } : {}),
      ...(since ? { from: since } : {}),
      ...(search ? { search } : {}),
      ...(pageParam === '' ? {} : { after: pageParam }),
    })
    return ask<Page>(`/api/v1/${of}/${id}/timeline?${query}`, { language, signal })
  },
  initialPageParam: '',
  getNextPageParam: ({ next }: Page) => next,
})

export function useTimeline(of: Of, id: string, wish: Wish) {
  const { language } = useLanguage()
  return useInfiniteQuery({ ...timelineOf(of, id, wish, language), placeholderData: keepPreviousData })
}
