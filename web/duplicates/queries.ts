// What the review asks and says. Everything that one merge may change is asked anew after it.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, Problem } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'
import type { Choices, Compared, Comparison, Explanation, Merged, MergeOrder, Pair, Question } from './answers.ts'

const root = '/api/v1/duplicates'

export function useQueue(object: Compared) {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['duplicates', 'queue', object],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ object, limit: '50', ...(pageParam === '' ? {} : { after: pageParam }) })
      return ask<{ data: readonly Pair[]; next: string | null }>(`${root}?${query}`, { language, signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export function useComparison(object: Compared, ids: readonly string[]) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['duplicates', 'compare', object, ids],
    queryFn: ({ signal }) =>
      ask<Comparison>(`${root}/compare?${new URLSearchParams({ object, ids: ids.join(',') })}`, { language, signal }),
    enabled: ids.length > 1,
  })
}

export function useExplanation(object: Compared, a: string, b: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['duplicates', 'explain', object, a, b],
    queryFn: ({ signal }) =>
      ask<Explanation>(`${root}/explain?${new URLSearchParams({ object, a, b })}`, { language, signal }),
    staleTime: 5 * 60_000,
  })
}

/** What the merge would make of them: worked out by the merge itself and taken back. */
export function usePreview(order: MergeOrder, enabled: boolean) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['duplicates', 'preview', order],
    queryFn: ({ signal }) => ask<Merged>(`${root}/preview`, { method: 'POST', body: bodyOf(order), language, signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
}

export function useMerge() {
  const { language } = useLanguage()
  const forget = useForget()
  return useMutation({
    mutationFn: ({ because, ...order }: MergeOrder & { because: string }) =>
      ask<Merged>(`${root}/merge`, {
        method: 'POST',
        body: { ...bodyOf(order), because },
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess: forget,
  })
}

export type Decided = { object: Compared; a: string; b: string; because: string }

export function useDecide(decision: 'never' | 'reopen') {
  const { language } = useLanguage()
  const forget = useForget()
  return useMutation({
    mutationFn: (body: Decided) => ask<object>(`${root}/${decision}`, { method: 'POST', body, language }),
    onSuccess: forget,
  })
}

export type Taken = { act: string; answers?: 'stay' | Readonly<Record<string, string>> }

export function useUnmerge() {
  const { language } = useLanguage()
  const forget = useForget()
  return useMutation({
    mutationFn: (body: Taken) =>
      ask<{ id: string; restored: readonly string[] }>(`${root}/unmerge`, { method: 'POST', body, language }),
    onSuccess: forget,
  })
}

/** What the server wants to know before it takes a merge apart; null where that is not what went wrong. */
export const questionsIn = (error: unknown): Asked | null =>
  error instanceof Problem && error.code === 'answers_needed' ? (error.details as Asked) : null // as that problem is documented

export type Asked = { object: string; questions: readonly Question[] }

/** Whether the reader may have duplicates looked for. */
export function useMayFind(): boolean {
  const { language } = useLanguage()
  const settings = useQuery({
    queryKey: ['duplicates', 'settings'],
    queryFn: ({ signal }) =>
      ask<object>(`${root}/settings`, { language, signal }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Problem && error.status === 403) return false
          throw error
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return settings.data ?? false
}

export function useFind() {
  const { language } = useLanguage()
  return useMutation({
    mutationFn: (object: Compared) => ask<object>(`${root}/find`, { method: 'POST', body: { object }, language }),
  })
}

const bodyOf = ({ choices, ...order }: MergeOrder) => ({ ...order, choices: sentChoices(choices) })

const sentChoices = (choices: Choices) =>
  Object.fromEntries(Object.entries(choices).map(([field, record]) => [field, { from: record }]))

function useForget() {
  const client = useQueryClient()
  // Not waited for: what comes next is shown at once.
  return () => void client.invalidateQueries({ predicate: ({ queryKey }) => !kept.has(String(queryKey[0])) })
}

/** What no merge changes. */
const kept = new Set(['me', 'welcome', 'dictionary'])
