// Organizations, users and tickets as Zendesk lists them.
import type { Part, Shape } from '../shape.ts'
import { colleagueKey } from './colleague.ts'
import { eachItem, type Item, isListOf, listAt, textAt } from './lists.ts'
import { country, placeOf } from './places.ts'
import { filled, momentOf } from './table.ts'

export const supportOrganizations: Shape = {
  name: 'support organizations',
  system: 'support',
  rank: 12,
  isByHand: false,
  recognise: (opened) => isListOf(opened, 'organizations', (item) => 'domain_names' in item),
  read: (opened, { file, memory }) =>
    eachItem(opened, (item, row) => {
      const id = textAt(item, 'id')
      const crm = textAt(item, 'external_id')
      const domains = listAt(item, 'domain_names').filter((each): each is string => typeof each === 'string')
      const place =
        (crm && memory.countryOf.get(`crm ${crm}`)) || domains.map((domain) => country('', domain)).find(Boolean)
      if (place) memory.countryOf.set(`support ${id}`, place)
      return {
        row,
        parts: [
          {
            object: 'account',
            change: {
              verb: 'upsert',
              source: { system: 'support', localId: id },
              ...(crm ? { sameAs: [{ system: 'crm', localId: crm }] } : {}),
              isWhole: true,
              match: true,
              saidAt: momentOf(item['updated_at']) ?? null,
              file,
              row,
              values: filled({ name: textAt(item, 'name'), domains: domains.length ? domains : undefined }),
            },
          },
        ],
      }
    }),
}

export const supportUsers: Shape = {
  name: 'support users',
  system: 'support',
  rank: 21,
  isByHand: false,
  recognise: (opened) => isListOf(opened, 'users', (item) => 'role' in item && 'organization_id' in item),
  read: (opened, { file, memory }) =>
    eachItem(opened, (item, row) => {
      const id = textAt(item, 'id')
      const organization = textAt(item, 'organization_id')
      if (organization) memory.organizationOf.set(id, organization)
      return {
        row,
        parts:
          textAt(item, 'role') === 'end-user'
            ? customerParts(item, id, organization, {
                file,
                row,
                place: memory.countryOf.get(`support ${organization}`),
              })
            : [staffPart(item, id)],
      }
    }),
}

function customerParts(
  item: Item,
  id: string,
  organization: string,
  o: { file: string; row: number; place: string | undefined },
): Part[] {
  const { file, row } = o
  const email = textAt(item, 'email')
  const saidAt = momentOf(item['updated_at']) ?? null
  const verified = textAt(item, 'user_fields', 'contact_verified_at') || null
  const phone = textAt(item, 'phone')
  const account = { system: 'support' as const, localId: organization }
  return [
    {
      object: 'contact',
      ...(organization ? { at: account } : {}),
      change: {
        verb: 'upsert',
        source: { system: 'support', localId: id },
        isWhole: true,
        match: true,
        saidAt,
        verifiedOn: verified,
        file,
        row,
        values: filled({
          name: textAt(item, 'name'),
          email,
          phone: phone ? { number: phone, ...placeOf(o.place ?? country('', email)) } : undefined,
          title: textAt(item, 'user_fields', 'job_title'),
          email_opt_out: listAt(item, 'tags').includes('no_marketing') || undefined,
          last_verified_on: verified,
        }),
      },
    },
    ...(organization
      ? [
          {
            object: 'account_contact',
            change: {
              verb: 'upsert' as const,
              source: { system: 'support' as const, localId: `${id}:${organization}` },
              isWhole: true,
              saidAt,
              file,
              row,
              values: { account, contact: { system: 'support', localId: id }, is_current: true },
            },
          },
        ]
      : []),
  ]
}

const staffPart = (item: Item, id: string): Part => ({
  object: 'user',
  change: {
    verb: 'upsert',
    source: { system: 'support', localId: id },
    sameAs: [colleagueKey(textAt(item, 'email'))],
    isWhole: true,
    saidAt: momentOf(item['updated_at']) ?? null,
    values: filled({ name: textAt(item, 'name'), email: textAt(item, 'email'), is_active: item['active'] === true }),
  },
})

export const supportTickets: Shape = {
  name: 'support tickets',
  system: 'support',
  rank: 40,
  isByHand: false,
  recognise: (opened) => isListOf(opened, 'tickets', (item) => 'requester_id' in item && 'subject' in item),
  read: (opened, { file, memory }) =>
    eachItem(opened, (item, row) => {
      const requester = textAt(item, 'requester_id')
      // A ticket belongs to the account of the person who asked.
      const organization = memory.organizationOf.get(requester) ?? textAt(item, 'organization_id')
      const tags = listAt(item, 'tags').filter((tag): tag is string => typeof tag === 'string')
      return {
        row,
        parts: [
          {
            object: 'ticket',
            change: {
              verb: 'upsert',
              source: { system: 'support', localId: textAt(item, 'id') },
              isWhole: true,
              saidAt: momentOf(item['updated_at']) ?? null,
              file,
              row,
              values: filled({
                account: organization ? { system: 'support', localId: organization, of: 'account' } : undefined,
                requester: requester ? { system: 'support', localId: requester, of: 'contact' } : undefined,
                assignee: textAt(item, 'assignee_id')
                  ? { system: 'support', localId: textAt(item, 'assignee_id'), of: 'user' }
                  : undefined,
                number: textAt(item, 'id'),
                subject: textAt(item, 'subject') || '(no subject)',
                description: textAt(item, 'description'),
                status: textAt(item, 'status'),
                priority: textAt(item, 'priority'),
                opened_at: momentOf(item['created_at']),
                updated_in_source_at: momentOf(item['updated_at']),
                tags: tags.length ? tags : undefined,
                is_escalated: tags.includes('escalated'),
                satisfaction: textAt(item, 'satisfaction_rating', 'score'),
                satisfaction_comment: textAt(item, 'satisfaction_rating', 'comment'),
              }),
            },
          },
        ],
      }
    }),
}
