import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { words } from '../../../dictionary/words.ts'
import type { Holdfast } from '../../holdfast.ts'
import { exportRows, verifyBackup, writeBackup } from '../../platform/backup/index.ts'
import { told } from '../../platform/index.ts'
import { aboutOf, schemasOfRows, speed } from '../backup-file.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { findWorkspace, withHoldfast } from '../installation.ts'
import { directoryTables } from '../store.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['backup FILE', 'backup FILE --rows [--workspace NAME]'],
  describe: words(
    'Writes a backup to one new file while Holdfast goes on serving, and reads it back to see that it is whole. Without --rows it is the whole database server, for disasters; with --rows the rows of one workspace or all, for another server or version. The secret of the installation is not in it: keep it too, elsewhere.',
    'Escribe una copia de seguridad en un archivo nuevo mientras Holdfast sigue sirviendo, y la relee para ver que está entera. Sin --rows es el servidor de base de datos entero, para desastres; con --rows, las filas de un espacio o de todos, para otro servidor o versión. El secreto de la instalación no va dentro: guárdelo también, en otro lugar.',
    'Grava uma cópia de segurança em um arquivo novo enquanto o Holdfast continua servindo, e a relê para ver se está inteira. Sem --rows é o servidor de banco de dados inteiro, para desastres; com --rows, as linhas de um espaço ou de todos, para outro servidor ou versão. O segredo da instalação não vai dentro: guarde-o também, em outro lugar.',
    'Menulis sandaran ke satu fail baharu sementara Holdfast terus berkhidmat, dan membacanya semula untuk memastikan ia lengkap. Tanpa --rows ia seluruh pelayan pangkalan data, untuk bencana; dengan --rows, baris satu ruang kerja atau semua, untuk pelayan atau versi lain. Rahsia pemasangan tiada di dalamnya: simpan ia juga, di tempat lain.',
  ),
  options: {
    rows: {
      describe: words(
        'Rows instead of the whole server.',
        'Filas en vez del servidor entero.',
        'Linhas em vez do servidor inteiro.',
        'Baris, bukan seluruh pelayan.',
      ),
    },
  },
  words: { least: 1, most: 1 },
  examples: ['holdfast backup /backups/monday.holdfast', 'holdfast backup acme.rows --rows --workspace acme'],
  run(call) {
    if (call.option('workspace') && !call.has('rows')) throw new UsageError(says.serverHoldsAll)
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
          told(says.wroteBackup(file, speed(written.read, ms), (document.bytes / 1e6).toFixed(1))),
          ...(written.leftOut.length > 0 ? [told(says.leftOut(written.leftOut.join(', ')))] : []),
          call.out.style('yellow', told(says.keepSecret(secret))),
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
