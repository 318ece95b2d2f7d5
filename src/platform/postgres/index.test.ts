import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { hasProcess } from './process-mark.ts'
import { ask, kill, letGo, open, password, postmasterPid, startHolder, temporaryFolder, until } from './testing.ts'

const limit = { timeout: 30_000 }

test(
  'a first start creates a private, checksummed server that sorts by code point and knows letters',
  limit,
  async () => {
    const folder = temporaryFolder()
    const server = await open(folder, { settings: { work_mem: '3MB' } })
    expect(server.adopted).toBe(false)
    expect(await ask(server, 'select current_user')).toBe('holdfast')
    expect(await ask(server, 'show data_checksums')).toBe('on')
    expect(await ask(server, 'show listen_addresses')).toBe('127.0.0.1')
    expect(await ask(server, 'show password_encryption')).toBe('scram-sha-256')
    expect(await ask(server, 'show synchronous_commit')).toBe('on')
    expect(await ask(server, 'show work_mem')).toBe('3MB')
    expect(await ask(server, `select 'Z' < 'a' and lower('ÉÖŞ') = 'éöş'`)).toBe(true)
    await ask(server, 'create extension pg_trgm')
    expect(Number(await ask(server, `select similarity('Müller', 'Möller')`))).toBeLessThan(1)
    const wrong = { url: () => server.url('postgres').replace(encodeURIComponent(password), 'guess') }
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  },
)

test('backups can be taken over the replication protocol', limit, async () => {
  const server = await open(temporaryFolder())
  const client = new pg.Client({ connectionString: `${server.url('postgres')}?replication=true` })
  await client.connect()
  const { rows } = await client.query('IDENTIFY_SYSTEM')
  await client.end()
  expect(rows[0].systemid).toMatch(/^\d+$/)
})

test('processes share one server, and the last to release it stops it', limit, async () => {
  const folder = temporaryFolder()
  const one = startHolder(folder)
  const two = startHolder(folder)
  const answers = [await one.answer, await two.answer]
  expect(answers.map((answer) => answer.adopted).sort()).toEqual([false, true])
  expect(answers[0]?.port).toBe(answers[1]?.port)
  const pid = postmasterPid(folder)
  const here = await open(folder)
  expect(here.adopted).toBe(true)
  await letGo(one)
  await here.release()
  await here.release()
  expect(hasProcess(pid)).toBe(true)
  await letGo(two)
  expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false)
  expect(readdirSync(join(folder, 'holders'))).toEqual([])
})

test('what was saved is there after a stop, on the same port', limit, async () => {
  const folder = temporaryFolder()
  const first = await open(folder)
  await ask(first, 'create table kept as select 42 as answer')
  await first.release()
  const second = await open(folder)
  expect(second.adopted).toBe(false)
  expect(second.port).toBe(first.port)
  expect(await ask(second, 'select answer from kept')).toBe(42)
})

test('a killed server comes back unaided, even when a session of it is deep in a query', limit, async () => {
  const folder = temporaryFolder()
  const server = await open(folder)
  await ask(server, 'create table kept as select 42 as answer')
  const busy = ask(server, 'select count(*) from generate_series(1, 1e9)').catch(() => 'cut off')
  await until(async () =>
    expect(await ask(server, `select count(*) from pg_stat_activity where query like '%1e9%'`)).toBe('2'),
  )
  process.kill(postmasterPid(folder), 'SIGKILL')
  const took = await until(async () => expect(await ask(server, 'select answer from kept')).toBe(42))
  expect(took).toBeLessThan(15_000)
  expect(await busy).toBe('cut off')
  await until(() => expect(server.said.join('\n')).toMatch(/ended unexpectedly; a new one serves/))
})

test(
  'when the process that started it is killed the server lives on, is taken over, and is looked after',
  limit,
  async () => {
    const folder = temporaryFolder()
    const first = startHolder(folder)
    const { port } = await first.answer
    const pid = postmasterPid(folder)
    await kill(first.child)
    expect(hasProcess(pid)).toBe(true)

    const server = await open(folder)
    expect(server).toMatchObject({ adopted: true, port })
    expect(postmasterPid(folder)).toBe(pid)

    process.kill(pid, 'SIGKILL')
    await until(async () => expect(await ask(server, 'select 1')).toBe(1))
    expect(postmasterPid(folder)).not.toBe(pid)
    await server.release()
    expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false)
  },
)

test('two processes that see the server fall start one between them', limit, async () => {
  const folder = temporaryFolder()
  const server = await open(folder)
  const other = startHolder(folder)
  await other.answer
  process.kill(postmasterPid(folder), 'SIGKILL')
  await until(async () => expect(await ask(server, 'select 1')).toBe(1))
  await server.release()
  expect(await ask(server, 'select 1')).toBe(1)
  await letGo(other)
  await expect(ask(server, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('a creation that is killed leaves no half-made database', limit, async () => {
  const folder = temporaryFolder()
  const { child } = startHolder(folder)
  await until(() => expect(readdirSync(folder).some((name) => name.startsWith('.unfinished-'))).toBe(true))
  await kill(child)
  expect(existsSync(join(folder, 'data'))).toBe(false)
  const server = await open(folder)
  expect(await ask(server, 'select 1')).toBe(1)
  await until(() => expect(readdirSync(folder).filter((name) => name.startsWith('.unfinished-'))).toEqual([]))
})

test('a port taken by another program is left to it, and the new one is remembered', limit, async () => {
  const folder = temporaryFolder()
  const first = await open(folder)
  await first.release()
  const squatter = await squatOn(first.port)
  const second = await open(folder).finally(() => squatter.close())
  expect(second.port).not.toBe(first.port)
  expect(second.said.join()).toContain(`Port ${first.port} is taken by another program`)
  expect(readFileSync(join(folder, 'port'), 'utf8')).toBe(`${second.port}\n`)
})

test('a port that was asked for is waited for', limit, async () => {
  const squatter = await squatOn(0)
  const address = squatter.address()
  const port = typeof address === 'object' && address ? address.port : 0
  setTimeout(() => squatter.close(), 3_000)
  const server = await open(temporaryFolder(), { port })
  expect(squatter.listening).toBe(false)
  expect(server.port).toBe(port)
})

test('what customers wrote stays out of the server’s log, even when it caused an error', limit, async () => {
  const folder = temporaryFolder()
  const server = await open(folder)
  await ask(server, 'create table person (email text unique)')
  await ask(server, `insert into person values ('ana@example.com')`)
  await expect(ask(server, `insert into person values ('ana@example.com')`)).rejects.toThrow(/duplicate key/)
  await server.release()
  const logs = join(folder, 'logs')
  const written = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'))
  expect(written.join()).toContain('duplicate key')
  expect(written.join()).not.toContain('ana@example.com')
})

async function squatOn(port: number): Promise<Server> {
  const squatter = createServer().listen(port, '127.0.0.1')
  await once(squatter, 'listening')
  return squatter
}
