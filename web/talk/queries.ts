import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Page } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

const minutes = 60_000

/** Everybody who works here now, as choices. */
export function useColleagues(): { value: string; label: string }[] {
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) =>
      ask<Page>('/api/v1/users?select=name&where=is_active is true&order=name&limit=500', { language, signal }),
    staleTime: 10 * minutes,
  })
  return (data?.data ?? []).map(({ id, name }) => ({ value: id, label: String(name) }))
}

export function useAccountsNamed(search: string): { id: string; name: string }[] {
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ['accounts named', search],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({
        select: 'name',
        limit: '12',
        order: 'name',
        ...(search === '' ? {} : { search }),
      })
      return ask<Page>(`/api/v1/accounts?${query}`, { language, signal })
    },
    placeholderData: keepPreviousData,
    staleTime: minutes,
  })
  return (data?.data ?? []).map(({ id, name }) => ({ id, name: String(name) }))
}
