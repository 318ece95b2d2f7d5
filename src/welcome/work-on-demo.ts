import { z } from 'zod'
import type { Actor } from '../access/index.ts'
import { type Clock, inOneTrip, type WorkspaceId } from '../platform/index.ts'
import { demoJob } from './demo-order.ts'
import { type Loading, loadCompany } from './load-company.ts'
import { cameTo, demoAccounts, demoActs, demoIn, demoOf, hasCome } from './store.ts'

export type WorkingOnDemo = Loading & { clock: Clock }

const payload = z.object({ workspace: z.uuid() })
const accountsAtOnce = 1_000

/** The worker's part: brings the demo company, or takes it out again. Begun anew after a crash, it goes on where it was. */
export async function workOnDemo(working: WorkingOnDemo, given: unknown): Promise<void> {
  const workspace = payload.parse(given).workspace as WorkspaceId // a UUID, from a row of that workspace
  const { app: pool, clock } = working
  const [[row] = []] = await inOneTrip(pool, workspace, [demoOf(workspace)])
  if (!row) return
  const { state, ...demo } = demoIn(row)
  if (state === 'loaded' || state === 'gone') return
  const actor: Actor = { kind: 'job', workspace, id: demoJob, via: 'job', because: `${demo.askedBy} asked for it` }
  const isLeaving = state === 'leaving'
  try {
    if (isLeaving) await takeOut(working, actor)
    else {
      await inOneTrip(pool, workspace, [cameTo(workspace, 'loading', null)])
      await loadCompany(working, actor, { seed: 1, accounts: demo.accounts, today: demo.day }, async (soFar) => {
        await inOneTrip(pool, workspace, [hasCome(workspace, soFar)])
      })
    }
    await inOneTrip(pool, workspace, [cameTo(workspace, isLeaving ? 'gone' : 'loaded', clock())])
  } catch (error) {
    // Somebody who waits is told; the queue tries again by itself. What is half out stays on its way out.
    if (!isLeaving) await inOneTrip(pool, workspace, [cameTo(workspace, 'failed', clock())])
    throw error
  }
}

/** Its claims are taken back act by act; what colleagues said of its records since stays with them. */
async function takeOut({ app: pool, records }: WorkingOnDemo, actor: Actor): Promise<void> {
  const { workspace } = actor
  const [acts = [], accounts = []] = await inOneTrip(pool, workspace, [
    demoActs(workspace, demoJob),
    demoAccounts(workspace, demoJob),
  ])
  const ids = accounts.map((row) => row['record_id'] as string) // uuid column
  for (let at = 0; at < ids.length; at += accountsAtOnce)
    await records.dropFacts(actor, 'usage_day', { by: 'account', ids: ids.slice(at, at + accountsAtOnce) })
  for (const act of acts) await records.undo(actor, act['id'] as string, { because: 'the demo company is taken out' }) // uuid column
}
