import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DescribedObject, Field } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

export type Steward = { id: string; name: string; team: string }
export type WholeField = Field & {
  sensitivity: string
  source: string
  freshFor: string | null
  owner: string
  stewards: readonly Steward[]
  isCustom: boolean
  rules: readonly { code: string; say: string }[]
  usedIn: { views: readonly { id: string; name: string }[] }
}
export type WholeObject = Omit<DescribedObject, 'fields'> & {
  owner: string
  stewards: readonly Steward[]
  retention: { keep: string; then: string; because: string }
  fields: readonly WholeField[]
}

export type Change =
  | { kind: 'term'; label: string }
  | { kind: 'describe'; describe: string }
  | { kind: 'owner'; owner: string }
  | { kind: 'required'; required: false | 'expected' }
  | { kind: 'new_field'; name: string; type: string; label: string; describe: string; sensitivity: string }
export type ChangeKind = Change['kind']

export type Proposal = {
  id: string
  object: string
  field: string | null
  change: { kind: ChangeKind } & Readonly<Record<string, unknown>>
  because: string
  proposedBy: { id: string; name: string | null } | null
  proposedAt: string
  state: 'open' | 'approved' | 'refused' | 'withdrawn'
  decidedBecause: string | null
  isMine: boolean
  mayDecide: boolean
}

export function useWhole(object: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['dictionary', language, object],
    queryFn: ({ signal }) => ask<WholeObject>(`/api/v1/dictionary/${object}`, { language, signal }),
  })
}

export function useFill(object: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['dictionary fill', object],
    queryFn: ({ signal }) =>
      ask<{ data: { total: number; fields: Readonly<Record<string, number>>; isHeldBack: boolean } }>(
        `/api/v1/dictionary/${object}/fill`,
        { language, signal },
      ),
    select: ({ data }) => data,
  })
}

export function useProposals(state: Proposal['state'] | null) {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['proposals', state],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...(state ? { state } : {}), ...(pageParam ? { after: pageParam } : {}) })
      return ask<{ data: readonly Proposal[]; next?: string | null }>(`/api/v1/proposals?${query}`, {
        language,
        signal,
      })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? null,
  })
}

export function usePropose() {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { object: string; field: string | null; because: string; change: Change }) =>
      ask<Proposal>('/api/v1/proposals', {
        method: 'POST',
        body,
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['proposals'] }),
  })
}

export function useDecide() {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, step, because }: { id: string; step: 'approve' | 'refuse' | 'withdraw'; because: string }) =>
      ask<Proposal>(`/api/v1/proposals/${id}/${step}`, { method: 'POST', body: { because }, language }),
    // What was approved is in the dictionary from now on, and so in every form and list.
    onSuccess: () => client.invalidateQueries(),
  })
}
