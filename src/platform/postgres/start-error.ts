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

  constructor(code: PostgresStartCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PostgresStartError'
    this.code = code
  }
}

/** Turns what the file system refused into a start error; anything else comes back as it was. */
export function asStartError(error: unknown, folder: string): unknown {
  const code = errnoOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error)
  if (code !== undefined && notWritable.has(code)) {
    return new PostgresStartError(
      'folder_not_writable',
      `The database folder ${folder} can't be written (${code}). Give the user that runs Holdfast write access to it, ` +
        'or set HOLDFAST_DATA to a folder of its own.',
      { cause: error },
    )
  }
  return error
}

export function diskFull(folder: string, cause?: unknown): PostgresStartError {
  return new PostgresStartError(
    'start_failed',
    `The disk that holds ${folder} is full, so PostgreSQL can't start. Free some space there and start Holdfast again; ` +
      'nothing that was saved is lost.',
    { cause },
  )
}

/** The system's short word for a failed file or process call (ENOENT, EACCES …). */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])
