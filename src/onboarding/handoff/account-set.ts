// What accepting a handoff makes of an account: the account itself, its contract, people, objectives, tasks and a note, as the parts
// of one change set. What is there already is completed; nothing is made twice.
import { fold, type Language } from '../../../dictionary/index.ts'
import { isFreeMail } from '../../matching/index.ts'
import type { Change, Part, SourceKey } from '../../records/index.ts'
import { linesOf, readLine, saysNone } from './lines.ts'
import { type Named, type Present, peopleIn } from './present.ts'
import type { Handoff } from './record.ts'
import { acceptedNote, kickoffTask, languageOf, onboardingOf, promisedBefore, usefulnessTask } from './words.ts'

type Made = Change & { called?: string }

type Making = {
  handoff: Handoff
  present: Present
  people: readonly Named[]
  language: Language
  now: Date
  today: string
  /** Who accepts. */
  by: string | null
}

/** The parts in an order in which each points only at earlier ones. */
export function accountSet(handoff: Handoff, present: Present, { by, now }: { by: string | null; now: Date }): Part[] {
  const making: Making = {
    handoff,
    present,
    people: peopleIn(handoff),
    language: languageOf(present.language),
    now,
    today: now.toISOString().slice(0, 10),
    by,
  }
  return [
    { object: 'account', changes: [accountIn(making)] },
    { object: 'contact', changes: contactsIn(making) },
    { object: 'account_contact', changes: linksIn(making) },
    { object: 'contract', changes: [contractIn(making)] },
    { object: 'account_team_member', changes: sellerIn(making) },
    { object: 'objective', changes: objectivesIn(making) },
    { object: 'task', changes: tasksIn(making) },
    { object: 'onboarding', changes: [onboardingIn(making)] },
    { object: 'interaction', changes: [noteIn(making)] },
    { object: 'handoff', changes: [stepIn(making)] },
  ]
}

const account = { called: 'account' }

function accountIn({ handoff, present, people }: Making): Made {
  const values = filled({
    type: 'customer',
    lifecycle_stage: 'onboarding',
    owner: handoff.csm,
    arr: handoff.arr,
    renewal_date: handoff.renewal_date,
    contract_start: handoff.starts_on,
    technical_environment: present.hasEnvironment ? null : handoff.integrations,
  })
  return handoff.account === null
    ? { verb: 'create', ...account, values: { name: handoff.customer, ...domainsIn(people), ...values } }
    : { verb: 'update', ...account, ...typed(handoff.account), values }
}

const contactsIn = ({ handoff, present, people }: Making): Made[] =>
  people.flatMap(({ name, email }, i) =>
    present.contacts.has(i)
      ? []
      : [
          {
            verb: 'upsert',
            called: `person ${i}`,
            source: ofHandoff(handoff, `person ${i}`),
            values: filled({ name, email, relationship_owner: handoff.csm }),
          },
        ],
  )

const personAt = ({ present }: Making, i: number) => present.contacts.get(i) ?? { called: `person ${i}` }

const linksIn = (making: Making): Made[] =>
  making.people.map(({ roles, isPrimary }, i) => {
    const { handoff, present, today } = making
    const known = present.links.get(present.contacts.get(i) ?? '')
    const all = [...new Set([...(known?.roles ?? []), ...roles])]
    const values = filled({ roles: all.length > 0 ? all : null, is_primary: isPrimary || null, is_current: true })
    return known
      ? { verb: 'update', ...typed(known.id), values }
      : {
          verb: 'upsert',
          source: ofHandoff(handoff, `link ${i}`),
          values: { account, contact: personAt(making, i), since: today, ...values },
        }
  })

/** A contract of the account that runs to the same day is the one that was signed. */
function contractIn(making: Making): Made {
  const { handoff, present, people, today } = making
  const billing = people.findIndex(({ isBilling }) => isBilling)
  const same = present.contracts.find((contract) => contract.renewal_date === handoff.renewal_date)
  const values = filled({
    arr: handoff.arr,
    renewal_date: handoff.renewal_date,
    starts_on: handoff.starts_on,
    special_terms: handoff.terms,
    billing_contact: billing < 0 ? null : personAt(making, billing),
  })
  if (same) return { verb: 'update', called: 'contract', ...typed(same.id), values }
  const isRunning = handoff.starts_on === null || handoff.starts_on <= today
  const name = `${handoff.customer} ${(handoff.starts_on ?? today).slice(0, 4)}`
  return {
    verb: 'upsert',
    called: 'contract',
    source: ofHandoff(handoff, 'contract'),
    values: { account, name, status: isRunning ? 'active' : 'signed', ...values },
  }
}

