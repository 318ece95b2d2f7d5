// Proposals: anybody who may read a field may say how it should be; who answers for it decides, with a reason, and what is approved
// is applied at once through the workspace's own fields and terms. Nothing proposed is lost.
import {
  faultsOfField,
  type ManifestObject,
  storedTypes,
  type TeamName,
  type Words,
  words,
} from '../../dictionary/index.ts'
import { type Access, type Actor, type Admin, grantsFor, readableField } from '../access/index.ts'
import { changeEntry } from '../ledger/index.ts'
import {
  type Clock,
  Failure,
  type Ids,
  inOneTrip,
  inTheirWords,
  isId,
  type Pool,
  placed,
  type Row,
  sql,
  statement,
  type Told,
  told,
  transact,
} from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { declarationOf, type ProposedChange, readChange, termValue } from './change.ts'
import { isSteward } from './stewards.ts'

export type Governing = { pool: Pool; records: Records; admin: Admin; clock: Clock; ids: Ids }
export const states = ['open', 'approved', 'refused', 'withdrawn'] as const
export type State = (typeof states)[number]

export type Proposal = {
  id: string
  object: string
  field: string | null
  change: ProposedChange
  because: string
  proposedBy: { id: string; name: string | null }
  proposedAt: string
  state: State
  decidedBy: { id: string; name: string | null } | null
  decidedAt: string | null
  decidedBecause: string | null
  isMine: boolean
  /** Whether the reader may approve or refuse it. */
  mayDecide: boolean
}

export type NewProposal = { object: string; field: string | null; change: unknown; because: string }

/** Errors: object_unavailable, field_unavailable, unreadable_request, not_allowed for programs of nobody. */
export async function propose(with_: Governing, actor: Actor, given: NewProposal): Promise<Proposal> {
  const access = await with_.records.rights(actor)
  const change = readChange(given.change)
  const object = objectFor(access, given.object)
  requireField(access, object, given.field, change)
  refuseUnsound(object, given.field, change)
  if (access.userId === null) throw new Failure('not_allowed', { verb: 'propose a change of', object: object.name })
  const at = with_.clock()
  const id = with_.ids.next(at.getTime())
  const w = actor.workspace
  await inOneTrip(with_.pool, w, [
    statement(sql`insert into governance.proposal (workspace_id, id, object, field, kind, change, because, proposed_by, proposed_at, state)
      values (${w}, ${id}, ${object.name}, ${given.field}, ${change.kind}, ${JSON.stringify(change)}, ${given.because}, ${access.userId}, ${at.toISOString()}, 'open')`),
    noted(with_, actor, id, 'proposed', at, given.because),
  ])
  return one(with_, actor, id)
}

/** Those of fields that the reader reads, the latest first. */
export async function proposals(
  with_: Governing,
  actor: Actor,
  { state, object }: { state: State | null; object: string | null },
): Promise<Proposal[]> {
  const [rows = []] = await inOneTrip(with_.pool, actor.workspace, [
    statement(sql`${selected(actor.workspace)} and (${state}::text is null or p.state = ${state}::text) and (${object}::text is null or p.object = ${object}::text)
      order by p.id desc limit 500`),
  ])
  return shown(with_, actor, rows)
}

/** By who answers for the data, or puts the structure in order. Errors: record_unavailable, not_allowed, unreadable_request. */
export async function decide(
  with_: Governing,
  actor: Actor,
  id: string,
  decision: { as: 'approved' | 'refused' | 'withdrawn'; because: string },
): Promise<Proposal> {
  const proposal = await one(with_, actor, id)
  const may = decision.as === 'withdrawn' ? proposal.isMine : proposal.mayDecide
  const { userId } = await with_.records.rights(actor)
  if (!may || userId === null) throw new Failure('not_allowed', { verb: 'decide on', object: 'proposal' })
  const at = with_.clock()
  const w = actor.workspace
  await transact(with_.pool, w, async (tx) => {
    // Held while it is applied, so that it can't be refused meanwhile; applied twice, after a crash, it is the same.
    const [row] = await tx.query(
      statement(sql`select state from governance.proposal where workspace_id = ${w} and id = ${id} for update`),
    )
    // one of the four by the table's check
    if (row?.['state'] !== 'open') throw decidedAlready(row?.['state'] as State)
    if (decision.as === 'approved') await apply(with_, actor, proposal)
    await tx.finish([
      statement(sql`update governance.proposal set state = ${decision.as}, decided_by = ${userId}, decided_at = ${at.toISOString()}, decided_because = ${decision.because}
        where workspace_id = ${w} and id = ${id}`),
      noted(with_, actor, id, decision.as, at, decision.because),
    ])
  })
  return one(with_, actor, id)
}

