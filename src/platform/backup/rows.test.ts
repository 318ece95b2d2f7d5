import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { flipByte, replacePart } from './damage.fixture.ts'
import { exportRows, loadRows, verifyBackup } from './index.ts'
import { createCluster, removeFolder, type Server, startServer, temporaryFolder, withClient } from './server.fixture.ts'

// A server of its own is started and copied, on machines of any speed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const clock = () => new Date('2026-03-01T10:00:00Z')
const about = { schema: '0007' }
const also = { 'app.workspace': 'id', 'app.currency': null }
const one = '00000000-0000-7000-8000-000000000001'
const two = '00000000-0000-7000-8000-000000000002'

// Names sort against the direction of the keys, so that an order by name would fail to load.
const schema = `
  CREATE SCHEMA app;
  CREATE TABLE app.workspace (id uuid PRIMARY KEY, name text NOT NULL);
  CREATE TABLE app.currency (code text PRIMARY KEY);
  CREATE TABLE app.secret (value text);
  CREATE TABLE app.z_account (
    workspace_id uuid REFERENCES app.workspace, id int, parent_id int, owner_id int, "Odd ""name""" text,
    currency text REFERENCES app.currency, arr numeric(20, 4), at timestamptz, tags text[], extra jsonb, blob bytea,
    doubled numeric GENERATED ALWAYS AS (arr * 2) STORED,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, parent_id) REFERENCES app.z_account
  );
  CREATE TABLE app.contact (
    workspace_id uuid, id int GENERATED ALWAYS AS IDENTITY, account_id int NOT NULL, email text,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, account_id) REFERENCES app.z_account
  );
  ALTER TABLE app.z_account ADD FOREIGN KEY (workspace_id, owner_id) REFERENCES app.contact DEFERRABLE;
  CREATE TABLE app.event (workspace_id uuid, day date, n bigserial, PRIMARY KEY (workspace_id, day, n))
    PARTITION BY RANGE (day);
  CREATE TABLE app.event_2026 PARTITION OF app.event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE TABLE app.event_rest PARTITION OF app.event DEFAULT;
  CREATE TABLE app.keyless (workspace_id uuid, said text);
  ALTER TABLE app.contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
`

const seed = `
  INSERT INTO app.workspace VALUES ('${one}', 'One'), ('${two}', 'Two');
  INSERT INTO app.currency VALUES ('EUR'), ('JPY');
  INSERT INTO app.secret VALUES ('not asked for');
  BEGIN;
  SET CONSTRAINTS ALL DEFERRED;
  INSERT INTO app.z_account (workspace_id, id, parent_id, owner_id, "Odd ""name""", currency, arr, at, tags, extra, blob)
    SELECT w.id, i, nullif(i / 2, 0), CASE WHEN w.id = '${one}' THEN i END,
           E'tab\\t newline\\n back\\\\slash \\\\N ' || i || ' žluťoučký 猫', 'EUR', i * 1.0001, '2026-01-01Z'::timestamptz + i * interval '1 hour',
           ARRAY['a,b', NULL, '"'], jsonb_build_object('i', i), decode(md5(i::text), 'hex')
      FROM app.workspace w, generate_series(1, 20000) i ORDER BY i DESC, w.id;
  INSERT INTO app.contact (workspace_id, account_id, email)
    SELECT '${one}', i, 'p' || i || '@example.com' FROM generate_series(1, 20000) i;
  INSERT INTO app.contact (workspace_id, account_id, email) VALUES ('${two}', 7, NULL);
  COMMIT;
  INSERT INTO app.event (workspace_id, day) SELECT '${two}', date '2025-12-01' + i FROM generate_series(1, 200) i;
  INSERT INTO app.keyless VALUES ('${one}', 'b'), ('${one}', 'a'), ('${two}', NULL);
`

let folder = ''
let server: Server
let source = ''
let backup = ''

beforeAll(async () => {
  folder = await temporaryFolder()
  await createCluster(join(folder, 'cluster'))
  server = await startServer(join(folder, 'cluster'))
  source = await database('source')
  await withClient(source, (client) => client.query(seed))
  backup = join(folder, 'all.backup')
  await exportRows({ url: source, file: backup, about, schemas: ['app'], also, clock })
})

afterAll(async () => {
  await server.stop()
  await removeFolder(folder)
})

