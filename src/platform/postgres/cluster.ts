// The cluster's place on disk: made once, whole or not at all, and checked before every use.
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { type Binaries, findBinaries, majorVersion } from './binaries.ts'
import { markOf, parseMark, readIfThere } from './process-mark.ts'
import { endGroup, run } from './programs.ts'
import { reasons } from './reasons.ts'
import { diskFull, errnoOf, PostgresStartError } from './start-error.ts'
import { checkReach, chooseSystemUser, giveTo, type SystemUser } from './system-user.ts'

export type Log = (line: { level: 'info' | 'warn' | 'error'; message: string }) => void

export type Cluster = {
  folder: string
  data: string
  logs: string
  holders: string
  lock: string
  binaries: Binaries
  user: SystemUser
}

/** The bootstrap superuser of every cluster. */
export const superuser = 'holdfast'

/** Makes the folders around the cluster and finds out which system user is to run it. */
export async function prepareFolder(path: string): Promise<Cluster> {
  const folder = resolve(path)
  const data = join(folder, 'data')
  const logs = join(folder, 'logs')
  const binaries = await findBinaries()
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const user = chooseSystemUser(data)
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  giveTo(user, logs)
  checkReach(user, logs, binaries.postgres)
  return { folder, data, logs, holders: join(folder, 'holders'), lock: join(folder, 'start.lock'), binaries, user }
}

/** Creates the cluster on first use; throws `folder_broken` when what is there is not ours to open. Call under the lock. */
export async function settleCluster(cluster: Cluster, password: string, log: Log): Promise<void> {
  await clearUnfinished(cluster.folder)
  if (isMissingOrEmpty(cluster.data)) {
    log({ level: 'info', message: `Creating the database in ${cluster.data}.` })
    await createCluster(cluster, password, log)
  }
  checkVersion(cluster)
  // Root unpacked it, from a backup say.
  if (cluster.user.uid !== undefined && statSync(cluster.data).uid === 0) giveTo(cluster.user, cluster.data)
}

// Made beside its place and renamed there, so that a kill at any moment leaves no half-made cluster behind.
async function createCluster(cluster: Cluster, password: string, log: Log): Promise<void> {
  const unfinished = join(cluster.folder, `${unfinishedPrefix}${randomUUID().slice(0, 8)}`)
  const data = join(unfinished, 'data')
  const passwordFile = join(unfinished, 'password')
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    giveTo(cluster.user, unfinished)
    const mark = (pid: number) => writeFileSync(join(unfinished, makerFile), JSON.stringify(markOf(pid)))
    await initdb(cluster, { data, passwordFile, mark, log })
    // An empty folder may wait in that place, and not every platform renames over one.
    if (isThere(cluster.data)) rmdirSync(cluster.data)
    renameSync(data, cluster.data)
    flushFolder(cluster.folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 })
  }
}

// Text sorts by code point, the same on every machine and for ever, while upper and lower case follow Unicode. The
// character type is the operating system's all the same, because pg_trgm asks it what a letter is: under plain C it
// sees none beyond ASCII and would call Müller and Möller the same name.
async function initdb(
  cluster: Cluster,
  { data, passwordFile, mark, log }: { data: string; passwordFile: string; mark: (pid: number) => void; log: Log },
): Promise<void> {
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C']) {
    const args = [
      `--pgdata=${data}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${characters}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ]
    const { ok, output } = await run(cluster, cluster.binaries.initdb, args, mark)
    if (ok && characters === 'C')
      log({
        level: 'warn',
        message: 'This system knows no UTF-8 locale: similar names are found by their ASCII letters only.',
      })
    if (ok) return
    if (/No space left on device|quota exceeded/i.test(output)) throw diskFull(cluster.folder)
    if (!/invalid locale name|locale .* requires unsupported encoding|encoding mismatch/.test(output)) {
      throw new PostgresStartError('start_failed', reasons.notCreated(cluster.folder, output.trim()))
    }
  }
}

function checkVersion({ data, binaries }: Cluster): void {
  let found: string
  try {
    found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  } catch (cause) {
    if (errnoOf(cause) !== 'ENOENT' && errnoOf(cause) !== 'ENOTDIR') throw cause
    throw new PostgresStartError('folder_broken', reasons.notWhole(data), { cause })
  }
  const shipped = majorVersion(binaries)
  if (found !== shipped) {
    throw new PostgresStartError('folder_broken', reasons.otherVersion(data, found, shipped))
  }
}

// The initdb of a killed process goes on for a second or two and would make its folder anew, so it is ended first.
async function clearUnfinished(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(unfinishedPrefix)) continue
    const unfinished = join(folder, name)
    const maker = parseMark(readIfThere(join(unfinished, makerFile)) ?? '')
    if (maker) await endGroup(maker)
    remove(unfinished)
    // Whoever was killed before it had said which initdb is its own leaves one that nobody can end: what that makes goes when it is done.
    if (!maker) setTimeout(remove, initdbTakesMs, unfinished).unref()
  }
}

const initdbTakesMs = 5_000

function remove(unfinished: string): void {
  try {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 })
  } catch {} // what can't be removed now goes next time, and is in nobody's way
}

function isMissingOrEmpty(path: string): boolean {
  try {
    return readdirSync(path).length === 0
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true
    if (errnoOf(error) === 'ENOTDIR') return false
    throw error
  }
}

function isThere(path: string): boolean {
  try {
    readdirSync(path)
    return true
  } catch {
    return false
  }
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return // Windows can't open a folder to flush it
  const open = openSync(folder, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

const unfinishedPrefix = '.unfinished-'
/** In an unfinished folder: the mark of the initdb that fills it. */
const makerFile = 'maker'
