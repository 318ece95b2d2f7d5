import type { Workspace } from '../../access/index.ts'
import type { Holdfast } from '../../holdfast.ts'
import { headsFileIn, sealingKey, verifyLedgerOf } from '../../ledger/index.ts'
import { readMigrations } from '../../platform/index.ts'
import type { Command } from '../command.ts'
import { findWorkspace, operatorOf, withHoldfast } from '../installation.ts'
import { doneMigrations } from '../store.ts'

type Finding = { what: string; ok: boolean; say: string }

export const command: Command = {
  usage: ['check'],
  describe:
    'Verifies an installation: that the schema is what this version expects, that the ledger is exactly what was sealed, and that records are what their history says and hang together. Of every workspace, or of one. Exits with 1 where anything is at fault, and names it.',
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
              `${each.ok ? call.out.style('green', 'ok   ') : call.out.style('red', 'FAULT')}  ${each.what}: ${each.say}`,
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
      ? `${done.size} migrations, up to date.`
      : `${wrong.map((each) => each.name).join(', ')} did not run as written here. Run "holdfast migrate".`
  return { what: 'schema', ok: wrong.length === 0, say }
}

async function ledger({ system, secret, config }: Holdfast, { id, slug }: Workspace): Promise<Finding> {
  const { publicKey } = sealingKey(secret)
  const verdict = await verifyLedgerOf({
    pool: system,
    workspace: id,
    publicKey,
    headsFile: headsFileIn(config.folder),
  })
  const what = `ledger of ${slug}`
  if (!verdict.ok) return { what, ok: false, say: `${verdict.say} (${verdict.fault})` }
  const waiting = verdict.unsealed > 0 ? `, ${verdict.unsealed} not sealed yet` : ''
  return { what, ok: true, say: `${verdict.size} entries as they were sealed${waiting}.` }
}

const mostNamed = 20

async function records(holdfast: Holdfast, workspace: Workspace): Promise<Finding> {
  const checked = await holdfast.records.check(operatorOf(workspace))
  const named = checked.findings.slice(0, mostNamed).map(({ code, object, id, fields }) => {
    const which = fields.length > 0 ? ` (${fields.join(', ')})` : ''
    return `  ${code}: ${object} ${id}${which}`
  })
  const hasMore = checked.more || checked.findings.length > mostNamed
  const say = [`${checked.records} records, ${checked.findings.length} faults.`, ...named, ...(hasMore ? ['  …'] : [])]
  return { what: `records of ${workspace.slug}`, ok: checked.findings.length === 0, say: say.join('\n') }
}
