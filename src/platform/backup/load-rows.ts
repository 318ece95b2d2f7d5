import type { Client } from 'pg'
import type { BackupHead } from './container.ts'
import { copyIn, withConnection } from './copy.ts'
import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'
import { type Contents, readRows, type TableTotal } from './rows-format.ts'
import { columnList, hasRows, inTransaction, setKeysAside, setSequence, type Table, tablesIn } from './store.ts'
import { verifyRows } from './verify-rows.ts'

/**
 * Loads a backup of rows into a migrated database whose tables are empty, in one transaction: all of it or nothing.
 * `schema` is the migration that database stands at; a backup of another is refused. `url` must be of a role that row
 * security does not bind.
 */
export async function loadRows(o: {
  url: string
  file: string
  schema: string
}): Promise<{ head: BackupHead; tables: TableTotal[] }> {
  // Read first, load second: of a damaged row the server would only say that its syntax is wrong.
  await verifyRows(o.file, (head) => refuseOtherSchema(head, o.schema))
  return withConnection(o.url, (client) =>
    inTransaction(client, 'BEGIN', async () => {
      const targets = new Map<string, Table>()
      const loaded: TableTotal[] = []
      let makeKeysAgain = async () => {}
      const head = await readRows(o.file, {
        begin: async (contents) => {
          for (const table of await findTargets(client, contents)) targets.set(table.name, table)
          makeKeysAgain = await setKeysAside(client, [...targets.values()])
          await client.query('SET CONSTRAINTS ALL DEFERRED')
        },
        load: async ({ name, columns }, content) => {
          const target = targets.get(name)
          if (!target) throw unknownTable(name)
          return copyIn(client, `COPY ${target.sql} (${columnList(columns)}) FROM STDIN`, content)
        },
        end: async (totals) => {
          loaded.push(...totals.tables)
          await makeKeysAgain()
          for (const sequence of totals.sequences) await setSequence(client, sequence)
        },
      })
      return { head, tables: loaded }
    }),
  )
}

function refuseOtherSchema(head: BackupHead, schema: string): void {
  if (head.about.schema === schema) return
  throw new BackupRefused('schema_version', reasons.otherSchema(head.about.schema, schema))
}

async function findTargets(client: Client, contents: Contents): Promise<Table[]> {
  const schemas = new Set(contents.tables.map(({ name }) => name.split('.')[0] ?? name))
  const tables = new Map((await tablesIn(client, [...schemas])).map((table) => [table.name, table]))
  const targets: Table[] = []
  for (const { name, columns } of contents.tables) {
    const table = tables.get(name)
    if (!table) throw unknownTable(name)
    const unknown = columns.find((column) => !table.columns.includes(column))
    if (unknown) throw new BackupRefused('unknown_table', reasons.unknownColumn(`${name}.${unknown}`))
    if (await hasRows(client, table)) throw new BackupRefused('table_in_use', reasons.tableInUse(name))
    targets.push(table)
  }
  return targets
}

const unknownTable = (name: string) => new BackupRefused('unknown_table', reasons.unknownTable(name))
