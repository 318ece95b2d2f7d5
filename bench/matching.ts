// A million invented people, from a table of PostgreSQL to clusters, and ten thousand newcomers among them:
// node bench/matching.ts [--small] [--threads N]
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { assignEntities, contactModel, openMatcher, type Run } from '../src/matching/index.ts'
import { memoryOf } from './cpu.ts'
import { population } from './matching-people.ts'
import { fields, openPeopleTable } from './matching-table.ts'
import { type Agreement, agreement, agreementOf, pairsWithin } from './matching-truth.ts'
import { against, asText, fixed } from './table.ts'

const { values } = parseArgs({ options: { small: { type: 'boolean', default: false }, threads: { type: 'string' } } })
const known = values.small ? 100_000 : 1_000_000
const all = known + known / 100
/** Pages that are read while the oldest is waited for. */
const pagesAhead = 4
const threads = values.threads ? { threads: Number(values.threads) } : {}

const { entityOf } = population(all)
const table = await openPeopleTable(all, (text) => console.error(text))
const matcher = openMatcher('contact', fields)
try {
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  await read(0, known)
  const readMs = performance.now() - began
  const run = await matcher.match(threads)
  const first = assignEntities(new Int32Array(), run.clusterOf, 1)
  const wallMs = performance.now() - began
  const { user, system } = process.cpuUsage(cpuBefore)
  const memory = memoryOf(process.pid)

  const newcame = performance.now()
  await read(known, all)
  const more = await matcher.match(threads)
  const second = assignEntities(first.entityOf, more.clusterOf, first.next)
  const moreMs = performance.now() - newcame
  const whole = await matcher.match({ ...threads, anew: true })

  const { report } = run
  const truth = entityOf.subarray(0, known)
  show(`Matching ${fixed(known, 0)} people, from table to clusters`, [
    ['wall, seconds', against(wallMs / 1_000, '≤', 20)],
    ['CPU seconds, without the database', fixed((user + system) / 1e6, 2)],
    ['machine: processors, others at work', `${availableParallelism()}, load ${fixed(loadavg()[0] ?? 0, 1)}`],
    ['  reading and encoding', fixed(readMs / 1_000, 2)],
    [
      '  columns, keys and blocks',
      fixed((wallMs - readMs - report.wallMs.comparing - report.wallMs.clustering) / 1_000, 2),
    ],
    ['  comparing', fixed(report.wallMs.comparing / 1_000, 2)],
    ['  clusters', fixed(report.wallMs.clustering / 1_000, 2)],
    ['pairs compared, millions', fixed(report.pairs / 1e6, 2)],
    ['pairs per CPU-second, millions', against(report.pairs / report.comparingCpuMs / 1_000, '≥', 3)],
    ['resident, megabytes', against(memory, '≤', 1_024, 0)],
    ['estimated recall of the rules', fixed(report.recall, 4)],
  ])
  for (const { name, countedPairs, pairs, pairsGivenUp, isUsed } of report.rules)
    console.log(
      `  ${isUsed ? '+' : '−'} ${name}: ${fixed(countedPairs, 0)} counted, ${fixed(pairs, 0)} kept, ${fixed(pairsGivenUp, 0)} given up`,
    )
  show('Against the truth', [
    ['pairs by the line for "same"', ...told(pairsOf(run, truth))],
    ['clusters', ...told(agreementOf(run.clusterOf, truth))],
  ])
  const untouched = keptOf(first.entityOf, run.clusterOf, second.entityOf, more.clusterOf)
  const same = agreementOf(more.clusterOf, whole.clusterOf)
  show(`${fixed(all - known, 0)} newcomers`, [
    ['wall, seconds', against(moreMs / 1_000, '≤', 5)],
    ['pairs compared, millions', fixed(more.report.pairs / 1e6, 2)],
    ['pairs as in a run over everything', against(Math.min(same.precision, same.recall), '≥', 0.999, 5)],
    ['untouched clusters that kept their id', against(untouched, '≥', 1, 5)],
    ['events told', fixed(second.feed.length, 0)],
  ])
} finally {
  await matcher.close()
  await table.close()
}

async function read(from: number, to: number): Promise<void> {
  const reading: Promise<number>[] = []
  for await (const page of table.pages(from, to)) {
    reading.push(matcher.read(page))
    if (reading.length > pagesAhead) await reading.shift()
  }
  await Promise.all(reading)
}

function pairsOf({ edges }: Run, truth: Int32Array): Agreement {
  let [right, found] = [0, 0]
  for (let i = 0; i < edges.count; i++) {
    if ((edges.bits[i] ?? 0) < contactModel.sameBits) continue
    found += 1
    if (truth[edges.a[i] ?? 0] === truth[edges.b[i] ?? 0]) right += 1
  }
  return agreement(right, found, pairsWithin(truth))
}

/** Of the clusters that are the same rows as before, the share whose entity is the same too. */
function keptOf(entities: Int32Array, clusters: Int32Array, later: Int32Array, laterClusters: Int32Array): number {
  const isTouched = new Set<number>()
  laterClusters.forEach((cluster, row) => {
    if (row >= clusters.length || clusters[row] !== cluster) isTouched.add(cluster).add(clusters[row] ?? cluster)
  })
  let [untouched, kept] = [0, 0]
  clusters.forEach((cluster, row) => {
    if (cluster !== row || isTouched.has(cluster)) return
    untouched += 1
    if (entities[row] === later[row]) kept += 1
  })
  return kept / Math.max(untouched, 1)
}

function told({ precision, recall, f1 }: Agreement): string[] {
  return [precision, recall, f1].map((share) => fixed(share, 4))
}

function show(title: string, rows: readonly string[][]): void {
  const columns = rows[0]?.length === 4 ? ['', 'precision', 'recall', 'F1'] : ['', '']
  console.log(asText({ title, columns, rows }))
}
