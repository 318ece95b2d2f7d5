import { oneOf } from '../arguments.ts'
import type { Call, Command } from '../command.ts'
import { find, settings } from './duplicates-find.ts'
import { learn, weights } from './duplicates-learn.ts'
import { list, never, why } from './duplicates-look.ts'
import { merge, unmerge } from './duplicates-merge.ts'

export const command: Command = {
  usage: [
    'duplicates find [OBJECT] [--merge-from BITS]',
    'duplicates list [OBJECT] [--limit N] [--after MARK] [--as EMAIL]',
    'duplicates explain OBJECT RECORD RECORD [--as EMAIL]',
    'duplicates merge OBJECT RECORD RECORD… --because TEXT [--into RECORD] [--choose FIELD=RECORD,…] [--preview]',
    'duplicates unmerge ACT|OBJECT ID… [--answers stay|KEY=ID,…] [--because TEXT]',
    'duplicates never OBJECT RECORD RECORD --because TEXT',
    'duplicates settings [OBJECT BITS|never]',
    'duplicates learn OBJECT [--preview]',
    'duplicates weights OBJECT [learned|shipped]',
  ],
  describe:
    'Looks for records that are one, shows why, makes one of them, and takes that apart again at any age. A record is named by its id, by another system’s id (crm:0015…), or by its title. What is merged unseen is for "settings" to say: from how many bits of evidence on, or never, which is what is set until somebody says otherwise. What weighs how much can be learned from the records themselves: "learn" shows it and why it can or cannot be relied on, and only "weights" puts it to use.',
  options: {
    'merge-from': { value: 'BITS', describe: 'In this run, merge what has so many bits of evidence, or "never".' },
    limit: { value: 'N', describe: 'How many pairs (50 where not said).' },
    after: { value: 'MARK', describe: 'The next page, by the mark that the last one ended with.' },
    into: { value: 'RECORD', describe: 'The one whose id stays; the oldest where not said.' },
    choose: {
      value: 'FIELD=RECORD,…',
      describe: 'Fields whose value is taken from a record by hand; all others are settled by their rules.',
    },
    preview: { describe: 'Say what merging would make of them, or what was learned, and write nothing.' },
    answers: {
      value: 'stay|KEY=ID,…',
      describe: 'What to do with what nothing tells: leave all of it, or each to the record named.',
    },
    because: { value: 'TEXT', describe: 'Why; it is kept in the history.' },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, with their rights.' },
  },
  words: { least: 1, most: 102 },
  examples: [
    'holdfast duplicates find',
    'holdfast duplicates list account --limit 10',
    'holdfast duplicates explain account crm:A-0001 crm:A-0007',
    'holdfast duplicates merge account crm:A-0001 crm:A-0007 --because "one company" --preview',
    'holdfast duplicates settings account 14.5',
    'holdfast duplicates learn contact --preview',
  ],
  run: (call) => verbs[oneOf('"duplicates"', call.words[0] ?? '', verbNames)](call),
}

const verbs = { find, list, explain: why, merge, unmerge, never, settings, learn, weights } satisfies Record<
  string,
  (call: Call) => Promise<number>
>
const verbNames = ['find', 'list', 'explain', 'merge', 'unmerge', 'never', 'settings', 'learn', 'weights'] as const
