// The only way to the customer tables: inside one workspace, in one transaction, under the role that row-level security binds.
// The workspace is set by a literal SET LOCAL, the one form that also reaches Citus workers, so the id is checked first.
import type pg from 'pg'
import { isId, type WorkspaceId } from '../ids.ts'
import { type Answered, type Asked, batch } from './batch.ts'
import { type Client, type Pool, types } from './pool.ts'
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
 * than its planning. `fresh`: it is parsed once and planned for its values each time; for statements that touch one row or ten
 * thousand. Otherwise PostgreSQL decides.
 */
export type TransactOptions = {
  plans?: 'kept' | 'fresh'
  /** How long a statement waits for a lock before it fails; otherwise as long as the connection lets it. */
  patienceMs?: number
}

/** Runs `work` in one transaction of one workspace. It commits when `work` returns, and rolls back when it throws. */
export async function transact<T>(
  pool: Pool,
  workspace: WorkspaceId,
  work: (tx: Tx) => Promise<T>,
  options: TransactOptions = {},
): Promise<T> {
  if (!isId(workspace)) throw new Error('A workspace id is a UUID.')
  const client = await pool.connect()
  let isFinished = false
  let isBroken = false
  const { opens, closes, back } = rehearsed.has(client) ? stepOf : wholeOf
  const ask = gathering(client)
  const send = async (statement: Sql): Promise<Rows> => (await ask(statement)).rows
  const query = (statement: Sql): Promise<Rows> => quiet(send(statement))
  try {
    const plans = options.plans ?? 'auto'
    const settings = [...opening(workspace, client, plans), ...patience(options)]
    const begun = Promise.all([opens, ...settings].map((each) => quiet(ask(each))))
    quiet(begun)
    const result = await work({
      query,
      async finish(statements) {
        isFinished = true
        const answers = statements.map(query)
        const committed = quiet(commit(ask, closes))
        const rows = await Promise.all(answers)
        await committed
        return rows
      },
    })
    await begun
    if (!isFinished) await commit(ask, closes)
    plansOf.set(client, plans)
    return result
  } catch (error) {
    isBroken = !(await rollback(client, back))
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

/**
 * Everything that is done through the pool it gives is done in one transaction, each of its transactions as a step, and taken back at
 * the end: what is seen on the way is what a run would do. One step at a time.
 */
export async function rehearse<T>(pool: Pool, workspace: WorkspaceId, work: (pool: Pool) => Promise<T>): Promise<T> {
  if (!isId(workspace)) throw new Error('A workspace id is a UUID.')
  const client = await pool.connect()
  let turn: Promise<void> = Promise.resolve()
  let isBroken = false
  const connect = async () => {
    const before = turn
    const { promise, resolve } = Promise.withResolvers<void>()
    turn = promise
    await before
    const step = { query: client.query.bind(client), release: () => resolve() }
    rehearsed.add(step)
    return step
  }
  try {
    await client.query('begin')
    return await work({ connect } as unknown as Pool) // of a pool, transactions use nothing else
  } finally {
    isBroken = !(await rollback(client, 'rollback'))
    client.release(isBroken)
  }
}

/** Clients that work within a transaction already. */
const rehearsed = new WeakSet<object>()

const begin: Sql = { text: 'begin', values: [], name: 'begin' }
const end: Sql = { text: 'commit', values: [], name: 'commit' }
type Bounds = { opens: Sql; closes: Closing; back: string }
type Closing = { sql: Sql; command: string }
const wholeOf: Bounds = { opens: begin, closes: { sql: end, command: 'COMMIT' }, back: 'rollback' }
const stepOf: Bounds = {
  opens: { text: 'savepoint step', values: [], name: 'begin_step' },
  closes: { sql: { text: 'release savepoint step', values: [], name: 'end_step' }, command: 'RELEASE' },
  back: 'rollback to savepoint step',
}
type Plans = NonNullable<TransactOptions['plans']> | 'auto'
const planning: Readonly<Record<Plans, Sql>> = {
  auto: { text: 'set plan_cache_mode = auto', values: [], name: 'plans_auto' },
  kept: { text: 'set plan_cache_mode = force_generic_plan', values: [], name: 'plans_kept' },
  fresh: { text: 'set plan_cache_mode = force_custom_plan', values: [], name: 'plans_fresh' },
}
/** How a connection plans since its last commit; a rollback also takes this setting back. Most requests want what the last one did. */
const plansOf = new WeakMap<Client, Plans>()
/** Of a step, nobody knows what the one before it set. */
const plansKnown = (client: Client): Plans | null => (rehearsed.has(client) ? null : (plansOf.get(client) ?? 'auto'))

const opening = (workspace: WorkspaceId, client: Client, plans: Plans): Sql[] => [
  settingOf(workspace),
  ...(plans === plansKnown(client) ? [] : [planning[plans]]),
]

const patience = ({ patienceMs: ms }: TransactOptions): Sql[] =>
  ms === undefined ? [] : [{ text: `set local lock_timeout = ${ms}`, values: [], name: `patience_${ms}` }]

const settings = new Map<WorkspaceId, Sql>()
const mostSettings = 200

/** Of the first workspaces it is parsed once per connection; of all that an installation may have, that would be too much to keep. */
function settingOf(workspace: WorkspaceId): Sql {
  const known = settings.get(workspace)
  if (known) return known
  const setting = { text: `set local app.workspace_id = '${workspace}'`, values: [] }
  if (settings.size >= mostSettings) return setting
  const named = { ...setting, name: `workspace_${settings.size}` }
  settings.set(workspace, named)
  return named
}

/** The caller awaits it, or one that fails with it; this only keeps it from being called unhandled meanwhile. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

type Ask = (sql: Sql) => Promise<Answered>

/** What is asked within one turn of the loop leaves together. */
function gathering(client: Client): Ask {
  let waiting: Asked[] = []
  const leave = () => {
    const together = waiting
    waiting = []
    try {
      client.query(batch(together, types) as unknown as pg.Submittable) // pg's types leave out what it calls on one
    } catch (error) {
      for (const each of together) each.failed(error as Error) // a value that can't be written: nothing was sent
    }
  }
  return (sql) =>
    new Promise((done, failed) => {
      if (waiting.length === 0) process.nextTick(leave)
      waiting.push({ sql, done, failed })
    })
}

/** A commit of a failed transaction answers ROLLBACK without an error, so the answer is looked at. */
async function commit(ask: Ask, { sql, command: expected }: Closing): Promise<void> {
  const { command } = await ask(sql)
  if (command !== expected) throw new Error('The transaction had failed before its commit.')
}

async function rollback(client: Client, back: string): Promise<boolean> {
  try {
    await client.query(back)
    return true
  } catch {
    return false
  }
}
