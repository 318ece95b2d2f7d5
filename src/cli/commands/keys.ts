import { systems, words } from '../../../dictionary/index.ts'
import { isId, told } from '../../platform/index.ts'
import { oneOf } from '../arguments.ts'
import { type Call, type Command, Refused, UsageError } from '../command.ts'
import { moment } from '../describe.ts'
import { inWorkspace } from '../installation.ts'
import { roleNames } from '../store.ts'
import { table } from '../table.ts'
import { headed } from '../words/columns.ts'
import { says } from '../words/upkeep.ts'

export const command: Command = {
  usage: ['keys', 'keys create NAME --role ROLE [--source SYSTEM] [--expires DATE]', 'keys revoke ID'],
  describe: words(
    'API keys of a workspace. A key is shown once, when it is made; only its hash is kept. A revoked key stops with its next request.',
    'Claves de API de un espacio. Una clave se muestra una vez, al crearla; solo se guarda su hash. Una clave revocada deja de servir en la siguiente solicitud.',
    'Chaves de API de um espaço. Uma chave é mostrada uma vez, ao ser criada; só o hash é guardado. Uma chave revogada para na próxima solicitação.',
    'Kunci API satu ruang kerja. Kunci ditunjukkan sekali, ketika dibuat; hanya cincangannya disimpan. Kunci yang dibatalkan berhenti pada permintaan seterusnya.',
  ),
  options: {
    role: {
      value: 'ROLE',
      describe: words(
        'What its requests may see and do; several are separated by commas.',
        'Qué pueden ver y hacer sus solicitudes; varios van separados por comas.',
        'O que suas solicitações podem ver e fazer; vários separados por vírgulas.',
        'Apa yang boleh dilihat dan dibuat permintaannya; beberapa dipisahkan dengan koma.',
      ),
    },
    source: {
      value: 'SYSTEM',
      describe: words(
        `Whose word its values are (hand where not said): ${systems.join(', ')}.`,
        `De quién son sus valores (hand si no se dice): ${systems.join(', ')}.`,
        `De quem são seus valores (hand se não dito): ${systems.join(', ')}.`,
        `Kata siapa nilainya (hand jika tidak dinyatakan): ${systems.join(', ')}.`,
      ),
    },
    expires: {
      value: 'DATE',
      describe: words(
        'The day on which it stops by itself.',
        'El día en que deja de servir por sí sola.',
        'O dia em que ela para por si só.',
        'Hari ia berhenti dengan sendirinya.',
      ),
    },
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
        ? told(says.noKeys)
        : table(
            call.out,
            headed('id', 'name', 'roles', 'madeUtc', 'revokedUtc'),
            keys.map((key) => [key.id, key.name, key.roles.join(', '), day(key.createdAt), day(key.revokedAt)]),
          ),
    )
    return 0
  })
}

function create(call: Call): Promise<number> {
  const [, name] = call.words
  const role = call.option('role')
  if (!name || !role) throw new UsageError(says.keyNeeds)
  const source = call.option('source')
  const expires = call.option('expires')
  if (expires !== undefined && Number.isNaN(Date.parse(expires))) throw new UsageError(says.noDay(expires))
  return inWorkspace(call, async ({ holdfast, workspace }) => {
    const known = await roleNames(holdfast, workspace.id)
    const made = await holdfast.admin.createKey(workspace.id, {
      name,
      roles: role.split(',').map((each) => oneOf(says.role, each.trim(), known)),
      ...(source ? { source: oneOf(says.system, source, systems) } : {}),
      ...(expires ? { expiresAt: new Date(expires).toISOString() } : {}),
    })
    call.out.note(told(says.keepKey))
    await call.out.answer(made, () => made.key)
    return 0
  })
}

function revoke(call: Call): Promise<number> {
  const [, id] = call.words
  if (!id) throw new UsageError(says.whichKey)
  return inWorkspace(call, async ({ holdfast, workspace }) => {
    const isRevoked = isId(id) && (await holdfast.admin.revokeKey(workspace.id, id))
    if (!isRevoked) throw new Refused('no_key', told(says.noKey(id, workspace.slug)))
    await call.out.answer({ id, revoked: true }, () => told(says.revoked(id)))
    return 0
  })
}

/** The driver gives dates as such, whatever the type says of text. */
const day = (at: string | Date | null): string => (at === null ? '' : moment(new Date(at).toISOString()))
