// What the palette finds: records of several objects by the words people know them by, asked of the server in one question.
import {
  type Icon,
  IconBuilding,
  IconFile,
  IconLifebuoy,
  IconMessageCircle,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import type { Book } from '../values/book.tsx'
import { isEmpty, show } from '../values/show.ts'
import { type Speech, useLanguage } from '../words/language.tsx'

/** `details`: what tells records of one name apart, by the paths of fields. */
export type Hit = { object: string; id: string; title: string; details: Readonly<Record<string, unknown>> }

const most = 6

const icons: Readonly<Record<string, Icon>> = {
  account: IconBuilding,
  contact: IconUser,
  opportunity: IconTargetArrow,
  ticket: IconLifebuoy,
  interaction: IconMessageCircle,
}
export const iconOf = (object: string): Icon => icons[object] ?? IconFile

export function useFound(words: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) =>
      ask<{ data: readonly Hit[] }>(`/api/v1/search?${new URLSearchParams({ q: words, limit: String(most) })}`, {
        language,
        signal,
      }),
    select: ({ data }) => data,
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** What tells one from another of its kind, in short. */
const told: Readonly<Record<string, readonly string[]>> = {
  account: ['domains', 'owner.name'],
  contact: ['title', 'email'],
  opportunity: ['stage', 'account.name'],
  ticket: ['status', 'account.name'],
  interaction: ['happened_at', 'account.name'],
}

export function noteOf({ object, details }: Hit, book: Book, speech: Speech): string {
  const texts = (told[object] ?? []).flatMap((path) => {
    const [value, field] = [details[path], book.field(object, path)]
    if (isEmpty(value)) return []
    return [field ? show(value, speech, field) : String(value)]
  })
  return texts.join(' · ')
}
