// Two kinds of backup, for two needs. A backup of the server (`writeBackup`) is for disaster: fast, whole, and only
// for the same major version of PostgreSQL. An export of rows (`exportRows`) is for one workspace, for another
// version, and for taking one's data away. Both are one file that `verifyBackup` reads.

export { type BackupFormat, type BackupHead, readBackupHead } from './container.ts'
export { exportRows } from './export-rows.ts'
export { loadRows } from './load-rows.ts'
export type { RefusalCode } from './refused.ts'
export { restoreBackup } from './restore-backup.ts'
export { verifyBackup } from './verify-backup.ts'
export { type About, writeBackup } from './write-backup.ts'
