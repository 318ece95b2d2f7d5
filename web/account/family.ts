import { useQuery } from '@tanstack/react-query'
import type { Money } from '../../dictionary/index.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

/** What a role may not read is absent in `own`. */
export type FamilyMember = {
  id: string
  name: string
  parent: string | null
  depth: number
  isThis: boolean
  own: { arr?: Money | null; openTickets?: number; contacts?: number; renewalDate?: string | null }
  /** Of this one and all beneath it; sums of money for each currency. */
  total: {
    arr?: readonly Money[]
    openTickets?: number
    contacts?: number
    nextRenewal?: string | null
    accounts: number
  }
}
export type Family = { root: string; accounts: readonly FamilyMember[]; isCut: boolean }

export function useFamily(account: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['family', account],
    queryFn: ({ signal }) => ask<Family>(`/api/v1/accounts/${account}/family`, { language, signal }),
  })
}
