import { words } from '../../../dictionary/words.ts'
import { inTheirWords, told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, Refused, UsageError } from '../command.ts'
import { inWorkspace, operatorOf, type Place } from '../installation.ts'
import { members, roleNames } from '../store.ts'
import { table } from '../table.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['users', 'users add EMAIL --name NAME --role ROLE [--password PASSWORD|-]'],
  describe: words(
    'Lists who may enter a workspace, or lets somebody in. Adding a person again changes their name and roles. Roles are separated by commas.',
    'Lista quién puede entrar en un espacio, o deja entrar a alguien. Añadir de nuevo a una persona cambia su nombre y roles. Los roles se separan con comas.',
    'Lista quem pode entrar em um espaço, ou dá acesso a alguém. Adicionar uma pessoa de novo muda seu nome e funções. As funções são separadas por vírgulas.',
    'Menyenaraikan siapa boleh memasuki ruang kerja, atau membenarkan seseorang masuk. Menambah orang yang sama mengubah nama dan peranannya. Peranan dipisahkan dengan koma.',
  ),
  options: {
    name: {
      value: 'NAME',
      describe: words('The name of the person.', 'El nombre de la persona.', 'O nome da pessoa.', 'Nama orang itu.'),
    },
    role: {
      value: 'ROLE',
      describe: words(
        'What they may see and do, such as csm or support.',
        'Qué puede ver y hacer, como csm o support.',
        'O que pode ver e fazer, como csm ou support.',
        'Apa yang boleh dilihat dan dibuat, seperti csm atau support.',
      ),
    },
    password: {
      value: 'PASSWORD',
      describe: words(
        'Lets them sign in with it. "-" reads it from standard input, where no list of processes shows it.',
        'Le permite iniciar sesión con ella. "-" la lee de la entrada estándar, donde ninguna lista de procesos la muestra.',
        'Permite entrar com ela. "-" a lê da entrada padrão, onde nenhuma lista de processos a mostra.',
        'Membenarkan log masuk dengannya. "-" membacanya daripada input piawai, supaya tiada senarai proses menunjukkannya.',
      ),
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
        headed('email', 'name', 'roles', null),
        users.map((user) => [
          user.email,
          user.name,
          user.roles.join(', '),
          user.isSuspended ? told(says.suspended) : '',
        ]),
      ),
    )
    return 0
  })
}

function add(call: Call): Promise<number> {
  const [, given] = call.words
  const name = call.option('name')
  const role = call.option('role')
  if (!given || !name || !role) throw new UsageError(says.addingNeeds)
  return inWorkspace(call, async (place) => {
    const { holdfast, workspace } = place
    const known = await roleNames(holdfast, workspace.id)
    const roles = role.split(',').map((each) => oneOf(says.role, each.trim(), known))
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
        told(says.mayEnter(name, email, workspace.slug, roles.join(', '))),
        ...(password === undefined ? [told(says.noPassword)] : []),
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
  throw new Refused('user_refused', faults.length > 0 ? inTheirWords(faults.join(' ')) : told(says.notAdded(email)), {
    result,
  })
}
