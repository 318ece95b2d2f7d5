// What a backup of Holdfast says of itself beyond what any backup does. The secret is in no backup: without it the ledger's
// signatures and the database's own passwords can't be made again, so a backup names the secret that it belongs to.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { About } from '../platform/backup/index.ts'
import { type Config, openSecret, readMigrations, type Secret } from '../platform/index.ts'
import { Refused } from './command.ts'

/** What rows are kept in, and are saved with `--rows`. */
export const schemasOfRows = [
  'customer',
  'records',
  'ledger',
  'access',
  'intake',
  'usage',
  'duplicates',
  'collaboration',
  'governance',
  'directory',
] as const

export const currentSchema = (): string => readMigrations().at(-1)?.name ?? ''

/** Says which secret, without telling anything of it. */
export const fingerprintOf = (secret: Secret): string => secret.derive('backup fingerprint', 8).toString('hex')

export const aboutOf = (secret: Secret): About => ({ schema: currentSchema(), secret: fingerprintOf(secret) })

/** Throws unless the installation has the secret that a backup was made under. Never makes one: it would be the wrong one. */
export function requireSameSecret(config: Config, about: About): void {
  const place = config.secret === undefined ? join(config.folder, 'secret') : 'HOLDFAST_SECRET'
  const isThere = config.secret !== undefined || existsSync(place)
  const mend = `Put the secret that was kept beside the backup into ${place}.`
  if (!isThere) throw new Refused('secret_missing', `There is no secret yet. ${mend}`)
  const ours = fingerprintOf(openSecret({ folder: config.folder, given: config.secret }))
  if (ours !== about['secret'])
    throw new Refused(
      'other_secret',
      `The backup was made under another secret (${about['secret']}, not ${ours}). ${mend}`,
    )
}

export const speed = (bytes: number, ms: number): string =>
  `${(bytes / 1e6).toFixed(1)} MB in ${(ms / 1000).toFixed(1)} s, ${(bytes / 1e3 / Math.max(ms, 1)).toFixed(0)} MB/s`
