// What a backup of Holdfast says of itself beyond what any backup does. The secret is in no backup: without it the ledger's
// signatures and the database's own passwords can't be made again, so a backup names the secret that it belongs to.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { About } from '../platform/backup/index.ts'
import { type Config, openSecret, readMigrations, type Secret, told } from '../platform/index.ts'
import { Refused } from './command.ts'
import { says } from './words/upkeep.ts'

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
  if (!isThere) throw new Refused('secret_missing', told(says.noSecret(place)))
  const ours = fingerprintOf(openSecret({ folder: config.folder, given: config.secret }))
  if (ours !== about['secret'])
    throw new Refused('other_secret', told(says.otherSecret(String(about['secret']), ours, place)))
}

export const speed = (bytes: number, ms: number): string =>
  told(says.speed((bytes / 1e6).toFixed(1), (ms / 1000).toFixed(1), (bytes / 1e3 / Math.max(ms, 1)).toFixed(0)))
