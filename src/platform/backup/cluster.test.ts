import { chown, copyFile, mkdir, readdir, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeContainer } from './container.ts'
import { flipByte, replacePart } from './damage.fixture.ts'
import { restoreBackup, verifyBackup, writeBackup } from './index.ts'
import {
  createCluster,
  owner,
  removeFolder,
  type Server,
  startServer,
  temporaryFolder,
  withClient,
} from './server.fixture.ts'
import { renamed, startOf, without } from './tar.fixture.ts'

// A server of its own is started and copied, on machines of any speed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const clock = () => new Date('2026-03-01T10:00:00Z')
const about = { schema: '0007' }

let folder = ''
let source: Server
let backup = ''
let acknowledgedBefore: number[] = []
let acknowledgedAfter: number[] = []
let contactsDigest = ''

beforeAll(async () => {
  folder = await temporaryFolder()
  backup = join(folder, 'monday.backup')
  await createCluster(join(folder, 'source'))
  source = await startServer(join(folder, 'source'))
  await withClient(source.url, async (client) => {
    await client.query(`
      CREATE TABLE contact (id bigint PRIMARY KEY, email text NOT NULL, note text);
      INSERT INTO contact SELECT i, 'p' || i || '@example.com', repeat(md5(i::text), 4) FROM generate_series(1, 50000) i;
      CREATE TABLE change (writer int, n int, PRIMARY KEY (writer, n));
      CREATE TABLE history (writer int, n int, PRIMARY KEY (writer, n));
    `)
    contactsDigest = await digestOf(client)
  })
  const load = writeLoad(source.url, 3)
  await load.isFlowing
  acknowledgedBefore = [...load.acknowledged]
  await writeBackup({ url: source.url, file: backup, about, clock })
  acknowledgedAfter = [...load.acknowledged]
  await load.stop()
})

afterAll(async () => {
  await source.stop()
  await removeFolder(folder)
})

test('a backup taken while others write restores to one moment, and loses nothing acknowledged before', async () => {
  const restored = join(folder, 'restored')
  const head = await restoreBackup({ file: backup, folder: restored, postgres: 18, ...(owner && { owner }) })
  expect(head).toEqual({ format: 'cluster', version: 1, postgres: 18, createdAt: clock().toISOString(), about })

  const server = await startServer(restored)
  try {
    await withClient(server.url, async (client) => {
      expect(await digestOf(client)).toBe(contactsDigest)
      for (const [writer, before] of acknowledgedBefore.entries()) {
        const { rows } = await client.query<{ changes: number; last: number; histories: number }>(
          `SELECT (SELECT count(*)::int FROM change WHERE writer = $1) AS changes,
                  (SELECT max(n) FROM change WHERE writer = $1) AS last,
                  (SELECT count(*)::int FROM history WHERE writer = $1) AS histories`,
          [writer],
        )
        const [found] = rows
        expect(found?.histories).toBe(found?.changes)
        expect(found?.last).toBe(found?.changes)
        expect(found?.changes).toBeGreaterThanOrEqual(before)
        // One more may have been committed whose acknowledgement was still on its way.
        expect(found?.changes).toBeLessThanOrEqual((acknowledgedAfter[writer] ?? 0) + 1)
      }
    })
  } finally {
    await server.stop()
  }
})

test('verifying says what the backup is', async () => {
  expect(await verifyBackup(backup)).toMatchObject({ format: 'cluster', postgres: 18, about })
})

