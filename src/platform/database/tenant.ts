// The only way to the customer tables: inside one workspace, in one transaction, under the role that row-level security binds.
// The workspace is set by a literal SET LOCAL, the one form that also reaches Citus workers, so the id is checked first.
import type { Duplex } from 'node:stream'
import { isId, type WorkspaceId } from '../ids.ts'
import type { Client, Pool } from './pool.ts'
import type { Sql } from './sql.ts'

export type Row = Record<string, unknown>
export type Rows = readonly Row[]

export type Tx = {
  /** Sends one statement; several sent before the first is awaited share one round trip. */
  query(statement: Sql): Promise<Rows>
  /** Sends the last statements and the commit in one round trip. Nothing may follow. */
  finish(statements: readonly Sql[]): Promise<readonly Rows[]>
}

/**
 * `kept`: a prepared statement is planned once per connection, whatever its values; for statements of which each run takes less
 * than its planning. Otherwise PostgreSQL decides, and plans most of ours anew each time.
 */
export type TransactOptions = { plans?: 'kept' }

/** Runs `work` in one transaction of one workspace. It commits when `work` returns, and rolls back when it throws. */
export async function transact<T>(
  pool: Pool,
  workspace: WorkspaceId,
  work: (tx: Tx) => Promise<T>,
  options: TransactOptions = {},
): Promise<T> {
  const client = await pool.connect()
  let isFinished = false
  let isBroken = false
  const gather = writeGatherer(client)
  const send = (statement: Sql): Promise<Rows> => {
    gather()
    const sent = client.query(statement as { text: string; values: unknown[] }).then((result) => result.rows as Rows) // rows are objects: no rowMode is ever set
    sent.catch(() => {}) // the caller awaits it; this only keeps a sibling's failure from being called unhandled
    return sent
  }
  try {
    gather()
    const begun = begin(client, workspace, options)
    const result = await work({
      query: send,
      async finish(statements) {
        isFinished = true
        const answers = statements.map(send)
        const committed = commit(client)
        committed.catch(() => {}) // awaited below, unless a statement's own error is thrown first
        const rows = await Promise.all(answers)
        await committed
        return rows
      },
    })
    await begun
    if (!isFinished) await commit(client)
    return result
  } catch (error) {
    isBroken = !(await rollback(client))
    throw error
  } finally {
    client.release(isBroken)
  }
}

/** One round trip: begin, set the workspace, the statements, commit. */
export const inOneTrip = (
  pool: Pool,
  workspace: WorkspaceId,
  statements: readonly Sql[],
  options: TransactOptions = {},
): Promise<readonly Rows[]> => transact(pool, workspace, (tx) => tx.finish(statements), options)

function begin(client: Client, workspace: WorkspaceId, { plans }: TransactOptions): Promise<unknown> {
  if (!isId(workspace)) throw new Error('A workspace id is a UUID.')
  const keeping = plans === 'kept' ? '; set local plan_cache_mode = force_generic_plan' : ''
  const begun = client.query(`begin; set local app.workspace_id = '${workspace}'${keeping}`)
  begun.catch(() => {})
  return begun
}

/**
 * What is sent within one turn of the loop leaves in one write; a system call for each message costs more than all of them.
 * The answer is to be called before each statement.
 */
function writeGatherer(client: Client): () => void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection // pg has it; its types leave it out
  let isGathering = false
  return () => {
    if (isGathering) return
    isGathering = true
    stream.cork()
    process.nextTick(() => {
      isGathering = false
      stream.uncork()
    })
  }
}

/** A commit of a failed transaction answers ROLLBACK without an error, so the answer is looked at. */
async function commit(client: Client): Promise<void> {
  const sent = client.query('commit')
  sent.catch(() => {})
  const { command } = await sent
  if (command !== 'COMMIT') throw new Error('The transaction had failed before its commit.')
}

async function rollback(client: Client): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    return false
  }
}
