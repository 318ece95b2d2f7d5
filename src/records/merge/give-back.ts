// References go back when a merge is taken apart. Each claims the record that was meant, so most are settled by asking where
// that leads now. What was said of the merged record itself while it was one goes by the source it came from or the person it
// concerns, and where neither tells, by what somebody answers.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { grantsFor, readableUnder } from '../../access/index.ts'
import { ident, type Row, raw, rowSource, sql, statement } from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { documentOf } from '../ask/document.ts'
import { liveAndInScope, openFrame } from '../ask/frame.ts'
import { type Batch, settle } from '../change/claims.ts'
import { iso, load } from '../change/find.ts'
import { copyOfClaims, type Mark, sourceName } from '../change/record-state.ts'
import { recordStatements } from '../change/write.ts'
import { type Claim, compareClaims } from '../survivorship.ts'
import { concerned } from './concerned.ts'
import { type Forest, possibleSides, sideOf } from './forest.ts'
import { alsoHistory, inWorkspace, type Joining, send } from './joining.ts'
import { leadsTo, setReference } from './move.ts'
import type { Inquiry } from './questions.ts'
import { follow } from './redirects.ts'
import type { ReferenceTo } from './registry.ts'

export type GivingBack = {
  joining: Joining
  forest: Forest
  inquiry: Inquiry
  /** The systems that know each side, by its id. */
  systems: ReadonlyMap<string, ReadonlySet<string>>
}

const t = raw('t')

/** One reference of one object. `except`: the sides themselves, which are settled as a whole. */
export async function giveBack(giving: GivingBack, reference: ReferenceTo, except: readonly string[]): Promise<void> {
  if (reference.object.kind === 'facts') return // worked out anew by reactions
  const { joining, forest } = giving
  const rows = await joining.tx.query(statement(candidates(giving, reference, except)))
  const sure = new Map<string, string>()
  const unsure: Unsure[] = []
  for (const row of rows) {
    const claim = winnerOf(reference, row)
    if (typeof claim?.value !== 'string') continue
    const possible = possibleSides(forest, claim.value, claim.act)
    const isNamed = forest.root === claim.value || forest.branches.has(claim.value)
    if (isNamed && possible.length > 1 && !isKnownTo(giving, claim, possible)) {
      unsure.push({ id: row['id'] as string, claim, possible }) // uuid column
      continue
    }
    const to = follow(joining.redirects, claim.value)
    if (to !== forest.root) sure.set(row['id'] as string, to)
  }
  await decide(giving, reference, unsure, sure)
  if (sure.size === 0) return
  const pairs = rowSource(
    [
      { name: 'id', type: 'uuid' },
      { name: 'new', type: 'uuid' },
    ],
    [...sure],
    'p',
  )
  await joining.tx.query(statement(setReference(joining, reference, sql`select p.id, p.new from ${pairs}`)))
}

type Unsure = { id: string; claim: Claim; possible: readonly string[] }

/** Rows that lead to the root and were, by some claim, meant for another, or were said to lead there since the merge. */
const candidates = ({ joining, forest }: GivingBack, reference: ReferenceTo, except: readonly string[]) => {
  const { object, field } = reference
  const since = forest.out.map((id) => forest.branches.get(id)?.act ?? '').sort()[0] ?? ''
  const said = sql`s.claims ->> ${field.name}`
  const act = sql`coalesce(s.marks -> ${field.name} ->> 'act', s.act_id::text)`
  return sql`select t.id, c.claims from customer.${ident(object.name)} t cross join lateral (
      select jsonb_agg(jsonb_build_object('system', s.system, 'localId', s.local_id, 'value', s.claims -> ${field.name}, 'act', s.act_id,
          'saidAt', ${raw(iso('s.said_at'))}, 'verifiedOn', s.verified_on, 'mark', s.marks -> ${field.name})) as claims,
        bool_or(${said} is distinct from ${forest.root} or ${act} > ${since}) as is_other
      from records.source_record s where s.workspace_id = t.workspace_id and s.record_id = t.id and s.object = ${object.name} and s.claims ? ${field.name}) c
    where ${inWorkspace(joining, t)} and ${leadsTo(reference, t, [forest.root])} and t.id <> all(${except}::uuid[]) and c.is_other order by t.id for update of t`
}

