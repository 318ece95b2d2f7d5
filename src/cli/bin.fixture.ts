// Command lines on installations of their own, in child processes or in this one: what the tests of this room share.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { run } from './run.ts'

export type Ended = { code: number | null; stdout: string; stderr: string }

const program = join(import.meta.dirname, '../../bin/holdfast')

/** Passable for the system user that runs the database under root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-cli-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Where a command works: a data folder, or the variables of one whose database is elsewhere. */
export type Place = string | Readonly<{ HOLDFAST_DATA: string; DATABASE_URL: string; HOLDFAST_SECRET: string }>

const variablesOf = (place: Place) => (typeof place === 'string' ? { HOLDFAST_DATA: place } : place)

type Given = { env?: Record<string, string>; input?: string }

/** The program itself, as a shell starts it. */
export async function bin(
  place: Place,
  words: readonly string[],
  { env = {}, input = '' }: Given = {},
): Promise<Ended> {
  const child = start(place, words, env)
  child.stdin?.end(input)
  const [stdout, stderr, [code]] = await Promise.all([
    readAll(child, 'stdout'),
    readAll(child, 'stderr'),
    once(child, 'exit'),
  ])
  return { code, stdout, stderr }
}

/** The same without the half second that a process takes to start. */
export async function holdfast(
  place: Place,
  words: readonly string[],
  { env = {}, input = '' }: Given = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += chunk
        done()
      },
    })
  const code = await run(words, {
    stdout: into('stdout'),
    stderr: into('stderr'),
    env: { LANG: 'C', ...variablesOf(place), ...env },
    readInput: async () => input,
  })
  return { code, ...said }
}

/** The answer of a command that must succeed, as `--json` gives it. */
export async function json<T>(place: Place, ...words: string[]): Promise<T> {
  const { code, stdout, stderr } = await holdfast(place, [...words, '--json'])
  if (code !== 0) throw new Error(`holdfast ${words.join(' ')} ended with ${code}: ${stderr}${stdout}`)
  return JSON.parse(stdout)
}

export type Serving = { child: ChildProcess; url: string; pid: number; mail: { port: number } | null }

/** `holdfast serve` on a free port, once it says where it is. */
export const serve = (place: Place, ...words: string[]): Promise<Serving> => serveWith(place, {}, ...words)

export async function serveWith(place: Place, env: Record<string, string>, ...words: string[]): Promise<Serving> {
  const child = start(place, ['serve', '--port', '0', '--json', ...words], env)
  const errors = readAll(child, 'stderr')
  if (!child.stdout) throw new Error('A child with a pipe has a standard output.')
  const first = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => null),
  ])
  if (!first) throw new Error(`holdfast serve ended: ${await errors}`)
  const { url, pid, mail } = JSON.parse(String(first[0]))
  return { child, url, pid, mail }
}

/** Its exit code. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code
}

function start(place: Place, words: readonly string[], env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  return spawn(program, words, { env: { PATH, HOME, LANG: 'C', ...variablesOf(place), ...env }, stdio: 'pipe' })
}

const readAll = async (child: ChildProcess, name: 'stdout' | 'stderr'): Promise<string> => {
  const stream = child[name]
  return stream ? text(stream) : ''
}