test('all rows exported and loaded elsewhere are the same rows, and export to the same sums', async () => {
  const target = await database('round_trip')
  const { head, tables } = await loadRows({ url: target, file: backup, schema: '0007' })
  expect(head).toEqual({ format: 'rows', version: 1, postgres: 18, createdAt: clock().toISOString(), about })
  expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))).toEqual({
    'app.workspace': 2,
    'app.currency': 2,
    'app.z_account': 40_000,
    'app.contact': 20_001,
    'app.event': 200,
    'app.keyless': 3,
  })
  expect(await digests(target)).toEqual(await digests(source))

  const again = await exportRows({
    url: target,
    file: join(folder, 'again.backup'),
    about,
    schemas: ['app'],
    also,
    clock,
  })
  expect(again.tables).toEqual(tables)
  expect(again.leftOut).toEqual(['app.secret'])
})

test('after a load the next identity follows those that were loaded', async () => {
  const target = await database('sequences')
  await loadRows({ url: target, file: backup, schema: '0007' })
  await withClient(target, async (client) => {
    const { rows } = await client.query(
      `INSERT INTO app.contact (workspace_id, account_id) VALUES ('${two}', 1) RETURNING id`,
    )
    expect(rows).toEqual([{ id: 20_002 }])
  })
})

test('an export of one workspace holds no row of another', async () => {
  const file = join(folder, 'one.backup')
  await exportRows({ url: source, file, about, schemas: ['app'], also, workspace: one, clock })
  const target = await database('one_workspace')
  await loadRows({ url: target, file, schema: '0007' })
  await withClient(target, async (client) => {
    for (const table of ['z_account', 'contact', 'event', 'keyless']) {
      const { rows } = await client.query(`SELECT count(*)::int AS n FROM app.${table} WHERE workspace_id <> $1`, [one])
      expect(rows, table).toEqual([{ n: 0 }])
    }
    const { rows } = await client.query('SELECT name FROM app.workspace')
    expect(rows).toEqual([{ name: 'One' }])
  })
})

test('an export is of one moment: what is committed while it runs is not in it', async () => {
  const file = join(folder, 'moment.backup')
  const writing = withClient(source, async (client) => {
    for (let n = 0; n < 50; n++) {
      await client.query(`WITH a AS (INSERT INTO app.keyless VALUES ('${two}', 'pair') RETURNING 1)
        INSERT INTO app.event (workspace_id, day) SELECT '${two}', '2020-01-01' FROM a`)
    }
  })
  const { tables } = await exportRows({ url: source, file, about, schemas: ['app'], clock })
  await writing
  const count = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0
  expect(count('app.event') - 200).toBe(count('app.keyless') - 3)
  await withClient(source, (client) =>
    client.query(`DELETE FROM app.keyless WHERE said = 'pair'; DELETE FROM app.event WHERE day = '2020-01-01'`),
  )
})

test('a role that row security binds is refused rather than given fewer rows', async () => {
  await withClient(source, (client) =>
    client.query(
      'CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA app TO clerk; GRANT SELECT ON ALL TABLES IN SCHEMA app TO clerk',
    ),
  )
  const url = source.replace('postgres@', 'clerk@')
  const file = join(folder, 'clerk.backup')
  await expect(exportRows({ url, file, about, schemas: ['app'], clock })).rejects.toThrow(/row-level security/)
  expect((await readdir(folder)).filter((name) => name.startsWith('clerk'))).toEqual([])
})

