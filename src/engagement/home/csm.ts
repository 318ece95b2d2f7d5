// What a CSM begins the day with: what is due, which accounts are at risk and why, what renews when, what was not written down, and
// which data is to be mended. All of it of the accounts they see, in one trip.
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import { askWhatFits, type Row } from './ask-what-fits.ts'
import { dayFrom, isOpen, weekOf } from './days.ts'

export const riskReasons = [
  'renewal_soon',
  'overdue_invoice',
  'past_due',
  'detractor',
  'escalated_ticket',
  'silence',
] as const
export type RiskReason = (typeof riskReasons)[number]
export const mends = ['no_owner', 'no_renewal_date', 'no_arr', 'no_primary_contact', 'stale_contact'] as const
export type Mend = (typeof mends)[number]

export type CsmHome = {
  kind: 'csm'
  tasks: { overdue: Row[]; today: Row[] } | null
  /** The most reasons first. A reason that the reader may not know is never given. */
  atRisk: { account: Row; reasons: RiskReason[] }[]
  renewals: { week: string; accounts: Row[] }[] | null
  callsWithoutNotes: Row[] | null
  /** At most 20 of each; `isMore` where there are others. */
  toMend: Partial<Record<Mend, { items: Row[]; isMore: boolean }>>
}

const mostAtRisk = 200
const mostToMend = 20
const renewalSoonDays = 60
const silentDays = 45
const detractorDays = 90
const renewalWeeks = 13
const notesDays = 30
const staleMonths = 12

export async function csmHome(records: Records, actor: Actor, now: Date): Promise<CsmHome> {
  const answers = await askWhatFits(records, actor, questionsAt(now))
  const today = dayFrom(now, 0)
  const tasks = answers.tasks?.rows
  const reasons = new Map<string, { account: Row; reasons: RiskReason[] }>()
  for (const reason of riskReasons)
    for (const row of answers[reason]?.rows ?? []) {
      const known = reasons.get(String(row.id)) ?? { account: row, reasons: [] }
      known.reasons.push(reason)
      reasons.set(String(row.id), known)
    }
  return {
    kind: 'csm',
    tasks: tasks
      ? {
          overdue: tasks.filter((row) => String(row['due_on']) < today),
          today: tasks.filter((row) => row['due_on'] === today),
        }
      : null,
    atRisk: [...reasons.values()].sort(
      (a, b) => b.reasons.length - a.reasons.length || (renewalOf(a.account) < renewalOf(b.account) ? -1 : 1),
    ),
    renewals: answers.renewals
      ? [...Map.groupBy(answers.renewals.rows, (row) => weekOf(String(row['renewal_date'])))].map(
          ([week, accounts]) => ({
            week,
            accounts,
          }),
        )
      : null,
    callsWithoutNotes: answers.callsWithoutNotes?.rows ?? null,
    toMend: Object.fromEntries(
      mends.flatMap((mend) => {
        const rows = answers[mend]?.rows
        return rows ? [[mend, { items: rows.slice(0, mostToMend), isMore: rows.length > mostToMend }]] : []
      }),
    ),
  }
}

const renewalOf = ({ renewal_date }: Row): string => (typeof renewal_date === 'string' ? renewal_date : '9999')

function questionsAt(now: Date) {
  const today = dayFrom(now, 0)
  const ago = (days: number) => dayFrom(now, -days)
  const momentAgo = (days: number) => `${ago(days)}T00:00:00Z`
  const account = ['name', 'tier', 'arr', 'renewal_date', 'owner']
  const staying = { field: 'lifecycle_stage', op: 'is_not', value: 'churned' }
  const accounts = (...conditions: object[]) => ({
    ...{ from: 'account', select: account, limit: mostAtRisk, order: [{ field: 'renewal_date' }] },
    where: { all: [staying, ...conditions] },
  })
  const toMend = (from: string, select: readonly string[], condition: object) => ({
    ...{ from, select, limit: mostToMend + 1 },
    where: from === 'account' ? { all: [staying, condition] } : condition,
  })
  const between = (field: string, from: string, to: string) => [
    { field, op: 'gte', value: from },
    { field, op: 'lte', value: to },
  ]
  const isPrimary = [
    { field: 'is_primary', op: 'is', value: true },
    { not: { field: 'is_current', op: 'is', value: false } },
  ]
  return {
    tasks: {
      ...{ from: 'task', select: ['name', 'due_on', 'status', 'priority', 'account.name', 'account'], limit: 200 },
      where: {
        all: [{ field: 'owner', op: 'is', me: true }, isOpen, { field: 'due_on', op: 'lte', value: today }],
      },
      order: [{ field: 'due_on' }],
    },
    renewal_soon: accounts(...between('renewal_date', today, dayFrom(now, renewalSoonDays))),
    overdue_invoice: accounts({
      some: 'invoices',
      where: {
        all: [
          { field: 'status', op: 'in', value: ['open', 'uncollectible'] },
          { field: 'due_on', op: 'lt', value: today },
        ],
      },
    }),
    past_due: accounts({ field: 'payment_status', op: 'in', value: ['past_due', 'unpaid'] }),
    detractor: accounts({
      some: 'survey_responses',
      where: {
        all: [
          { field: 'category', op: 'is', value: 'detractor' },
          { field: 'responded_at', op: 'gte', value: momentAgo(detractorDays) },
        ],
      },
    }),
    escalated_ticket: accounts({
      some: 'tickets',
      where: {
        all: [
          { field: 'is_escalated', op: 'is', value: true },
          { field: 'status', op: 'not_in', value: ['solved', 'closed'] },
        ],
      },
    }),
    silence: accounts({
      none: 'interactions',
      where: { field: 'happened_at', op: 'gte', value: momentAgo(silentDays) },
    }),
    renewals: {
      ...accounts(...between('renewal_date', today, dayFrom(now, renewalWeeks * 7))),
      limit: 500,
    },
    callsWithoutNotes: {
      ...{ from: 'interaction', select: ['kind', 'subject', 'happened_at', 'account', 'account.name'], limit: 50 },
      where: {
        all: [
          { field: 'author', op: 'is', me: true },
          { field: 'kind', op: 'in', value: ['call', 'meeting'] },
          { field: 'notes', op: 'empty' },
          { field: 'decided', op: 'empty' },
          { field: 'happened_at', op: 'gte', value: momentAgo(notesDays) },
          { field: 'happened_at', op: 'lte', value: now.toISOString() },
        ],
      },
      order: [{ field: 'happened_at', dir: 'desc' }],
    },
    no_owner: toMend('account', account, { field: 'owner', op: 'empty' }),
    no_renewal_date: toMend('account', account, { field: 'renewal_date', op: 'empty' }),
    no_arr: toMend('account', account, { field: 'arr', op: 'empty' }),
    no_primary_contact: toMend('account', account, { none: 'contacts', where: { all: isPrimary } }),
    stale_contact: toMend('contact', ['name', 'title', 'last_verified_on'], {
      all: [
        { field: 'status', op: 'is_not', value: 'left' },
        { field: 'last_verified_on', op: 'lt', value: ago(Math.round((staleMonths * 365) / 12)) },
      ],
    }),
  }
}
