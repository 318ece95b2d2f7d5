// Which row of which file became which record: one line for each source record of a file, in a stable order, page by page.
import { type Actor, grantsFor } from '../access/index.ts'
import { Failure, ident, inOneTrip, raw, sql, statement } from '../platform/index.ts'
import { type Asking, outdated, startCompiling, withAccess } from './ask/ask.ts'
import { anyScope, openFrame } from './ask/frame.ts'

export type Origin = {
  system: string
  file: string
  localId: string
  rows: readonly number[]
  object: string
  recordId: string
}

const pageSize = 5_000

export async function* origins(asking: Asking, actor: Actor, object: string): AsyncGenerator<Origin> {
  let after: Origin | null = null
  for (;;) {
    const page: readonly Origin[] = await pageOf(asking, actor, object, after)
    yield* page
    after = page.at(-1) ?? null
    if (page.length < pageSize) return
  }
}

function pageOf(asking: Asking, actor: Actor, object: string, after: Origin | null): Promise<readonly Origin[]> {
  return withAccess(asking, actor, async (access) => {
    const grants = grantsFor(access, object, 'list')
    if (grants.length === 0) throw new Failure('object_unavailable', { object })
    const frame = openFrame(startCompiling(access, 'list', {}, asking.clock), object)
    const alias = raw(frame.alias)
    const w = actor.workspace
    const [versions = [], rows = []] = await inOneTrip(asking.pool, w, [
      asking.book.versionNow(w),
      statement(sql`select s.system, s.file, s.local_id as "localId", coalesce(s.rows, '{}') as rows, s.object, s.record_id as "recordId"
        from records.source_record s join customer.${ident(object)} ${alias} on ${alias}.workspace_id = ${w} and ${alias}.id = s.record_id
        where s.workspace_id = ${w} and s.object = ${object} and s.file is not null and ${alias}.deleted_at is null and ${anyScope(
          frame,
          grants.map((grant) => grant.rows),
        )}
        ${after ? sql`and (s.system, s.local_id) > (${after.system}, ${after.localId})` : sql``}
        order by s.system, s.local_id limit ${pageSize}`),
    ])
    return asking.book.isCurrent(access, versions) ? (rows as readonly unknown[] as readonly Origin[]) : outdated // columns of the statement
  })
}
