// What the handoff screens ask and say.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Page, Row } from '../api/answers.ts'
import { ask, Problem } from '../api/ask.ts'
import { type Fault, forget } from '../api/save.ts'
import { useLanguage } from '../words/language.tsx'

const root = '/api/v1/handoffs'

export const handoffStates = ['draft', 'submitted', 'returned', 'accepted'] as const
export type HandoffState = (typeof handoffStates)[number]

/** One thing that is known of a field: where it stands, who says so and since when. */
export type Evidence = {
  value: unknown
  shown: string | null
  record: { object: string; id: string; title: string | null }
  source: { system: string; localId: string } | null
  at: string | null
  /** Whether the handoff says the same. */
  agrees: boolean
}
export type HandoffForm = {
  handoff: Row & { state?: HandoffState; version: number }
  missing: readonly Fault[]
  known: Readonly<Record<string, readonly Evidence[]>>
  may: Readonly<Record<'change' | 'submit' | 'accept' | 'return' | 'rate', boolean>>
}
export type HandoffFigures = {
  byState: Partial<Record<HandoffState, number>>
  accepted: { count: number; hoursToAccept: number | null; usefulness: number | null; rated: number; returns: number }
}

const columns = 'customer,state,csm (name),arr,renewal_date,submitted_at,accepted_at,times_returned,updated_at'

export function useHandoffs(state: HandoffState | null, readable: readonly string[]) {
  const { language } = useLanguage()
  const select = columns.split(',').filter((column) => readable.includes(column.replace(' (name)', '')))
  return useInfiniteQuery({
    queryKey: ['handoffs', language, state, select],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ select: select.join(','), order: '-updated_at', limit: '50' })
      if (state) query.set('where', `state is ${state}`)
      if (pageParam !== '') query.set('after', pageParam)
      return ask<Page>(`${root}?${query}`, { language, signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export function useFigures() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['handoffs', 'figures'],
    queryFn: ({ signal }) => ask<HandoffFigures>(`${root}/figures`, { language, signal }),
  })
}

export function useHandoff(id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['handoff', language, id],
    queryFn: ({ signal }) => ask<HandoffForm>(`${root}/${id}/form`, { language, signal }),
  })
}

export type Deal = { opportunity?: string; account?: string; customer?: string }

export function useBegin() {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deal: Deal) =>
      ask<{ id: string; outcome: 'created' | 'known'; act: string | null }>(`${root}/begin`, {
        method: 'POST',
        body: deal,
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess: () => forget(client),
  })
}

export type Step =
  | { step: 'submit' }
  | { step: 'return'; body: { reasons: string } }
  | { step: 'accept' }
  | { step: 'rate'; body: { usefulness: number; note?: string } }

/** What a step answers; an acceptance names the account it made or filled. */
export type Stepped = {
  id: string
  act: string | null
  account?: string
  made?: readonly { object: string; id: string; outcome: string }[]
}

export function useStep(id: string) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: Step) =>
      ask<Stepped>(`${root}/${id}/${order.step}`, {
        method: 'POST',
        body: 'body' in order ? order.body : {},
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSettled: () => forget(client),
  })
}

/** What the server says is missing; empty where something else went wrong. */
export function missingIn(error: unknown): readonly Fault[] {
  const missing = error instanceof Problem && error.code === 'handoff_incomplete' ? error.details['missing'] : undefined
  return Array.isArray(missing) ? (missing as Fault[]) : [] // as that problem is documented
}
