import { chown, mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { BackupHead } from './container.ts'
import { type Owner, readCluster } from './read-cluster.ts'
import { reasons } from './reasons.ts'
import { BackupRefused } from './refused.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Unpacks a backup of a whole server into a folder that is absent or empty, ready for PostgreSQL to start on.
 * Everything is checked before the folder appears; after a refusal nothing is left. `postgres`, the major version of
 * the server that will run, refuses a backup of another; `owner` is who that server runs as.
 */
export async function restoreBackup(o: {
  file: string
  folder: string
  owner?: Owner
  postgres?: number
}): Promise<BackupHead> {
  const folder = resolve(o.folder)
  await refuseUnlessFree(folder)
  await mkdir(dirname(folder), { recursive: true })
  const unfinished = await mkdtemp(`${folder}.restoring-`)
  try {
    const head = await readCluster(o.file, { folder: unfinished, owner: o.owner }, (said) =>
      refuseOtherServer(said, o.postgres),
    )
    if (o.owner) await chown(unfinished, o.owner.uid, o.owner.gid)
    await syncFolder(unfinished)
    // Not every system renames onto an empty folder. rmdir keeps its hands off one that is no longer empty.
    await rmdir(folder).catch(ignoreAbsence)
    await rename(unfinished, folder)
    await syncFolder(dirname(folder))
    return head
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function refuseUnlessFree(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(ignoreAbsence)
  if (!entries) return
  const [first] = entries
  if (first !== undefined) {
    throw new BackupRefused('folder_in_use', reasons.notEmpty(folder, first))
  }
  if ((await stat(folder)).dev !== (await stat(dirname(folder))).dev) {
    throw new BackupRefused('folder_in_use', reasons.rootOfDisk(folder))
  }
}

function refuseOtherServer(head: BackupHead, postgres: number | undefined): void {
  if (postgres === undefined || head.postgres === postgres) return
  throw new BackupRefused('postgres_version', reasons.otherPostgres(head.postgres, postgres))
}

function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
