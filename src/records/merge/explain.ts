// What became of each field, and why: the value, whose claim won, and by which rule of the policy.

import type { ManifestField, SystemName } from '../../../dictionary/index.ts'
import { type Access, grantsFor, readableUnder } from '../../access/index.ts'
import { ident, type Row, raw, type Sql, sql, statement } from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { documentOf } from '../ask/document.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import type { RecordState } from '../change/record-state.ts'
import { authority, type Claim, claimsOn, winner } from '../survivorship.ts'
import type { Redirects } from './redirects.ts'

/**
 * - `only` nobody else says anything of it; `agreed` all say the same
 * - `authority` the field's own source; `hand` what a person typed, where that source is silent; `verification` verified last
 * - `chosen` by hand in this merge; `recency` said last; `computed` worked out from other fields
 */
export type SettledRule = 'only' | 'agreed' | 'authority' | 'hand' | 'verification' | 'chosen' | 'recency' | 'computed'

export type FieldOutcome = {
  field: string
  value: unknown
  rule: SettledRule
  /** Whose claim it is, and which of the merged records it came with. */
  from: { system: SystemName; localId: string; record: string } | null
}

export type Explaining = { statement: Sql; classes: ReadonlySet<string>; read(row: Row | undefined): FieldOutcome[] }

/** The fields of a record as this actor may read them; the statement is sent after the record was written. */
export function explain(
  access: Access,
  record: RecordState,
  { act, redirects }: { act: string; redirects: Redirects },
): Explaining {
  const { object, id } = record
  const compiling = startCompiling(access, 'list', {}, () => new Date(0))
  const frame = openFrame(compiling, object.name)
  const fields = [...object.fields.values()].filter((field) => readableUnder(frame.grants, field.sensitivity) !== null)
  const alias = raw(frame.alias)
  const doc = documentOf(
    frame,
    fields.map((field) => field.name),
    0,
  )
  const scope = anyScope(
    frame,
    grantsFor(access, object.name, 'list').map((grant) => grant.rows),
  )
  return {
    statement: statement(
      sql`select ${doc} as doc from customer.${ident(object.name)} ${alias} where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = ${id} and ${scope}`,
      { prepared: true },
    ),
    classes: compiling.classes,
    read(row) {
      const values = (row?.['doc'] ?? {}) as Record<string, unknown> // a JSON object of the fields
      return fields.flatMap((field) => {
        const value = values[field.name] ?? null
        // Null may be a mask, under which nothing shows either.
        return value === null ? [] : [{ field: field.name, value, ...because(field, record, act, redirects) }]
      })
    },
  }
}

function because(
  field: ManifestField,
  record: RecordState,
  act: string,
  redirects: Redirects,
): Pick<FieldOutcome, 'rule' | 'from'> {
  const sources = [...record.sources.values()]
  const won = field.from ? null : winner(field, record, sources, redirects)
  if (!won) return { rule: 'computed', from: null }
  const others = claimsOn(field, sources).filter((claim) => claim !== won && !isOf(claim, won))
  const source = record.sources.get(`${won.system} ${won.localId}`)
  return {
    rule: ruleOf(field, won, others, act),
    from: { system: won.system as SystemName, localId: won.localId, record: source?.home ?? record.id }, // written by the door only
  }
}

const isOf = (a: Claim, b: Claim): boolean => a.system === b.system && a.localId === b.localId

function ruleOf(field: ManifestField, won: Claim, others: readonly Claim[], act: string): SettledRule {
  if (won.chosenBy === act || won.act === act) return 'chosen'
  const [next] = others
  if (!next) return 'only'
  if (others.every((each) => JSON.stringify(each.value) === JSON.stringify(won.value))) return 'agreed'
  if (field.settledBy === 'verification') return won.verifiedOn === next.verifiedOn ? 'recency' : 'verification'
  if (authority(field, won.system) === authority(field, next.system)) return won.chosenBy ? 'chosen' : 'recency'
  return won.system === field.source ? 'authority' : 'hand'
}
