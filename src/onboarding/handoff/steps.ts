// The steps of a handoff between sales and customer success. The person is asked for their right to the step; the product carries it
// out, for nobody writes a step by hand.
import type { Actor } from '../../access/index.ts'
import { type Clock, type Deed, Failure } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { refusalOf } from './accept.ts'
import { ofHandoff, ratingTask, typed } from './account-set.ts'
import { type Handoff, handoffFor, missingIn, program } from './record.ts'

type Working = { records: Records; clock: Clock }
export type Stepped = { id: string; act: string | null; version: number; state: Handoff['state'] }

/** Sales calls it complete. Errors: record_unavailable, not_allowed, wrong_step, handoff_incomplete with every field that is missing. */
export async function submit(working: Working, actor: Actor, id: string): Promise<Stepped> {
  const handoff = await handoffFor(working.records, actor, id, 'update', 'submit')
  if (handoff.state !== 'draft' && handoff.state !== 'returned') throw wrong(handoff, 'submit')
  const missing = missingIn(handoff)
  if (missing.length > 0) throw new Failure('handoff_incomplete', { missing })
  const now = working.clock().toISOString()
  return step(working, actor, handoff, 'submitted', ({ userId }) => ({
    submitted_at: now,
    first_submitted_at: handoff.first_submitted_at ?? now,
    submitted_by: userId,
    returned_at: null,
  }))
}

/** Customer success sends it back and says why. Errors: record_unavailable, not_allowed, wrong_step. */
export async function giveBack(
  working: Working,
  actor: Actor,
  id: string,
  { reasons }: { reasons: string },
): Promise<Stepped> {
  const handoff = await handoffFor(working.records, actor, id, 'accept', 'return')
  if (handoff.state !== 'submitted') throw wrong(handoff, 'return')
  return step(working, actor, handoff, 'returned', ({ userId }) => ({
    returned_at: working.clock().toISOString(),
    returned_by: userId,
    return_reasons: reasons,
    times_returned: (handoff.times_returned ?? 0) + 1,
  }))
}

export type Rating = { usefulness: number; note?: string }

/** The CSM says how useful it was, which also finishes the task that asked. Errors: record_unavailable, not_allowed, wrong_step. */
export async function rate(
  { records, clock }: Working,
  actor: Actor,
  id: string,
  { usefulness, note }: Rating,
): Promise<Stepped> {
  const handoff = await handoffFor(records, actor, id, 'accept', 'rate')
  if (handoff.state !== 'accepted') throw wrong(handoff, 'rate')
  const acting = program(actor, `the handoff of ${handoff.customer} was rated`)
  const now = clock().toISOString()
  const source = ofHandoff(handoff, ratingTask)
  const asked = [...(await records.resolve(acting, 'task', [source])).values()]
  const { act, results } = await records.changeSet(acting, [
    {
      object: 'handoff',
      changes: [
        {
          verb: 'update',
          id,
          version: handoff.version,
          values: { usefulness, usefulness_note: note ?? null, rated_at: now },
        },
      ],
    },
    {
      object: 'task',
      changes: asked.map((task) => ({
        verb: 'update',
        ...typed(task),
        values: { status: 'done', done_on: now.slice(0, 10) },
      })),
    },
  ])
  const outcome = results[0]?.outcome
  if (!act || !outcome || !('version' in outcome)) throw refusalOf(handoff, outcome)
  return { id, act, version: outcome.version, state: 'accepted' }
}

async function step(
  { records }: Working,
  actor: Actor,
  handoff: Handoff,
  state: Handoff['state'],
  valuesOf: (by: { userId: string | null }) => Record<string, unknown>,
): Promise<Stepped> {
  const acting = program(actor, `the handoff of ${handoff.customer} was ${state}`)
  const values = valuesOf(await records.book.of(actor))
  const { act, results } = await records.change(acting, 'handoff', [
    { verb: 'update', id: handoff.id, version: handoff.version, values },
  ])
  const [outcome] = results
  if (!outcome || !('version' in outcome)) throw refusalOf(handoff, outcome)
  return { id: handoff.id, act, version: outcome.version, state }
}

const wrong = ({ state }: Handoff, step: Deed) => new Failure('wrong_step', { object: 'handoff', state, step })
