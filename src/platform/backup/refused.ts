import type { Words } from '../../../dictionary/words.ts'
import { told } from '../failures/spoken.ts'

export type RefusalCode =
  | 'file_exists'
  | 'not_a_backup'
  | 'format_version'
  | 'wrong_kind'
  | 'cut_short'
  | 'damaged'
  | 'missing_wal'
  | 'unsafe_path'
  | 'folder_in_use'
  | 'tablespaces'
  | 'postgres_version'
  | 'schema_version'
  | 'unknown_table'
  | 'table_in_use'

/** Why a backup was not written, or not read: told to the operator, naming the thing at fault. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly code: RefusalCode
  readonly say: Words

  constructor(code: RefusalCode, say: Words, options?: ErrorOptions) {
    super(told(say), options)
    this.code = code
    this.say = say
  }
}
