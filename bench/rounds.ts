// Rounds: each arm in turn, again and again, so that whatever else the machine does falls on all of them alike. What is compared
// is the median of the rounds' ratios.
import { once } from 'node:events'
import { cpuOf, cpuOfServer } from './cpu.ts'
import type { Load, Loaded, Request } from './load.ts'
import { type Server, startLoad } from './servers.ts'

export type Arm = {
  name: string
  server: Server
  requests: readonly Request[]
  /** Waits until nothing is left to do of what was asked: work put off is computed on the account of who put it off. */
  settle?(): Promise<void>
}

export type Round = { rate: number; serviceMs: number; databaseMs: number; latencies: Float64Array }
export type Figures = { name: string; rounds: readonly Round[] }

type Plan = { rounds: number; seconds: number; connections: number; postmaster: number }

export async function runRounds(
  arms: readonly Arm[],
  { rounds, seconds, connections, postmaster }: Plan,
): Promise<Figures[]> {
  const generator = startLoad()
  const figures = arms.map((arm) => ({ name: arm.name, rounds: [] as Round[] }))
  let number = Date.now() % 1_000_000_000 // apart from the numbers of earlier runs on the same set
  const load = async ({ server, requests }: Arm, seconds: number): Promise<Loaded> => {
    generator.send({ port: server.port, requests, connections, seconds, firstNumber: number } satisfies Load)
    const [loaded] = (await once(generator, 'message')) as [Loaded] // all it ever sends
    number = loaded.nextNumber
    if (loaded.faults > 0)
      throw new Error(
        `${server.name}: ${loaded.faults} of ${loaded.answered} failed, the first with ${loaded.firstFault}`,
      )
    return loaded
  }
  try {
    for (const arm of arms) {
      await load(arm, Math.max(8, seconds)) // until the code is compiled, the plans are made and the pages are in memory
      await arm.settle?.()
    }
    for (let round = 0; round < rounds; round++) {
      for (const [i, arm] of arms.entries()) {
        const before = { service: cpuOf(arm.server.pid), database: cpuOfServer(postmaster) }
        const loaded = await load(arm, seconds)
        await arm.settle?.()
        figures[i]?.rounds.push({
          rate: loaded.answered / loaded.seconds,
          serviceMs: (cpuOf(arm.server.pid) - before.service) / loaded.answered,
          databaseMs: (cpuOfServer(postmaster) - before.database) / loaded.answered,
          latencies: loaded.latencies,
        })
      }
    }
    return figures
  } finally {
    generator.kill()
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Median over the rounds of one arm's figure divided by another's in the same round. */
export const ratio = (of: Figures, by: Figures, figure: (round: Round) => number): number =>
  median(
    of.rounds.flatMap((round, i) => {
      const other = by.rounds[i]
      return other ? [figure(round) / figure(other)] : []
    }),
  )

export const medianOf = (figures: Figures, figure: (round: Round) => number): number =>
  median(figures.rounds.map(figure))

export const cpuMs = (round: Round): number => round.serviceMs + round.databaseMs

/** Milliseconds under which this share of all answers came. */
export function percentile(figures: Figures, share: number): number {
  const all = figures.rounds.flatMap((round) => [...round.latencies]).sort((a, b) => a - b)
  return all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN
}
