// Opens the installation for the time of one command, and finds out in which workspace and as whom it works.
import { userInfo } from 'node:os'
import { nearest } from '../../dictionary/words.ts'
import type { Actor, Workspace } from '../access/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { type Config, readConfig, told } from '../platform/index.ts'
import { type Call, Refused } from './command.ts'
import { meantOr, says } from './words/frame.ts'

export type Place = { holdfast: Holdfast; workspace: Workspace; actor: Actor }

/** A command's answer is what counts: its log is quiet unless asked to be louder. */
export const configOf = ({ env }: Pick<Call, 'env'>): Config => readConfig({ LOG_LEVEL: 'error', ...env })

/** Opens the installation, starting its database where none runs, and lets go of it afterwards, whatever happens. */
export async function withHoldfast<T>(call: Call, work: (holdfast: Holdfast) => Promise<T>): Promise<T> {
  const { openHoldfast } = await import('../holdfast.ts')
  const holdfast = await openHoldfast(configOf(call))
  try {
    const result = await work(holdfast)
    await seal(holdfast)
    return result
  } finally {
    await holdfast.close()
  }
}

/** What a command did is sealed before it ends: no server may be running that would. */
async function seal({ system, secret, clock, log, config }: Holdfast): Promise<void> {
  const { headsFileIn, sealingKey, sealOnce } = await import('../ledger/index.ts')
  await sealOnce({ pool: system, key: sealingKey(secret), clock, log, headsFile: headsFileIn(config.folder) })
}

/** As `withHoldfast`, in the workspace of `--workspace` and as the person of `--as`, or else as the machine's operator. */
export const inWorkspace = <T>(call: Call, work: (place: Place) => Promise<T>): Promise<T> =>
  withHoldfast(call, async (holdfast) => {
    const workspace = await findWorkspace(holdfast, call.option('workspace'))
    return work({ holdfast, workspace, actor: await actorOf(holdfast, workspace, call.option('as')) })
  })

export async function findWorkspace({ admin }: Holdfast, name: string | undefined): Promise<Workspace> {
  const found = await admin.findWorkspace(name)
  if (found) return found
  const names = (await admin.workspaces()).map((each) => each.slug)
  if (names.length === 0) throw new Refused('no_workspace', told(says.noWorkspace))
  if (name === undefined) throw new Refused('no_workspace', told(says.severalWorkspaces(names.join(', '))))
  throw new Refused('no_workspace', told(says.noSuchWorkspace(name, meantOr(nearest(name, names), names))))
}

/** Whoever runs commands on this machine, by the name the machine knows them by. */
export const operatorOf = (workspace: Workspace): Actor => ({
  kind: 'operator',
  workspace: workspace.id,
  id: userInfo().username,
  via: 'cli',
})

async function actorOf(holdfast: Holdfast, workspace: Workspace, email: string | undefined): Promise<Actor> {
  if (email === undefined) return operatorOf(workspace)
  return { kind: 'user', workspace: workspace.id, id: await memberNamed(holdfast, workspace, email), via: 'cli' }
}

/** The id of whoever has this address. */
export async function memberNamed({ admin }: Holdfast, workspace: Workspace, email: string): Promise<string> {
  const member = await admin.findMember(workspace.id, email)
  if (member) return member.userId
  throw new Refused('no_member', told(says.noMember(email, workspace.slug)))
}
