// The queue's library, spoken to in one place: how it is connected, what its jobs are and where its words go.
import { Logger, type RunnerOptions, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import { z } from 'zod'
import { rolesOf, urlAs } from '../platform/index.ts'
import { demoJob, workOnDemo } from '../welcome/index.ts'
import { crontab, runDaily } from './daily.ts'
import { findDuplicates, learnWeights } from './find-duplicates.ts'
import { importJob, importStep } from './import-steps.ts'
import { type Act, actorOf, type Reaction, type Working } from './reactions.ts'

export const queueOptions = (
  working: Working,
  {
    reactions,
    events,
    concurrency = 2,
  }: { reactions: readonly Reaction[]; events: WorkerEvents; concurrency?: number },
): RunnerOptions => ({
  events,
  connectionString: named(urlAs(working.ownerUrl, rolesOf(working.secret).system)),
  concurrency,
  maxPoolSize: concurrency + 2,
  noHandleSignals: true, // the shell knows what else has to end first
  pollInterval: 200, // also the pace of a queue: the library looks for the next job before it has let go of the last
  taskList: tasksOf(working, reactions),
  crontab,
  logger: new Logger(() => (level, message, meta) => {
    const isOurs = level === 'error' || level === 'warning'
    working.log[level === 'error' ? 'error' : isOurs ? 'warn' : 'debug']({ ...plain(meta) }, `jobs: ${message}`)
  }),
})

function named(url: string): string {
  const own = new URL(url)
  own.searchParams.set('application_name', 'holdfast jobs')
  return own.href
}

const tasksOf = (working: Working, reactions: readonly Reaction[]): TaskList =>
  Object.fromEntries([
    ...reactions.map((reaction) => [reaction.name, taskOf(working, reaction)]),
    ['daily', () => runDaily(working)],
    ['find-duplicates', (given: unknown) => findDuplicates(working, given)],
    ['learn-weights', (given: unknown) => learnWeights(working, given)],
    [importJob, (given: unknown) => importStep(working, given)],
    [demoJob, (given: unknown) => workOnDemo(working, given)],
  ])

const act = z.object({ workspace: z.uuid(), act: z.uuid(), object: z.string() })
const payload = z.union([z.array(act), act.transform((one) => [one])])

/** Reacts to one act after the other. Each has its own end, in order: the queue keeps those that failed, and asks for them again. */
const taskOf =
  (working: Working, reaction: Reaction): Task =>
  async (given) => {
    const acts: readonly Act[] = payload.parse(given)
    if (await isDoneAtOnce(working, reaction, acts)) return
    const ends: Promise<void>[] = []
    for (const each of acts) {
      const actor = actorOf(reaction, each.workspace)
      const end = 'runAll' in reaction ? reaction.runAll(working, actor, [each]) : reaction.run(working, actor, each)
      ends.push(end)
      await Promise.allSettled([end])
    }
    if (!Array.isArray(given)) return await ends[0]
    return ends
  }

/** Not where it fails: one act that can't be reacted to would keep the others from it. */
async function isDoneAtOnce(working: Working, reaction: Reaction, acts: readonly Act[]): Promise<boolean> {
  const [first] = acts
  if (!first || acts.length === 1 || !('runAll' in reaction)) return false
  try {
    await reaction.runAll(working, actorOf(reaction, first.workspace), acts)
    return true
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    working.log.warn({ job: reaction.name, acts: acts.length, error: said }, 'many acts at once failed; one by one')
    return false
  }
}

/** Of what the library says beside its sentence, the parts that mean something in a log and carry no one's data. */
const plain = (meta: Record<string, unknown> | undefined): object =>
  Object.fromEntries(Object.entries(meta ?? {}).filter(([, value]) => ['string', 'number'].includes(typeof value)))
