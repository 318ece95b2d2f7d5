import { words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import type { Command } from '../command.ts'
import { withHoldfast } from '../installation.ts'
import { demoPassword, demoWorkspace, loadDemo } from '../load-demo.ts'
import { pairs } from '../table.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['demo [--seed N] [--accounts N]'],
  describe: words(
    'Loads a demo company: customers with a history, a team that serves them, and the disagreements between systems that real data has. A load that was interrupted goes on; a second one changes nothing.',
    'Carga una empresa de demostración: clientes con historia, el equipo que los atiende y los desacuerdos entre sistemas que tienen los datos reales. Una carga interrumpida continúa; una segunda no cambia nada.',
    'Carrega uma empresa de demonstração: clientes com história, a equipe que os atende e as divergências entre sistemas que dados reais têm. Uma carga interrompida continua; uma segunda não muda nada.',
    'Memuatkan syarikat demo: pelanggan dengan sejarah, pasukan yang melayani mereka, dan percanggahan antara sistem seperti dalam data sebenar. Muatan yang terganggu disambung; kali kedua tidak mengubah apa-apa.',
  ),
  options: {
    seed: {
      value: 'N',
      describe: words(
        'Another number, another company (1 where not said).',
        'Otro número, otra empresa (1 si no se dice).',
        'Outro número, outra empresa (1 se não dito).',
        'Nombor lain, syarikat lain (1 jika tidak dinyatakan).',
      ),
    },
    accounts: {
      value: 'N',
      describe: words(
        'How many customers (400 where not said).',
        'Cuántos clientes (400 si no se dice).',
        'Quantos clientes (400 se não dito).',
        'Bilangan pelanggan (400 jika tidak dinyatakan).',
      ),
    },
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
        const outcome = changed + events > 0 ? says.brought(changed, events) : says.nothingChanged
        const people = demoPeople.map(({ email, role }) => [`  ${email}`, role] as const)
        return `${told(says.demoDone(outcome, workspace.slug, seconds, demoPassword))}\n${pairs(call.out, people)}`
      })
      for (const line of refused.slice(0, 10)) call.out.note(told(says.refused(line)))
      return refused.length > 0 ? 1 : 0
    }),
}
