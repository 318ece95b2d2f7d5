// Beginning an onboarding by hand, and ticking what the data does not show.
import type { Actor } from '../../access/index.ts'
import { type Clock, Failure } from '../../platform/index.ts'
import type { Outcome, Records } from '../../records/index.ts'
import { languageOf, onboardingOf } from '../handoff/words.ts'
import { type Checklist, checklist } from './checklist.ts'
import { completeWhatIsDone } from './complete.ts'
import type { Item } from './items.ts'

type Working = { records: Records; clock: Clock }

export type OnboardingOrder = { account: string; owner?: string; due_on?: string; name?: string }
export type OnboardingBegun = { id: string; outcome: 'created' | 'known'; act: string | null }

/** One at a time for an account: the open one is answered where there is one. Errors: record_unavailable, not_allowed, record_refused. */
export async function beginOnboarding(
  { records, clock }: Working,
  actor: Actor,
  { account, owner, due_on, name }: OnboardingOrder,
): Promise<OnboardingBegun> {
  const { userId } = await records.book.of(actor)
  const open = await records.ask(actor, {
    from: 'onboarding',
    select: ['id'],
    where: {
      all: [
        { field: 'account', op: 'is', value: account },
        { field: 'completed_on', op: 'empty' },
      ],
    },
    limit: 1,
  })
  const [known] = JSON.parse(open.data) as { id: string }[] // as selected
  if (known) return { id: known.id, outcome: 'known', act: null }
  const { data } = await records.ask(actor, {
    from: 'account',
    select: ['name'],
    where: { field: 'id', op: 'is', value: account },
  })
  const [customer] = JSON.parse(data) as { name: string }[] // as selected
  if (!customer) throw new Failure('record_unavailable', { object: 'account', id: account })
  const { act, results } = await records.change(actor, 'onboarding', [
    {
      verb: 'create',
      values: {
        account,
        name: name ?? onboardingOf(customer.name)[languageOf(null)],
        owner: owner ?? userId,
        begun_on: clock().toISOString().slice(0, 10),
        due_on: due_on ?? null,
      },
    },
  ])
  return { id: written(results[0]).id, outcome: 'created', act }
}

/** `isDone: false` takes a tick back; what the data shows stays done. Errors: record_unavailable, not_allowed, record_refused. */
export async function tick(
  working: Working,
  actor: Actor,
  id: string,
  { item, isDone = true, note }: { item: Item; isDone?: boolean; note?: string },
): Promise<Checklist & { act: string | null }> {
  const { records, clock } = working
  const { userId, source } = await records.book.of(actor)
  await checklist(working, actor, id) // there, and in sight
  const { act, results } = await records.change(actor, 'onboarding_step', [
    {
      verb: 'upsert',
      source: { system: source, localId: `onboarding:${id}:${item}` },
      values: {
        onboarding: id,
        item,
        done_on: isDone ? clock().toISOString().slice(0, 10) : null,
        done_by: isDone ? userId : null,
        note: note ?? null,
      },
    },
  ])
  written(results[0])
  await completeWhatIsDone(working, {
    kind: 'job',
    workspace: actor.workspace,
    id: 'onboarding',
    via: actor.via,
    because: 'the last item of its checklist was ticked',
  })
  return { ...(await checklist(working, actor, id)), act }
}

function written(outcome: Outcome | undefined): { id: string } {
  if (outcome && 'version' in outcome) return outcome
  throw new Failure('record_refused', { faults: outcome?.outcome === 'refused' ? outcome.faults : [] })
}
