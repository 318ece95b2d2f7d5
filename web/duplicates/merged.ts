// The question what a record was merged from. By itself, because it is asked ahead, before any page of duplicates is loaded.
import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../dictionary/words.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'
import type { Compared, MergedFrom } from './answers.ts'

/** Where an id leads today, and what that record was merged from. */
export const mergedInto = (object: Compared, id: string, language: Language) => ({
  queryKey: ['duplicates', 'merged', object, id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ask<{ id: string; data: readonly MergedFrom[] }>(
      `/api/v1/duplicates/merged?${new URLSearchParams({ object, id })}`,
      { language, signal },
    ),
})

export function useMergedFrom(object: Compared, id: string) {
  const { language } = useLanguage()
  return useQuery(mergedInto(object, id, language))
}
