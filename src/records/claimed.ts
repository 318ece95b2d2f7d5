// What every source says of every record of an object, page by page: what records are compared by, to find those that are one.
// For programs only, and logged like any other reading.
import type { ManifestObject, SystemName } from '../../dictionary/index.ts'
import { type Actor, grantsFor } from '../access/index.ts'
import { Failure, ident, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan } from './ask/ask.ts'
import { classesOf } from './documents.ts'

export type Claimed = {
  recordId: string
  system: SystemName
  localId: string
  /** Field → canonical value, as this source gave them. */
  claims: Readonly<Record<string, unknown>>
  /** Keys that the record is kept under, beyond those of its values: such as the domain a bill is sent to. */
  keys: readonly { kind: string; key: string }[]
}

const pageSize = 5_000

/** Of records that are not deleted; a record without a source does not come. Errors: not_allowed, object_unavailable. */
export async function* claimed(asking: Asking, actor: Actor, object: string): AsyncGenerator<Claimed> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'read the claims of', object })
  let after: Claimed | null = null
  for (;;) {
    const from: Claimed | null = after
    const [page]: [readonly Claimed[]] = await carryOut<[readonly Claimed[]]>(asking, actor, (access) => {
      const declared = access.manifest.objects.get(object)
      if (declared?.kind !== 'records' || grantsFor(access, object, 'list').length === 0)
        throw new Failure('object_unavailable', { object })
      return [pagePlan(actor.workspace, declared, from)]
    })
    yield* page
    after = page.at(-1) ?? null
    if (page.length < pageSize) return
  }
}

function pagePlan(w: string, object: ManifestObject, after: Claimed | null): Plan<readonly Claimed[]> {
  const further = after ? sql`and (s.system, s.local_id) > (${after.system}, ${after.localId})` : sql``
  return {
    statements: [
      statement(
        sql`select s.record_id as "recordId", s.system, s.local_id as "localId", s.claims,
            coalesce((select json_agg(json_build_object('kind', k.kind, 'key', k.key)) from records.match_key k where k.workspace_id = ${w} and k.record_id = s.record_id and k.key is not null), '[]') as keys
          from records.source_record s
          where s.workspace_id = ${w} and s.object = ${object.name} ${further}
            and exists (select 1 from customer.${ident(object.name)} t where t.workspace_id = ${w} and t.id = s.record_id and t.deleted_at is null)
          order by s.system, s.local_id limit ${pageSize}`,
      ),
    ],
    finish([rows = []]) {
      const page = rows as readonly unknown[] as readonly Claimed[] // columns of the statement
      const recordIds = [...new Set(page.map((each) => each.recordId))]
      return { result: page, seen: { object: object.name, classes: classesOf(object), recordIds } }
    },
  }
}
