// Loads the demo company through the door, as any other data comes in. Everything in it is an upsert under the id of its
// system, so that a load that was killed goes on, and a second one changes nothing.
import type { Actor, Workspace } from '../access/index.ts'
import type { DemoEvent, DemoPerson } from '../demo/index.ts'
import type { Holdfast } from '../holdfast.ts'
import { Refused } from './command.ts'
import { operatorOf } from './installation.ts'
import { members } from './store.ts'

export const demoPassword = 'holdfast-demo'
export const demoWorkspace = 'demo'

export type DemoOptions = { slug: string; seed: number; accounts: number; say(line: string, isLast?: boolean): void }
export type Loaded = {
  workspace: Workspace
  changed: number
  unchanged: number
  /** Product events that were new. */
  events: number
  refused: readonly string[]
}

/** The demo's story is told as of the day its workspace was made, so that loading it again another day is loading the same. */
export async function loadDemo(holdfast: Holdfast, o: DemoOptions): Promise<Loaded> {
  const { demoCompany, demoEvents, demoPeople } = await import('../demo/index.ts')
  const { admin, records, duplicates } = holdfast
  const workspace =
    (await admin.findWorkspace(o.slug)) ??
    (await admin.createWorkspace({ slug: o.slug, name: 'Tideline', currency: 'USD' }))
  const actor = { ...operatorOf(workspace), because: 'demo company' }
  const company = { seed: o.seed, accounts: o.accounts, today: dayOf(workspace) }
  const refused: string[] = []
  let changed = 0
  let unchanged = 0
  for (const { object, changes } of demoCompany(company)) {
    const { results } = await records.change(actor, object, changes)
    for (const [i, result] of results.entries()) {
      if (result.outcome === 'unchanged') unchanged += 1
      else if (result.outcome !== 'refused') changed += 1
      else
        refused.push(`${object} ${changes[i]?.source?.localId}: ${result.faults.map((each) => each.message).join(' ')}`)
    }
    o.say(`Loading the demo company: ${count(changed + unchanged)} records`)
  }
  // What one batch both names and brings is filled in once all have come.
  await records.fulfilAwaited(actor)
  const events = await loadEvents(holdfast, workspace, demoEvents(company), o)
  await letIn(holdfast, workspace, demoPeople)
  for (const object of ['account', 'contact'] as const) await duplicates.find(actor, { object })
  o.say(`Loaded the demo company: ${count(changed + unchanged)} records, ${count(events)} product events`, true)
  return { workspace, changed, unchanged, events, refused }
}

const eventsAtOnce = 5_000

/** What people did in the product, and what that comes to a day. */
async function loadEvents(
  holdfast: Holdfast,
  workspace: Workspace,
  events: Iterable<DemoEvent>,
  o: Pick<DemoOptions, 'say'>,
): Promise<number> {
  const { daysWithEvents, keepEvents, workOutDays } = await import('../usage/index.ts')
  const actor: Actor = { ...operatorOf(workspace), because: 'demo company' }
  const keeping = { pool: holdfast.app, records: holdfast.records }
  let stored = 0
  let lines: DemoEvent[] = []
  const keep = async () => {
    stored += (await keepEvents(keeping, actor, lines)).stored
    lines = []
    o.say(`Loading the demo company: ${count(stored)} product events`)
  }
  for (const event of events) if (lines.push(event) === eventsAtOnce) await keep()
  if (lines.length > 0) await keep()
  if (stored > 0 || !(await isLoaded(holdfast, workspace))) {
    const days = await daysWithEvents(holdfast.app, actor)
    for (const part of days ? quartersOf(days) : []) await workOutDays(keeping, actor, part)
  }
  return stored
}

/** A statement of a request may take seconds only, and a year of a busy product takes more on a slow machine. */
function quartersOf({ from, to }: { from: string; to: string }): { from: string; to: string }[] {
  const dayLength = 86_400_000
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const parts: { from: string; to: string }[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += 91 * dayLength)
    parts.push({ from: day(at), to: day(Math.min(Date.parse(to), at + 90 * dayLength)) })
  return parts
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
    if (!userId) throw new Refused('demo_incomplete', `The demo's user ${email} was not loaded; load it again.`)
    await setPassword(holdfast, { email, name, password: demoPassword })
    await holdfast.admin.setMember(workspace.id, { userId, email, name, roles: [role] })
  }
}

/** An id begins with the millisecond it was made in. */
const dayOf = ({ id }: Workspace): string =>
  new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString().slice(0, 10)

const count = (n: number): string => n.toLocaleString('en')
