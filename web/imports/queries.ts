// What the import screens ask and say. While the worker does something, the import is asked for again and again.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { forget } from '../api/save.ts'
import { useLanguage } from '../words/language.tsx'
import {
  bookOf,
  type Comparison,
  type Import,
  type Mapping,
  type Outcome,
  type Profile,
  type Reading,
  type RowResult,
  type StepName,
  type Target,
} from './answers.ts'

export const importsAt = '/api/v1/imports'
const whileWorkingMs = 700

export function useImports() {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam, signal }) =>
      ask<{ data: readonly Import[]; next: string | null }>(
        `${importsAt}?${new URLSearchParams({ limit: '30', ...(pageParam === '' ? {} : { after: pageParam }) })}`,
        { language, signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export const keyOf = (id: string) => ['import', id]

export function useImport(id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask<Import>(`${importsAt}/${id}`, { language, signal }),
    refetchInterval: ({ state }) => (state.data?.step ? whileWorkingMs : false),
  })
}

export function useTargets() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['import targets'],
    queryFn: ({ signal }) => ask<{ data: readonly Target[] }>(`${importsAt}/targets`, { language, signal }),
    staleTime: 10 * 60_000,
    select: ({ data }) => data,
  })
}

export function useRows(id: string, file: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['import rows', id, file],
    queryFn: ({ signal }) =>
      ask<{
        headers: readonly string[]
        rows: readonly { row: number; cells: readonly string[]; skip: string | null }[]
      }>(`${importsAt}/${id}/files/${file}/rows`, { language, signal }),
  })
}

/** `isReady`: the worker has nothing to do, so that what it found can be read. */
export function useProfile(id: string, file: string, isReady: boolean) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['import profile', id, file, isReady],
    queryFn: ({ signal }) =>
      ask<{ data: Profile | null }>(`${importsAt}/${id}/files/${file}/profile`, { language, signal }),
    enabled: isReady,
    select: ({ data }) => data,
  })
}

export function useComparison(id: string, file: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['import compare', id, file],
    queryFn: ({ signal }) => ask<Comparison>(`${importsAt}/${id}/files/${file}/compare`, { language, signal }),
  })
}

export function useResults(id: string, { of, outcome }: { of: 'preview' | 'rows'; outcome: Outcome | null }) {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['import results', language, id, of, outcome],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '50', ...(outcome ? { outcome } : {}) })
      if (pageParam !== '') query.set('after', pageParam)
      return ask<{ data: readonly RowResult[]; next: string | null }>(`${importsAt}/${id}/${of}?${query}`, {
        language,
        signal,
      })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

/** Says something about an import; what the server answers is what is shown from then on. */
export function useOrder<Order>(
  id: string,
  send: (order: Order, language: ReturnType<typeof useLanguage>['language']) => Promise<Import>,
  /** Those of one name go one after the other, in the order in which they were said. */
  inTurn?: string,
) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: Order) => send(order, language),
    ...(inTurn === undefined ? {} : { scope: { id: `${inTurn} of ${id}` } }),
    onSuccess: async (next) => {
      client.setQueryData(keyOf(id), next)
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('import ') })
    },
  })
}

export const useStep = (id: string) =>
  useOrder(id, (step: StepName | 'cancel', language) =>
    ask<Import>(`${importsAt}/${id}/${step}`, { method: 'POST', body: step === 'cancel' ? undefined : {}, language }),
  )

export const useMap = (id: string, file: string) =>
  useOrder(id, ({ mapping, template }: { mapping: Mapping | null; template?: string }, language) =>
    mapping
      ? ask<Import>(`${importsAt}/${id}/files/${file}/mapping`, {
          method: 'PUT',
          body: { mapping, ...(template ? { template } : {}) },
          language,
        })
      : ask<Import>(`${importsAt}/${id}/files/${file}/mapping`, { method: 'DELETE', language }),
  )

export const useReadAnew = (id: string, file: string) =>
  useOrder(id, (reading: Reading, language) =>
    ask<Import>(`${importsAt}/${id}/files/${file}/recognise`, { method: 'POST', body: reading, language }),
  )

export function useTakeSheets(id: string, book: string) {
  const client = useQueryClient()
  return useOrder(
    id,
    (sheets: readonly string[], language) => {
      // Any of its sheets stands for the workbook; which there are may have changed since this one was asked for.
      const now = client.getQueryData<Import>(keyOf(id))
      const file = now?.files.find((each) => bookOf(each) === book)?.id ?? ''
      return ask<Import>(`${importsAt}/${id}/files/${file}/sheets`, { method: 'PUT', body: { sheets }, language })
    },
    'sheets',
  )
}

export const useRemoveFile = (id: string, file: string) =>
  useOrder(id, (_: undefined, language) =>
    ask<Import>(`${importsAt}/${id}/files/${file}`, { method: 'DELETE', language }),
  )

export const useAnswer = (id: string) =>
  useOrder(id, (answers: Readonly<Record<string, string>>, language) =>
    ask<Import>(`${importsAt}/${id}/answers`, { method: 'POST', body: { answers }, language }),
  )

/** After a run or its undoing, every page may show something else. */
export function useForget(): () => void {
  const client = useQueryClient()
  return () => void forget(client)
}
