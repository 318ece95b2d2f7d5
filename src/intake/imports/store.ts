// An import as a thing of its own: what it reads, how far it has come, and which rows were refused.
import {
  inOneTrip,
  type Pool,
  type Row,
  rowSource,
  type Sql,
  type SqlFragment,
  sql,
  statement,
  type WorkspaceId,
} from '../../platform/index.ts'
import { kept, type RowOutcome } from './outcome.ts'

export type FilePlan = { path: string; file: string; shape: string; digest: string }
export type FileProgress = {
  flushes: number
  /** Rows of each; a thousand where it is not said. */
  flushRows?: number
  counts: Counts
  isDone: boolean
  setAside: Record<string, number>
  skipped: { row: number; code: string }[]
  /** Parts that referred to something that had not come yet. */
  waiting?: number
}
export type Counts = {
  rows: number
  created: number
  matched: number
  updated: number
  unchanged: number
  rejected: number
  skipped: number
  repeated: number
  /** Rows that wait for an answer. */
  question: number
}
export type Reject = { file: string; row: number; code: string; message: string }
export type StoredImport = {
  id: string
  status: 'running' | 'done'
  plan: FilePlan[]
  progress: Record<string, FileProgress>
}

export const noCounts = (): Counts => ({
  rows: 0,
  created: 0,
  matched: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  skipped: 0,
  repeated: 0,
  question: 0,
})

export const newProgress = (): FileProgress => ({
  flushes: 0,
  counts: noCounts(),
  isDone: false,
  setAside: {},
  skipped: [],
})

export function addCounts(a: Counts, b: Counts): Counts {
  const sum = noCounts()
  for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] = (a[name] ?? 0) + (b[name] ?? 0) // keys of its own
  return sum
}

/** What became of the rows of one flush. Written again after a crash, it says the same. */
export const outcomeStatement = (
  workspace: WorkspaceId,
  id: string,
  o: { of: string; file: string; n: number; rows: readonly RowOutcome[] },
): Sql =>
  statement(sql`insert into intake.outcome (workspace_id, import_id, of, file, n, rows)
    values (${workspace}, ${id}, ${o.of}, ${o.file}, ${o.n}, ${JSON.stringify(o.rows.map(kept))})
    on conflict (workspace_id, import_id, of, file, n) do update set rows = excluded.rows`)

export const dropOutcomes = (pool: Pool, workspace: WorkspaceId, id: string, of: string): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`delete from intake.outcome where workspace_id = ${workspace} and import_id = ${id} and of = ${of}`),
  ])

/** The unfinished import of exactly these files, if a crash left one. */
export async function findUnfinished(
  pool: Pool,
  workspace: WorkspaceId,
  fingerprint: string,
): Promise<StoredImport | null> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(
      sql`select id, status, plan, progress from intake.import where workspace_id = ${workspace} and fingerprint = ${fingerprint} and status = 'running' order by id desc limit 1`,
    ),
  ])
  return (rows[0] as StoredImport | undefined) ?? null // columns written below
}

export const startImport = (
  pool: Pool,
  workspace: WorkspaceId,
  o: { id: string; fingerprint: string; plan: readonly FilePlan[]; at: Date },
): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(sql`insert into intake.import (workspace_id, id, fingerprint, status, plan, progress, started_at)
      values (${workspace}, ${o.id}, ${o.fingerprint}, 'running', ${JSON.stringify(o.plan)}, '{}', ${o.at.toISOString()})`),
  ])

/** That a change set is the import's, for the transaction that writes it: whatever becomes of the import, it is found when it is taken back. */
export const actOf = (workspace: WorkspaceId, id: string, act: string): SqlFragment =>
  sql`insert into intake.act (workspace_id, import_id, act_id) values (${workspace}, ${id}, ${act})`

/** How far it is and what was refused on the way, to be committed together. */
export const progressStatements = (
  workspace: WorkspaceId,
  id: string,
  progress: Readonly<Record<string, FileProgress>>,
  { rejects }: { rejects: readonly Reject[] },
): readonly Sql[] => [
  statement(
    sql`update intake.import set progress = ${JSON.stringify(progress)} where workspace_id = ${workspace} and id = ${id}`,
  ),
  ...(rejects.length
    ? [
        statement(sql`insert into intake.reject (workspace_id, import_id, file, row, code, message) select ${workspace}::uuid, ${id}::uuid, r.file, r.row, r.code, r.message
          from ${rowSource(
            [
              { name: 'file', type: 'text' },
              { name: 'row', type: 'integer' },
              { name: 'code', type: 'text' },
              { name: 'message', type: 'text' },
            ],
            rejects.map((each) => [each.file, each.row, each.code, each.message]),
            'r',
          )}
          on conflict do nothing`),
      ]
    : []),
]

export const finishImport = (pool: Pool, workspace: WorkspaceId, id: string, at: Date): Promise<unknown> =>
  inOneTrip(pool, workspace, [
    statement(
      sql`update intake.import set status = 'done', finished_at = ${at.toISOString()} where workspace_id = ${workspace} and id = ${id}`,
    ),
  ])

/** The change sets of an import, the last first; null where there is no such import. */
export async function actsOf(pool: Pool, workspace: WorkspaceId, id: string): Promise<string[] | null> {
  const [found = [], acts = []] = await inOneTrip(pool, workspace, [
    statement(sql`select 1 from intake.import where workspace_id = ${workspace} and id = ${id}`),
    statement(
      sql`select act_id from intake.act where workspace_id = ${workspace} and import_id = ${id} order by act_id desc`,
    ),
  ])
  return found.length > 0 ? acts.map((row) => row['act_id'] as string) : null // uuid column
}

export async function rejectsOf(pool: Pool, workspace: WorkspaceId, id: string): Promise<Reject[]> {
  const [rows = []] = await inOneTrip(pool, workspace, [
    statement(
      sql`select file, row, code, message from intake.reject where workspace_id = ${workspace} and import_id = ${id} order by file, row, code`,
    ),
  ])
  return rows as readonly Row[] as Reject[] // columns of the statement
}