test('progress counts the bytes of the server, and the file is private and never overwritten', async () => {
  const file = join(folder, 'tuesday.backup')
  const heard: number[] = []
  const { bytes, sha256 } = await writeBackup({ url: source.url, file, about, clock, progress: (n) => heard.push(n) })
  expect(await stat(file)).toMatchObject({ size: bytes, mode: 0o100600 })
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(heard.at(-1)).toBeGreaterThan(50_000 * 128)
  await expect(writeBackup({ url: source.url, file, about, clock })).rejects.toMatchObject({ code: 'file_exists' })
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

describe('a backup is refused, and nothing is left, when', () => {
  test('a byte of a file in it has changed: by the name of that file', async () => {
    const file = await withArchive('flipped', (bytes) => {
      const at = startOf(bytes, 'base/1/1259') + 100
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      return bytes
    })
    await refuses(file, 'damaged', /is damaged: base\/1\/1259 differs\.$/)
  })

  test('a file in it is missing: by the name of that file', async () => {
    const file = await withArchive('without', (bytes) => without(bytes, (path) => path === 'base/1/1259'))
    await refuses(file, 'damaged', /is damaged: base\/1\/1259 is missing\.$/)
  })

  test('its WAL is missing: by the name of the segment', async () => {
    const file = await withArchive('no-wal', (bytes) => without(bytes, (path) => /^pg_wal\/0/.test(path)))
    await refuses(file, 'missing_wal', /lacks pg_wal\/[0-9A-F]{24}, without which/)
  })

  test('the manifest has been edited', async () => {
    const file = join(folder, 'manifest.backup')
    await replacePart(backup, file, 'backup_manifest', (bytes) =>
      Buffer.from(bytes.toString().replace('"Size": 3', '"Size": 4')),
    )
    await refuses(file, 'damaged', /backup_manifest differs from its own checksum/)
  })

  test('an entry would leave the folder, or is there twice', async () => {
    const escaping = await withArchive('escaping', (bytes) => renamed(bytes, 'base/1/1259', '../../escaped'))
    await refuses(escaping, 'unsafe_path', /holds "\.\.\/\.\.\/escaped", which is a link or leaves the folder/)
    const twice = await withArchive('twice', (bytes) => renamed(bytes, 'base/1/1259', 'PG_VERSION'))
    await refuses(twice, 'damaged', /holds PG_VERSION twice/)
  })

  test('any one byte of the file has changed', async () => {
    const { size } = await stat(backup)
    for (const at of [0, 20, 40, 300, Math.floor(size / 3), Math.floor(size / 2), size - 60_000, size - 40, size - 1]) {
      const file = await flipByte(backup, at)
      await expect(verifyBackup(file), `byte ${at}`).rejects.toMatchObject({ name: 'BackupRefused' })
    }
    await refuses(await flipByte(backup, Math.floor(size / 2)), 'damaged', /is damaged: /)
  })

  test('it is cut short, or something follows it', async () => {
    const { size } = await stat(backup)
    for (const length of [0, 10, 100, Math.floor(size / 2), size - 1]) {
      const file = join(folder, `short-${length}.backup`)
      await copyFile(backup, file)
      await truncate(file, length)
      await expect(verifyBackup(file), `${length} bytes`).rejects.toMatchObject({ code: 'cut_short' })
    }
    const half = join(folder, `short-${Math.floor(size / 2)}.backup`)
    await refuses(half, 'cut_short', /ends at byte \d+, \d+ bytes too early/)
    const longer = join(folder, 'longer.backup')
    await copyFile(backup, longer)
    await writeFile(longer, 'x', { flag: 'a' })
    await refuses(longer, 'damaged', /something follows its end/)
  })

  test('it is in another format version, of another PostgreSQL, or of another kind', async () => {
    const head = { format: 'cluster', version: 2, postgres: 18, createdAt: clock().toISOString(), about } as const
    const newer = join(folder, 'newer.backup')
    await writeContainer(newer, head, async () => undefined)
    await refuses(newer, 'format_version', /is in backup format 2; this Holdfast reads format 1/)

    const target = join(folder, 'other-major')
    await expect(restoreBackup({ file: backup, folder: target, postgres: 17 })).rejects.toMatchObject({
      code: 'postgres_version',
      message: expect.stringContaining('was written by PostgreSQL 18 and cannot be run by PostgreSQL 17'),
    })
    const other = join(folder, 'other.backup')
    await writeFile(other, 'a text of more than sixteen bytes')
    await refuses(other, 'not_a_backup', /is not a Holdfast backup/)
    const rows = join(folder, 'rows.backup')
    await writeContainer(rows, { ...head, format: 'rows', version: 1 }, async () => undefined)
    await expect(restoreBackup({ file: rows, folder: target })).rejects.toMatchObject({ code: 'wrong_kind' })
  })

  test('the folder is not empty', async () => {
    const target = join(folder, 'in-use')
    await mkdir(target)
    await writeFile(join(target, 'PG_VERSION'), '18')
    await expect(restoreBackup({ file: backup, folder: target })).rejects.toMatchObject({
      code: 'folder_in_use',
      message: expect.stringContaining('is not empty (it holds PG_VERSION)'),
    })
    expect(await readdir(target)).toEqual(['PG_VERSION'])
  })
})

test('a server that keeps data in a tablespace is refused by its place, and no file is left', async () => {
  const place = join(folder, 'elsewhere')
  await mkdir(place)
  if (owner) await chown(place, owner.uid, owner.gid)
  await withClient(source.url, async (client) => {
    await client.query(`CREATE TABLESPACE elsewhere LOCATION '${place}'`)
    const file = join(folder, 'tablespace.backup')
    await expect(writeBackup({ url: source.url, file, about, clock })).rejects.toMatchObject({
      code: 'tablespaces',
      message: expect.stringContaining(place),
    })
    expect((await readdir(folder)).filter((name) => name.startsWith('tablespace'))).toEqual([])
    await client.query('DROP TABLESPACE elsewhere')
  })
})

test('a lost connection fails the backup and leaves no file', async () => {
  const file = join(folder, 'lost.backup')
  const killing = withClient(source.url, async (client) => {
    for (let killed = 0; killed === 0; ) {
      const { rowCount } = await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'walsender'`,
      )
      killed = rowCount ?? 0
    }
  })
  await expect(writeBackup({ url: source.url, file, about, clock })).rejects.toThrow()
  await killing
  expect((await readdir(folder)).filter((name) => name.startsWith('lost'))).toEqual([])
})

async function refuses(file: string, code: string, message: RegExp): Promise<void> {
  const refusal = { name: 'BackupRefused', code, message: expect.stringMatching(message) }
  await expect(verifyBackup(file)).rejects.toMatchObject(refusal)
  await expect(restoreBackup({ file, folder: join(folder, 'never') })).rejects.toMatchObject(refusal)
  expect((await readdir(folder)).filter((name) => name.startsWith('never') || name === 'escaped')).toEqual([])
}

async function withArchive(name: string, change: (archive: Buffer) => Buffer): Promise<string> {
  const file = join(folder, `${name}.backup`)
  await replacePart(backup, file, 'base.tar', change)
  return file
}

async function digestOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    "SELECT count(*) || ' ' || md5(string_agg(id || email || note, ',' ORDER BY id)) AS digest FROM contact",
  )
  return rows[0]?.digest ?? ''
}

/** Writers that each put one row into two tables per transaction, and count what the server has acknowledged. */
function writeLoad(url: string, writers: number) {
  const acknowledged = Array.from({ length: writers }, () => 0)
  const flowing = Promise.withResolvers<void>()
  let isOver = false
  const working = acknowledged.map((_, writer) =>
    withClient(url, async (client) => {
      for (let n = 1; !isOver; n++) {
        await client.query('BEGIN')
        await client.query('INSERT INTO change VALUES ($1, $2)', [writer, n])
        await client.query('INSERT INTO history VALUES ($1, $2)', [writer, n])
        await client.query('COMMIT')
        acknowledged[writer] = n
        if (acknowledged.every((count) => count >= 20)) flowing.resolve()
      }
    }),
  )
  const stop = async () => {
    isOver = true
    await Promise.all(working)
  }
  return { acknowledged, isFlowing: flowing.promise, stop }
}
