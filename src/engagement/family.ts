// A company and all its parts in one tree, each with what is its own and what it adds up to with all below it: so that three
// divisions of one company are not taken for three companies.
import { type Access, type Actor, grantsFor, readableField } from '../access/index.ts'
import type { Clock } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { readable } from './readable.ts'

export type Amount = { amount: number; currency: string }
/** Figures are absent where the reader may not know them. */
type Own = { arr?: Amount | null; openTickets?: number; contacts?: number; renewalDate?: string | null }
type Total = { accounts: number; arr?: Amount[]; openTickets?: number; contacts?: number; nextRenewal?: string | null }
export type FamilyMember = {
  id: string
  name: string | null
  parent: string | null
  depth: number
  isThis: boolean
  tier?: unknown
  lifecycle_stage?: unknown
  owner?: unknown
  own: Own
  /** With everything below. */
  total: Total
}
export type FamilyPage = { root: string; accounts: FamilyMember[]; isCut: boolean }

const settled = ['solved', 'closed']

/** Two trips: the tree, then its figures. Errors: record_unavailable, object_unavailable. */
export async function accountFamily(records: Records, actor: Actor, id: string, clock: Clock): Promise<FamilyPage> {
  const today = (await records.follow(actor, 'account', [id])).get(id) ?? id
  const { members, isCut } = await records.family(actor, { object: 'account', by: 'parent', id: today })
  const access = await records.book.of(actor)
  const ids = members.map((member) => member.id)
  const asked = questionsOf(access, ids)
  const answers = await records.askTogether(
    actor,
    asked.map(({ question }) => ({ question })),
  )
  const rowsOf = (name: string) => {
    const answer = answers[asked.findIndex((each) => each.name === name)]
    return answer ? (JSON.parse(answer.data) as Record<string, unknown>[]) : null // rows as selected, or grouped
  }
  const records_ = new Map(rowsOf('accounts')?.map((row) => [row['id'] as string, row])) // uuid
  const counts = (name: string) => {
    const rows = rowsOf(name)
    return rows && new Map(rows.map((row) => [row['account'] as string, Number(row['n'])])) // as grouped
  }
  const [tickets, contacts] = [counts('tickets'), counts('contacts')]
  const accounts = members.map(({ id, parent, depth }): FamilyMember => {
    const { name, arr, renewal_date, id: _, ...rest } = records_.get(id) ?? {}
    const own: Own = {
      ...(arr === undefined ? {} : { arr: arr as Amount | null }), // as selected
      ...(renewal_date === undefined ? {} : { renewalDate: renewal_date as string | null }),
      ...(tickets ? { openTickets: tickets.get(id) ?? 0 } : {}),
      ...(contacts ? { contacts: contacts.get(id) ?? 0 } : {}),
    }
    const isThis = id === today
    return {
      id,
      name: typeof name === 'string' ? name : null,
      parent,
      depth,
      isThis,
      ...rest,
      own,
      total: { accounts: 1 },
    }
  })
  addUp(accounts, clock().toISOString().slice(0, 10))
  return { root: members[0]?.id ?? today, accounts, isCut }
}

function questionsOf(access: Access, ids: readonly string[]) {
  const account = access.manifest.objects.get('account')
  const among = (field: string) => ({ field, op: 'in', value: ids })
  const counted = (from: string, where: object) => {
    const may = ['account', ...('status' in where ? ['status'] : [])].every((name) =>
      readableField(access, from, name, 'measure'),
    )
    return may && grantsFor(access, from, 'measure').length > 0
  }
  const wish = ['name', 'tier', 'lifecycle_stage', 'arr', 'renewal_date', { relation: 'owner', select: ['name'] }]
  const count = { n: { count: '*' } }
  return [
    ...(account
      ? [
          {
            name: 'accounts',
            question: { from: 'account', select: readable(access, account, wish), where: among('id'), limit: 1_000 },
          },
        ]
      : []),
    ...(counted('ticket', { status: true })
      ? [
          {
            name: 'tickets',
            question: {
              ...{ from: 'ticket', group: ['account'], measure: count },
              where: { all: [among('account'), { field: 'status', op: 'not_in', value: settled }] },
            },
          },
        ]
      : []),
    ...(counted('account_contact', {})
      ? [
          {
            name: 'contacts',
            question: {
              ...{ from: 'account_contact', group: ['account'], measure: count },
              where: { all: [among('account'), { not: { field: 'is_current', op: 'is', value: false } }] },
            },
          },
        ]
      : []),
  ]
}

/** From the leaves upwards: members come in the order of their depth. */
function addUp(accounts: readonly FamilyMember[], today: string): void {
  const byId = new Map(accounts.map((each) => [each.id, each]))
  for (const each of accounts) each.total = startOf(each.own, today)
  for (const { total, parent } of accounts.toReversed()) {
    const above = parent === null ? undefined : byId.get(parent)?.total
    if (!above) continue
    above.accounts += total.accounts
    if (above.arr && total.arr) above.arr = sumOf([...above.arr, ...total.arr])
    if (above.openTickets !== undefined) above.openTickets += total.openTickets ?? 0
    if (above.contacts !== undefined) above.contacts += total.contacts ?? 0
    if (above.nextRenewal !== undefined) above.nextRenewal = earliest(above.nextRenewal, total.nextRenewal ?? null)
  }
}

const startOf = ({ arr, openTickets, contacts, renewalDate }: Own, today: string): Total => ({
  accounts: 1,
  ...(arr === undefined ? {} : { arr: arr ? [arr] : [] }),
  ...(openTickets === undefined ? {} : { openTickets }),
  ...(contacts === undefined ? {} : { contacts }),
  ...(renewalDate === undefined
    ? {}
    : { nextRenewal: renewalDate !== null && renewalDate >= today ? renewalDate : null }),
})

/** Within each currency; amounts of two are not added. */
function sumOf(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<string, number>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].sort().map(([currency, amount]) => ({ amount, currency }))
}

const earliest = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a < b ? a : b)
