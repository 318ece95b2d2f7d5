// Databases of the tests' server, made by copying one that is there.
import { randomUUID } from 'node:crypto'
import pg from 'pg'

export type Database = {
  /** Its owner's, who is a superuser. */
  url: string
  /** Ends it, unless it is to be kept under a name, to be copied itself. */
  close(keepAs?: string): Promise<void>
}

/** A copy of a database that nobody is connected to. `server`: the address of any database there. */
export async function copyDatabase(server: string, from: string): Promise<Database> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await asOwner(server, `create database ${name} template ${from} strategy file_copy`)
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    close: (keepAs) =>
      asOwner(server, keepAs ? `alter database ${name} rename to ${keepAs}` : `drop database ${name} with (force)`),
  }
}

/** A statement on the server, from its own database, so that the one that the address names may be copied or dropped. */
export async function asOwner(server: string, statement: string): Promise<void> {
  const client = new pg.Client(Object.assign(new URL(server), { pathname: '/postgres' }).href)
  await client.connect()
  await client.query(statement)
  await client.end()
}
