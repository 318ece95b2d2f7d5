// Where each value came from, and what the other systems say.
import { type Access, type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { Failure, ident, isId, momentOfId, raw, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { documentOf } from './ask/document.ts'
import { anyScope, openFrame } from './ask/frame.ts'
import { iso, sourceStateOf } from './change/find.ts'
import { claimsOn } from './survivorship.ts'

export type Claimed = {
  system: string
  localId: string
  file: string | null
  value: unknown
  rows: readonly number[]
  saidAt: string | null
  /** When it came to us: known of every claim, also where its source gives no time. */
  heardAt: string
  verifiedOn: string | null
  act: string
}
export type FieldSources = {
  field: string
  value: unknown
  from: Claimed | null
  others: readonly Claimed[]
  authority: string
  settledBy: string
}

/** Every field with a value or a claim that the actor may read: the value, whose it is, since when, and the losing claims. */
export async function sources(
  asking: Asking,
  actor: Actor,
  objectName: string,
  id: string,
): Promise<readonly FieldSources[]> {
  const [found] = await carryOut<[readonly FieldSources[]]>(asking, actor, (access) => [
    sourcesPlan(asking, access, objectName, id),
  ])
  return found
}

function sourcesPlan(asking: Asking, access: Access, objectName: string, id: string): Plan<readonly FieldSources[]> {
  const object = access.manifest.objects.get(objectName)
  if (!object || grantsFor(access, objectName, 'list').length === 0)
    throw new Failure('object_unavailable', { object: objectName })
  if (!isId(id)) throw new Failure('record_unavailable', { object: objectName, id })
  const compiling = startCompiling(access, 'list', {}, asking.clock)
  const frame = openFrame(compiling, objectName)
  const fields = [...object.fields.values()].filter((field) => readableUnder(frame.grants, field.sensitivity) !== null)
  const w = access.actor.workspace
  const alias = raw(frame.alias)
  const names = fields.map((field) => field.name)
  const scope = anyScope(
    frame,
    frame.grants.map((grant) => grant.rows),
  )
  return {
    statements: [
      statement(
        sql`select ${documentOf(frame, names, 0)} as doc from customer.${ident(objectName)} ${alias} where ${alias}.workspace_id = ${w} and ${alias}.id = ${id} and ${scope}`,
      ),
      statement(sql`select s.record_id, s.system, s.local_id, s.file, s.rows, s.act_id, ${raw(iso('s.said_at'))} as said_at, s.verified_on::text as verified_on, s.claims, s.marks, s.document, s.home_id
          from records.source_record s where s.workspace_id = ${w} and s.object = ${objectName} and s.record_id = ${id}`),
    ],
    finish([found = [], claimRows = []]) {
      const [row] = found
      if (!row) throw new Failure('record_unavailable', { object: objectName, id })
      const values = row['doc'] as Record<string, unknown> // a JSON object of the fields
      const states = claimRows.map(sourceStateOf)
      const result = fields.flatMap((field) => {
        // Where a role sees a class on some rows only, the masked value is null and the claims stay hidden with it.
        const isMasked =
          readableUnder(frame.grants, field.sensitivity) !== 'every' && (values[field.name] ?? null) === null
        const [from, ...others] = isMasked
          ? []
          : claimsOn(field, states).map((claim) => ({ ...claim, heardAt: momentOfId(claim.act).toISOString() }))
        if (!from && (values[field.name] ?? null) === null) return []
        return [
          {
            field: field.name,
            value: values[field.name] ?? null,
            from: from ?? null,
            others,
            authority: field.source,
            settledBy: field.settledBy,
          },
        ]
      })
      return { result, seen: { object: objectName, classes: compiling.classes, recordIds: [id] } }
    },
  }
}
