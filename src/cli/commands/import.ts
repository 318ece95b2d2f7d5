import type { Actor } from '../../access/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import { type ImportResult, type Plan, planImport, runImport } from '../../intake/imports/index.ts'
import { fixedClock } from '../../platform/index.ts'
import { daysWithEvents, keepEvents, workOutDays } from '../../usage/index.ts'
import { settle } from '../../worker/index.ts'
import { type Call, type Command, Refused } from '../command.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: ['import PATH… [--preview] [--yes] [--today DAY] [--as EMAIL]'],
  describe:
    'Brings in files, or folders of files that belong together, in any order: spreadsheets as CSV, TSV or XLSX, and the JSON lists and lines that CRM, billing, support and product systems export. Each file is recognised by what it holds. The same files again change nothing; an import that was killed goes on where it was; "holdfast undo import:ID" takes it back.',
  options: {
    preview: { describe: 'Say what each file is and what would be refused, and write nothing.' },
    yes: { describe: 'Do not ask before writing.' },
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
      if (call.has('preview')) return preview(call, plan)
      const today = call.option('today')
      const result = await importFiles(
        today ? { ...holdfast, clock: fixedClock(`${today}T12:00:00.000Z`) } : holdfast,
        actor,
        plan,
        {
          currency: workspace.currency,
          progress: (file, rows) => call.out.progress(`${file}: ${rows} rows`),
        },
      )
      await call.out.answer(result, () => say(result))
      return result.files.length > 0 ? 0 : 1
    }),
}

/** Imports, then works out what follows from it — usage of the days, ARR — before it says it is done. */
async function importFiles(
  holdfast: Holdfast,
  actor: Actor,
  plan: Plan,
  o: { currency: string; progress(file: string, rows: number): void },
): Promise<ImportResult> {
  const { records, app: pool, clock, ids, admin } = holdfast
  const result = await runImport(
    {
      records,
      pool,
      clock,
      ids,
      keepEvents: (who, lines) => keepEvents({ pool, records }, who, lines),
      addTerms: async (who, terms) => {
        await admin.addTerms(who.workspace, terms)
      },
    },
    actor,
    plan,
    o,
  )
  const job: Actor = {
    kind: 'job',
    workspace: actor.workspace,
    id: 'usage-days',
    via: 'job',
    because: `import ${result.id}`,
  }
  const days = plan.files.some((file) => file.shape.system === 'product') ? await daysWithEvents(pool, job) : null
  if (days) await workOutDays({ pool, records }, job, days)
  await settle(holdfast, actor.workspace)
  return result
}

async function preview(call: Call, plan: Plan): Promise<number> {
  const files = plan.files.map(({ file, shape, opened }) => ({
    file,
    shape: shape.name,
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
  await call.out.answer({ files, unknown: plan.unknown }, () =>
    table(
      ['file', 'is', 'encoding', 'delimiter', 'dates', 'decimals'].map((head) => ({ head })) as never,
      files.map((file) => [file.file, file.shape]) as never,
    ),
  )
  return 0
}

const say = (result: ImportResult): string => {
  const lines = result.files.map(({ file, shape, counts }) => {
    const parts = Object.entries(counts).filter(([name, n]) => name !== 'rows' && n > 0)
    return `${file} (${shape}): ${counts.rows} rows: ${parts.map(([name, n]) => `${n} ${name}`).join(', ')}`
  })
  const rejects = result.rejects.slice(0, 20).map(({ file, row, message }) => `  ${file}, row ${row}: ${message}`)
  const more = result.rejects.length > 20 ? [`  … and ${result.rejects.length - 20} more; all of them with --json`] : []
  return [
    ...lines,
    ...(result.rejects.length ? ['Refused:', ...rejects, ...more] : []),
    ...result.unknown.map(({ file, why }) => `Not known: ${file}: ${why}`),
    `Take it back with: holdfast undo import:${result.id}`,
  ].join('\n')
}
