// How much depends on records being one or two: the ARR of the accounts concerned. A weight to sort by, in minor units of whatever
// currencies; it is never shown as an amount.
import type { Actor } from '../access/index.ts'
import type { Records } from '../records/index.ts'

const pageSize = 500

/** By record; those of which nothing is known are left out. */
export async function stakesOf(
  records: Records,
  actor: Actor,
  object: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const stakes = new Map<string, number>()
  const ask = questions[object]
  if (!ask) return stakes
  for (let from = 0; from < ids.length; from += pageSize) {
    const page = ids.slice(from, from + pageSize)
    const { data } = await records.ask(actor, {
      from: object,
      select: ask.select,
      where: { field: 'id', op: 'in', value: page },
      limit: page.length,
    })
    for (const row of JSON.parse(data) as Row[]) stakes.set(row.id, ask.stakeOf(row)) // the answer to the question above
  }
  return stakes
}

type Money = { amount: number } | null
type Row = {
  id: string
  arr?: Money
  account?: { arr?: Money } | null
  accounts?: { account: { arr?: Money } | null }[]
}

const questions: Readonly<Record<string, { select: unknown[]; stakeOf(row: Row): number }>> = {
  account: { select: ['arr'], stakeOf: ({ arr }) => arr?.amount ?? 0 },
  contact: {
    select: [{ relation: 'accounts', select: [{ relation: 'account', select: ['arr'] }] }],
    stakeOf: ({ accounts = [] }) => accounts.reduce((sum, { account }) => sum + (account?.arr?.amount ?? 0), 0),
  },
}
