// The demo company on request: who may ask for it, when, and how far it has come. It comes only into a workspace that holds nothing,
// and can be taken out again.
import { type Access, type Actor, grantsFor } from '../access/index.ts'
import { type Clock, Failure, inOneTrip, type Pool } from '../platform/index.ts'
import type { Records } from '../records/index.ts'
import { demoIn, demoOf, order } from './store.ts'

export const demoJob = 'demo-company'

/** Enough that every page has something to show, and little enough that it is there within a minute. */
const accounts = 100

export type DemoState = 'waiting' | 'loading' | 'loaded' | 'leaving' | 'gone' | 'failed'
export type DemoOrder = {
  state: DemoState
  accounts: number
  records: number
  events: number
  askedAt: string
  endedAt: string | null
}
export type Welcome = {
  /** Whether the workspace holds neither an account nor a contact. */
  isEmpty: boolean
  demo: DemoOrder | null
  mayLoad: boolean
}

export type Welcoming = { app: Pool; system: Pool; records: Records; clock: Clock }

/** Errors: not_allowed for whoever could neither load the demo nor bring in files: to them, emptiness is what they may not see. */
export async function welcome(with_: Welcoming, actor: Actor): Promise<Welcome> {
  const access = await with_.records.rights(actor)
  if (!mayLoad(access) && !mayBring(access)) throw new Failure('not_allowed', { verb: 'set up', object: 'workspace' })
  // Who answers for the structure is told how it is; who may bring files, how it looks to them.
  const [isEmpty, demo] = await Promise.all([
    mayLoad(access) ? holdsNothing(with_, actor) : showsNothing(with_, actor),
    currentDemo(with_, actor.workspace),
  ])
  return { isEmpty, demo, mayLoad: mayLoad(access) }
}

/** Asked again while it is under way, it is the same order. Errors: not_allowed, workspace_not_empty. */
export async function askForDemo(with_: Welcoming, actor: Actor): Promise<DemoOrder | null> {
  await mustBeAllowed(with_, actor, 'load')
  const demo = await currentDemo(with_, actor.workspace)
  const isUnderWay = demo?.state === 'waiting' || demo?.state === 'loading'
  // One that failed has left a part of itself behind, with which it goes on.
  const goesOn = demo?.state === 'failed'
  if (!isUnderWay && !goesOn && !(await holdsNothing(with_, actor))) throw new Failure('workspace_not_empty', {})
  if (!isUnderWay) await leaveWord(with_, actor, { state: 'waiting', from: ['loaded', 'gone', 'failed'] })
  return currentDemo(with_, actor.workspace)
}

/** What people said of its records since stays. Errors: not_allowed, no_demo_loaded. */
export async function askToRemoveDemo(with_: Welcoming, actor: Actor): Promise<DemoOrder | null> {
  await mustBeAllowed(with_, actor, 'remove')
  const demo = await currentDemo(with_, actor.workspace)
  if (!demo || !['loaded', 'failed', 'leaving'].includes(demo.state)) throw new Failure('no_demo_loaded', {})
  if (demo.state !== 'leaving') await leaveWord(with_, actor, { state: 'leaving', from: ['loaded', 'failed'] })
  return currentDemo(with_, actor.workspace)
}

async function mustBeAllowed({ records }: Welcoming, actor: Actor, verb: 'load' | 'remove'): Promise<void> {
  if (!mayLoad(await records.rights(actor))) throw new Failure('not_allowed', { verb, object: 'demo company' })
}

/** It brings records of every object, so it is for whoever answers for the workspace's structure. */
const mayLoad = ({ roles }: Access): boolean => roles.some(({ administers }) => administers.includes('structure'))

const mayBring = (access: Access): boolean => grantsFor(access, 'account', 'import').length > 0

/** Looked at by the product, because it is true whatever somebody may see of it. */
async function holdsNothing({ records }: Welcoming, { workspace }: Actor): Promise<boolean> {
  const job: Actor = { kind: 'job', workspace, id: demoJob, via: 'job', because: 'whether the workspace is empty' }
  const answers = await records.askTogether(
    job,
    ['account', 'contact'].map((from) => ({ question: { from, select: ['id'], limit: 1 } })),
  )
  return answers.every(({ data }) => data === '[]')
}

async function showsNothing({ records }: Welcoming, actor: Actor): Promise<boolean> {
  try {
    return (await records.ask(actor, { from: 'account', select: ['id'], limit: 1 })).data === '[]'
  } catch (error) {
    if (error instanceof Failure && error.code === 'object_unavailable') return true // they see none, whatever there is
    throw error
  }
}

async function currentDemo({ app }: Welcoming, workspace: string): Promise<DemoOrder | null> {
  const [[row] = []] = await inOneTrip(app, workspace, [demoOf(workspace)])
  return row ? demoIn(row) : null
}

async function leaveWord(
  { system, clock }: Welcoming,
  { workspace, kind, id }: Actor,
  { state, from }: { state: DemoState; from: readonly DemoState[] },
): Promise<void> {
  const { text, values } = order({ workspace, state, from, accounts, by: `${kind}:${id}`, at: clock(), job: demoJob })
  await system.query(text, [...values])
}
