// Several statements under one Sync: they leave in one write, and the server answers them in one. A client that syncs after each
// statement makes the server write, and both sides wake, once for each — which costs more than most statements do.
// The server skips what follows a fault, so the statements after it are refused with it.
import type { Duplex } from 'node:stream'
import type pg from 'pg'
import utils from 'pg/lib/utils.js'
import { type ByteRow, type Sieve, sieveOf } from './byte-rows.ts'
import { textArray } from './lists.ts'
import { bind, close, describe, execute, messages, parse, sync, type Written } from './messages.ts'
import type { Sql } from './sql.ts'
import type { Row } from './tenant.ts'

/** Rows of one statement, and its command as the server names it (`COMMIT`, `INSERT 0 1`). */
export type Answered = { rows: Row[]; command: string }

export type Asked = { sql: Sql; done(answered: Answered): void; failed(error: Error): void }

type Field = { name: string; dataTypeID: number }

/** What of `pg` is relied on here; its types leave it out. */
type Connection = { stream: Duplex }

/** Statements that a connection has parsed under their names. */
const parsedOn = new WeakMap<Connection, Set<string>>()
/** The columns of named statements, the same on every connection. */
const columnsOf = new Map<string, readonly Column[]>()
type Column = { name: string; read(text: string): unknown }

/** To be given to `client.query`. */
export function batch(asked: readonly Asked[], types: pg.CustomTypesConfig) {
  // Before anything is sent: what can't be written is refused, and no half of a batch is on its way.
  const written = asked.map(({ sql }): Ready => ({ ...sql, values: sql.values.map(asWritten) }))
  let at = 0
  let answered: Answered = { rows: [], command: '' }
  let columns: readonly Column[] = []
  let parsed = new Set<string>()
  let sieve: Sieve = { take: null }
  const takeRow = (row: ByteRow) => answered.rows.push(row as unknown as Row) // the caller knows what it asked for
  const begin = () => {
    const next = asked[at]
    answered = { rows: [], command: '' }
    columns = (next?.sql.name && columnsOf.get(next.sql.name)) || []
    sieve.take = next?.sql.rowsIn === 'bytes' ? takeRow : null
  }
  const complete = (command: string) => {
    const each = asked[at]
    if (each?.sql.name) parsed.add(each.sql.name)
    at += 1
    each?.done({ ...answered, command })
    begin()
  }
  return {
    submit(connection: Connection) {
      parsed = parsedOn.get(connection) ?? new Set()
      parsedOn.set(connection, parsed)
      sieve = sieveOf(connection.stream)
      begin()
      const said = messages(() => {
        for (const sql of written) say(sql, parsed)
        sync()
      })
      if (connection.stream.writable) connection.stream.write(said) // of one that ends, the client tells the batch
      return null
    },
    handleRowDescription({ fields }: { fields: readonly Field[] }) {
      const name = asked[at]?.sql.name
      columns = fields.map((field) => ({ name: field.name, read: types.getTypeParser(field.dataTypeID, 'text') }))
      if (name) columnsOf.set(name, columns)
    },
    handleDataRow({ fields }: { fields: readonly (string | null)[] }) {
      answered.rows.push(asked[at]?.sql.rowsIn === 'texts' ? (fields as unknown as Row) : rowOf(columns, fields)) // the caller knows what it asked for
    },
    handleCommandComplete: ({ text }: { text: string }) => complete(text),
    handleEmptyQuery: () => complete(''),
    /** Of the server, or of a connection that was lost. */
    handleError(error: Error) {
      const rest = asked.slice(at)
      at = asked.length
      sieve.take = null
      for (const each of rest) each.failed(error)
    },
    handleReadyForQuery() {},
  }
}

type Ready = Omit<Sql, 'values'> & { values: readonly Written[] }

/** Lists of texts are most of what a batch of changes is made of. */
const asWritten = (value: unknown): Written =>
  typeof value === 'string'
    ? value
    : ((Array.isArray(value) ? textArray(value) : null) ?? (utils.prepareValue(value) as Written)) // all that it makes of a value

/** Where this connection has not parsed it for certain, what stands there under its name goes first, which is no error if nothing does. */
function say({ text, name = '', values, rowsIn }: Ready, parsed: ReadonlySet<string>): void {
  if (!name || !parsed.has(name)) {
    if (name) close(name)
    parse(name, text)
  }
  bind(name, values)
  if (!rowsIn && !columnsOf.has(name)) describe()
  execute()
}

function rowOf(columns: readonly Column[], fields: readonly (string | null)[]): Row {
  const row: Row = {}
  for (let i = 0; i < columns.length; i++) {
    const text = fields[i] ?? null
    const column = columns[i]
    if (column) row[column.name] = text === null ? null : column.read(text)
  }
  return row
}
