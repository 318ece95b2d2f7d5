// What the columns of a kind of file mean, kept by who said it, for the next file with the same headers.
import type { Actor } from '../../access/index.ts'
import { inOneTrip, type Pool, sql, statement } from '../../platform/index.ts'
import type { Mapping } from '../mapping/mapping.ts'

export type Template = { id: string; name: string; headers: readonly string[]; mapping: Mapping; savedAt: string }

export async function templates(pool: Pool, actor: Actor): Promise<Template[]> {
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`select id, name, headers, mapping, to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "savedAt" from intake.template
      where workspace_id = ${actor.workspace} and owner_kind = ${actor.kind} and owner_id = ${actor.id} order by saved_at desc limit 500`),
  ])
  return rows as unknown as Template[] // columns of the statement
}

export async function templateFor(pool: Pool, actor: Actor, fingerprint: string): Promise<Template | null> {
  const [[row] = []] = await inOneTrip(pool, actor.workspace, [
    statement(sql`select id, name, headers, mapping, saved_at as "savedAt" from intake.template
      where workspace_id = ${actor.workspace} and owner_kind = ${actor.kind} and owner_id = ${actor.id} and fingerprint = ${fingerprint}`),
  ])
  return (row as unknown as Template | undefined) ?? null // columns of the statement
}

export type Keeping = {
  id: string
  name: string
  headers: readonly string[]
  fingerprint: string
  mapping: Mapping
  at: Date
}

/** One for each set of headers: the later word stands. */
export const keepTemplate = (pool: Pool, actor: Actor, o: Keeping): Promise<unknown> =>
  inOneTrip(pool, actor.workspace, [
    statement(sql`insert into intake.template (workspace_id, id, name, headers, fingerprint, mapping, owner_kind, owner_id, saved_at)
      values (${actor.workspace}, ${o.id}, ${o.name}, ${o.headers}, ${o.fingerprint}, ${JSON.stringify(o.mapping)}, ${actor.kind}, ${actor.id}, ${o.at.toISOString()})
      on conflict (workspace_id, owner_kind, owner_id, fingerprint) do update set name = excluded.name, headers = excluded.headers, mapping = excluded.mapping, saved_at = excluded.saved_at`),
  ])

export async function dropTemplate(pool: Pool, actor: Actor, id: string): Promise<boolean> {
  const [rows = []] = await inOneTrip(pool, actor.workspace, [
    statement(
      sql`delete from intake.template where workspace_id = ${actor.workspace} and id = ${id} and owner_kind = ${actor.kind} and owner_id = ${actor.id} returning id`,
    ),
  ])
  return rows.length > 0
}
