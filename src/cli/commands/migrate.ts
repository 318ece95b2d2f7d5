import { words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import type { Command } from '../command.ts'
import { moment } from '../describe.ts'
import { withHoldfast } from '../installation.ts'
import { doneMigrations } from '../store.ts'
import { table } from '../table.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['migrate'],
  describe: words(
    'Brings the database schema up to date and lists its migrations. Every command that opens the database does so first; this one does only that, for upgrades that are to be watched.',
    'Pone al día el esquema de la base de datos y lista sus migraciones. Todo comando que abre la base lo hace primero; este hace solo eso, para actualizaciones que se quieren vigilar.',
    'Atualiza o esquema do banco de dados e lista suas migrações. Todo comando que abre o banco faz isso primeiro; este faz só isso, para atualizações que se quer acompanhar.',
    'Mengemas kini skema pangkalan data dan menyenaraikan migrasinya. Setiap perintah yang membuka pangkalan data membuatnya dahulu; yang ini hanya membuat itu, untuk naik taraf yang mahu diperhatikan.',
  ),
  words: { least: 0, most: 0 },
  examples: ['holdfast migrate', 'DATABASE_URL=postgres://owner:password@db:5432/holdfast holdfast migrate'],
  run: (call) =>
    withHoldfast(call, async (holdfast) => {
      const done = await doneMigrations(holdfast)
      const migrations = done.map(({ name, at }) => ({ name, at }))
      await call.out.answer({ schema: migrations.at(-1)?.name ?? null, migrations }, () => {
        const list = migrations.map(({ name, at }) => [name, moment(at)])
        return `${table(call.out, headed('migration', 'doneUtc'), list)}\n${told(says.upToDate)}`
      })
      return 0
    }),
}
