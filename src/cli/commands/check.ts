import { words } from '../../../dictionary/words.ts'
import type { Workspace } from '../../access/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import { headsFileIn, sealingKey, verifyLedgerOf } from '../../ledger/index.ts'
import { readMigrations, told } from '../../platform/index.ts'
import type { Command } from '../command.ts'
import { findWorkspace, operatorOf, withHoldfast } from '../installation.ts'
import { doneMigrations } from '../store.ts'
import { says } from '../words/upkeep.ts'

type Finding = { what: string; ok: boolean; say: string }

export const command: Command = {
  usage: ['check'],
  describe: words(
    'Verifies an installation: that the schema is what this version expects, that the ledger is exactly what was sealed, and that records are what their history says and hang together. Of every workspace, or of one. Exits with 1 where anything is at fault, and names it.',
    'Verifica una instalación: que el esquema es el que esta versión espera, que el historial es exactamente lo que se selló, y que los registros son lo que su historial dice y encajan entre sí. De todos los espacios o de uno. Sale con 1 si algo falla, y lo nombra.',
    'Verifica uma instalação: que o esquema é o que esta versão espera, que o histórico é exatamente o que foi selado, e que os registros são o que o histórico diz e se encaixam. De todos os espaços ou de um. Sai com 1 se algo falhar, e diz o quê.',
    'Mengesahkan pemasangan: skema seperti yang dijangka versi ini, lejar tepat seperti yang dimeterai, dan rekod seperti kata sejarahnya serta saling sepadan. Bagi semua ruang kerja, atau satu. Keluar dengan 1 jika ada kerosakan, dan menamakannya.',
  ),
  words: { least: 0, most: 0 },
  examples: ['holdfast check', 'holdfast check --workspace demo --json'],
  run: (call) =>
    withHoldfast(call, async (holdfast) => {
      const name = call.option('workspace')
      const workspaces = name ? [await findWorkspace(holdfast, name)] : await holdfast.admin.workspaces()
      const findings = [await schema(holdfast)]
      for (const workspace of workspaces)
        findings.push(await ledger(holdfast, workspace), await records(holdfast, workspace))
      const ok = findings.every((finding) => finding.ok)
      await call.out.answer({ ok, findings }, () =>
        findings
          .map(
            (each) =>
              `${each.ok ? call.out.style('green', told(says.ok).padEnd(5)) : call.out.style('red', told(says.fault).padEnd(5))}  ${each.what}: ${each.say}`,
          )
          .join('\n'),
      )
      return ok ? 0 : 1
    }),
}

async function schema(holdfast: Holdfast): Promise<Finding> {
  const done = new Map((await doneMigrations(holdfast)).map((each) => [each.name, each.checksum]))
  const wrong = readMigrations().filter((each) => done.get(each.name) !== each.checksum)
  const say =
    wrong.length === 0
      ? told(says.schemaFine(done.size))
      : told(says.schemaWrong(wrong.map((each) => each.name).join(', ')))
  return { what: told(says.schema), ok: wrong.length === 0, say }
}

async function ledger({ system, secret, config }: Holdfast, { id, slug }: Workspace): Promise<Finding> {
  const { publicKey } = sealingKey(secret)
  const verdict = await verifyLedgerOf({
    pool: system,
    workspace: id,
    publicKey,
    headsFile: headsFileIn(config.folder),
  })
  const what = told(says.ledgerOf(slug))
  if (!verdict.ok) return { what, ok: false, say: `${told(verdict.say)} (${verdict.fault})` }
  return { what, ok: true, say: told(says.ledgerFine(verdict.size, verdict.unsealed)) }
}

const mostNamed = 20

async function records(holdfast: Holdfast, workspace: Workspace): Promise<Finding> {
  const checked = await holdfast.records.check(operatorOf(workspace))
  const named = checked.findings.slice(0, mostNamed).map(({ code, object, id, fields }) => {
    const which = fields.length > 0 ? ` (${fields.join(', ')})` : ''
    return `  ${code}: ${object} ${id}${which}`
  })
  const hasMore = checked.more || checked.findings.length > mostNamed
  const say = [
    told(says.recordsChecked(checked.records, checked.findings.length)),
    ...named,
    ...(hasMore ? ['  …'] : []),
  ]
  return { what: told(says.recordsOf(workspace.slug)), ok: checked.findings.length === 0, say: say.join('\n') }
}
