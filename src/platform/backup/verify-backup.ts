import { type BackupFormat, type BackupHead, readBackupHead } from './container.ts'
import { readCluster } from './read-cluster.ts'
import { verifyRows } from './verify-rows.ts'

const verifiers = {
  cluster: (file: string) => readCluster(file),
  rows: verifyRows,
} satisfies Record<BackupFormat, (file: string) => Promise<BackupHead>>

/**
 * Reads a backup of either kind to its end without writing anything: the whole file against its checksum, and every
 * file or table in it against its own. Refuses with the name of what differs.
 */
export async function verifyBackup(file: string): Promise<BackupHead> {
  const { format } = await readBackupHead(file)
  return verifiers[format](file)
}
