// What is asked of any record by itself: as it is, as it was, where its values come from, what was done to it.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Language } from '../../dictionary/words.ts'
import type { Change, DescribedObject, FieldSources, Row } from '../api/answers.ts'
import { ask, Problem } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

type Kind = Pick<DescribedObject, 'name' | 'plural'>

export function useRecordNow(object: DescribedObject, id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['record', object.name, id],
    queryFn: ({ signal }) => ask<Row>(`/api/v1/${object.plural}/${id}`, { language, signal }),
  })
}

export type Values = Readonly<Record<string, unknown>>

/** Null where the record was not there on that day. Without its id, so that nothing takes it for the record of today. */
export function useRecordAsOf(object: DescribedObject, id: string, day: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['as of', object.name, id, day],
    queryFn: ({ signal }) =>
      ask<Row>(`/api/v1/${object.plural}/${id}?as_of=${day}`, { language, signal })
        .then(({ id: _, ...values }): Values | null => values)
        .catch((error: unknown) => {
          if (error instanceof Problem && error.status === 404) return null
          throw error
        }),
    placeholderData: keepPreviousData,
    // The past does not change; only a merge or an erasure would.
    staleTime: 5 * 60_000,
  })
}

/** The question where a record's values come from; asked ahead where somebody is about to open the record. */
export const sourcesOf = (object: Kind, id: string, language: Language) => ({
  queryKey: ['sources', object.name, id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ask<{ data: readonly FieldSources[] }>(`/api/v1/${object.plural}/${id}/sources`, { language, signal }),
})

const byField = ({ data }: { data: readonly FieldSources[] }) => new Map(data.map((each) => [each.field, each]))

export function useSourcesOf(object: Kind | undefined, id: string) {
  const { language } = useLanguage()
  return useQuery({
    ...sourcesOf(object ?? { name: '', plural: '' }, id, language),
    select: byField,
    enabled: object !== undefined,
  })
}

export function useHistoryOf(object: DescribedObject | undefined, id: string) {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['history', object?.name, id],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '20', ...(pageParam === '' ? {} : { before: pageParam }) })
      return ask<{ data: readonly Change[]; next: string | null }>(`/api/v1/${object?.plural}/${id}/history?${query}`, {
        language,
        signal,
      })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: object !== undefined,
  })
}
