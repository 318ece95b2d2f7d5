// The question where an account's onboarding stands; asked ahead where somebody is about to open the account.
import type { Language } from '../../dictionary/words.ts'
import type { Page } from '../api/answers.ts'
import { ask } from '../api/ask.ts'

export type Item = {
  item: string
  state: 'done' | 'open' | 'unknown'
  by: 'data' | 'hand' | null
  doneOn: string | null
  note: string | null
}
export type Checklist = {
  id: string
  name: string
  dueOn: string | null
  done: number
  of: number
  items: readonly Item[]
  act?: string | null
}

/** The checklist of the one under way; null where there is none. */
export const onboardingOf = (account: string, language: Language) => ({
  queryKey: ['onboarding', account],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Checklist | null> => {
    const query = new URLSearchParams({
      select: 'name',
      where: `account is "${account}" and completed_on is empty`,
      limit: '1',
    })
    const [found] = (await ask<Page>(`/api/v1/onboardings?${query}`, { language, signal })).data
    return found ? ask<Checklist>(`/api/v1/onboardings/${found.id}/checklist`, { language, signal }) : null
  },
})
