// What is known of a deal and its customer already, for the fields of a handoff: each value with the record it stands in, the system
// that says it and since when. Read as the actor, so nobody is shown by a form what they may not see.
import type { Access, Actor } from '../../access/index.ts'
import { readable, type Wish } from '../../engagement/index.ts'
import { Failure } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import type { AccountRow } from './evidence.ts'
import { type DealRow, evidenceIn, type Found } from './evidence.ts'

export type Evidence = Found & {
  /** Which system says so, and since when; null where the record is its own source, as a note of a call is. */
  source: { system: string; localId: string } | null
  at: string | null
}

export type Known = { account: string | null; evidence: readonly Evidence[] }
export type Deal = { opportunity?: string | null; account?: string | null }

/** The best evidence for a field comes first. Errors: record_unavailable. */
export async function knownOf(records: Records, actor: Actor, deal: Deal): Promise<Known> {
  const access = await records.book.of(actor)
  const opportunity = deal.opportunity
    ? await one<DealRow>(records, actor, access, 'opportunity', deal.opportunity)
    : null
  const accountId = deal.account ?? opportunity?.account?.id ?? null
  const account = accountId ? await one<AccountRow>(records, actor, access, 'account', accountId) : null
  const found = evidenceIn({ opportunity, account })
  return { account: account?.id ?? null, evidence: await withSources(records, actor, found) }
}

async function one<T>(
  records: Records,
  actor: Actor,
  access: Access,
  object: keyof typeof wished,
  id: string,
): Promise<T> {
  const declared = access.manifest.objects.get(object)
  const select = declared ? readable(access, declared, wished[object]) : []
  if (select.length === 0) throw new Failure('object_unavailable', { object })
  const where = { field: 'id', op: 'is', value: id }
  const { data } = await records.ask(actor, { from: object, select: ['id', ...select], where, limit: 1 })
  const [row] = JSON.parse(data) as T[] // as selected
  if (!row) throw new Failure('record_unavailable', { object, id })
  return row
}

const named = (relation: string): Wish => ({ relation, select: ['name'] })

const wished = {
  opportunity: ['name', 'amount', named('account'), named('owner')],
  account: [
    'name',
    'arr',
    'renewal_date',
    'contract_start',
    'technical_environment',
    'special_terms',
    named('owner'),
    {
      relation: 'contracts',
      select: ['name', 'arr', 'starts_on', 'renewal_date', 'special_terms'],
      where: { field: 'status', op: 'not_in', value: ['superseded', 'expired', 'terminated'] },
      order: [{ field: 'renewal_date', dir: 'desc' }],
      limit: 1,
    },
    {
      relation: 'contacts',
      select: ['roles', 'is_primary', 'is_current', { relation: 'contact', select: ['name', 'email'] }],
      order: [{ field: 'is_primary', dir: 'desc' }],
      limit: 50,
    },
    {
      relation: 'objectives',
      select: ['name', 'kind', 'baseline', 'target', 'due_on', 'updated_at'],
      limit: 50,
    },
    {
      relation: 'interactions',
      select: ['subject', 'happened_at', 'promised', 'concerns'],
      order: [{ field: 'happened_at', dir: 'desc' }],
      limit: 20,
    },
  ],
} as const satisfies Record<string, readonly Wish[]>

/** Asks each record once where its values come from: the deal, the account, its contract and a handful of people. */
async function withSources(records: Records, actor: Actor, found: readonly Found[]): Promise<Evidence[]> {
  const asked = [
    ...new Map(found.filter((each) => each.path !== null).map((each) => [each.record.id, each.record])).values(),
  ]
  const told = new Map(
    await Promise.all(asked.map(async ({ object, id }) => [id, await records.sources(actor, object, id)] as const)),
  )
  return found.map((each) => {
    const from = told.get(each.record.id)?.find(({ field }) => field === each.path)?.from
    return {
      ...each,
      source: from ? { system: from.system, localId: from.localId } : null,
      at: from ? (from.saidAt ?? from.heardAt) : each.since,
    }
  })
}
