// Reads why a server gave up from what it said: some reasons pass by themselves, some don't.
import { reasons } from './reasons.ts'
import { hasReason, tail } from './server-log.ts'
import { diskFull, PostgresStartError } from './start-error.ts'

export type Refusal = 'rival' | 'leftovers' | 'port_taken' | 'disk_full' | 'silent' | 'lasting'

// The server speaks English, because it runs in the C locale.
export function readRefusal(words: string): Refusal {
  if (/lock file ".*" already exists/.test(words)) return 'rival'
  if (/pre-existing shared memory block/.test(words)) return 'leftovers'
  if (/could not create any TCP\/IP sockets|Address already in use/.test(words)) return 'port_taken'
  if (/No space left on device|Disk quota exceeded/.test(words)) return 'disk_full'
  // It was killed before it could say a word.
  if (!hasReason(words)) return 'silent'
  return 'lasting'
}

/** Whether trying again is of little use. Not of none: a client's FATAL may stand in the log of a start that was killed. */
export function isLasting(refusal: Refusal): boolean {
  return refusal === 'lasting' || refusal === 'disk_full'
}

export function explainRefusal(refusal: Refusal, words: string, port: number, folder: string): PostgresStartError {
  if (refusal === 'disk_full') return diskFull(folder)
  const log = tail(words)
  if (refusal === 'port_taken') return new PostgresStartError('start_failed', reasons.portTaken(port, log))
  if (refusal === 'lasting' || refusal === 'silent')
    return new PostgresStartError('start_failed', reasons.didNotStart(folder, log))
  return new PostgresStartError('start_failed', reasons.another(folder, log))
}
