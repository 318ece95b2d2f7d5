import { resolve } from 'node:path'

export type Config = {
  /** Where everything of this installation lies: database, secret, sealed heads, uploads. */
  folder: string
  /** A PostgreSQL of one's own (15 or later); without it the embedded one is started. */
  databaseUrl: string | null
  secret: string | undefined
  port: number
  host: string
  publicUrl: string | null
  logLevel: string
  poolSize: number
}

/** Reads the environment once; what is wrong in it is said with the mend, before anything starts. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    folder: resolve(env['HOLDFAST_DATA'] ?? '.holdfast'),
    databaseUrl: env['DATABASE_URL'] ? postgresUrl(env['DATABASE_URL']) : null,
    secret: env['HOLDFAST_SECRET'],
    port: wholeNumber('PORT', env['PORT'] ?? '4100', 0, 65_535),
    host: env['HOST'] ?? 'localhost',
    publicUrl: env['HOLDFAST_URL'] ?? null,
    logLevel: oneOf('LOG_LEVEL', env['LOG_LEVEL'] ?? 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    poolSize: wholeNumber('HOLDFAST_POOL', env['HOLDFAST_POOL'] ?? '10', 1, 200),
  }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new Error(`${name}=${text} is not usable: give a whole number from ${min} to ${max}.`)
}

function oneOf(name: string, text: string, allowed: readonly string[]): string {
  if (allowed.includes(text)) return text
  throw new Error(`${name}=${text} is not usable: give one of ${allowed.join(', ')}.`)
}

function postgresUrl(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  throw new Error('DATABASE_URL is not usable: give postgres://user:password@host:5432/database.')
}
