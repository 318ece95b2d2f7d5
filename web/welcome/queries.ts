import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Me } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useMe } from '../api/queries.ts'
import { forget } from '../api/save.ts'
import { mayImport } from '../root.ts'
import { useLanguage } from '../words/language.tsx'

export type DemoState = 'waiting' | 'loading' | 'loaded' | 'leaving' | 'gone' | 'failed'
export type Demo = { state: DemoState; records: number; events: number }
export type Beginning = { isEmpty: boolean; demo: Demo | null; mayLoad: boolean }

const lookAgainMs = 1_000

export const isUnderWay = (demo: Demo | null | undefined): boolean =>
  demo?.state === 'waiting' || demo?.state === 'loading' || demo?.state === 'leaving'

export const administersStructure = ({ administers }: Me): boolean => administers.includes('structure')

/** Asked only for who can begin something; to others an empty workspace is one that shows them nothing. */
export function useBeginning() {
  const { language } = useLanguage()
  const client = useQueryClient()
  const me = useMe().data
  const beginning = useQuery({
    queryKey: ['beginning'],
    queryFn: ({ signal }) => ask<Beginning>('/api/v1/welcome', { language, signal }),
    enabled: Boolean(me && (administersStructure(me) || mayImport(me))),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.demo) ? lookAgainMs : false),
  })
  const state = beginning.data?.demo?.state
  const before = useRef(state)
  useEffect(() => {
    // What came or went is on every page.
    if (before.current && before.current !== state && (state === 'loaded' || state === 'gone')) void forget(client)
    before.current = state
  }, [state, client])
  return beginning
}

/** Has the demo company brought or taken out. */
export function useDemo(method: 'POST' | 'DELETE') {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => ask<Demo>('/api/v1/welcome/demo', { method, language }),
    onSettled: () => client.invalidateQueries({ queryKey: ['beginning'] }),
  })
}

/** Keeps how far the tour has come; shown at once, and no fault worth a word where it could not be kept. */
export function useKeepTour() {
  const { language } = useLanguage()
  const client = useQueryClient()
  return (tour: NonNullable<Me['tour']>) => {
    showTour(client, tour)
    void ask('/api/v1/me/tour', { method: 'PUT', body: tour, language }).catch(() => {})
  }
}

const showTour = (client: QueryClient, tour: NonNullable<Me['tour']>) =>
  client.setQueryData<Me | null>(['me'], (me) => (me ? { ...me, tour } : me))
