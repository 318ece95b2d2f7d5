import { oneOf } from '../arguments.ts'
import type { Call, Command } from '../command.ts'
import { moment } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { table } from '../table.ts'
import { bring } from './recurring-bring.ts'
import { add, change, remove, show } from './recurring-keep.ts'
import { dueInWords, everyInWords } from './recurring-words.ts'

export const command: Command = {
  usage: [
    'recurring [list] [--as EMAIL]',
    'recurring show NAME [--as EMAIL]',
    'recurring add NAME --every DAYS [--owner EMAIL] [--begins DAY] [--folder FOLDER] [--mail on] [--senders LIST] [--currency CODE] [--questions ask|create] [--as EMAIL]',
    'recurring change NAME [--name NAME] [--every DAYS] [--owner EMAIL] [--begins DAY] [--folder FOLDER|none] [--mail on|new|off] [--senders LIST|anyone] [--currency CODE|none] [--questions ask|create] [--as EMAIL]',
    'recurring remove NAME [--as EMAIL]',
    'recurring bring NAME PATH… [--mapping FILE.json] [--preview] [--yes] [--as EMAIL]',
  ],
  describe:
    'Files that a system without a connector gives every so many days: whose they are, when the next ones are due, and whether they are late. Files that lie in the folder of one, or are mailed to its address, come in by themselves; "bring" brings files, or folders of files, at once, as the import of their owner that they would have become there. Columns that only a guess knows the meaning of are not taken before somebody has looked. One is named by its name or its id.',
  options: {
    every: { value: 'DAYS', describe: 'So many days after the last files came, the next are due: 1 to 366.' },
    name: { value: 'NAME', describe: 'What it is called from now on.' },
    owner: { value: 'EMAIL', describe: 'The member who is reminded of it; whoever adds it where not said.' },
    begins: {
      value: 'DAY',
      describe: 'The day on which the first files are due, as YYYY-MM-DD; after so many days where not said.',
    },
    folder: {
      value: 'FOLDER',
      describe:
        'A folder in the workspace’s inbox: lower-case letters, digits and "-". Under "none" files are only brought.',
    },
    mail: {
      value: 'on|new|off',
      describe:
        'An address of its own, which nobody can guess, for files that are mailed; "new": another one, after which the old one refuses.',
    },
    senders: {
      value: 'LIST',
      describe:
        'Addresses and domains that may mail files, with commas between them; whoever knows the address where not said, and under "anyone".',
    },
    currency: {
      value: 'CODE',
      describe: 'Of amounts that name none, such as EUR; the workspace’s own where not said, and under "none".',
    },
    questions: {
      value: 'ask|create',
      describe:
        'Rows that may be a record we have: wait for an answer (where not said), or become records of their own.',
    },
    preview: {
      describe: 'Say what each column means, and what would become of the rows: all of it is done and taken back.',
    },
    mapping: {
      value: 'FILE.json',
      describe:
        'What columns and words mean, for every file with these columns; kept for the next ones. "bring … --preview --json" says it as it is guessed, under "mapping".',
    },
    yes: { describe: 'Take columns as they are guessed.' },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, with their rights.' },
  },
  words: { least: 0, most: 1_000 },
  examples: [
    'holdfast recurring',
    'holdfast recurring add "Event guests" --every 30 --owner olga@acme.com --folder event-guests',
    'holdfast recurring change "Event guests" --every 7 --currency EUR',
    'holdfast recurring change "Event guests" --mail on --senders reports@tool.com,acme.com',
    'holdfast recurring bring "Event guests" guests.csv --preview',
  ],
  run: (call) => verbs[oneOf('"recurring"', call.words[0] ?? 'list', verbNames)](call),
}

const verbNames = ['list', 'show', 'add', 'change', 'remove', 'bring'] as const
const verbs = { list, show, add, change, remove, bring } satisfies Record<string, (call: Call) => Promise<number>>

function list(call: Call): Promise<number> {
  return inWorkspace(call, async ({ holdfast, actor }) => {
    const recurring = await holdfast.recurring.list(actor)
    await call.out.answer({ recurring }, () =>
      recurring.length === 0
        ? 'There are no recurring imports. Begin one with: holdfast recurring add NAME --every DAYS --owner EMAIL'
        : table(
            call.out,
            ['Name', 'Owner', 'Every', 'Due', '', 'Folder', 'Last (UTC)'].map((title) => ({ title })),
            recurring.map((each) => [
              each.name,
              each.owner.name ?? each.owner.id,
              everyInWords(each),
              each.dueOn,
              dueInWords(each),
              each.folder ?? '',
              moment(each.last?.finishedAt ?? null),
            ]),
          ),
    )
    return 0
  })
}
