import { words } from '../../../dictionary/words.ts'
import type { Command } from '../command.ts'
import { csvLine } from '../csv.ts'
import { inWorkspace } from '../installation.ts'
import { asReader } from '../options.ts'

const objects = ['account', 'contact'] as const

export const command: Command = {
  usage: ['sources [--format csv] [--as EMAIL]'],
  describe: words(
    'Which record each imported row became: one line for each account and each contact that a row of a file speaks of.',
    'En qué registro se convirtió cada fila importada: una línea por cada cuenta y cada contacto de que habla una fila de un archivo.',
    'Em que registro cada linha importada se transformou: uma linha para cada conta e cada contato de que fala uma linha de um arquivo.',
    'Rekod yang terhasil daripada setiap baris diimport: satu baris bagi setiap akaun dan orang hubungan yang disebut satu baris fail.',
  ),
  options: {
    format: {
      value: 'FORMAT',
      describe: words(
        'csv; the same with --json as one document.',
        'csv; lo mismo con --json como un solo documento.',
        'csv; o mesmo com --json como um só documento.',
        'csv; yang sama dengan --json sebagai satu dokumen.',
      ),
    },
    as: asReader,
  },
  words: { least: 0, most: 0 },
  examples: ['holdfast sources --format csv > sources.csv'],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, actor }) => {
      const lines: string[][] = []
      if (!call.out.isJson) await call.out.write('system,file,local_id,entity_type,entity_id\n')
      for (const object of objects) {
        for await (const { system, file, localId, rows, recordId } of holdfast.records.origins(actor, object)) {
          // A row of a sheet has no id of its own: it is known by its line.
          const ids = rows.length > 0 && system === 'spreadsheet' ? rows.map(String) : [localId]
          for (const id of ids) lines.push([system, file, id, object, recordId])
          if (!call.out.isJson && lines.length >= 1_000)
            await call.out.write(
              lines
                .splice(0)
                .map((line) => csvLine(line))
                .join(''),
            )
        }
      }
      if (call.out.isJson)
        await call.out.answer(
          lines.map(([system, file, local_id, entity_type, entity_id]) => ({
            system,
            file,
            local_id,
            entity_type,
            entity_id,
          })),
          () => '',
        )
      else await call.out.write(lines.map((line) => csvLine(line)).join(''))
      return 0
    }),
}
