import { pino } from 'pino'

export type Log = {
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

// Never in a log, whatever object is logged by mistake (threats A28).
const secrets = ['authorization', 'cookie', 'password', 'token', 'key', 'secret', 'email', 'phone'].flatMap((name) => [
  name,
  `*.${name}`,
])

/** Structured lines to standard error, so that standard output stays a command's answer. */
export function createLog(level: string): Log {
  return pino(
    { level, redact: { paths: secrets, censor: '…' }, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
