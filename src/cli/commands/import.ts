import { type ImportResult, type Plan, planImport } from '../../intake/index.ts'
import { mergeBitsOf } from '../../matching/index.ts'
import { fixedClock } from '../../platform/index.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { importFiles, rehearseFiles } from '../import-files.ts'
import { inWorkspace } from '../installation.ts'
import { countsInWords, rejectsInWords } from '../outcomes.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: ['import PATH… [--preview] [--yes] [--match] [--today DAY] [--as EMAIL]'],
  describe:
    'Brings in files, or folders of files that belong together, in any order: spreadsheets as CSV, TSV or XLSX, and the JSON lists and lines that CRM, billing, support and product systems export. Each file is recognised by what it holds. The same files again change nothing; an import that was killed goes on where it was; "holdfast undo import:ID" takes it back.',
  options: {
    preview: {
      describe: 'Say what each file is, and what would become of its rows: all of it is done and taken back.',
    },
    yes: { describe: 'Do not ask before writing.' },
    match: {
      describe:
        'Merge the records that are one beyond doubt when all is in, also where the workspace has not set it. A merge can be undone.',
    },
    today: {
      value: 'DAY',
      describe:
        'The day the files speak of, as YYYY-MM-DD, where that is not today: discounts that end are counted as of then.',
    },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, with their rights.' },
  },
  words: { least: 1, most: 1000 },
  examples: ['holdfast import exports/', 'holdfast import customers.xlsx contacts.csv --preview'],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, workspace, actor }) => {
      const plan = await planImport(call.words)
      if (plan.files.length === 0)
        throw new Refused(
          'nothing_known',
          `None of these files is known. ${plan.unknown.map(({ file, why }) => `${file}: ${why}`).join(' ')}`,
        )
      const today = call.option('today')
      const progress = (file: string, rows: number) => call.out.progress(`${file}: ${rows} rows`)
      if (call.has('preview'))
        return preview(
          call,
          plan,
          await rehearseFiles(holdfast, actor, plan, { currency: workspace.currency, progress }),
        )
      const result = await importFiles(
        today ? { ...holdfast, clock: fixedClock(`${today}T12:00:00.000Z`) } : holdfast,
        actor,
        plan,
        {
          currency: workspace.currency,
          ...(call.has('match')
            ? { mergeFrom: { account: mergeBitsOf('account'), contact: mergeBitsOf('contact') } }
            : {}),
          progress,
        },
      )
      await call.out.answer(result, () => say(result, plan))
      return result.files.length > 0 ? 0 : 1
    }),
}

async function preview(call: Call, plan: Plan, result: ImportResult): Promise<number> {
  const files = plan.files.map(({ file, shape, opened }) => ({
    file,
    shape: shape.name,
    counts: result.files.find((each) => each.file === file)?.counts ?? null,
    ...(opened.kind === 'table'
      ? {
          encoding: opened.shape.encoding,
          delimiter: opened.shape.delimiter,
          headerRow: opened.shape.headerRow,
          dateOrder: opened.shape.dateOrder.find(Boolean) ?? null,
          decimalMark: opened.shape.decimalMark.find(Boolean) ?? null,
        }
      : {}),
  }))
  await call.out.answer({ files, rejects: result.rejects, unknown: plan.unknown }, () =>
    [
      table(
        call.out,
        ['file', 'is', 'encoding', 'delimiter', 'dates', 'decimals'].map((title) => ({ title })),
        files.map((file) =>
          'encoding' in file
            ? [file.file, file.shape, file.encoding, file.delimiter ?? '', file.dateOrder ?? '', file.decimalMark ?? '']
            : [file.file, file.shape, '', '', '', ''],
        ),
      ),
      ...outcomesOf(result),
      ...leftSheets(plan),
    ].join('\n'),
  )
  return 0
}

const say = (result: ImportResult, plan: Plan): string =>
  [...outcomesOf(result), ...leftSheets(plan), `Take it back with: holdfast undo import:${result.id}`].join('\n')

const outcomesOf = (result: ImportResult): string[] => [
  ...result.files.map(({ file, shape, counts }) => `${file} (${shape}): ${countsInWords(counts)}`),
  ...rejectsInWords(result.rejects),
  ...result.unknown.map(({ file, why }) => `Not known: ${file}: ${why}`),
]

/** Of a workbook one sheet is read, and the others are not passed over in silence. */
const leftSheets = ({ files }: Plan): string[] =>
  files.flatMap(({ file, opened }) => {
    const { sheet, sheets = [] } = opened.kind === 'table' ? opened.shape : { sheet: null }
    const others = sheets.filter((each) => each !== sheet)
    return others.length === 0
      ? []
      : [
          `Not read: ${others.map((each) => `"${each}"`).join(', ')} of ${file}. Any other sheet than "${sheet}" comes in with: holdfast imports open, and then read --sheet NAME`,
        ]
  })
