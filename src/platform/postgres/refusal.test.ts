import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { PostgresStartError } from './index.ts'
import { ask, open, temporaryFolder } from './testing.ts'

const limit = { timeout: 30_000 }
const isRoot = process.getuid?.() === 0

test('a folder of another PostgreSQL version is refused with both versions, and left alone', limit, async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '15\n')
  const error = await refusal(folder)
  expect(error.code).toBe('folder_broken')
  expect(error.message).toMatch(/made by PostgreSQL 15, and this Holdfast ships PostgreSQL 18/)
  expect(readdirSync(join(folder, 'data'))).toEqual(['PG_VERSION'])
  expect(readdirSync(join(folder, 'holders'))).toEqual([])
})

test('a folder that holds something else is refused', limit, async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data', 'photos'), { recursive: true })
  const error = await refusal(folder)
  expect(error.code).toBe('folder_broken')
  expect(error.message).toMatch(/no file PG_VERSION/)
})

test('an empty folder waiting in its place is used', limit, async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'data'), { recursive: true })
  expect(await ask(await open(folder), 'select 1')).toBe(1)
})

test('a file where the folder should be is refused', limit, async () => {
  const folder = temporaryFolder()
  writeFileSync(folder, '')
  expect((await refusal(folder)).code).toBe('folder_not_writable')
})

test.skipIf(!isRoot)(
  'under root, a folder that the server’s user cannot get to is named, with the mend',
  limit,
  async () => {
    const folder = temporaryFolder()
    chmodSync(dirname(folder), 0o700)
    const error = await refusal(folder)
    expect(error.code).toBe('folder_unreachable')
    expect(error.message).toContain(`permissions of ${dirname(folder)}.`)
    expect(error.message).toContain('HOLDFAST_DATA')
  },
)

test('a damaged cluster is refused with the server’s own words', limit, async () => {
  const folder = temporaryFolder()
  await (await open(folder)).release()
  rmSync(join(folder, 'data', 'global', 'pg_control'))
  const error = await refusal(folder)
  expect(error.code).toBe('start_failed')
  expect(error.message).toMatch(/pg_control/)
})

test('a setting that PostgreSQL does not know is refused with its name', limit, async () => {
  const error = await refusal(temporaryFolder(), { settings: { shared_bufers: '1GB' } })
  expect(error.code).toBe('start_failed')
  expect(error.message).toMatch(/shared_bufers/)
})

test(
  'a password that is not the cluster’s is refused, and the server that was started for it stops',
  limit,
  async () => {
    const folder = temporaryFolder()
    await (await open(folder)).release()
    const error = await refusal(folder, { password: 'another' })
    expect(error.code).toBe('start_failed')
    expect(error.message).toMatch(/refuses our password/)
    expect(readdirSync(join(folder, 'data'))).not.toContain('postmaster.pid')
  },
)

async function refusal(folder: string, more?: Parameters<typeof open>[1]): Promise<PostgresStartError> {
  const error = await open(folder, more).catch((reason: unknown) => reason)
  if (!(error instanceof PostgresStartError)) throw new Error(`expected a PostgresStartError, got ${error}`)
  return error
}
