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

/** Why a backup was not written, or not read: the message is for the operator and names the thing at fault. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
