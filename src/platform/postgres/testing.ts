// What the tests of this folder share: temporary folders, a server small enough for many, and other Holdfast processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type EmbeddedServer, openEmbeddedPostgres } from './index.ts'

export const password = "a 'pass/word' of ours"

/** A folder for one test, passable for the system user that runs the server, removed when the test ends. */
export function temporaryFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'holdfast-postgres-'))
  chmodSync(parent, 0o755)
  onTestFinished(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'postgres')
}

/** Opens a small server, released when the test ends; `said` collects its log. */
export async function open(
  folder: string,
  more: { settings?: Record<string, string>; port?: number; password?: string } = {},
): Promise<EmbeddedServer & { said: string[] }> {
  const said: string[] = []
  const server = await openEmbeddedPostgres({
    folder,
    password: more.password ?? password,
    log: ({ message }) => said.push(message),
    settings: { shared_buffers: '16MB', ...more.settings },
    ...(more.port === undefined ? {} : { port: more.port }),
  })
  onTestFinished(() => server.release())
  return Object.assign(server, { said })
}

/** The value of the first column of the first row. */
export async function ask(server: { url(database: string): string }, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url('postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end().catch(() => {})
  }
}

export type Holder = { child: ChildProcess; answer: Promise<{ port: number; adopted: boolean }> }

/** Another Holdfast process that opens the folder's server; killed when the test ends, if it still lives. */
export function startHolder(folder: string): Holder {
  const program = fileURLToPath(new URL('./holder.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder, password], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => kill(child))
  const answer = once(createInterface({ input: child.stdout }), 'line').then(([line]) => JSON.parse(String(line)))
  answer.catch(() => {})
  return { child, answer }
}

/** kill -9, and waits until it is dead. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const dead = once(child, 'exit')
  child.kill('SIGKILL')
  await dead
}

export async function letGo({ child }: Holder): Promise<void> {
  const gone = once(child, 'exit')
  child.stdin?.end()
  await gone
}

export function postmasterPid(folder: string): number {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Tries until it succeeds; gives how many milliseconds that took. */
export async function until(attempt: () => unknown, limit = 15_000): Promise<number> {
  const began = performance.now()
  for (;;) {
    try {
      await attempt()
      return performance.now() - began
    } catch (error) {
      if (performance.now() - began > limit) throw error
      await sleep(20)
    }
  }
}
