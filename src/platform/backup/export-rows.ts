import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { FORMAT_VERSION, type PutPart, writeContainer } from './container.ts'
import { copyRows, withConnection } from './copy.ts'
import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'
import { CONTENTS, type Contents, rowsPart, summed, type TableTotal, TOTALS, type Totals } from './rows-format.ts'
import {
  columnList,
  inTransaction,
  orderForLoading,
  referencesAmong,
  sequencesOf,
  type Table,
  tablesIn,
} from './store.ts'
import type { About } from './write-backup.ts'

/**
 * Writes the rows of every table that has a `workspace_id`, in these schemas, as of one moment, to one file: of one
 * workspace or of all. `also` lists tables without that column, each with the column that names the workspace (`id` of
 * a table of workspaces), or null for one that all workspaces share. `url` must be of a role that row security does
 * not bind. What else the schemas hold comes back as `leftOut`.
 */
export async function exportRows(o: {
  url: string
  file: string
  about: About
  schemas: readonly string[]
  also?: Readonly<Record<string, string | null>>
  workspace?: string
  clock: () => Date
}): Promise<{ bytes: number; sha256: string; tables: TableTotal[]; leftOut: string[] }> {
  return withConnection(o.url, (client) =>
    inTransaction(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async () => {
      const { chosen, leftOut } = await chooseTables(client, o)
      const tables = orderForLoading(chosen, await referencesAmong(client, chosen))
      const postgres = await majorVersion(client)
      const createdAt = o.clock().toISOString()
      const totals: TableTotal[] = []
      const written = await writeContainer(
        o.file,
        { format: 'rows', version: FORMAT_VERSION, postgres, createdAt, about: o.about },
        async (put) => {
          const list = tables.map(({ name, columns }) => ({ name, columns }))
          await putJson(put, CONTENTS, { workspace: o.workspace ?? null, tables: list, leftOut } satisfies Contents)
          for (const table of tables) totals.push(await putTable(put, client, table, condition(table, o)))
          // Sequences stand outside the snapshot: read last, they are never behind the rows.
          const sequences = await sequencesOf(client, tables)
          await putJson(put, TOTALS, { tables: totals, sequences } satisfies Totals)
        },
      )
      return { ...written, tables: totals, leftOut }
    }),
  )
}

async function chooseTables(
  client: Client,
  o: { schemas: readonly string[]; also?: Readonly<Record<string, string | null>> },
): Promise<{ chosen: Table[]; leftOut: string[] }> {
  const also = Object.keys(o.also ?? {})
  const schemas = new Set([...o.schemas, ...also.map((name) => name.split('.')[0] ?? name)])
  const tables = await tablesIn(client, [...schemas])
  const unknown = also.find((name) => !tables.some((table) => table.name === name))
  if (unknown) throw new BackupRefused('unknown_table', reasons.noTable(unknown))

  const isIn = (table: Table) => o.schemas.some((schema) => table.name.startsWith(`${schema}.`))
  const isChosen = (table: Table) => also.includes(table.name) || (table.isByWorkspace && isIn(table))
  return {
    chosen: tables.filter(isChosen),
    leftOut: tables.filter((table) => isIn(table) && !isChosen(table)).map((table) => table.name),
  }
}

async function putTable(put: PutPart, client: Client, table: Table, where: string): Promise<TableTotal> {
  // A table without a key is ordered by its whole text, so that equal rows always make an equal file.
  const order = table.key.length > 0 ? columnList(table.key) : 't::text COLLATE pg_catalog."C"'
  const query = `SELECT ${columnList(table.columns)} FROM ${table.sql} AS t ${where} ORDER BY ${order}`
  const copy = copyRows(client, `COPY (${query}) TO STDOUT`)
  const { content, sum } = summed(copy.content)
  await put(rowsPart(table.name), content)
  return { name: table.name, rows: copy.rows(), ...sum() }
}

function condition(
  table: Table,
  { workspace, also }: { workspace?: string; also?: Readonly<Record<string, string | null>> },
): string {
  const column = table.isByWorkspace ? 'workspace_id' : also?.[table.name]
  return workspace === undefined || !column ? '' : `WHERE ${escapeIdentifier(column)} = ${escapeLiteral(workspace)}`
}

async function majorVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS major",
  )
  return rows[0]?.major ?? 0
}

async function putJson(put: PutPart, name: string, value: unknown): Promise<void> {
  await put(
    name,
    (async function* () {
      yield Buffer.from(JSON.stringify(value))
    })(),
  )
}
