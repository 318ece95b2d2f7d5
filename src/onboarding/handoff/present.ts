// What is there of a customer before its handoff is accepted, and whom the handoff names.
import { fold } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import { isSame } from '../../matching/index.ts'
import type { Records } from '../../records/index.ts'
import type { Handoff } from './record.ts'

/** One person named in the form, once for all the parts they play. */
export type Named = {
  name: string | null
  email: string | null
  roles: string[]
  isPrimary: boolean
  isBilling: boolean
}

/** What is there of the account before. */
export type Present = {
  /** By the place among the people named: the contact that it is. */
  contacts: ReadonlyMap<number, string>
  /** By contact: their part at this account. */
  links: ReadonlyMap<string, { id: string; roles: readonly string[] | null }>
  contracts: readonly { id: string; renewal_date: string | null }[]
  objectives: ReadonlySet<string>
  hasEnvironment: boolean
  team: ReadonlySet<string>
  language: string | null
}

export function peopleIn(handoff: Handoff): Named[] {
  const rows: (Named & { key: string })[] = []
  const add = (name: string | null, email: string | null, role: string | null, more: Partial<Named> = {}) => {
    if (!name && !email) return
    const key = email ?? fold(name ?? '')
    const known = rows.find((row) => row.key === key)
    const roles = role ? [role] : []
    if (!known) rows.push({ key, name, email, roles, isPrimary: false, isBilling: false, ...more })
    else {
      Object.assign(known, more)
      known.roles = [...new Set([...known.roles, ...roles])]
    }
  }
  add(handoff.primary_name, handoff.primary_email, handoff.primary_role, { isPrimary: true })
  add(handoff.sponsor_name, handoff.sponsor_email, 'executive_sponsor')
  add(handoff.billing_name, handoff.billing_email, 'billing_contact', { isBilling: true })
  add(handoff.technical_name, handoff.technical_email, 'technical_contact')
  return rows.map(({ key: _, ...named }) => named)
}

/** Read as the product itself, which sees all there is; no more than four questions whatever the account holds. */
export async function presentOf(records: Records, actor: Actor, handoff: Handoff): Promise<Present> {
  const { account } = handoff
  const people = peopleIn(handoff)
  const emails = people.flatMap(({ email }) => email ?? [])
  const rows = async <T>(question: object): Promise<T[]> => JSON.parse((await records.ask(actor, question)).data)
  type Found = { id: string; name: string | null; email: string | null }
  const [found, users, accounts] = await Promise.all([
    emails.length === 0
      ? []
      : rows<Found>({
          from: 'contact',
          select: ['id', 'name', 'email'],
          where: { field: 'email', op: 'in', value: emails },
          order: [{ field: 'created_at' }],
          limit: 100,
        }),
    rows<{ language: string | null }>({
      from: 'user',
      select: ['language'],
      where: { field: 'id', op: 'is', value: handoff.csm },
    }),
    account === null
      ? []
      : rows<{
          technical_environment: string | null
          contracts: { id: string; renewal_date: string | null }[]
          objectives: { name: string }[]
          team: { user: { id: string } | null }[]
        }>({
          from: 'account',
          select: [
            'technical_environment',
            {
              relation: 'contracts',
              select: ['id', 'renewal_date'],
              where: { field: 'status', op: 'not_in', value: ['superseded', 'expired', 'terminated'] },
              limit: 200,
            },
            { relation: 'objectives', select: ['name'], limit: 200 },
            { relation: 'team', select: [{ relation: 'user', select: ['id'] }], limit: 200 },
          ],
          where: { field: 'id', op: 'is', value: account },
          limit: 1,
        }),
  ])
  const contacts = new Map(
    people.flatMap((named, i) => {
      const same = found.filter((one) => one.email === named.email && isSame('contact', named, one))
      return same[0] ? [[i, same[0].id] as const] : []
    }),
  )
  const links =
    account === null || contacts.size === 0
      ? []
      : await rows<{ id: string; roles: string[] | null; contact: string }>({
          from: 'account_contact',
          select: ['id', 'roles', 'contact'],
          where: {
            all: [
              { field: 'account', op: 'is', value: account },
              { field: 'contact', op: 'in', value: [...contacts.values()] },
            ],
          },
          limit: 100,
        })
  const [known] = accounts
  return {
    contacts,
    links: new Map(links.map(({ contact, ...link }) => [contact, link])),
    contracts: known?.contracts ?? [],
    objectives: new Set((known?.objectives ?? []).map(({ name }) => fold(name))),
    hasEnvironment: Boolean(known?.technical_environment),
    team: new Set((known?.team ?? []).flatMap(({ user }) => user?.id ?? [])),
    language: users[0]?.language ?? null,
  }
}
