// The log of readings. An answer with classified values is held back until the ledger has its entry; entries that come while one
// insert is under way go together in the next, because a row of its own for each reading costs more than the reading.
import type { Actor } from '../access/index.ts'
import { type Pool, rowSource, sql, statement } from '../platform/index.ts'
import { becauseOf, freshSalt } from './act.ts'

export type Reading = {
  actor: Actor
  /** The act's own id. */
  id: string
  at: Date
  object: string
  /** Classes of the fields that were read. */
  classes: readonly string[]
  recordIds: readonly string[]
}

export type ReadLog = {
  /** Resolves once the entries are committed. */
  record(readings: readonly Reading[]): Promise<void>
}

type Waiting = { readings: readonly Reading[]; done(): void; failed(error: unknown): void }

/** The background role writes it: readings of several workspaces share an insert, which no request's connection may do. */
export function openReadLog(pool: Pool): ReadLog {
  let waiting: Waiting[] = []
  let isWriting = false

  const writeAll = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const together = waiting
      waiting = []
      try {
        await insert(pool, together)
        for (const each of together) each.done()
      } catch (error) {
        if (together.length === 1) together[0]?.failed(error)
        else await Promise.all(together.map((each) => insert(pool, [each]).then(each.done, each.failed))) // one's fault is not another's
      }
    }
    isWriting = false
  }

  return {
    record: (readings) =>
      readings.length === 0
        ? Promise.resolve()
        : new Promise((done, failed) => {
            waiting.push({ readings, done, failed })
            if (!isWriting) void writeAll()
          }),
  }
}

const columns = [
  { name: 'workspace_id', type: 'uuid' },
  { name: 'id', type: 'uuid' },
  { name: 'at', type: 'timestamptz' },
  { name: 'actor_kind', type: 'text' },
  { name: 'actor_id', type: 'text' },
  { name: 'via', type: 'text' },
  { name: 'because', type: 'text' },
  { name: 'object', type: 'text' },
  { name: 'record_ids', type: 'uuid[]' },
  { name: 'classes', type: 'text[]' },
  { name: 'salt', type: 'bytea' },
]

async function insert(pool: Pool, together: readonly Waiting[]): Promise<void> {
  const rows = together.flatMap(({ readings }) =>
    readings.map(({ actor, id, at, object, classes, recordIds }) => [
      actor.workspace,
      id,
      at.toISOString(),
      actor.kind,
      actor.id,
      actor.via,
      becauseOf(actor),
      object,
      `{${recordIds.join(',')}}`,
      `{${classes.join(',')}}`, // names of classes are letters and underscores
      freshSalt(),
    ]),
  )
  const { text, values, name } = statement(
    sql`insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, because, object, record_ids, classes, salt)
      select r.workspace_id, r.id, r.at, 'read', r.actor_kind, r.actor_id, r.via, r.because, r.object, r.record_ids, r.classes, r.salt from ${rowSource(columns, rows, 'r')}`,
    { prepared: true },
  )
  await pool.query({ text, values: [...values], ...(name ? { name } : {}) })
}
