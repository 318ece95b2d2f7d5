import { type SqlFragment, sql } from '../../platform/index.ts'

/**
 * The source record named by a row `k`, looked up by its key. As a plain join the planner may read all that a workspace has for each
 * batch: of one that came a minute ago it has no statistics, and believes that it holds a single row.
 */
export const namedSource = (w: string, object: string, columns: SqlFragment): SqlFragment =>
  sql`select ${columns} from records.source_record s where s.workspace_id = ${w} and s.object = ${object} and s.system = k.system and s.local_id = k.local_id limit 1`
