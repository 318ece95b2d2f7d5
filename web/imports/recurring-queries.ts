// What is asked and said of recurring imports.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'
import type { Import, Recurring, RecurringSettings } from './answers.ts'
import { importsAt, keyOf } from './queries.ts'

const at = `${importsAt}/recurring`
const key = ['recurring imports']

type Answer = { data: readonly Recurring[]; receivesMail: boolean }

function useAnswer<T>(select: (answer: Answer) => T, isAsked = true) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask<Answer>(at, { language, signal }),
    enabled: isAsked,
    select,
  })
}

export const useRecurring = (isAsked = true) => useAnswer(({ data }) => data, isAsked)

/** Whether files may be mailed here. */
export const useReceivesMail = () => useAnswer(({ receivesMail }) => receivesMail).data ?? false

export type RecurringValues = {
  name: string
  everyDays: number
  beginsOn?: string
  folder: string | null
  owner?: string
  settings: RecurringSettings
  mail?: { senders: readonly string[]; address?: 'new' } | null
}

/** `id` is null where it is new. */
export function useSaveRecurring(id: string | null) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (values: RecurringValues) =>
      ask<Recurring>(id ? `${at}/${id}` : at, {
        method: id ? 'PATCH' : 'POST',
        body: values,
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useRemoveRecurring(id: string) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => ask<null>(`${at}/${id}`, { method: 'DELETE', language }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

/** Opens an import that belongs to it, for files that are yet to come. */
export function useBring(id: string) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      ask<Import>(importsAt, {
        method: 'POST',
        body: { recurring: id },
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess: async (order) => {
      client.setQueryData(keyOf(order.id), order)
      await client.invalidateQueries({ queryKey: ['imports'] })
    },
  })
}