const sellerIn = ({ handoff, present }: Making): Made[] =>
  handoff.sales_owner === null || present.team.has(handoff.sales_owner)
    ? []
    : [
        {
          verb: 'upsert',
          source: ofHandoff(handoff, 'seller'),
          values: { account, user: handoff.sales_owner, role: 'account_executive' },
        },
      ]

const objectivesIn = ({ handoff, present }: Making): Made[] =>
  [
    ...linesOf(handoff.use_case).map((line) => ({ kind: 'use_case', ...readLine(line) })),
    ...linesOf(handoff.success_criteria).map((line) => ({ kind: 'success_criterion', ...readLine(line) })),
  ]
    .filter(({ text }) => !present.objectives.has(fold(text)))
    .map(({ kind, text, baseline, target, dueOn }, i) => ({
      verb: 'upsert',
      source: ofHandoff(handoff, `objective ${i}`),
      values: filled({
        account,
        kind,
        name: text,
        baseline,
        target,
        due_on: dueOn,
        status: 'not_started',
        owner: handoff.csm,
      }),
    }))

function tasksIn({ handoff, language, now }: Making): Made[] {
  const task = (what: string, name: string, dueOn: string, more: Record<string, unknown> = {}): Made => ({
    verb: 'upsert',
    source: ofHandoff(handoff, what),
    values: filled({ account, name, due_on: dueOn, status: 'open', owner: handoff.csm, ...more }),
  })
  const promised = linesOf(handoff.promises)
  return [
    task('kickoff', kickoffTask(handoff.customer)[language], handoff.kickoff_on ?? dayAfter(now, kickoffDays)),
    ...(saysNone(promised) ? [] : promised.map(readLine)).map(({ text, dueOn }, i) =>
      task(`promise ${i}`, text, dueOn ?? dayAfter(now, promiseDays), {
        priority: 'high',
        details: promisedBefore[language],
      }),
    ),
    task(ratingTask, usefulnessTask(handoff.customer)[language], dayAfter(now, ratingDays)),
  ]
}

const onboardingIn = ({ handoff, language, today }: Making): Made => ({
  verb: 'upsert',
  called: 'onboarding',
  source: ofHandoff(handoff, 'onboarding'),
  values: filled({
    account,
    name: onboardingOf(handoff.customer)[language],
    owner: handoff.csm,
    begun_on: today,
  }),
})

/** What the account's timeline says of it. */
function noteIn({ handoff, language, now, by }: Making): Made {
  const said = [handoff.risks, handoff.notes].filter(Boolean).join('\n\n')
  return {
    verb: 'upsert',
    source: ofHandoff(handoff, 'accepted'),
    values: filled({
      account,
      kind: 'note',
      happened_at: now.toISOString(),
      logged_at: now.toISOString(),
      author: by,
      subject: acceptedNote(handoff.customer)[language],
      notes: said === '' ? null : said,
      promised: saysNone(linesOf(handoff.promises)) ? null : handoff.promises,
    }),
  }
}

const stepIn = (making: Making): Made => {
  const { handoff, now, by, people } = making
  const primary = people.findIndex(({ isPrimary }) => isPrimary)
  return {
    verb: 'update',
    id: handoff.id,
    version: handoff.version,
    values: filled({
      account,
      contract: { called: 'contract' },
      contact: personAt(making, primary),
      accepted_at: now.toISOString(),
      accepted_by: by,
    }),
  }
}

/** The task in which the CSM is asked how useful the handoff was. */
export const ratingTask = 'usefulness'

/** The name of a record that a handoff made; made again, it is the same one. People filled in the form, so it is their word. */
export const ofHandoff = ({ id }: Pick<Handoff, 'id'>, what: string): SourceKey => ({
  system: 'hand',
  localId: `handoff:${id}:${what}`,
})

/** A record that is there, and what people say of it. */
export const typed = (id: string): { id: string; source: SourceKey } => ({
  id,
  source: { system: 'hand', localId: id },
})

const filled = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

/** What is customary where nobody named a day. */
const kickoffDays = 14
const promiseDays = 30
/** When the CSM is asked how useful the handoff was. */
const ratingDays = 90

const dayAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** The domain of the primary contact is the company's, unless it is a free mailbox. */
function domainsIn(people: readonly Named[]): { domains?: string[] } {
  const domain = people.find(({ isPrimary }) => isPrimary)?.email?.split('@')[1]
  return domain && !isFreeMail(domain) ? { domains: [domain] } : {}
}