function winnerOf({ field }: ReferenceTo, row: Row): Claim | undefined {
  // Built by the statement above, from what the door wrote.
  const claims = row['claims'] as (Claim & { mark: Mark | null })[]
  return claims
    .map(({ mark, ...claim }) => ({ ...claim, file: null, rows: [], ...mark }))
    .sort((a, b) => compareClaims(field, a, b))[0]
}

/** A system that knows sides by names of its own has named the one it meant. */
function isKnownTo({ systems }: GivingBack, claim: Claim, possible: readonly string[]): boolean {
  if (claim.system === 'hand' || claim.system === 'holdfast') return false
  return possible.some((id) => systems.get(id)?.has(claim.system))
}

/** Those that concern somebody of one side go there; the others are asked about, if the actor may see them. */
async function decide(
  giving: GivingBack,
  reference: ReferenceTo,
  unsure: readonly Unsure[],
  sure: Map<string, string>,
): Promise<void> {
  if (unsure.length === 0) return
  const { joining, forest, inquiry } = giving
  const ids = unsure.map(({ id }) => id)
  const sides = [forest.root, ...forest.out]
  const [evidence, titles] = await Promise.all([
    concerned(joining, reference, ids, sides),
    titlesOf(joining, reference, ids),
  ])
  const moved = new Map<string, { to: string; claim: Claim }>()
  for (const { id, claim, possible } of unsure) {
    const stays = sideOf(forest, claim.value as string) // a reference's value
    const concerns = [...(evidence.get(id) ?? [])].filter((side) => possible.includes(side))
    const [only] = concerns
    const title = titles.get(id)
    const { object, field } = reference
    const to =
      concerns.length === 1 && only
        ? only
        : inquiry.decide(
            `${object.name} ${id} ${field.name}`,
            possible,
            stays,
            title === undefined ? null : { kind: 'reference', object: object.name, id, field: field.name, title },
          )
    if (to !== stays) moved.set(id, { to, claim })
    else if (to !== forest.root) sure.set(id, to)
  }
  await sayOtherwise(giving, reference, moved)
}

/** What was claimed of the merged record was meant for another: the claim itself says so from now on. */
async function sayOtherwise(
  { joining }: GivingBack,
  { object, field }: ReferenceTo,
  moved: ReadonlyMap<string, { to: string; claim: Claim }>,
): Promise<void> {
  if (moved.size === 0) return
  const records = await load(joining.tx, joining.access, object, [...moved.keys()])
  const batch: Batch = { ...joining.batch, history: [] }
  for (const [id, { to, claim }] of moved) {
    const record = records.get(id)
    const source = record?.sources.get(sourceName(claim.system, claim.localId))
    if (!record || !source) continue
    const claimsBefore = copyOfClaims(source)
    source.claims[field.name] = to
    source.isDirty = true
    const changed = settle(record, [field.name], joining.redirects)
    record.version += 1
    batch.history.push({
      record,
      verb: 'updated',
      version: record.version,
      system: source.system,
      localId: source.localId,
      changed,
      claimsBefore,
    })
  }
  await send(joining, [
    ...recordStatements(joining.context, records.values()),
    ...alsoHistory(joining, object.name, batch.history),
  ])
}

/** Titles of those that the actor may see, and whose reference they may read; only these can be asked about. */
async function titlesOf(
  { tx, access }: Joining,
  { object, field }: ReferenceTo,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const grants = grantsFor(access, object.name, 'list')
  if (readableUnder(grants, field.sensitivity) !== 'every') return new Map()
  const frame = openFrame(
    startCompiling(access, 'list', {}, () => new Date(0)),
    object.name,
  )
  const alias = raw(frame.alias)
  const named = namingField(object, grants)
  const doc = named ? documentOf(frame, [named], 0) : sql`'{}'::json`
  const rows = await tx.query(
    statement(
      sql`select ${alias}.id, ${doc} as doc from customer.${ident(object.name)} ${alias} where ${liveAndInScope(frame)} and ${alias}.id = any(${ids}::uuid[])`,
    ),
  )
  return new Map(
    rows.map((row) => {
      const title = named ? (row['doc'] as Record<string, unknown>)[named] : null // a JSON object
      return [row['id'] as string, typeof title === 'string' ? title : null] // uuid column
    }),
  )
}

/** The field that names a record to people, unless that is a reference or closed to the actor. */
function namingField(object: ManifestObject, grants: ReturnType<typeof grantsFor>): string | null {
  const field = object.fields.get(object.title)
  return field && !field.to && readableUnder(grants, field.sensitivity) === 'every' ? field.name : null
}
