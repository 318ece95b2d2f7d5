// The parts of an account's page, and which of them have something to show this reader.
import type { Account360 } from '../api/answers.ts'

export const tabs = ['overview', 'people', 'usage', 'commercial', 'support', 'sentiment', 'family', 'data'] as const
export type Tab = (typeof tabs)[number]

export function openTabs({ account }: Account360): readonly Tab[] {
  const isMoney = [account.contracts, account.subscriptions, account.opportunities, account.invoices].some(Boolean)
  const open: { readonly [tab in Tab]: boolean } = {
    overview: true,
    people: account.contacts !== undefined,
    usage: account.usage !== undefined,
    commercial: isMoney,
    support: account.tickets !== undefined,
    sentiment: account.survey_responses !== undefined,
    family: account['parent'] !== undefined,
    data: true,
  }
  return tabs.filter((tab) => open[tab])
}
