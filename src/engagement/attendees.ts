// Who took part: people are named by id, or by name and e-mail address as an invitation has them, and are found among our colleagues
// and the contacts the actor may see. An address that could be several people is a question, never the first hit.
import { fieldType, words } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import { isSame } from '../matching/index.ts'
import { Failure } from '../platform/index.ts'
import type { Records } from '../records/index.ts'

export type Attendee = {
  contact?: string
  user?: string
  name?: string
  email?: string
  /** For somebody new. */
  title?: string
  phone?: string
  /** The parts they play at the account, of the list `contact_role`. */
  roles?: readonly string[]
  attended?: boolean
}

export type Person =
  | { kind: 'contact'; id: string; name: string | null }
  | { kind: 'user'; id: string; name: string | null }
  | { kind: 'new' }

type Row = { id: string; name: string | null; email: string | null; accounts?: { account: string }[] }

/** Each attendee, in their order, in two questions however many they are. Errors: possible_duplicate. */
export async function recognisePeople(
  records: Records,
  actor: Actor,
  account: string,
  attendees: readonly Attendee[],
): Promise<Person[]> {
  const emails = attendees.flatMap((each) =>
    !each.contact && !each.user && each.email ? (addressIn(each.email) ?? []) : [],
  )
  const ids = (kind: 'contact' | 'user') => attendees.flatMap((each) => each[kind] ?? [])
  const [contacts, users] = await Promise.all([
    rowsOf(records, actor, 'contact', ids('contact'), emails, [
      'id',
      'name',
      'email',
      { relation: 'accounts', select: ['account'], where: { field: 'account', op: 'is', value: account } },
    ]),
    rowsOf(records, actor, 'user', ids('user'), emails, ['id', 'name', 'email']),
  ])
  return attendees.map((attendee): Person => {
    if (attendee.contact)
      return {
        kind: 'contact',
        id: attendee.contact,
        name: nameIn(contacts, attendee.contact) ?? attendee.name ?? null,
      }
    if (attendee.user)
      return { kind: 'user', id: attendee.user, name: nameIn(users, attendee.user) ?? attendee.name ?? null }
    const email = addressIn(attendee.email)
    const colleague = users.find((user) => email && user.email === email)
    if (colleague) return { kind: 'user', id: colleague.id, name: colleague.name }
    const same = contacts.filter(
      (contact) =>
        email &&
        contact.email === email &&
        (!attendee.name || isSame('contact', { name: attendee.name, email }, contact)),
    )
    const here = same.filter((contact) => (contact.accounts ?? []).length > 0)
    const [one, ...others] = here.length > 0 ? here : same
    if (others.length > 0)
      throw new Failure('possible_duplicate', {
        object: 'contact',
        candidates: same.map(({ id, name }) => ({ id, title: name })),
      })
    return one ? { kind: 'contact', id: one.id, name: one.name } : { kind: 'new' }
  })
}

/** As we keep it; null for what is no address, which the door will say when it is written. */
function addressIn(given: string | undefined): string | null {
  const read = fieldType({ type: 'email' }).parse(given, {
    name: 'email',
    label: words('E-mail', 'Correo', 'E-mail', 'E-mel'),
  })
  return 'value' in read && typeof read.value === 'string' ? read.value : null
}

const nameIn = (rows: readonly Row[], id: string): string | null => rows.find((row) => row.id === id)?.name ?? null

async function rowsOf(
  records: Records,
  actor: Actor,
  from: 'contact' | 'user',
  ids: readonly string[],
  emails: readonly string[],
  select: readonly unknown[],
): Promise<Row[]> {
  const any = [
    ...(ids.length > 0 ? [{ field: 'id', op: 'in', value: ids }] : []),
    ...(emails.length > 0 ? [{ field: 'email', op: 'in', value: emails }] : []),
  ]
  if (any.length === 0) return []
  const { data } = await records.ask(actor, { from, select, where: { any }, limit: 1_000 })
  return JSON.parse(data) // as selected
}
