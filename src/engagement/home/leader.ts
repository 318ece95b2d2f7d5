// What a leader begins the day with: the portfolio by CSM, in groups and sums, and the total.
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import type { Amount } from '../family.ts'
import { askWhatFits, type Row } from './ask-what-fits.ts'
import { dayFrom, isOpen } from './days.ts'

export type Portfolio = {
  /** Null: accounts that nobody owns. */
  owner: { id: string; name: string | null } | null
  accounts: number
  arr: Amount[]
  renewing: number
  renewingArr: Amount[]
  pastDue: number
  escalatedTickets: number
  overdueTasks: number
}
export type LeaderHome = { kind: 'leader'; portfolios: Portfolio[]; total: Omit<Portfolio, 'owner'> }

export const renewingDays = 90

/** Two trips: the groups, then the names of the owners. */
export async function leaderHome(records: Records, actor: Actor, now: Date): Promise<LeaderHome> {
  const answers = await askWhatFits(records, actor, questionsAt(now))
  const portfolios = new Map<string | null, Portfolio>()
  const of = (owner: unknown): Portfolio => {
    const id = typeof owner === 'string' ? owner : null
    const known = portfolios.get(id) ?? { owner: id === null ? null : { id, name: null }, ...nothing() }
    portfolios.set(id, known)
    return known
  }
  const each = (rows: readonly Row[] | undefined, put: (portfolio: Portfolio, n: number) => void, by = 'owner') => {
    for (const row of rows ?? []) put(of(row[by]), Number(row['n']))
  }
  each(answers.accounts?.rows, (one, n) => {
    one.accounts = n
  })
  each(answers.renewing?.rows, (one, n) => {
    one.renewing = n
  })
  each(answers.pastDue?.rows, (one, n) => {
    one.pastDue = n
  })
  each(answers.overdueTasks?.rows, (one, n) => {
    one.overdueTasks = n
  })
  each(
    answers.escalatedTickets?.rows,
    (one, n) => {
      one.escalatedTickets = n
    },
    'account_owner',
  )
  for (const row of answers.arr?.rows ?? []) of(row['owner']).arr.push(amountIn(row))
  for (const row of answers.renewingArr?.rows ?? []) of(row['owner']).renewingArr.push(amountIn(row))
  const ids = [...portfolios.keys()].filter((id) => id !== null)
  const names = await records.sights(actor, [{ object: 'user', ids }], { titles: true })
  const all = [...portfolios.values()]
  for (const { owner } of all) if (owner) owner.name = names.get(owner.id)?.title ?? null
  return { kind: 'leader', portfolios: all.sort((a, b) => b.accounts - a.accounts), total: totalOf(all) }
}

const nothing = (): Omit<Portfolio, 'owner'> => ({
  ...{ accounts: 0, renewing: 0, pastDue: 0, escalatedTickets: 0, overdueTasks: 0 },
  arr: [],
  renewingArr: [],
})

const amountIn = (row: Row): Amount => ({ amount: Number(row['sum']), currency: String(row['currency']) })

function totalOf(all: readonly Portfolio[]): Omit<Portfolio, 'owner'> {
  const total = nothing()
  for (const name of ['accounts', 'renewing', 'pastDue', 'escalatedTickets', 'overdueTasks'] as const)
    total[name] = all.reduce((sum, one) => sum + one[name], 0)
  for (const name of ['arr', 'renewingArr'] as const) {
    const byCurrency = Map.groupBy(
      all.flatMap((one) => one[name]),
      ({ currency }) => currency,
    )
    total[name] = [...byCurrency].map(([currency, some]) => ({
      currency,
      amount: some.reduce((sum, { amount }) => sum + amount, 0),
    }))
  }
  return total
}

function questionsAt(now: Date) {
  const today = dayFrom(now, 0)
  const staying = { field: 'lifecycle_stage', op: 'is_not', value: 'churned' }
  const renewing = [
    { field: 'renewal_date', op: 'gte', value: today },
    { field: 'renewal_date', op: 'lte', value: dayFrom(now, renewingDays) },
  ]
  const count = { n: { count: '*' } }
  const sum = { sum: { sum: 'arr' } }
  const accounts = (measure: object, ...conditions: object[]) => ({
    ...{ from: 'account', group: ['owner'], measure },
    where: { all: [staying, ...conditions] },
  })
  return {
    accounts: accounts(count),
    arr: accounts(sum),
    renewing: accounts(count, ...renewing),
    renewingArr: accounts(sum, ...renewing),
    pastDue: accounts(count, { field: 'payment_status', op: 'in', value: ['past_due', 'unpaid'] }),
    escalatedTickets: {
      ...{ from: 'ticket', group: ['account.owner'], measure: count },
      where: {
        all: [
          { field: 'is_escalated', op: 'is', value: true },
          { field: 'status', op: 'not_in', value: ['solved', 'closed'] },
        ],
      },
    },
    overdueTasks: {
      ...{ from: 'task', group: ['owner'], measure: count },
      where: { all: [isOpen, { field: 'due_on', op: 'lt', value: today }] },
    },
  }
}
