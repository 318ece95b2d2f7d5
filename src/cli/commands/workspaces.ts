import { words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, Refused, UsageError } from '../command.ts'
import { withHoldfast } from '../installation.ts'
import { table } from '../table.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['workspaces', 'workspaces create NAME [--title TEXT] [--currency CODE]'],
  describe: words(
    'Lists the workspaces of this installation, or creates one. A workspace shares nothing with another.',
    'Lista los espacios de trabajo de esta instalación, o crea uno. Un espacio no comparte nada con otro.',
    'Lista os espaços de trabalho desta instalação, ou cria um. Um espaço não compartilha nada com outro.',
    'Menyenaraikan ruang kerja pemasangan ini, atau mencipta satu. Ruang kerja tidak berkongsi apa-apa dengan yang lain.',
  ),
  options: {
    title: {
      value: 'TEXT',
      describe: words(
        'How people call it; its name where not said.',
        'Cómo lo llama la gente; su nombre si no se dice.',
        'Como as pessoas o chamam; o nome dele se não dito.',
        'Panggilan orang untuknya; namanya jika tidak dinyatakan.',
      ),
    },
    currency: {
      value: 'CODE',
      describe: words(
        'The currency it reports in (USD where not said).',
        'La moneda de sus informes (USD si no se dice).',
        'A moeda dos relatórios (USD se não dito).',
        'Mata wang laporannya (USD jika tidak dinyatakan).',
      ),
    },
  },
  words: { least: 0, most: 2 },
  examples: ['holdfast workspaces', 'holdfast workspaces create acme --title "Acme Software" --currency EUR'],
  run: (call) => verbs[oneOf('"workspaces"', call.words[0] ?? 'list', ['list', 'create'])](call),
}

const verbs = { list, create }

function list(call: Call): Promise<number> {
  return withHoldfast(call, async ({ admin }) => {
    const workspaces = await admin.workspaces()
    await call.out.answer({ workspaces }, () =>
      workspaces.length === 0
        ? told(says.noWorkspaces)
        : table(
            call.out,
            headed('name', 'title', 'currency', 'id'),
            workspaces.map(({ slug, name, currency, id }) => [slug, name, currency, id]),
          ),
    )
    return 0
  })
}

function create(call: Call): Promise<number> {
  return withHoldfast(call, async ({ admin }) => {
    const [, slug] = call.words
    if (!slug) throw new UsageError(says.workspaceName)
    const currency = call.option('currency')?.toUpperCase()
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new UsageError(says.noCurrency(currency))
    if (await admin.findWorkspace(slug)) throw new Refused('workspace_exists', told(says.workspaceExists(slug)))
    const made = await admin.createWorkspace({
      slug,
      name: call.option('title') ?? slug,
      ...(currency ? { currency } : {}),
    })
    await call.out.answer(made, () => told(says.workspaceMade(made.slug)))
    return 0
  })
}
