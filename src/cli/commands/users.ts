import { oneOf } from '../arguments.ts'
import { type Call, type Command, Refused, UsageError } from '../command.ts'
import { inWorkspace, operatorOf, type Place } from '../installation.ts'
import { members, roleNames } from '../store.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: ['users', 'users add EMAIL --name NAME --role ROLE [--password PASSWORD|-]'],
  describe:
    'Lists who may enter a workspace, or lets somebody in. Adding a person again changes their name and roles. Roles are separated by commas.',
  options: {
    name: { value: 'NAME', describe: 'The name of the person.' },
    role: { value: 'ROLE', describe: 'What they may see and do, such as csm or support.' },
    password: {
      value: 'PASSWORD',
      describe: 'Lets them sign in with it. "-" reads it from standard input, where no list of processes shows it.',
    },
  },
  words: { least: 0, most: 2 },
  examples: [
    'holdfast users',
    'holdfast users add ana@acme.com --name "Ana Souza" --role csm --password - < password.txt',
  ],
  run: (call) => verbs[oneOf('"users"', call.words[0] ?? 'list', ['list', 'add'])](call),
}

const verbs = { list, add }

function list(call: Call): Promise<number> {
  return inWorkspace(call, async ({ holdfast, workspace }) => {
    const users = await members(holdfast, workspace.id)
    await call.out.answer({ users }, () =>
      table(
        call.out,
        [{ title: 'E-mail' }, { title: 'Name' }, { title: 'Roles' }, { title: '' }],
        users.map((user) => [user.email, user.name, user.roles.join(', '), user.isSuspended ? 'suspended' : '']),
      ),
    )
    return 0
  })
}

function add(call: Call): Promise<number> {
  const [, given] = call.words
  const name = call.option('name')
  const role = call.option('role')
  if (!given || !name || !role)
    throw new UsageError('Adding somebody needs: holdfast users add EMAIL --name NAME --role ROLE.')
  return inWorkspace(call, async (place) => {
    const { holdfast, workspace } = place
    const known = await roleNames(holdfast, workspace.id)
    const roles = role.split(',').map((each) => oneOf('role', each.trim(), known))
    const password = await passwordOf(call)
    const email = given.toLowerCase()
    const userId = await upsertUser(place, email, name)
    await holdfast.admin.setMember(workspace.id, { userId, email, name, roles })
    if (password !== undefined) {
      const { setPassword } = await import('../../http/index.ts')
      await setPassword(holdfast, { email, name, password })
    }
    await call.out.answer({ userId, email, name, roles, maySignIn: password !== undefined }, () =>
      [
        `${name} <${email}> may enter "${workspace.slug}" as ${roles.join(', ')}.`,
        ...(password === undefined ? ['No password was set: say --password to let them sign in.'] : []),
      ].join('\n'),
    )
    return 0
  })
}

async function passwordOf(call: Call): Promise<string | undefined> {
  const given = call.option('password')
  return given === '-' ? (await call.readInput()).replace(/\r?\n$/, '') : given
}

/** Everybody who may enter is a record too: accounts have owners, tasks have somebody to do them. */
async function upsertUser({ holdfast, workspace }: Place, email: string, name: string): Promise<string> {
  const { results } = await holdfast.records.change(operatorOf(workspace), 'user', [
    {
      verb: 'upsert',
      source: { system: 'holdfast', localId: email },
      values: { email, name, is_active: true },
      match: true,
    },
  ])
  const [result] = results
  if (result && 'version' in result) return result.id
  const faults = result?.outcome === 'refused' ? result.faults.map((each) => each.message) : []
  throw new Refused('user_refused', faults.join(' ') || `${email} could not be added.`, { result })
}
