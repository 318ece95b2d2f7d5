import { oneOf } from '../arguments.ts'
import { type Call, type Command, Refused, UsageError } from '../command.ts'
import { withHoldfast } from '../installation.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: ['workspaces', 'workspaces create NAME [--title TEXT] [--currency CODE]'],
  describe: 'Lists the workspaces of this installation, or creates one. A workspace shares nothing with another.',
  options: {
    title: { value: 'TEXT', describe: 'How people call it; its name where not said.' },
    currency: { value: 'CODE', describe: 'The currency it reports in (USD where not said).' },
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
        ? 'There is no workspace yet. Make one with: holdfast workspaces create NAME'
        : table(
            call.out,
            [{ title: 'Name' }, { title: 'Title' }, { title: 'Currency' }, { title: 'Id' }],
            workspaces.map(({ slug, name, currency, id }) => [slug, name, currency, id]),
          ),
    )
    return 0
  })
}

function create(call: Call): Promise<number> {
  return withHoldfast(call, async ({ admin }) => {
    const [, slug] = call.words
    if (!slug) throw new UsageError('Say how the workspace is called: holdfast workspaces create NAME.')
    const currency = call.option('currency')?.toUpperCase()
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
      throw new UsageError(`--currency ${currency} is not usable: give an ISO 4217 code such as USD.`)
    if (await admin.findWorkspace(slug))
      throw new Refused('workspace_exists', `There is a workspace "${slug}" already.`)
    const made = await admin.createWorkspace({
      slug,
      name: call.option('title') ?? slug,
      ...(currency ? { currency } : {}),
    })
    await call.out.answer(
      made,
      () => `Made the workspace "${made.slug}". Let somebody in with: holdfast users add EMAIL`,
    )
    return 0
  })
}
