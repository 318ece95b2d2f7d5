import { type Row, type Sql, sql, statement } from '../../platform/index.ts'
import type { Audience, Definition } from './view.ts'

export type Kept = {
  id: string
  object: string
  name: string
  ownerId: string
  audience: Audience
  teamId: string | null
  definition: Definition
  version: number
  updatedAt: string
}

/** Whose views somebody sees: their own, those of their team, and those of everybody. */
export type Reader = { workspace: string; user: string; team: string | null }

const columns = sql`v.id, v.object, v.name, v.owner_id, v.audience, v.team_id, v.definition, v.version, to_char(v.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated_at`

const isOpen = ({ workspace, user, team }: Reader) =>
  sql`v.workspace_id = ${workspace} and v.deleted_at is null and (v.owner_id = ${user} or v.audience = 'workspace' or (v.audience = 'team' and v.team_id = ${team}::uuid))`

export const viewsOf = (reader: Reader, object: string | null): Sql =>
  statement(
    sql`select ${columns} from collaboration.view v where ${isOpen(reader)} and (${object}::text is null or v.object = ${object}::text) order by lower(v.name), v.id limit 500`,
  )

export const viewOf = (reader: Reader, id: string): Sql =>
  statement(sql`select ${columns} from collaboration.view v where ${isOpen(reader)} and v.id = ${id}`)

export const defaultsOf = ({ workspace, user }: Reader): Sql =>
  statement(
    sql`select object, view_id from collaboration.view_default where workspace_id = ${workspace} and user_id = ${user}`,
  )

export const insertView = (workspace: string, kept: Kept): Sql =>
  statement(
    sql`insert into collaboration.view (workspace_id, id, object, name, owner_id, audience, team_id, definition, version, created_at, updated_at)
      values (${workspace}, ${kept.id}, ${kept.object}, ${kept.name}, ${kept.ownerId}, ${kept.audience}, ${kept.teamId}, ${JSON.stringify(kept.definition)}, ${kept.version}, ${kept.updatedAt}, ${kept.updatedAt})`,
  )

/** Gives a row where the version was still the one that was read. */
export const updateView = (workspace: string, kept: Kept): Sql =>
  statement(
    sql`update collaboration.view set name = ${kept.name}, audience = ${kept.audience}, team_id = ${kept.teamId}, definition = ${JSON.stringify(kept.definition)}, version = ${kept.version}, updated_at = ${kept.updatedAt}
      where workspace_id = ${workspace} and id = ${kept.id} and version = ${kept.version - 1} and deleted_at is null returning id`,
  )

export const deleteView = (workspace: string, id: string, at: string): Sql[] => [
  statement(sql`delete from collaboration.view_default where workspace_id = ${workspace} and view_id = ${id}`),
  statement(
    sql`update collaboration.view set deleted_at = ${at}, updated_at = ${at} where workspace_id = ${workspace} and id = ${id}`,
  ),
]

export const setDefault = ({ workspace, user }: Reader, object: string, view: string | null): Sql =>
  statement(
    view === null
      ? sql`delete from collaboration.view_default where workspace_id = ${workspace} and user_id = ${user} and object = ${object}`
      : sql`insert into collaboration.view_default (workspace_id, user_id, object, view_id) values (${workspace}, ${user}, ${object}, ${view})
          on conflict (workspace_id, user_id, object) do update set view_id = excluded.view_id`,
  )

export const keptIn = (row: Row): Kept => ({
  id: row['id'] as string, // columns of the table, as selected
  object: row['object'] as string,
  name: row['name'] as string,
  ownerId: row['owner_id'] as string,
  audience: row['audience'] as Audience,
  teamId: row['team_id'] as string | null,
  definition: row['definition'] as Definition,
  version: row['version'] as number,
  updatedAt: row['updated_at'] as string,
})
