// The demo company in a workspace of its own, with the people who may look around in it.
import type { Workspace } from '../access/index.ts'
import type { DemoPerson } from '../demo/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { told } from '../platform/index.ts'
import type { LoadedCompany } from '../welcome/index.ts'
import { Refused } from './command.ts'
import { operatorOf } from './installation.ts'
import { members } from './store.ts'
import { says } from './words/upkeep.ts'

export const demoPassword = 'holdfast-demo'
export const demoWorkspace = 'demo'

export type DemoOptions = { slug: string; seed: number; accounts: number; say(line: string, isLast?: boolean): void }
export type Loaded = LoadedCompany & { workspace: Workspace }

/** The demo's story is told as of the day its workspace was made, so that loading it again another day is loading the same. */
export async function loadDemo(holdfast: Holdfast, o: DemoOptions): Promise<Loaded> {
  const { demoPeople } = await import('../demo/index.ts')
  const { loadCompany } = await import('../welcome/index.ts')
  const { admin } = holdfast
  const workspace =
    (await admin.findWorkspace(o.slug)) ??
    (await admin.createWorkspace({ slug: o.slug, name: 'Tideline', currency: 'USD' }))
  const actor = { ...operatorOf(workspace), because: 'demo company' }
  const isRepeat = await isLoaded(holdfast, workspace)
  const company = { seed: o.seed, accounts: o.accounts, today: dayOf(workspace), isRepeat }
  const loaded = await loadCompany(holdfast, actor, company, ({ records, events }) =>
    o.say(told(says.loadingDemo(count(records), events > 0 ? count(events) : null))),
  )
  await letIn(holdfast, workspace, demoPeople)
  const records = loaded.changed + loaded.unchanged
  o.say(told(says.loadedDemo(count(records), count(loaded.events))), true)
  return { workspace, ...loaded }
}

/** Whether everything came in: the people are let in last. */
export async function isLoaded(holdfast: Holdfast, workspace: Workspace): Promise<boolean> {
  const { demoPeople } = await import('../demo/index.ts')
  const inside = new Set((await members(holdfast, workspace.id)).map((member) => member.email))
  return demoPeople.every(({ email }) => inside.has(email))
}

/** Who is in already keeps the roles and the password they may have been given since. */
async function letIn(holdfast: Holdfast, workspace: Workspace, people: readonly DemoPerson[]): Promise<void> {
  const { setPassword } = await import('../http/index.ts')
  const inside = new Set((await members(holdfast, workspace.id)).map((member) => member.email))
  const known = await holdfast.records.resolve(
    operatorOf(workspace),
    'user',
    people.map(({ email }) => ({ system: 'holdfast', localId: email })),
  )
  for (const { email, name, role } of people) {
    if (inside.has(email)) continue
    const userId = known.get(`holdfast ${email}`)
    if (!userId) throw new Refused('demo_incomplete', told(says.noDemoUser(email)))
    await setPassword(holdfast, { email, name, password: demoPassword })
    await holdfast.admin.setMember(workspace.id, { userId, email, name, roles: [role] })
  }
}

/** An id begins with the millisecond it was made in. */
const dayOf = ({ id }: Workspace): string =>
  new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString().slice(0, 10)

const count = (n: number): string => n.toLocaleString('en')