test('a connection lost during a load ends it with an error and no rows', async () => {
  const target = await database('lost')
  const killing = withClient(server.url, async (client) => {
    for (let killed = 0; killed === 0; ) {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'lost' AND query LIKE 'COPY "app"."z_account"%'`,
      )
      killed = rowCount ?? 0
    }
  })
  // Whether the server's last word or the broken socket is heard first is chance.
  await expect(loadRows({ url: target, file: backup, schema: '0007' })).rejects.toThrow(/terminat|ECONNRESET|EPIPE/)
  await killing
  await withClient(target, async (client) => {
    expect((await client.query('SELECT count(*)::int AS n FROM app.z_account')).rows).toEqual([{ n: 0 }])
  })
})

test('a changed byte is refused by the name of the table, and no row is left behind', async () => {
  const target = await database('damaged')
  const changed = join(folder, 'changed.backup')
  await replacePart(backup, changed, 'rows of app.contact', (bytes) =>
    Buffer.from(bytes.toString().replace('p19999@', 'q19999@')),
  )
  const refusal = { code: 'damaged', message: expect.stringContaining('is damaged: rows of app.contact differ') }
  await expect(verifyBackup(changed)).rejects.toMatchObject(refusal)
  await expect(loadRows({ url: target, file: changed, schema: '0007' })).rejects.toMatchObject(refusal)

  const { size } = await stat(backup)
  for (const at of [Math.floor(size / 4), Math.floor(size / 2), size - 100, size - 5]) {
    const file = await flipByte(backup, at)
    for (const attempt of [() => verifyBackup(file), () => loadRows({ url: target, file, schema: '0007' })]) {
      await expect(attempt(), `byte ${at}`).rejects.toMatchObject({ name: 'BackupRefused', code: 'damaged' })
    }
  }
  expect(await digests(target)).toEqual(await digests(await database('untouched')))
})

test('a load is refused into another schema version, a database with rows, or one without the tables', async () => {
  await expect(loadRows({ url: source, file: backup, schema: '0008' })).rejects.toMatchObject({
    code: 'schema_version',
    message: expect.stringContaining('holds rows of schema 0007, and this database is at 0008'),
  })
  await expect(loadRows({ url: source, file: backup, schema: '0007' })).rejects.toMatchObject({
    code: 'table_in_use',
    message: expect.stringMatching(/app\.\w+ holds rows already/),
  })
  const bare = await database('bare', 'CREATE SCHEMA app')
  await expect(loadRows({ url: bare, file: backup, schema: '0007' })).rejects.toMatchObject({ code: 'unknown_table' })
  const narrower = await database('narrower', `${schema}; ALTER TABLE app.contact DROP COLUMN email`)
  await expect(loadRows({ url: narrower, file: backup, schema: '0007' })).rejects.toMatchObject({
    code: 'unknown_table',
    message: expect.stringContaining('app.contact.email'),
  })
})

test('an export is refused when a table asked for is unknown', async () => {
  const file = join(folder, 'refused.backup')
  await expect(
    exportRows({ url: source, file, about, schemas: ['app'], also: { 'app.nothing': null }, clock }),
  ).rejects.toMatchObject({ code: 'unknown_table', message: expect.stringContaining('app.nothing') })
})

test('tables that refer to each other in a circle are loaded, and their keys hold again afterwards', async () => {
  const hens = `CREATE SCHEMA app;
    CREATE TABLE app.hen (workspace_id uuid, id int PRIMARY KEY, egg int);
    CREATE TABLE app.egg (workspace_id uuid, id int PRIMARY KEY, hen int REFERENCES app.hen);
    ALTER TABLE app.hen ADD FOREIGN KEY (egg) REFERENCES app.egg`
  const cyclic = await database('cyclic', hens)
  await withClient(cyclic, (client) =>
    client.query(
      'INSERT INTO app.hen (id) VALUES (1); INSERT INTO app.egg (id, hen) VALUES (7, 1); UPDATE app.hen SET egg = 7',
    ),
  )
  const file = join(folder, 'cyclic.backup')
  await exportRows({ url: cyclic, file, about, schemas: ['app'], clock })
  const target = await database('cyclic_target', hens)
  await loadRows({ url: target, file, schema: '0007' })
  await withClient(target, async (client) => {
    expect((await client.query('SELECT h.egg, e.hen FROM app.hen h JOIN app.egg e ON e.hen = h.id')).rows).toEqual([
      { egg: 7, hen: 1 },
    ])
    await expect(client.query('UPDATE app.hen SET egg = 8')).rejects.toThrow('hen_egg_fkey')
    await expect(client.query('UPDATE app.egg SET hen = 2')).rejects.toThrow('egg_hen_fkey')
  })
})

async function database(name: string, migrations = schema): Promise<string> {
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`))
  const url = server.url.replace(/postgres$/, name)
  await withClient(url, (client) => client.query(migrations))
  return url
}

async function digests(url: string): Promise<Record<string, string>> {
  const tables = ['workspace', 'currency', 'z_account', 'contact', 'event', 'event_2026', 'event_rest', 'keyless']
  return withClient(url, async (client) => {
    const found: Record<string, string> = {}
    for (const table of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS digest FROM app.${table} t`,
      )
      found[table] = rows[0]?.digest ?? ''
    }
    return found
  })
}
