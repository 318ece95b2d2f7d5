// The servers that are measured, each in a process of its own, begun as in production and ended by its id.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Installation } from './installation.ts'

export type Server = { name: string; port: number; pid: number; stop(): Promise<void> }

const root = join(import.meta.dirname, '..')

type Ready = { path: string; headers?: Record<string, string> }

export const startLimit = (installation: Installation): Promise<Server> =>
  start('limit', [process.execPath, 'bench/limit-server.ts'], installation.env, {
    path: `/account/${installation.workspaces[0]?.id}/${installation.workspaces[0]?.id}`,
  })

/** The service as its own command starts it. It counts as started when it answers `ready`. */
export const startHoldfast = (
  installation: Pick<Installation, 'env'>,
  { env = {}, ready = { path: '/readyz' } }: { env?: Record<string, string>; ready?: Ready } = {},
): Promise<Server> => start('holdfast', ['bin/holdfast', 'serve'], { ...installation.env, ...env }, ready)

async function start(
  name: string,
  [command = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: Ready,
): Promise<Server> {
  const port = await freePort()
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000)
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} could not be started.`)
  try {
    await answering(`http://127.0.0.1:${port}${ready.path}`, ready.headers ?? {}, child)
  } catch (error) {
    await stop(child)
    throw new Error(`${name} did not start: ${error instanceof Error ? error.message : error}\n${said}`)
  }
  return { name, port, pid, stop: () => stop(child) }
}

async function answering(url: string, headers: Record<string, string>, child: ChildProcess): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 30_000; ) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`)
    const status = await fetch(url, { headers }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 0,
    )
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('no answer within 30 seconds')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** The process that makes the load. */
export function startLoad(): ChildProcess {
  return fork(join(import.meta.dirname, 'load.ts'), { serialization: 'advanced', execPath: process.execPath })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
