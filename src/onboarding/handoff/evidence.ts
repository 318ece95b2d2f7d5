// Which value of which record speaks for which field of the form. Pure.
import type { Money } from '../../../dictionary/index.ts'

type Named = { id: string; name?: string | null }

export type DealRow = {
  id: string
  name?: string | null
  amount?: Money | null
  account?: Named | null
  owner?: Named | null
}

/** What a role may not read is absent. */
export type AccountRow = {
  id: string
  name?: string | null
  arr?: Money | null
  renewal_date?: string | null
  contract_start?: string | null
  technical_environment?: string | null
  special_terms?: string | null
  owner?: Named | null
  contracts?: readonly {
    id: string
    name?: string | null
    arr?: Money | null
    starts_on?: string | null
    renewal_date?: string | null
    special_terms?: string | null
  }[]
  contacts?: readonly {
    id: string
    roles?: readonly string[] | null
    is_primary?: boolean | null
    is_current?: boolean | null
    contact?: { id: string; name?: string | null; email?: string | null } | null
  }[]
  objectives?: readonly {
    id: string
    name?: string | null
    kind?: string | null
    baseline?: string | null
    target?: string | null
    due_on?: string | null
    updated_at?: string | null
  }[]
  interactions?: readonly {
    id: string
    subject?: string | null
    happened_at?: string | null
    promised?: string | null
    concerns?: string | null
  }[]
}

export type Found = {
  /** The field of the handoff, and what it could hold. */
  field: string
  value: unknown
  /** What the value is called, where it is a reference. */
  shown?: string | null
  record: { object: string; id: string; title: string | null }
  /** The field of that record; null where the whole record says so. */
  path: string | null
  since: string | null
}

/** The best evidence for a field first: what was signed, then what the account says, then what the deal hoped for. */
export function evidenceIn({
  opportunity,
  account,
}: {
  opportunity: DealRow | null
  account: AccountRow | null
}): Found[] {
  return [...(account ? ofAccount(account) : []), ...(opportunity ? ofDeal(opportunity) : [])].filter(
    ({ value }) => value !== null && value !== undefined && value !== '',
  )
}

function ofDeal(deal: DealRow): Found[] {
  const record = { object: 'opportunity', id: deal.id, title: deal.name ?? null }
  const say = (field: string, path: string, value: unknown, shown?: string | null): Found => ({
    field,
    value,
    ...(shown === undefined ? {} : { shown }),
    record,
    path,
    since: null,
  })
  return [
    say('customer', 'account', deal.account?.name),
    say('arr', 'amount', deal.amount),
    say('sales_owner', 'owner', deal.owner?.id, deal.owner?.name),
  ]
}

function ofAccount(account: AccountRow): Found[] {
  const record = { object: 'account', id: account.id, title: account.name ?? null }
  const say = (field: string, path: string, value: unknown, shown?: string | null): Found => ({
    field,
    value,
    ...(shown === undefined ? {} : { shown }),
    record,
    path,
    since: null,
  })
  const [contract] = account.contracts ?? []
  const signed = { object: 'contract', id: contract?.id ?? '', title: contract?.name ?? null }
  const agreed = (field: string, path: string, value: unknown): Found => ({
    field,
    value,
    record: signed,
    path,
    since: null,
  })
  return [
    say('customer', 'name', account.name),
    agreed('arr', 'arr', contract?.arr),
    agreed('starts_on', 'starts_on', contract?.starts_on),
    agreed('renewal_date', 'renewal_date', contract?.renewal_date),
    agreed('terms', 'special_terms', contract?.special_terms),
    say('arr', 'arr', account.arr),
    say('starts_on', 'contract_start', account.contract_start),
    say('renewal_date', 'renewal_date', account.renewal_date),
    say('terms', 'special_terms', account.special_terms),
    say('csm', 'owner', account.owner?.id, account.owner?.name),
    say('integrations', 'technical_environment', account.technical_environment),
    ...people(account),
    ...lists(account),
  ]
}

/** Whom the account has for each part; the primary contact is the one marked so, or else the only one there is. */
function people({ contacts = [] }: AccountRow): Found[] {
  const current = contacts.filter((link) => link.is_current !== false && link.contact)
  const withRole = (...roles: string[]) => current.find((link) => link.roles?.some((role) => roles.includes(role)))
  const primary = current.find((link) => link.is_primary) ?? (current.length === 1 ? current[0] : undefined)
  return [
    ...person('primary', primary),
    ...(primary?.roles?.[0]
      ? [
          {
            field: 'primary_role',
            value: primary.roles[0],
            record: { object: 'account_contact', id: primary.id, title: primary.contact?.name ?? null },
            path: 'roles',
            since: null,
          },
        ]
      : []),
    ...person('sponsor', withRole('executive_sponsor')),
    ...person('billing', withRole('billing_contact')),
    ...person('technical', withRole('technical_contact', 'technical_buyer')),
  ]
}

function person(part: string, link: NonNullable<AccountRow['contacts']>[number] | undefined): Found[] {
  const contact = link?.contact
  if (!contact) return []
  const record = { object: 'contact', id: contact.id, title: contact.name ?? null }
  return (['name', 'email'] as const).map((path) => ({
    field: `${part}_${path}`,
    value: contact[path],
    record,
    path,
    since: null,
  }))
}

/** What was written down of aims, promises and worries, line by line. */
function lists({ objectives = [], interactions = [] }: AccountRow): Found[] {
  const aims = objectives.flatMap((each): Found[] => {
    const field = each.kind === 'success_criterion' ? 'success_criteria' : 'use_case'
    const record = { object: 'objective', id: each.id, title: each.name ?? null }
    return [{ field, value: lineOf(each), record, path: null, since: each.updated_at ?? null }]
  })
  const said = interactions.flatMap((each): Found[] => {
    const record = { object: 'interaction', id: each.id, title: each.subject ?? null }
    const since = each.happened_at ?? null
    return [
      { field: 'promises', value: each.promised, record, path: null, since },
      { field: 'risks', value: each.concerns, record, path: null, since },
    ]
  })
  return [...aims, ...said]
}

function lineOf({ name, baseline, target, due_on }: NonNullable<AccountRow['objectives']>[number]): string | null {
  if (!name) return null
  return `${name}${target ? `: ${baseline ?? ''} -> ${target}` : ''}${due_on ? `, ${due_on}` : ''}`
}

/** Fields that hold many lines; all that is known of them is put together, the others take the best. */
export const listed: ReadonlySet<string> = new Set(['use_case', 'success_criteria', 'promises', 'risks'])
