// The figures at the top of the page, each absent where the reader may not see what it is made of.
export type AccountPage = {
  arr?: { amount: number; currency: string } | null
  renewal_date?: string | null
  survey_responses?: readonly {
    id: string
    kind?: string
    score?: number | null
    category?: string | null
    responded_at?: string | null
  }[]
  tickets?: readonly { id: string; opened_at?: string | null }[]
  interactions?: readonly { id: string; happened_at?: string | null }[]
  invoices?: readonly { id: string; issued_on?: string | null }[]
  usage?: readonly { day?: string; weekly_active?: number | null; monthly_active?: number | null }[]
}

export type Summary = {
  arr?: { amount: number; currency: string } | null
  /** Whole days to the renewal; negative once it has passed. */
  renewalInDays?: number | null
  lastNps?: { score: number; category: string | null; at: string | null } | null
  openTickets?: number
  /** People active in the last 7 and 30 days, as of the newest day we know. */
  activePeople?: { day: string | null; weekly: number | null; monthly: number | null }
}

const settled = new Set(['solved', 'closed'])

export function summaryOf(
  account: AccountPage,
  ticketCounts: Readonly<Record<string, number>> | null,
  now: Date,
): Summary {
  const { arr, renewal_date, survey_responses, usage } = account
  const nps = survey_responses?.find((answer) => answer.kind === 'nps' && typeof answer.score === 'number')
  const [today] = usage ?? []
  return {
    ...(arr === undefined ? {} : { arr }),
    ...(renewal_date === undefined
      ? {}
      : { renewalInDays: renewal_date === null ? null : daysUntil(renewal_date, now) }),
    ...(survey_responses
      ? {
          lastNps: nps ? { score: nps.score ?? 0, category: nps.category ?? null, at: nps.responded_at ?? null } : null,
        }
      : {}),
    ...(ticketCounts ? { openTickets: openOf(ticketCounts) } : {}),
    ...(usage
      ? {
          activePeople: {
            day: today?.day ?? null,
            weekly: today?.weekly_active ?? null,
            monthly: today?.monthly_active ?? null,
          },
        }
      : {}),
  }
}

const openOf = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [status, count]) => (settled.has(status) ? sum : sum + count), 0)

const dayMs = 86_400_000
const daysUntil = (day: string, now: Date): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`)) / dayMs)