async function apply({ admin, records }: Governing, actor: Actor, { object, field, change }: Proposal): Promise<void> {
  const { workspace } = actor
  if (change.kind === 'term') {
    const { manifest } = await records.book.of(actor)
    const vocabulary = manifest.objects.get(object)?.fields.get(field ?? '')?.options.vocabulary
    const term = { value: termValue(change), label: change.label, synonyms: change.synonyms }
    if (vocabulary) await admin.addTerms(workspace, [{ vocabulary, term }])
  } else if (change.kind === 'new_field')
    await admin.addField(workspace, { object, name: change.name, declaration: declarationOf(change) })
  else if (field !== null) {
    const { kind: _, ...said } = change
    await admin.changeField(workspace, { object, field, change: said })
  }
}

function objectFor(access: Access, name: string): ManifestObject {
  const object = access.manifest.objects.get(name)
  if (!object || ![...grantsFor(access, name, 'list'), ...grantsFor(access, name, 'measure')].length)
    throw new Failure('object_unavailable', { object: name })
  return object
}

const readsField = (access: Access, object: string, field: string): boolean =>
  (['list', 'measure'] as const).some((verb) => readableField(access, object, field, verb) !== null)

function requireField(access: Access, object: ManifestObject, field: string | null, { kind }: ProposedChange): void {
  if (kind === 'new_field' && field === null) return
  if (field === null || kind === 'new_field')
    throw new Failure('unreadable_request', {
      why: placed(
        'field',
        told(
          words(
            'name the field it is of, or none for a new one',
            'indique el campo del que es, o ninguno para uno nuevo',
            'indique o campo a que se refere, ou nenhum para um novo',
            'namakan medannya, atau tiada bagi yang baharu',
          ),
        ),
      ),
    })
  if (!readsField(access, object.name, field))
    throw new Failure('field_unavailable', { object: object.name, field, near: null })
}

/** What could not be applied is not proposed. */
function refuseUnsound(object: ManifestObject, field: string | null, change: ProposedChange): void {
  const refuse = (at: string, why: Told) => new Failure('unreadable_request', { why: placed(at, why) })
  if (change.kind === 'term' && !object.fields.get(field ?? '')?.options.vocabulary)
    throw refuse(
      'field',
      told(
        words(
          'it has no list of terms',
          'no tiene lista de términos',
          'não tem lista de termos',
          'ia tiada senarai istilah',
        ),
      ),
    )
  if (change.kind !== 'new_field') return
  if (object.fields.has(change.name))
    throw refuse(
      'change.name',
      told(
        words(
          `there is a field "${change.name}" already`,
          `ya existe un campo "${change.name}"`,
          `já existe um campo "${change.name}"`,
          `medan "${change.name}" sudah ada`,
        ),
      ),
    )
  const types = Object.keys(storedTypes).join(', ')
  if (!Object.hasOwn(storedTypes, change.type))
    throw refuse(
      'change.type',
      told(words(`use ${types}`, `use uno de ${types}`, `use um de ${types}`, `guna salah satu daripada ${types}`)),
    )
  const [fault] = faultsOfField(object.name, change.name, declarationOf(change))
  if (fault) throw new Failure('unreadable_request', { why: inTheirWords(fault) })
}

