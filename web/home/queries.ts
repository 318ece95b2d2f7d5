import { useQuery } from '@tanstack/react-query'
import type { Money } from '../../dictionary/index.ts'
import type { Named, Row } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

export const mends = ['no_owner', 'no_renewal_date', 'no_arr', 'no_primary_contact', 'stale_contact'] as const
export type RiskReason = 'renewal_soon' | 'overdue_invoice' | 'past_due' | 'detractor' | 'escalated_ticket' | 'silence'

/** Parts that a role may not ask are null. */
export type CsmHome = {
  kind: 'csm'
  tasks: { overdue: readonly Row[]; today: readonly Row[] } | null
  atRisk: readonly { account: Row; reasons: readonly RiskReason[] }[]
  renewals: readonly { week: string; accounts: readonly Row[] }[] | null
  callsWithoutNotes: readonly Row[] | null
  toMend: Readonly<Partial<Record<(typeof mends)[number], { items: readonly Row[]; isMore: boolean }>>>
}
export type Portfolio = {
  owner: Named | null
  accounts: number
  arr: readonly Money[]
  renewing: number
  renewingArr: readonly Money[]
  pastDue: number
  escalatedTickets: number
  overdueTasks: number
}
export type LeaderHome = { kind: 'leader'; portfolios: readonly Portfolio[]; total: Omit<Portfolio, 'owner'> }

/** Groups too small to be told are held back. */
export type Groups = { rows: readonly Readonly<Record<string, unknown>>[]; isHeldBack: boolean }
export const executiveParts = ['arr', 'byTier', 'byStage', 'byIndustry', 'renewals', 'nps'] as const
export type ExecutiveHome = { kind: 'executive'; total: Groups | null } & Record<
  (typeof executiveParts)[number],
  Groups | null
>

export function useHome() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => ask<CsmHome | LeaderHome | ExecutiveHome>('/api/v1/home', { language, signal }),
  })
}
