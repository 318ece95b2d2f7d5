// A handoff as the room reads it, and who may take which step of it.
import { type Money, manifest } from '../../../dictionary/index.ts'
import type { Actor, Verb } from '../../access/index.ts'
import { type Deed, Failure, type Fault, faultOf, isId } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'

export type Handoff = {
  id: string
  version: number
  customer: string
  account: string | null
  opportunity: string | null
  arr: Money | null
  starts_on: string | null
  renewal_date: string | null
  terms: string | null
  csm: string | null
  sales_owner: string | null
  primary_name: string | null
  primary_email: string | null
  primary_role: string | null
  sponsor_name: string | null
  sponsor_email: string | null
  billing_name: string | null
  billing_email: string | null
  technical_name: string | null
  technical_email: string | null
  use_case: string | null
  success_criteria: string | null
  promises: string | null
  risks: string | null
  integrations: string | null
  kickoff_on: string | null
  notes: string | null
  state: 'draft' | 'submitted' | 'returned' | 'accepted'
  first_submitted_at: string | null
  times_returned: number | null
}

const declared = manifest.objects.get('handoff')
const fields = [...(declared?.fields.keys() ?? [])]

/** The product itself, which carries out what a person has decided; the person was asked for their right to it before. */
export const program = (actor: Actor, because: string): Actor => ({
  kind: 'job',
  workspace: actor.workspace,
  id: 'handoff',
  via: actor.via,
  because,
})

/** The handoff whole, once the actor is known to have this right to it. Errors: record_unavailable, not_allowed. */
export async function handoffFor(records: Records, actor: Actor, id: string, verb: Verb, step: Deed): Promise<Handoff> {
  if (!(await isAmong(records, actor, id, verb))) {
    if (!(await isAmong(records, actor, id, 'list'))) throw new Failure('record_unavailable', { object: 'handoff', id })
    throw new Failure('not_allowed', { verb: step, object: 'handoff' })
  }
  const { data } = await records.ask(program(actor, `${step} a handoff`), {
    from: 'handoff',
    select: [...fields, 'version'],
    where: { field: 'id', op: 'is', value: id },
    limit: 1,
  })
  const [handoff] = JSON.parse(data) as Handoff[] // as selected
  if (!handoff) throw new Failure('record_unavailable', { object: 'handoff', id })
  return handoff
}

/** Whether the record is among those for which the actor has the right. */
export async function isAmong(records: Records, actor: Actor, id: string, verb: Verb): Promise<boolean> {
  if (!isId(id)) return false
  try {
    const question = { from: 'handoff', select: ['id'], where: { field: 'id', op: 'is', value: id }, limit: 1 }
    return (await records.ask(actor, question, verb)).data !== '[]'
  } catch (error) {
    // Without the right to any, there is no such thing to ask for.
    if (error instanceof Failure && error.code === 'object_unavailable') return false
    throw error
  }
}

/** What is still to be filled in before it can be submitted or accepted, in the sentences of the declaration. */
export function missingIn(handoff: Readonly<Record<string, unknown>>): Fault[] {
  const complete = { ...handoff, submitted_at: 'now', returned_at: null }
  return (declared?.rules ?? []).flatMap((rule) =>
    rule.holds(complete) ? [] : [faultOf(rule.code, rule.fields[0] ?? null, rule.say)],
  )
}
