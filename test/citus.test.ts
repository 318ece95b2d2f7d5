// The database as it is after all migrations: it could be sharded by workspace tomorrow, and no role that serves can reach from
// one workspace into another, whatever the program above it does. Every rule is seen to catch what it forbids.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, openSecret, quoted, readMigrations, rolesOf, silentLog, urlAs } from '../src/platform/index.ts'
import { testSecret } from './harness/global.ts'
import { openWorld, type World } from './harness/world.ts'
import { type SchemaRule, schemaRules } from './house/schema.ts'

const roles = rolesOf(openSecret({ folder: '', given: testSecret }))
const rules = schemaRules({ app: roles.app.name, system: roles.system.name })

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const faults = async (client: pg.ClientBase, { broken, mend }: SchemaRule) =>
  (await client.query<{ at: string }>(broken)).rows.map(({ at }) => `${at}: ${mend}`)

test.each(rules)('$says', async (rule) => {
  const client = await world.owner.connect()
  try {
    // With no search path every name is said whole, whatever schemas the owner would look into.
    await client.query("begin; set local search_path = ''")
    expect(await faults(client, rule)).toEqual([])
    for (const statement of rule.planted) await client.query(statement)
    expect((await faults(client, rule)).length, 'the planted fault was not found').toBeGreaterThan(0)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('migrating again, as the owner whose name is also a schema’s, finds nothing to do', async () => {
  expect(await migrate({ url: world.url, roles, log: silentLog })).toEqual([])
})

test('a migration is sent one statement at a time', () => {
  const migrations = readMigrations()
  expect(migrations.length).toBeGreaterThan(0)
  const several = migrations.flatMap(({ name, statements }) =>
    statements
      .filter((statement) => isSeveral(statement))
      .map((statement) => `${name}: leave a blank line after each statement (C21): ${statement.slice(0, 80)}`),
  )
  expect(several).toEqual([])
  expect(isSeveral('create table a ();\ncreate table b ()')).toBe(true)
})

const isSeveral = (statement: string) =>
  statement.replace(/'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$/g, '').includes(';')

describe('with a row of one workspace in every table', () => {
  type Table = { name: string; columns: readonly string[]; row: readonly unknown[] }
  const [mine, theirs] = [randomUUID(), randomUUID()]
  let tables: Table[]
  let app: pg.Client

  beforeAll(async () => {
    tables = await fillEveryTable(world.owner, theirs)
    app = new pg.Client(urlAs(world.url, roles.app))
    await app.connect()
  })
  afterAll(() => app.end())

  /** Runs each statement in a transaction of its own, which never stays; answers how many rows it touched, or the error's code. */
  async function touch(workspace: string | null, statement: string, values: readonly unknown[] = []) {
    await app.query('begin')
    try {
      if (workspace) await app.query(`set local app.workspace_id = '${workspace}'`)
      return (await app.query(statement, [...values])).rowCount
    } catch (error) {
      return (error as pg.DatabaseError).code
    } finally {
      await app.query('rollback')
    }
  }
  const mayNot = '42501'

  test('there is something to see, for who is in that workspace', async () => {
    expect(tables.length).toBeGreaterThan(30)
    for (const { name } of tables) expect(await touch(theirs, `select 1 from ${name}`), name).toBe(1)
  })

  test.each([
    ['another workspace', mine],
    ['no workspace', null],
  ])('who is in %s sees no row of any table, and can add, change and remove none', async (_, workspace) => {
    for (const { name, columns, row } of tables) {
      const at = (verb: string) => `${verb} ${name}`
      expect(await touch(workspace, `select 1 from ${name}`), at('see')).toBe(0)
      const slots = row.map((_, i) => `$${i + 1}`).join(', ')
      expect(
        await touch(workspace, `insert into ${name} (${columns.join(', ')}) values (${slots})`, row),
        at('add'),
      ).toBe(mayNot)
      expect([0, mayNot], at('change')).toContain(
        await touch(workspace, `update ${name} set workspace_id = workspace_id`),
      )
      expect([0, mayNot], at('remove')).toContain(await touch(workspace, `delete from ${name}`))
      expect(await touch(workspace, `truncate ${name}`), at('empty')).toBe(mayNot)
      expect(await touch(workspace, `alter table ${name} disable row level security`), at('open')).toBe(mayNot)
    }
  })

  test('a row can’t be moved out of its workspace', async () => {
    for (const { name } of tables)
      expect([mayNot], name).toContain(await touch(theirs, `update ${name} set workspace_id = '${mine}'`))
  })

  test('a workspace that is no uuid is no workspace, and a text can’t be slipped in through it', async () => {
    expect(await touch(null, `select 1 from customer.account`)).toBe(0)
    await expect(
      world.records.ask({ ...world.operator, workspace: `${theirs}' or true --` } as typeof world.operator, {
        from: 'account',
      }),
    ).rejects.toThrow()
  })
})

/** One row in each table that belongs to a workspace, keys to other tables left unproved: only who sees it is in question. */
async function fillEveryTable(owner: pg.Pool, workspace: string) {
  const client = await owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(
      `create table usage.event_2026_11 partition of usage.event for values from ('2026-11-01') to ('2026-12-01')`,
    )
    const { rows } = await client.query<{ name: string; columns: { name: string; type: string }[] }>(
      `select format('%I.%I', n.nspname, c.relname) as name,
        json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relkind in ('r', 'p') and not c.relispartition and a.attnotnull and not a.attisdropped
        and exists (select 1 from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id')
        and n.nspname not in ('directory', 'graphile_worker')
      group by 1 order by 1`,
    )
    const tables = rows.map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name),
      row: columns.map((column) => (column.name === 'workspace_id' ? workspace : valueOfType(column.type))),
    }))
    for (const { name, columns, row } of tables)
      await client.query(
        `insert into ${name} (${columns.join(', ')}) values (${row.map((_, i) => `$${i + 1}`).join(', ')})`,
        [...row],
      )
    return tables
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}

const values: Readonly<Record<string, unknown>> = {
  uuid: '01900000-0000-7000-8000-000000000000',
  text: 'x',
  'timestamp with time zone': '2026-11-15T00:00:00Z',
  date: '2026-11-15',
  bigint: 1,
  integer: 1,
  boolean: true,
  jsonb: '{}',
  bytea: Buffer.from('x'),
  'text[]': ['x'],
  'uuid[]': [],
}

function valueOfType(type: string): unknown {
  if (!(type in values)) throw new Error(`Give a value of type ${quoted(type)} here, so that its table is tested too.`)
  return values[type]
}
