// Somebody met in a meeting or a ticket, made a contact of the account on the spot.
import { type Actor, grantsFor } from '../access/index.ts'
import { Failure } from '../platform/index.ts'
import type { Part, Records } from '../records/index.ts'
import { type Attendee, recognisePeople } from './attendees.ts'
import { filled, idCalled, refusalOf } from './capture.ts'

export type Met = Omit<Attendee, 'contact' | 'user' | 'attended'> & {
  account: string
  /** The exchange they took part in, or the ticket they wrote in. */
  interaction?: string
  ticket?: string
  allowDuplicate?: boolean
}

export type MetContact = { act: string | null; contact: string; outcome: 'known' | 'created' }

/** Errors: object_unavailable, record_unavailable, not_allowed, possible_duplicate, record_refused. */
export async function captureContact(
  records: Records,
  actor: Actor,
  met: Met,
  repeat: { idempotencyKey?: string } = {},
): Promise<MetContact> {
  const { account, interaction, ticket, allowDuplicate, ...attendee } = met
  const access = await records.book.of(actor)
  const [person] = await recognisePeople(records, actor, account, [attendee])
  if (person?.kind === 'user')
    throw new Failure('possible_duplicate', { object: 'user', candidates: [{ id: person.id, title: person.name }] })
  const { name, email, title, phone, roles } = attendee
  const known = person?.kind === 'contact' ? person.id : null
  const knownAs = person?.kind === 'contact' ? person.name : null
  const contact = known ?? { called: 'person 0' }
  const [isLinked, isThere, requester] = await Promise.all([
    known ? isKnown(records, actor, 'account_contact', { account, contact: known }) : false,
    known && interaction ? isKnown(records, actor, 'attendance', { interaction, contact: known }) : false,
    ticket ? requesterOf(records, actor, ticket) : null,
  ])
  // Who may write to the ticket names its author; others leave it to the reason of the act.
  const mayName = ticket && requester === null && grantsFor(access, 'ticket', 'update').length > 0
  const parts: Part[] = [
    {
      object: 'contact',
      changes: known
        ? []
        : [
            {
              verb: 'create',
              called: 'person 0',
              values: filled({ name, email, title, phone, relationship_owner: access.userId }),
              ...(allowDuplicate ? { allowDuplicate } : {}),
            },
          ],
    },
    {
      object: 'account_contact',
      changes: isLinked ? [] : [{ verb: 'create', values: filled({ account, contact, roles, is_current: true }) }],
    },
    {
      object: 'attendance',
      changes:
        interaction && !isThere
          ? [{ verb: 'create', values: filled({ interaction, contact, name: name ?? knownAs, email, attended: true }) }]
          : [],
    },
    { object: 'ticket', changes: mayName ? [{ verb: 'update', id: ticket, values: { requester: contact } }] : [] },
  ]
  const because = ticket ? `met in ticket ${ticket}` : interaction ? `met in interaction ${interaction}` : undefined
  const done = await records.changeSet(actor, parts, { ...repeat, isKeyEnough: true, ...(because ? { because } : {}) })
  if (done.results.some(({ outcome }) => !('version' in outcome))) throw refusalOf(done)
  return { act: done.act, contact: known ?? idCalled(done, 'person 0'), outcome: known ? 'known' : 'created' }
}

async function isKnown(records: Records, actor: Actor, from: string, of: Record<string, string>): Promise<boolean> {
  const all = Object.entries(of).map(([field, value]) => ({ field, op: 'is', value }))
  return (await records.ask(actor, { from, select: ['id'], where: { all }, limit: 1 })).data !== '[]'
}

async function requesterOf(records: Records, actor: Actor, ticket: string): Promise<string | null> {
  const where = { field: 'id', op: 'is', value: ticket }
  const { data } = await records.ask(actor, { from: 'ticket', select: ['requester'], where, limit: 1 })
  const [row] = JSON.parse(data) as { requester: string | null }[] // as selected
  if (!row) throw new Failure('record_unavailable', { object: 'ticket', id: ticket })
  return row.requester
}
