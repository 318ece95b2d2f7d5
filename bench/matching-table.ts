// The invented people in a table of PostgreSQL, made once and kept, and read back in pages: what a run over everything begins with.
import { chmodSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openEmbeddedPostgres } from '../src/platform/postgres/index.ts'
import { type Person, population } from './matching-people.ts'

export type PeopleTable = {
  url: string
  /** The table's name. */
  name: string
  /** Rows from one number up to before another, a page at a time: JSON arrays in the order of `fields`. */
  pages(from: number, to: number): AsyncIterable<string>
  close(): Promise<void>
}

export const fields = ['first_name', 'last_name', 'email', 'phone', 'birth_date', 'street', 'postcode', 'city'] as const

/** Raised when the people change, so that a table made before is made again. */
const setVersion = 2
const pageRows = 5_000

export async function openPeopleTable(records: number, say: (text: string) => void): Promise<PeopleTable> {
  const folder = process.env['HOLDFAST_BENCH_FOLDER'] ?? join(tmpdir(), 'holdfast-bench')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755) // under root, PostgreSQL runs as another user
  const server = await openEmbeddedPostgres({
    folder: join(folder, 'matching'),
    password: 'bench',
    log: ({ level, message }) => level !== 'info' && say(message),
    settings: { shared_buffers: '512MB', max_wal_size: '8GB', checkpoint_timeout: '30min' },
  })
  const url = server.url('postgres')
  const client = new pg.Client(url)
  try {
    await client.connect()
    const table = `people_${records}`
    if (!(await isMade(client, table))) await make(client, table, records, say)
    return {
      url,
      name: table,
      pages: (from, to) => pagesOf(client, table, from, to),
      async close() {
        await client.end()
        await server.release()
      },
    }
  } catch (error) {
    await server.release()
    throw error
  }
}

async function* pagesOf(client: pg.Client, table: string, from: number, to: number): AsyncGenerator<string> {
  const select = `select json_agg(json_build_array(${fields.join(', ')}) order by row)::text as page from ${table} where row >= $1 and row < $2`
  const read = (at: number) =>
    client.query<{ page: string }>({ name: table, text: select, values: [at, Math.min(at + pageRows, to)] })
  let ahead = read(from)
  for (let at = from; at < to; at += pageRows) {
    const { rows } = await ahead
    // The next page is made while this one is read.
    if (at + pageRows < to) ahead = read(at + pageRows)
    yield rows[0]?.page ?? '[]'
  }
}

async function isMade(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query('select obj_description(to_regclass($1)) as version', [table])
  return rows[0]?.version === String(setVersion)
}

async function make(client: pg.Client, table: string, records: number, say: (text: string) => void): Promise<void> {
  say(`making a table of ${records} people, once`)
  const columns = fields.map((name) => `${name} text`).join(', ')
  await client.query(
    `drop table if exists ${table}; create unlogged table ${table} (row integer primary key, ${columns})`,
  )
  const { person } = population(records)
  for (let from = 0; from < records; from += 10_000) {
    const some = Array.from({ length: Math.min(10_000, records - from) }, (_, i) => valuesOf(person(from + i)))
    const values = fields.map((_, i) => some.map((each) => each[i] ?? null))
    await client.query(
      `insert into ${table} select * from unnest($1::int[], ${fields.map((_, i) => `$${i + 2}::text[]`).join(', ')})`,
      [some.map((_, i) => from + i), ...values],
    )
  }
  await client.query(`vacuum analyze ${table}`)
  await client.query(`comment on table ${table} is '${setVersion}'`)
}

const valuesOf = (person: Person) => fields.map((name) => person[name])
