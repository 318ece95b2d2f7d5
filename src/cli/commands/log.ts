import { type Attendee, captureInteraction } from '../../engagement/index.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { findRecord, objectNamed } from '../find-record.ts'
import { inWorkspace } from '../installation.ts'

export const command: Command = {
  usage: [
    'log KIND ACCOUNT [TEXT|-] [--with PEOPLE] [--decided TEXT] [--promised TEXT] [--concerns TEXT] [--tone TONE] [--todo TASKS] [--at MOMENT] [--as EMAIL]',
  ],
  describe:
    'Writes down a call, meeting, email, training, business_review or note with a customer: what was said, who was there, and what is to be done. All of it is one change set, so undo takes all of it back. People are named by name and e-mail address; who is not known becomes a contact of the account. "-" reads the text from standard input.',
  options: {
    with: { value: 'PEOPLE', describe: 'Who was there: "Ines Roca <ines@bluefin.example>, bo@vendor.example".' },
    decided: { value: 'TEXT', describe: 'What was decided.' },
    promised: { value: 'TEXT', describe: 'What was promised.' },
    concerns: { value: 'TEXT', describe: 'What worries the customer.' },
    tone: { value: 'TONE', describe: 'How the customer sounded.' },
    todo: {
      value: 'TASKS',
      describe: 'What is to be done, each with its day: "Send the plan 2026-12-01; Call legal".',
    },
    at: { value: 'MOMENT', describe: 'When it was, with its offset; now where not said.' },
    as: { value: 'EMAIL', describe: 'As this member of the workspace, with their rights.' },
  },
  words: { least: 2, most: 3 },
  examples: [
    'holdfast log call "Bluefin Transport" "Depot two goes live in January." --with "Ines Roca <ines@bluefin.example>"',
    'holdfast log meeting crm:A-0001 - --todo "Send the plan 2026-12-01" < notes.txt',
  ],
  run: (call) =>
    inWorkspace(call, async ({ holdfast, actor }) => {
      const [kind = '', given = '', text] = call.words
      const access = await holdfast.records.book.of(actor)
      const account = await findRecord({ holdfast, actor, access, object: objectNamed(access, 'account') }, given)
      const notes = text === '-' ? (await call.readInput()).trim() : text
      const happened = call.option('at')
      const done = await captureInteraction(holdfast, actor, {
        account,
        kind,
        ...(notes ? { notes } : {}),
        ...(happened ? { happened_at: happened } : {}),
        ...texts(call),
        attendees: peopleIn(call.option('with') ?? ''),
        action_items: tasksIn(call.option('todo') ?? ''),
      })
      await call.out.answer(
        done,
        () => `Written down: ${done.interaction}. Take it back with: holdfast undo ${done.act}`,
      )
      return 0
    }),
}

const texts = (call: Call): Record<string, string> =>
  Object.fromEntries(
    ['decided', 'promised', 'concerns', 'tone'].flatMap((name) => {
      const given = call.option(name)
      return given === undefined ? [] : [[name, given]]
    }),
  )

function peopleIn(given: string): Attendee[] {
  return parted(given, /[,;]/).map((part) => {
    const [, name, address] = /^(.*?)\s*<([^<>]+)>$/.exec(part) ?? []
    if (address) return { email: address, ...(name ? { name } : {}) }
    if (part.includes('@')) return { email: part }
    if (/[<>]/.test(part)) throw new UsageError(`"${part}" is nobody: write Name <name@company.com>.`)
    return { name: part }
  })
}

const tasksIn = (given: string) =>
  parted(given, /;/).map((part) => {
    const [, name, due_on] = /^(.*?)\s+(\d{4}-\d{2}-\d{2})$/.exec(part) ?? []
    return name && due_on ? { name, due_on } : { name: part }
  })

const parted = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean)
