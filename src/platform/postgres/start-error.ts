import type { Words } from '../../../dictionary/words.ts'
import { told } from '../failures/spoken.ts'
import { reasons } from './reasons.ts'

/**
 * Why the embedded PostgreSQL can't be used, in sentences for the person who started Holdfast.
 *
 * - `folder_not_writable` this process may not write the folder
 * - `folder_unreachable`  the system user that runs the server can't get to the folder or to the server's program
 * - `folder_broken`       the folder holds something that is not a cluster of this PostgreSQL version
 * - `start_failed`        the server refused to start or refuses us; the message ends with its last log lines
 */
export type PostgresStartCode = 'folder_not_writable' | 'folder_unreachable' | 'folder_broken' | 'start_failed'

export class PostgresStartError extends Error {
  readonly code: PostgresStartCode

  constructor(code: PostgresStartCode, say: Words, options?: ErrorOptions) {
    super(told(say), options)
    this.name = 'PostgresStartError'
    this.code = code
  }
}

/** Turns what the file system refused into a start error; anything else comes back as it was. */
export function asStartError(error: unknown, folder: string): unknown {
  const code = errnoOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error)
  if (code !== undefined && notWritable.has(code)) {
    return new PostgresStartError('folder_not_writable', reasons.notWritable(folder, code), { cause: error })
  }
  return error
}

export function diskFull(folder: string, cause?: unknown): PostgresStartError {
  return new PostgresStartError('start_failed', reasons.diskFull(folder), { cause })
}

/** The system's short word for a failed file or process call (ENOENT, EACCES …). */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])
