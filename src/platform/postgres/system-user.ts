// PostgreSQL refuses to run as root, so under root it runs as the owner of its folder or as the user `postgres`.
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reasons } from './reasons.ts'
import { PostgresStartError } from './start-error.ts'

/** Empty when the server runs as the user we are. */
export type SystemUser = { uid?: number; gid?: number }

export function chooseSystemUser(data: string): SystemUser {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUpPostgres() ?? createPostgres()
}

/** Gives a folder and all that is in it to the user; for one that root unpacked from a backup, for instance. */
export function giveTo(user: SystemUser, path: string): void {
  if (user.uid === undefined || user.gid === undefined) return
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name))
  if (stat.uid !== user.uid) chownSync(path, user.uid, user.gid)
}

/** Throws `folder_unreachable` unless the user can write the folder and run the program. */
export function checkReach(user: SystemUser, folder: string, program: string): void {
  if (user.uid === undefined) return
  if (!mayUse(user, '-w', folder)) {
    throw new PostgresStartError(
      'folder_unreachable',
      reasons.folderOutOfReach({ uid: user.uid, folder, blocker: blocker(user, folder) }),
    )
  }
  if (!mayUse(user, '-x', program)) {
    throw new PostgresStartError(
      'folder_unreachable',
      reasons.programOutOfReach({ uid: user.uid, program, blocker: blocker(user, program) }),
    )
  }
}

function blocker(user: SystemUser, path: string): string {
  const ancestors = [path]
  for (let at = path; dirname(at) !== at; at = dirname(at)) ancestors.unshift(dirname(at))
  return ancestors.find((at) => !mayUse(user, '-x', at)) ?? path
}

// Asked of the system as that user, since modes alone don't tell: access lists and mounts have their say too.
function mayUse(user: SystemUser, access: '-w' | '-x', path: string): boolean {
  const script = `test ${access} "$1" && test -x "$1"`
  return spawnSync('/bin/sh', ['-c', script, 'sh', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function lookUpPostgres(): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
    return answer.status === 0 ? Number(answer.stdout) : Number.NaN
  })
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function createPostgres(): SystemUser {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']], // Alpine
  ]
  for (const [command, args] of commands) {
    try {
      execFileSync(command, args, { stdio: 'ignore' })
    } catch {
      continue
    }
    const user = lookUpPostgres()
    if (user) return user
  }
  throw new PostgresStartError('start_failed', reasons.noUser)
}
