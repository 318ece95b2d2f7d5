import type { Command } from '../command.ts'
import { withHoldfast } from '../installation.ts'
import { demoPassword, demoWorkspace, loadDemo } from '../load-demo.ts'
import { pairs } from '../table.ts'

export const command: Command = {
  usage: ['demo [--seed N] [--accounts N]'],
  describe:
    'Loads a demo company: customers with a history, a team that serves them, and the disagreements between systems that real data has. A load that was interrupted goes on; a second one changes nothing.',
  options: {
    seed: { value: 'N', describe: 'Another number, another company (1 where not said).' },
    accounts: { value: 'N', describe: 'How many customers (400 where not said).' },
  },
  words: { least: 0, most: 0 },
  examples: ['holdfast demo', 'holdfast demo --accounts 50 --workspace small-demo'],
  run: (call) =>
    withHoldfast(call, async (holdfast) => {
      const began = performance.now()
      const { workspace, changed, unchanged, events, refused } = await loadDemo(holdfast, {
        slug: call.option('workspace') ?? demoWorkspace,
        seed: call.wholeNumber('seed', { least: 0, most: 2 ** 31 }) ?? 1,
        accounts: call.wholeNumber('accounts', { least: 1, most: 1_000_000 }) ?? 400,
        say: call.out.progress,
      })
      const { demoPeople } = await import('../../demo/index.ts')
      const seconds = Math.round((performance.now() - began) / 100) / 10
      const document = {
        workspace: workspace.slug,
        changed,
        unchanged,
        events,
        refused: refused.length,
        seconds,
        people: demoPeople,
        password: demoPassword,
      }
      await call.out.answer(document, () => {
        const outcome =
          changed + events > 0 ? `Brought ${changed} records and ${events} product events` : 'Nothing had to be changed'
        const people = demoPeople.map(({ email, role }) => [`  ${email}`, role] as const)
        return `${outcome}, workspace "${workspace.slug}" (${seconds} s). Sign in with the password ${demoPassword} as:\n${pairs(call.out, people)}`
      })
      for (const line of refused.slice(0, 10)) call.out.note(`Refused: ${line}`)
      return refused.length > 0 ? 1 : 0
    }),
}
