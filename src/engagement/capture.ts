// Quick capture: what was said in a call, a meeting or an e-mail, who was there and what is to be done, written down in one go. It is
// one change set, so it can be taken back whole.
import type { Actor } from '../access/index.ts'
import { type Clock, Failure, type Fault } from '../platform/index.ts'
import type { Change, Part, Records, SetResult } from '../records/index.ts'
import { type Attendee, type Person, recognisePeople } from './attendees.ts'

export type ActionItem = {
  name: string
  /** A colleague; whoever writes it down, where nobody is named. */
  owner?: string
  due_on?: string
  priority?: string
  details?: string
}

export type Captured = {
  account: string
  kind: string
  direction?: string
  /** Now, where nothing is said. */
  happened_at?: string
  duration_minutes?: number
  subject?: string
  /** What was discussed. */
  notes?: string
  decided?: string
  promised?: string
  concerns?: string
  tone?: string
  attendees?: readonly Attendee[]
  action_items?: readonly ActionItem[]
  /** New people are made although they look like some we have. */
  allowDuplicate?: boolean
}

export type Capture = {
  act: string
  interaction: string
  /** In the order they were given; `outcome` says whether the contact was made here. */
  attendees: readonly { contact?: string; user?: string; outcome: 'known' | 'created' }[]
  tasks: readonly string[]
}

type Working = { records: Records; clock: Clock }
type Called = Change & { called?: string }

/**
 * `repeat` makes it happen once however often it is sent. Errors: object_unavailable, not_allowed, possible_duplicate (of a contact),
 * record_refused, whose faults name the place: `attendees.1.email`, `action_items.0.due_on`.
 */
export async function captureInteraction(
  { records, clock }: Working,
  actor: Actor,
  said: Captured,
  repeat: { idempotencyKey?: string } = {},
): Promise<Capture> {
  const { attendees = [], action_items: items = [] } = said
  const { userId } = await records.book.of(actor)
  const people = await recognisePeople(records, actor, said.account, attendees)
  const parts = [
    interactionIn(said, clock().toISOString(), userId),
    ...newPeople(said, attendees, people, userId),
    attendancesIn(attendees, people),
    {
      object: 'task',
      changes: items.map(({ owner, ...item }, i) => ({
        verb: 'create' as const,
        called: `task ${i}`,
        values: { account: said.account, interaction: it, status: 'open', owner: owner ?? userId, ...item },
      })),
    },
  ]
  const done = await records.changeSet(actor, parts, { ...repeat, isKeyEnough: true })
  if (!done.act) throw refusalOf(done)
  const idOf = (name: string) => idCalled(done, name)
  return {
    act: done.act,
    interaction: idOf('it'),
    attendees: people.map((person, i) =>
      person.kind === 'new'
        ? { contact: idOf(`person ${i}`), outcome: 'created' as const }
        : { [person.kind]: person.id, outcome: 'known' as const },
    ),
    tasks: items.map((_, i) => idOf(`task ${i}`)),
  }
}

const it = { called: 'it' }

function interactionIn(said: Captured, now: string, author: string | null): Part {
  const { account, kind, direction, duration_minutes, subject, notes, decided, promised, concerns, tone } = said
  return {
    object: 'interaction',
    changes: [
      {
        verb: 'create',
        ...it,
        values: filled({
          account,
          kind,
          direction,
          duration_minutes,
          subject: subject ?? firstLine(notes),
          notes,
          decided,
          promised,
          concerns,
          tone,
          happened_at: said.happened_at ?? now,
          // The moment of writing decides whether notes came within 24 hours, so it is not for the writer to say.
          logged_at: now,
          author,
        }),
      },
    ],
  }
}

/** People nobody knew are contacts of the account from now on. */
function newPeople(
  { account, allowDuplicate }: Captured,
  attendees: readonly Attendee[],
  people: readonly Person[],
  userId: string | null,
): Part[] {
  const fresh = people.flatMap((person, i) => {
    const attendee = attendees[i]
    return person.kind === 'new' && attendee ? [{ attendee, called: `person ${i}` }] : []
  })
  return [
    {
      object: 'contact',
      changes: fresh.map(
        ({ attendee: { name, email, title, phone }, called }): Called => ({
          verb: 'create',
          called,
          values: filled({ name, email, title, phone, relationship_owner: userId }),
          ...(allowDuplicate ? { allowDuplicate } : {}),
        }),
      ),
    },
    {
      object: 'account_contact',
      changes: fresh.map(
        ({ attendee: { roles }, called }): Called => ({
          verb: 'create',
          called: `link of ${called}`,
          values: filled({ account, contact: { called }, roles, is_current: true }),
        }),
      ),
    },
  ]
}

function attendancesIn(attendees: readonly Attendee[], people: readonly Person[]): Part {
  return {
    object: 'attendance',
    changes: people.map((person, i): Called => {
      const { name, email, attended = true } = attendees[i] ?? {}
      const who = person.kind === 'new' ? { contact: { called: `person ${i}` } } : { [person.kind]: person.id }
      const called = (person.kind === 'new' ? null : person.name) ?? name ?? email
      return {
        verb: 'create',
        called: `attendance ${i}`,
        values: filled({ interaction: it, ...who, name: called, email, attended }),
      }
    }),
  }
}

export const filled = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

const firstLine = (text: string | undefined): string | undefined => {
  const [line = ''] = (text ?? '').trim().split('\n')
  return line === '' ? undefined : line.length > 120 ? `${line.slice(0, 117)}…` : line
}

export function idCalled({ results }: SetResult, name: string): string {
  const found = results.find(({ called }) => called === name)?.outcome
  return found && 'version' in found ? found.id : ''
}

/** What was refused, in the words of the request: its places instead of ours. */
export function refusalOf({ results }: SetResult): Failure {
  const refused = results.filter(({ outcome }) => !('version' in outcome))
  const double = refused.find(({ outcome }) => outcome.outcome === 'possible_duplicate')
  if (double?.outcome.outcome === 'possible_duplicate')
    return new Failure('possible_duplicate', { object: double.object, candidates: double.outcome.candidates })
  const faults = refused.flatMap(({ called, outcome }): Fault[] =>
    outcome.outcome === 'refused'
      ? outcome.faults.map((fault) => ({ ...fault, field: placeOf(called, fault.field) }))
      : [],
  )
  return new Failure('record_refused', { faults })
}

const places: Readonly<Record<string, string>> = { person: 'attendees', attendance: 'attendees', task: 'action_items' }

function placeOf(called: string | undefined, field: string | null): string | null {
  const [, what = '', i] = /^(?:link of )?(\w+) (\d+)$/.exec(called ?? '') ?? []
  const list = places[what]
  return list === undefined ? field : [list, i, field].filter((each) => each !== null).join('.')
}