const ownerOf = (access: Access, { object, field }: { object: string; field: string | null }): TeamName => {
  const declared = access.manifest.objects.get(object)
  return declared?.fields.get(field ?? '')?.owner ?? declared?.owner ?? 'cs-operations'
}

async function one(with_: Governing, actor: Actor, id: string): Promise<Proposal> {
  const w = actor.workspace
  const [rows = []] = isId(id) ? await inOneTrip(with_.pool, w, [statement(sql`${selected(w)} and p.id = ${id}`)]) : []
  const [proposal] = await shown(with_, actor, rows)
  if (!proposal) throw new Failure('record_unavailable', { object: 'proposal', id })
  return proposal
}

const moment = (column: 'proposed_at' | 'decided_at') =>
  column === 'proposed_at'
    ? sql`to_char(p.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as proposed_at`
    : sql`to_char(p.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as decided_at`

const selected = (workspace: string) =>
  sql`select p.id, p.object, p.field, p.change, p.because, p.proposed_by, ${moment('proposed_at')}, p.state, p.decided_by, ${moment('decided_at')}, p.decided_because,
      m.name as proposer, d.name as decider from governance.proposal p
    left join access.member m on m.workspace_id = ${workspace} and m.user_id = p.proposed_by
    left join access.member d on d.workspace_id = ${workspace} and d.user_id = p.decided_by where p.workspace_id = ${workspace}`

/** Of what the reader may not read, nothing is told, not even that somebody else proposed something. */
async function shown({ records }: Governing, actor: Actor, rows: readonly Row[]): Promise<Proposal[]> {
  const access = await records.rights(actor)
  const found = rows.flatMap((row): Omit<Proposal, 'mayDecide'>[] => {
    const [object, field] = [row['object'] as string, row['field'] as string | null] // text columns
    const change = row['change'] as ProposedChange // read by readChange before it was kept
    const grants = [...grantsFor(access, object, 'list'), ...grantsFor(access, object, 'measure')]
    const isMine = row['proposed_by'] === access.userId
    const isReadable =
      change.kind === 'new_field'
        ? isMine || grants.some(({ read }) => read.includes(change.sensitivity))
        : readsField(access, object, field ?? '')
    if (!isReadable) return []
    const decidedBy = row['decided_by'] as string | null // uuid column
    return [
      {
        ...{ id: row['id'] as string, object, field, change, because: row['because'] as string },
        proposedBy: { id: row['proposed_by'] as string, name: row['proposer'] as string | null },
        proposedAt: row['proposed_at'] as string,
        state: row['state'] as State,
        decidedBy: decidedBy === null ? null : { id: decidedBy, name: row['decider'] as string | null },
        decidedAt: row['decided_at'] as string | null,
        decidedBecause: row['decided_because'] as string | null,
        isMine,
      },
    ]
  })
  const owners = [...new Set(found.map((each) => ownerOf(access, each)))]
  const deciding = await Promise.all(owners.map((owner) => isSteward(records, actor, owner)))
  const mine = new Set(owners.filter((_, i) => deciding[i]))
  return found.map((each) => ({ ...each, mayDecide: mine.has(ownerOf(access, each)) }))
}

const noted = ({ ids }: Governing, actor: Actor, proposal: string, as: string, at: Date, because: string) =>
  statement(changeEntry({ actor, id: ids.next(at.getTime()), at, because }, 'decision', 'proposal', { proposal, as }))

const decidedAlready = (state: State) => {
  const is = decided[state]
  return new Failure('unreadable_request', {
    why: told(
      words(
        `the proposal is ${is.en} already`,
        `la propuesta ya está ${is.es}`,
        `a proposta já está ${is.pt}`,
        `cadangan ini sudah ${is.ms}`,
      ),
    ),
  })
}

const decided: Readonly<Record<State, Words>> = {
  open: words('open', 'abierta', 'aberta', 'dibuka'),
  approved: words('approved', 'aprobada', 'aprovada', 'diluluskan'),
  refused: words('refused', 'rechazada', 'recusada', 'ditolak'),
  withdrawn: words('withdrawn', 'retirada', 'retirada', 'ditarik balik'),
}
