// One request after the other, over HTTP: Holdfast beside the limit, round by round.
import pg from 'pg'
import { memoryOf } from './cpu.ts'
import type { Installation } from './installation.ts'
import { type Job, jobsFor } from './jobs.ts'
import { cpuMs, type Figures, medianOf, percentile, ratio, runRounds } from './rounds.ts'
import { type Server, startHoldfast, startLimit } from './servers.ts'
import { against, fixed, type Section } from './table.ts'

export type Plan = { rounds: number; seconds: number; connections: number; names: readonly string[] }

const columns = ['', 'requests/s', 'of L', 'p50 / p95 / p99 ms', 'p99 of L', 'CPU ms: service + database', 'CPU of L']

export async function benchRequests(installation: Installation, plan: Plan): Promise<Section> {
  const jobs = (await jobsFor(installation)).filter((job) => plan.names.includes(job.name))
  const watching = new pg.Client(installation.url)
  const limit = await startLimit(installation)
  const holdfast = await startHoldfast(installation)
  try {
    await watching.connect()
    const settle = () => settled(watching)
    await settle()
    const rows: (readonly string[])[] = []
    for (const job of jobs) rows.push(...(await benchJob(installation, plan, job, { limit, holdfast, settle })))
    rows.push([`memory of the service after all this: ${fixed(memoryOf(holdfast.pid), 0)} MB`])
    return {
      title: `Requests, ${plan.connections} connections, ${plan.rounds} rounds of ${plan.seconds} s`,
      columns,
      rows,
    }
  } finally {
    await Promise.all([limit.stop(), holdfast.stop(), watching.end()])
  }
}

async function benchJob(
  { postmaster }: Installation,
  plan: Plan,
  job: Job,
  { limit, holdfast, settle }: { limit: Server; holdfast: Server; settle(): Promise<void> },
): Promise<(readonly string[])[]> {
  const asked = Object.entries(job.holdfast)
  const arms = [
    { name: 'L', server: limit, requests: job.limit },
    ...asked.map(([role, requests]) => ({ name: role, server: holdfast, requests, settle })),
  ]
  const [bound, ...ours] = await runRounds(arms, { ...plan, postmaster })
  if (!bound) return []
  return [
    rowOf(`${job.says}: L`, bound, []),
    ...ours.map((figures, i) => rowOf(`  as ${figures.name}`, figures, compared(job, figures, bound, i))),
  ]
}

/** Goals are those of the first role; the others show what their row scopes cost. */
function compared({ goal }: Job, figures: Figures, bound: Figures, place: number): readonly string[] {
  const [rate, cpu] = [ratio(figures, bound, (round) => round.rate), ratio(figures, bound, cpuMs)]
  const tail = percentile(figures, 0.99) / percentile(bound, 0.99)
  if (place > 0) return [fixed(rate, 2), fixed(tail, 2), fixed(cpu, 2)]
  return [
    goal.rate === undefined ? fixed(rate, 2) : against(rate, '≥', goal.rate),
    goal.p99 === undefined ? fixed(tail, 2) : against(tail, '≤', goal.p99),
    goal.cpu === undefined ? fixed(cpu, 2) : against(cpu, '≤', goal.cpu),
  ]
}

const rowOf = (
  name: string,
  figures: Figures,
  [rate = '', tail = '', cpu = '']: readonly string[],
): readonly string[] => [
  name,
  fixed(
    medianOf(figures, (round) => round.rate),
    0,
  ),
  rate,
  [0.5, 0.95, 0.99].map((share) => fixed(percentile(figures, share), 1)).join(' / '),
  tail,
  `${fixed(
    medianOf(figures, (round) => round.serviceMs),
    2,
  )} + ${fixed(
    medianOf(figures, (round) => round.databaseMs),
    2,
  )}`,
  cpu,
]

/** The sealer comes by that often; to look before is to look for nothing, and the looking is counted too. */
const sealedEveryMs = 800

/** Waits until the ledger is sealed and no reaction is left to run. */
async function settled(client: pg.Client): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 300_000; ) {
    await new Promise((resolve) => setTimeout(resolve, sealedEveryMs))
    const { rows } = await client.query<{ busy: boolean }>(
      `select exists (select 1 from ledger.act where leaf is null) or exists (select 1 from ledger.outbox)
         or exists (select 1 from graphile_worker._private_jobs) as busy`,
    )
    if (!rows[0]?.busy) return
  }
  throw new Error('After five minutes the ledger was not sealed or reactions were not done: does the worker run?')
}
