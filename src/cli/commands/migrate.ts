import type { Command } from '../command.ts'
import { moment } from '../describe.ts'
import { withHoldfast } from '../installation.ts'
import { doneMigrations } from '../store.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: ['migrate'],
  describe:
    'Brings the database schema up to date and lists its migrations. Every command that opens the database does so first; this one does only that, for upgrades that are to be watched.',
  words: { least: 0, most: 0 },
  examples: ['holdfast migrate', 'DATABASE_URL=postgres://owner:password@db:5432/holdfast holdfast migrate'],
  run: (call) =>
    withHoldfast(call, async (holdfast) => {
      const done = await doneMigrations(holdfast)
      const migrations = done.map(({ name, at }) => ({ name, at }))
      await call.out.answer({ schema: migrations.at(-1)?.name ?? null, migrations }, () => {
        const list = migrations.map(({ name, at }) => [name, moment(at)])
        return `${table(call.out, [{ title: 'Migration' }, { title: 'Done (UTC)' }], list)}\nThe schema is up to date.`
      })
      return 0
    }),
}
