// Beginning a handoff: a draft for the deal, filled with what is known. There is one for each deal, whoever begins it and how often.
import type { Actor } from '../../access/index.ts'
import { grantsFor, readableField } from '../../access/index.ts'
import { Failure, type Fault, isId } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { listed } from './evidence.ts'
import { type Deal, type Evidence, type Known, knownOf } from './known.ts'
import { handoffFor, isAmong, missingIn } from './record.ts'

export type Begun = { id: string; outcome: 'created' | 'known'; act: string | null }
export type Beginning = Deal & { customer?: string }

/** Errors: record_unavailable, not_allowed, record_refused (a customer without a name). */
export async function begin(records: Records, actor: Actor, order: Beginning): Promise<Begun> {
  const existing = order.opportunity ? await handoffOf(records, actor, order.opportunity) : null
  if (existing) return { id: existing, outcome: 'known', act: null }
  const known = await knownOf(records, actor, order)
  const access = await records.book.of(actor)
  const values: Record<string, unknown> = {
    ...prefill(known.evidence),
    ...(order.customer ? { customer: order.customer } : {}),
    ...(known.account ? { account: known.account } : {}),
    ...(order.opportunity ? { opportunity: order.opportunity } : {}),
  }
  const grants = grantsFor(access, 'handoff', 'create')
  const writable = Object.entries(values).filter(([name]) => {
    const field = access.manifest.objects.get('handoff')?.fields.get(name)
    return field && grants.some((grant) => grant.write.includes(field.sensitivity))
  })
  const { act, results } = await records.change(actor, 'handoff', [
    order.opportunity
      ? {
          verb: 'upsert',
          source: { system: access.source, localId: `handoff of ${order.opportunity}` },
          values: Object.fromEntries(writable),
        }
      : { verb: 'create', values: Object.fromEntries(writable) },
  ])
  const [outcome] = results
  if (!outcome || !('version' in outcome))
    throw new Failure('record_refused', { faults: outcome?.outcome === 'refused' ? outcome.faults : [] })
  return { id: outcome.id, outcome: 'created', act }
}

async function handoffOf(records: Records, actor: Actor, opportunity: string): Promise<string | null> {
  if (!isId(opportunity)) throw new Failure('record_unavailable', { object: 'opportunity', id: opportunity })
  const { data } = await records.ask(actor, {
    from: 'handoff',
    select: ['id'],
    where: { field: 'opportunity', op: 'is', value: opportunity },
    order: [{ field: 'created_at' }],
    limit: 1,
  })
  const [known] = JSON.parse(data) as { id: string }[] // as selected
  return known?.id ?? null
}

/** The best value of each field; of lists, all that is known. */
function prefill(evidence: readonly Evidence[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { field, value } of evidence) {
    if (!(field in values)) values[field] = value
    else if (listed.has(field)) values[field] = `${values[field]}\n${value}`
  }
  return values
}

export type Form = {
  handoff: Record<string, unknown>
  /** What keeps it from being submitted, a sentence for each field. */
  missing: readonly Fault[]
  /** For each field, what is known of it and from where; `agrees` says whether the form says the same. */
  known: Readonly<Record<string, readonly (Omit<Evidence, 'field'> & { agrees: boolean })[]>>
  may: { change: boolean; submit: boolean; accept: boolean; return: boolean; rate: boolean }
}

/** A handoff as its form shows it. Errors: record_unavailable. */
export async function form(records: Records, actor: Actor, id: string): Promise<Form> {
  const whole = await handoffFor(records, actor, id, 'list', 'read')
  const access = await records.book.of(actor)
  const isReadable = (name: string) => readableField(access, 'handoff', name, 'list') !== null
  const names = [...(access.manifest.objects.get('handoff')?.fields.keys() ?? [])].filter(isReadable)
  const { data } = await records.ask(actor, {
    from: 'handoff',
    select: ['id', 'version', ...names],
    where: { field: 'id', op: 'is', value: id },
  })
  const [handoff] = JSON.parse(data) as Record<string, unknown>[] // as selected
  if (!handoff) throw new Failure('record_unavailable', { object: 'handoff', id })
  const [known, mayUpdate, mayAccept] = await Promise.all([
    knownIfAny(records, actor, whole),
    isAmong(records, actor, id, 'update'),
    isAmong(records, actor, id, 'accept'),
  ])
  const shown = known.evidence.filter(({ field }) => isReadable(field))
  return {
    handoff,
    missing: missingIn(whole).filter(({ field }) => field !== null && isReadable(field)),
    known: Object.fromEntries(
      [...Map.groupBy(shown, ({ field }) => field)].map(([field, some]) => [
        field,
        some.map(({ field: _, ...each }) => ({ ...each, agrees: agrees(handoff[field], each.value) })),
      ]),
    ),
    may: {
      change: mayUpdate,
      submit: mayUpdate && (whole.state === 'draft' || whole.state === 'returned'),
      accept: mayAccept && whole.state === 'submitted',
      return: mayAccept && whole.state === 'submitted',
      rate: mayAccept && whole.state === 'accepted',
    },
  }
}

/** The deal or the account may be out of the reader's sight; the handoff is not. */
async function knownIfAny(records: Records, actor: Actor, deal: Deal): Promise<Known> {
  try {
    return await knownOf(records, actor, deal)
  } catch (error) {
    const isHidden = error instanceof Failure && /^(record|object)_unavailable$/.test(error.code)
    if (!isHidden) throw error
    return { account: null, evidence: [] }
  }
}

const agrees = (given: unknown, known: unknown): boolean =>
  typeof given === 'string' && typeof known === 'string'
    ? given.includes(known)
    : JSON.stringify(given) === JSON.stringify(known)
