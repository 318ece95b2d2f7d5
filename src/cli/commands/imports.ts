import { oneOf } from '../arguments.ts'
import type { Call, Command } from '../command.ts'
import { moment } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { countsInWords } from '../outcomes.ts'
import { table } from '../table.ts'
import { forget, map, mapping, read, show, templates } from './imports-map.ts'
import { open, remove } from './imports-open.ts'
import { answer, preview, rejected, rows, run } from './imports-run.ts'

export const command: Command = {
  usage: [
    'imports [list] [--as EMAIL]',
    'imports open PATH… [--name NAME] [--currency CODE] [--questions ask|create] [--as EMAIL]',
    'imports show ID [--as EMAIL]',
    'imports read ID [--file NAME] [--sheet NAME] [--header-row N] [--delimiter CHARACTER] [--encoding NAME] [--as EMAIL]',
    'imports mapping ID [--file NAME] [--as EMAIL]',
    'imports map ID [COLUMN=RECORD.FIELD…] [--mapping FILE.json] [--file NAME] [--keep NAME] [--as EMAIL]',
    'imports preview ID [--as EMAIL]',
    'imports answer ID FILE:ROW:RECORD=RECORD_ID|"as NAME"|new|skip… [--others new|skip] [--as EMAIL]',
    'imports run ID [--as EMAIL]',
    'imports rows ID [--of preview|run] [--outcome OUTCOME] [--limit N] [--as EMAIL]',
    'imports rejected ID [--file NAME] [--as EMAIL]',
    'imports remove ID [--as EMAIL]',
    'imports templates [--as EMAIL]',
    'imports forget TEMPLATE [--as EMAIL]',
  ],
  describe:
    'Imports step by step, as on the screen: "open" sends files and says what their columns are taken for, "read" reads one in another way than was recognised, "map" corrects that, "preview" does all of it and takes it back, "answer" says which record a row means, "run" writes. "mapping" prints what columns and words mean as JSON, to be mended and given back with --mapping. "rejected" prints the rows that were not taken as CSV, to be mended and opened again. "holdfast undo import:ID" takes an import back. "holdfast import" does all of it at once.',
  options: {
    name: { value: 'NAME', describe: 'What the import is called; as its file where not said.' },
    currency: {
      value: 'CODE',
      describe: 'Of amounts that name none, such as EUR; the workspace’s own where not said.',
    },
    questions: {
      value: 'ask|create',
      describe:
        'Rows that may be a record we have: wait for an answer (where not said), or become records of their own.',
    },
    mapping: {
      value: 'FILE.json',
      describe: 'A whole mapping, for every file with its columns; "-" is standard input.',
    },
    keep: { value: 'NAME', describe: 'Keep it, for the next file with the same columns.' },
    file: { value: 'NAME', describe: 'Which of several files.' },
    sheet: { value: 'NAME', describe: 'The sheet of a workbook; each is an import of its own.' },
    'header-row': { value: 'N', describe: 'The row that the headings are in.' },
    delimiter: { value: 'CHARACTER', describe: 'What stands between the columns: , ; | or "tab".' },
    encoding: { value: 'NAME', describe: 'How its text is written: utf-8, utf-16le, utf-16be or windows-1252.' },
    others: { value: 'new|skip', describe: 'The answer to all questions that are not answered otherwise.' },
    of: { value: 'preview|run', describe: 'Rows of the preview, or of the run (where not said).' },
    outcome: { value: 'OUTCOME', describe: 'Only rows that came out so, such as rejected, question or updated.' },
    limit: { value: 'N', describe: 'How many rows (100 where not said).' },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, with their rights.' },
  },
  words: { least: 0, most: 1_000 },
  examples: [
    'holdfast imports open customers.csv',
    'holdfast imports map 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 "Kunde=account.name" "Old code=" --keep Customers',
    'holdfast imports mapping 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 > customers.json',
    'holdfast imports answer 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 customers.csv:12:account=new --others skip',
    'holdfast imports rejected 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77 > customers.rejected.csv',
  ],
  run: (call) => verbs[oneOf('"imports"', call.words[0] ?? 'list', verbNames)](call),
}

const verbNames = [
  ...(['list', 'open', 'show', 'read', 'mapping', 'map', 'preview', 'answer', 'run'] as const),
  ...(['rows', 'rejected', 'remove', 'templates', 'forget'] as const),
]
const verbs = {
  ...{ list, open, show, read, mapping, map, preview, answer, run },
  ...{ rows, rejected, remove, templates, forget },
} satisfies Record<(typeof verbNames)[number], (call: Call) => Promise<number>>

function list(call: Call): Promise<number> {
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const { data, next } = await holdfast.imports.list(actor, { limit: 200 })
    await call.out.answer({ imports: data, next }, () =>
      data.length === 0
        ? 'There are no imports. Begin one with: holdfast imports open PATH…'
        : table(
            call.out,
            ['Id', 'Name', 'State', 'Begun (UTC)', ''].map((title) => ({ title })),
            data.map(({ id, name, state, createdAt, counts }) => [
              ...[id, name, state, moment(createdAt)],
              counts ? countsInWords(counts) : '',
            ]),
          ),
    )
    return 0
  })
}
