import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { words } from '../../../dictionary/words.ts'
import {
  type BackupFormat,
  type BackupHead,
  loadRows,
  readBackupHead,
  restoreBackup,
} from '../../platform/backup/index.ts'
import type { Config } from '../../platform/index.ts'
import { told } from '../../platform/index.ts'
import { findBinaries, majorVersion } from '../../platform/postgres/index.ts'
import { currentSchema, requireSameSecret, speed } from '../backup-file.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { configOf, withHoldfast } from '../installation.ts'
import { whoServes } from '../serving.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['restore FILE'],
  describe: words(
    'Restores a backup into an installation that is empty. Put the secret that was kept beside the backup into the data folder first. Every byte is verified before anything is in place; of a backup that is damaged, nothing is.',
    'Restaura una copia en una instalación vacía. Antes ponga en la carpeta de datos el secreto que se guardó con la copia. Cada byte se verifica antes de colocar nada; de una copia dañada no se coloca nada.',
    'Restaura uma cópia em uma instalação vazia. Antes ponha na pasta de dados o segredo guardado com a cópia. Cada byte é verificado antes de qualquer coisa ser posta no lugar; de uma cópia danificada, nada é.',
    'Memulihkan sandaran ke pemasangan yang kosong. Letakkan dahulu rahsia yang disimpan bersama sandaran ke dalam folder data. Setiap bait disahkan sebelum apa-apa diletakkan; daripada sandaran yang rosak, tiada apa-apa.',
  ),
  words: { least: 1, most: 1 },
  examples: ['HOLDFAST_DATA=/var/lib/holdfast-restored holdfast restore /backups/monday.holdfast'],
  async run(call) {
    const file = resolve(call.words[0] ?? '')
    const config = configOf(call)
    const head = await readBackupHead(file)
    requireSameSecret(config, head.about)
    const other = whoServes(config.folder)
    if (other) throw new Refused('already_running', told(says.runsHere(other.pid)))
    const began = performance.now()
    await restorers[head.format](call, config, file, head)
    const ms = performance.now() - began
    // Opening it is the proof: the server starts on it, and it is brought to this version's schema where it was older.
    const workspaces = await withHoldfast(call, ({ admin }) => admin.workspaces())
    const { size } = await stat(file)
    const document = { file, ...head, seconds: Math.round(ms) / 1000, workspaces: workspaces.map((each) => each.slug) }
    await call.out.answer(document, () => {
      const names = workspaces.map((each) => each.slug).join(', ')
      return told(says.restored(file, head.createdAt, speed(size, ms), names))
    })
    return 0
  },
}

type Restore = (call: Call, config: Config, file: string, head: BackupHead) => Promise<void>

const restorers: Readonly<Record<BackupFormat, Restore>> = {
  async cluster(_call, config, file) {
    if (config.databaseUrl !== null) throw new Refused('not_embedded', told(says.notEmbedded))
    const postgres = Number(majorVersion(await findBinaries()))
    await restoreBackup({ file, folder: join(config.folder, 'postgres', 'data'), postgres })
  },
  async rows(call, _config, file) {
    await withHoldfast(call, ({ ownerUrl }) => loadRows({ url: ownerUrl, file, schema: currentSchema() }))
  },
}
