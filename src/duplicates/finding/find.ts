// Looks through all records of an object for those that are one. What is certain enough for the workspace is merged at once, in the
// log like any merge; what a person should look at goes to the queue with its evidence.
import type { Actor } from '../../access/index.ts'
import { groundOf, judge, type Kind, matchAll, openEncoder, type Run } from '../../matching/index.ts'
import type { Merged, MergeOrder, Records } from '../../records/index.ts'
import { gather } from './gather.ts'

export type Pair = {
  a: string
  b: string
  bits: number
  vector: number
  answer: 'possible' | 'related' | 'same'
  /** ARR that hangs on the two, in minor units. */
  valueAtStake: number
}

export type Finding = {
  records: Records
  /** Pairs that people said are two. */
  nevers(actor: Actor, object: Kind): Promise<readonly (readonly [string, string])[]>
  /** Puts pairs into the queue; those decided before stay decided. */
  queue(actor: Actor, object: Kind, pairs: readonly Pair[]): Promise<void>
  merge(actor: Actor, object: Kind, order: MergeOrder): Promise<Merged>
}

export type Found = {
  object: Kind
  /** What the sources say, compared as so many rows. */
  rows: number
  pairs: number
  /** The share of true pairs that were brought together to be compared, estimated. */
  recall: number
  merged: number
  queued: number
}

/** @param mergeFrom bits from which records are merged without a person looking; null for never */
export async function find(
  finding: Finding,
  actor: Actor,
  { object, mergeFrom }: { object: Kind; mergeFrom: number | null },
): Promise<Found> {
  const encoder = openEncoder(object)
  const { recordOf, stakeOf } = await gather(finding.records, actor, object, encoder.add)
  const ground = groundOf(encoder.columns())
  const line = Math.max(ground.model.sameBits, mergeFrom ?? ground.model.sameBits)
  const strict = { ...ground, model: { ...ground.model, sameBits: line } }
  const never = rowsApart(await finding.nevers(actor, object), recordOf)
  const run = await matchAll(strict, { never })
  const groups = groupsOf(run, recordOf)
  const doMerge = mergeFrom !== null
  if (doMerge)
    for (const ids of groups.values())
      await finding.merge(actor, object, { ids, because: `found to be one, on evidence of ${line} bits or more` })
  const leaderOf = new Map([...groups.values()].flatMap((ids) => ids.map((id) => [id, ids[0] ?? id] as const)))
  const pairs = pairsOf(
    strict.model,
    run,
    recordOf,
    stakeOf,
    (a, b) => doMerge && leaderOf.get(a) === leaderOf.get(b) && leaderOf.has(a),
  )
  await finding.queue(actor, object, pairs)
  return {
    object,
    rows: recordOf.length,
    pairs: run.report.pairs,
    recall: run.report.recall,
    merged: doMerge ? [...groups.values()].reduce((count, ids) => count + ids.length - 1, 0) : 0,
    queued: pairs.filter((pair) => pair.answer !== 'related').length,
  }
}

/** Ids of records that are one, each list twice or longer. */
function groupsOf({ clusterOf }: Run, recordOf: readonly string[]): Map<string, string[]> {
  const leader = new Map<string, string>()
  const leaderOf = (id: string): string => {
    let at = id
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next
    return at
  }
  clusterOf.forEach((cluster, row) => {
    const [one, other] = [leaderOf(recordOf[cluster] ?? ''), leaderOf(recordOf[row] ?? '')]
    if (one === other) return
    const [first, second] = one < other ? [one, other] : [other, one]
    leader.set(second, first)
  })
  const groups = new Map<string, Set<string>>()
  for (const id of new Set(recordOf)) {
    const at = leaderOf(id)
    const group = groups.get(at)
    if (group) group.add(id)
    else groups.set(at, new Set([id]))
  }
  return new Map([...groups].filter(([, ids]) => ids.size > 1).map(([at, ids]) => [at, [...ids].sort()]))
}

/** The strongest evidence for each pair of records that stays apart. */
function pairsOf(
  model: Parameters<typeof judge>[0],
  { edges }: Run,
  recordOf: readonly string[],
  stakeOf: ReadonlyMap<string, number>,
  isOne: (a: string, b: string) => boolean,
): Pair[] {
  const found = new Map<string, Pair>()
  for (let edge = 0; edge < edges.count; edge++) {
    const [one, other] = [recordOf[edges.a[edge] ?? 0] ?? '', recordOf[edges.b[edge] ?? 0] ?? '']
    if (one === other || isOne(one, other)) continue
    const [a, b] = one < other ? [one, other] : [other, one]
    const [bits, vector] = [edges.bits[edge] ?? 0, edges.vector[edge] ?? 0]
    const { answer } = judge(model, vector, bits)
    const name = `${a} ${b}`
    if (answer === 'not_same' || (found.get(name)?.bits ?? Number.NEGATIVE_INFINITY) >= bits) continue
    found.set(name, { a, b, bits, vector, answer, valueAtStake: (stakeOf.get(a) ?? 0) + (stakeOf.get(b) ?? 0) })
  }
  return [...found.values()]
}

/** Every row of the one record against every row of the other. */
function rowsApart(
  nevers: readonly (readonly [string, string])[],
  recordOf: readonly string[],
): (readonly [number, number])[] {
  if (nevers.length === 0) return []
  const rowsOf = new Map<string, number[]>()
  for (const [row, id] of recordOf.entries()) rowsOf.set(id, [...(rowsOf.get(id) ?? []), row])
  return nevers.flatMap(([a, b]) =>
    (rowsOf.get(a) ?? []).flatMap((one) => (rowsOf.get(b) ?? []).map((other) => [one, other] as const)),
  )
}
