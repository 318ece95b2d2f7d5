// Accepting a handoff: the customer is taken over, and the account set is there, in one change set that can be undone.
import type { Actor } from '../../access/index.ts'
import { type Clock, Failure } from '../../platform/index.ts'
import type { Outcome, Part, Records, SetResult } from '../../records/index.ts'
import { accountSet } from './account-set.ts'
import { presentOf } from './present.ts'
import { type Handoff, handoffFor, missingIn, program } from './record.ts'

export type Accepted = {
  id: string
  /** The change set: what undo takes. */
  act: string
  account: string
  contract: string
  onboarding: string
  /** What became of each record. */
  made: readonly { object: string; id: string; outcome: string; held?: readonly string[] }[]
}

/**
 * Errors: record_unavailable, not_allowed, wrong_step, handoff_incomplete, possible_duplicate (of an account the actor may see; name
 * it as the handoff's account), stale_version, record_refused.
 */
export async function accept(
  { records, clock }: { records: Records; clock: Clock },
  actor: Actor,
  id: string,
): Promise<Accepted> {
  const handoff = await handoffFor(records, actor, id, 'accept', 'accept')
  if (handoff.state === 'accepted')
    throw new Failure('wrong_step', { object: 'handoff', state: handoff.state, step: 'accept' })
  const missing = missingIn(handoff)
  if (missing.length > 0) throw new Failure('handoff_incomplete', { missing })
  if (handoff.state !== 'submitted')
    throw new Failure('wrong_step', { object: 'handoff', state: handoff.state, step: 'accept' })
  const acting = program(actor, `the handoff of ${handoff.customer} was accepted`)
  const { userId } = await records.book.of(actor)
  const present = await presentOf(records, acting, handoff)
  const parts = accountSet(handoff, present, { by: userId, now: clock() })
  const done = await records.changeSet(acting, parts)
  return acceptedBy(handoff, done.act ? done : await despiteHidden(records, actor, acting, parts, handoff, done))
}

/** A customer that looks like an account nobody but others may see is a new one, as it is for whoever creates an account. */
async function despiteHidden(
  records: Records,
  actor: Actor,
  acting: Actor,
  parts: readonly Part[],
  handoff: Handoff,
  { results }: SetResult,
): Promise<SetResult> {
  const refused = results.find(({ outcome }) => !('version' in outcome))
  if (refused?.outcome.outcome === 'possible_duplicate') {
    const { candidates } = refused.outcome
    const visible = await records.follow(
      actor,
      refused.object,
      candidates.map((each) => each.id),
    )
    const known = candidates.filter((each) => visible.has(each.id))
    if (known.length > 0) throw new Failure('possible_duplicate', { object: refused.object, candidates: known })
    const again = await records.changeSet(
      acting,
      parts.map((part) => ({ ...part, changes: part.changes.map((each) => ({ ...each, allowDuplicate: true })) })),
    )
    if (again.act) return again
    throw refusalOf(handoff, again.results.at(-1)?.outcome)
  }
  throw refusalOf(handoff, refused?.outcome)
}

export function refusalOf({ version }: Pick<Handoff, 'version'>, outcome: Outcome | undefined): Failure {
  const faults = outcome?.outcome === 'refused' ? outcome.faults : []
  if (faults.some(({ code }) => code === 'stale_version'))
    return new Failure('stale_version', { object: 'handoff', yours: version, ours: version + 1 })
  return new Failure('record_refused', { faults })
}

function acceptedBy(handoff: Handoff, { act, results }: SetResult): Accepted {
  const made = results.flatMap(({ object, outcome }) =>
    'version' in outcome
      ? [
          {
            object,
            id: outcome.id,
            outcome: outcome.outcome,
            ...('held' in outcome && outcome.held ? { held: outcome.held } : {}),
          },
        ]
      : [],
  )
  const idOf = (object: string) => made.find((each) => each.object === object)?.id ?? ''
  return {
    id: handoff.id,
    act: act ?? '',
    account: idOf('account'),
    contract: idOf('contract'),
    onboarding: idOf('onboarding'),
    made,
  }
}
