import { systems } from '../../../dictionary/index.ts'
import { isId } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, Refused, UsageError } from '../command.ts'
import { moment } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { roleNames } from '../store.ts'
import { table } from '../table.ts'

export const command: Command = {
  usage: ['keys', 'keys create NAME --role ROLE [--source SYSTEM] [--expires DATE]', 'keys revoke ID'],
  describe:
    'API keys of a workspace. A key is shown once, when it is made; only its hash is kept. A revoked key stops with its next request.',
  options: {
    role: { value: 'ROLE', describe: 'What its requests may see and do; several are separated by commas.' },
    source: { value: 'SYSTEM', describe: `Whose word its values are (hand where not said): ${systems.join(', ')}.` },
    expires: { value: 'DATE', describe: 'The day on which it stops by itself.' },
  },
  words: { least: 0, most: 2 },
  examples: [
    'holdfast keys',
    'holdfast keys create "CRM sync" --role cs_operations --source crm',
    'holdfast keys revoke 019a8f6e-1c2b-7000-8a4d-2f6f0c1d9e77',
  ],
  run: (call) => verbs[oneOf('"keys"', call.words[0] ?? 'list', ['list', 'create', 'revoke'])](call),
}

const verbs = { list, create, revoke }

function list(call: Call): Promise<number> {
  return inWorkspace(call, async ({ holdfast, workspace }) => {
    const keys = await holdfast.admin.keys(workspace.id)
    await call.out.answer({ keys }, () =>
      keys.length === 0
        ? 'There are no keys. Make one with: holdfast keys create NAME --role ROLE'
        : table(
            call.out,
            [
              { title: 'Id' },
              { title: 'Name' },
              { title: 'Roles' },
              { title: 'Made (UTC)' },
              { title: 'Revoked (UTC)' },
            ],
            keys.map((key) => [key.id, key.name, key.roles.join(', '), day(key.createdAt), day(key.revokedAt)]),
          ),
    )
    return 0
  })
}

function create(call: Call): Promise<number> {
  const [, name] = call.words
  const role = call.option('role')
  if (!name || !role) throw new UsageError('A key needs a name and a role: holdfast keys create NAME --role ROLE.')
  const source = call.option('source')
  const expires = call.option('expires')
  if (expires !== undefined && Number.isNaN(Date.parse(expires)))
    throw new UsageError(`--expires ${expires} is not usable: give a day such as 2027-01-31.`)
  return inWorkspace(call, async ({ holdfast, workspace }) => {
    const known = await roleNames(holdfast, workspace.id)
    const made = await holdfast.admin.createKey(workspace.id, {
      name,
      roles: role.split(',').map((each) => oneOf('role', each.trim(), known)),
      ...(source ? { source: oneOf('system', source, systems) } : {}),
      ...(expires ? { expiresAt: new Date(expires).toISOString() } : {}),
    })
    call.out.note('Keep it now: it is not shown again. Send it as "Authorization: Bearer …".')
    await call.out.answer(made, () => made.key)
    return 0
  })
}

function revoke(call: Call): Promise<number> {
  const [, id] = call.words
  if (!id) throw new UsageError('Say which: holdfast keys revoke ID. The ids are listed by: holdfast keys')
  return inWorkspace(call, async ({ holdfast, workspace }) => {
    const isRevoked = isId(id) && (await holdfast.admin.revokeKey(workspace.id, id))
    if (!isRevoked) throw new Refused('no_key', `There is no key ${id} in "${workspace.slug}" that still works.`)
    await call.out.answer({ id, revoked: true }, () => `Revoked ${id}.`)
    return 0
  })
}

/** The driver gives dates as such, whatever the type says of text. */
const day = (at: string | Date | null): string => (at === null ? '' : moment(new Date(at).toISOString()))
