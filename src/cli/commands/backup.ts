import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Holdfast } from '../../holdfast.ts'
import { exportRows, verifyBackup, writeBackup } from '../../platform/backup/index.ts'
import { aboutOf, schemasOfRows, speed } from '../backup-file.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { findWorkspace, withHoldfast } from '../installation.ts'
import { directoryTables } from '../store.ts'

export const command: Command = {
  usage: ['backup FILE', 'backup FILE --rows [--workspace NAME]'],
  describe:
    'Writes a backup to one new file while Holdfast goes on serving, and reads it back to see that it is whole. Without --rows it is the whole database server, for disasters; with --rows the rows of one workspace or all, for another server or version. The secret of the installation is not in it: keep it too, elsewhere.',
  options: { rows: { describe: 'Rows instead of the whole server.' } },
  words: { least: 1, most: 1 },
  examples: ['holdfast backup /backups/monday.holdfast', 'holdfast backup acme.rows --rows --workspace acme'],
  run(call) {
    if (call.option('workspace') && !call.has('rows'))
      throw new UsageError('A backup of the server holds every workspace. Add --rows for that of one.')
    return withHoldfast(call, async (holdfast) => {
      const file = resolve(call.words[0] ?? '')
      const began = performance.now()
      const written = call.has('rows') ? await rows(call, holdfast, file) : await server(call, holdfast, file)
      const ms = performance.now() - began
      await verifyBackup(file)
      const secret = holdfast.config.secret === undefined ? join(holdfast.config.folder, 'secret') : 'HOLDFAST_SECRET'
      const document = { file, ...written, bytes: (await stat(file)).size, seconds: Math.round(ms) / 1000, secret }
      await call.out.answer(document, () =>
        [
          `Wrote ${file} and read it back whole: ${speed(written.read, ms)}, ${(document.bytes / 1e6).toFixed(1)} MB on disk.`,
          ...(written.leftOut.length > 0 ? [`Left out: ${written.leftOut.join(', ')}.`] : []),
          call.out.style(
            'yellow',
            `Keep ${secret} too, apart from the backup: without it the backup can't be restored.`,
          ),
        ].join('\n'),
      )
      return 0
    })
  },
}

async function server(call: Call, { ownerUrl, secret, clock }: Holdfast, file: string) {
  let read = 0
  const { sha256 } = await writeBackup({
    url: ownerUrl,
    file,
    about: aboutOf(secret),
    clock,
    progress(bytes) {
      read = bytes
      call.out.progress(`${Math.round(bytes / 1e6)} MB`)
    },
  })
  return { format: 'cluster', sha256, read, leftOut: [] }
}

async function rows(call: Call, holdfast: Holdfast, file: string) {
  const name = call.option('workspace')
  const workspace = name === undefined ? null : await findWorkspace(holdfast, name)
  // Sign-ins belong to people, who may enter several workspaces: they go along only where all workspaces do.
  const signIns = workspace ? [] : await directoryTables(holdfast)
  const { sha256, tables, leftOut } = await exportRows({
    url: holdfast.ownerUrl,
    file,
    about: aboutOf(holdfast.secret),
    schemas: schemasOfRows,
    also: Object.fromEntries(signIns.map((table) => [table, null])),
    ...(workspace ? { workspace: workspace.id } : {}),
    clock: holdfast.clock,
  })
  const sum = (of: 'rows' | 'bytes') => tables.reduce((total, table) => total + table[of], 0)
  return { format: 'rows', sha256, read: sum('bytes'), rows: sum('rows'), tables: tables.length, leftOut }
}
