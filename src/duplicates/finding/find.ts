// Looks through all records of an object for those that are one. What is certain enough for the workspace is merged at once, in the
// log like any merge; what a person should look at goes to the queue with its evidence.
import type { Actor } from '../../access/index.ts'
import {
  explainer,
  groundOf,
  hardContradictions,
  type Kind,
  type Model,
  matchAll,
  openEncoder,
  type Run,
} from '../../matching/index.ts'
import type { Records } from '../../records/index.ts'
import type { Duplicates, FoundPair } from '../index.ts'
import { adopt } from './adopt.ts'
import { evidenceOf } from './evidence.ts'
import { type Gathered, gather } from './gather.ts'
import { Groups } from './groups.ts'
import { mergeGroups } from './merge-groups.ts'

export type Found = {
  object: Kind
  /** What the sources say, compared as so many rows. */
  rows: number
  pairs: number
  /** The share of true pairs that were brought together to be compared, estimated. */
  recall: number
  merged: number
  /** Groups that could not be merged, such as of colleagues who sign in; their pairs are in the queue. */
  refused: number
  queued: number
}

type Finding = { records: Records; duplicates: Pick<Duplicates, 'merge' | 'nevers' | 'record'> }

/**
 * @param mergeFrom bits from which records are merged without a person looking; null for never
 * @param model the weights that the workspace goes by
 */
export async function find(
  { records, duplicates }: Finding,
  actor: Actor,
  { object, mergeFrom, model }: { object: Kind; mergeFrom: number | null; model: Model },
): Promise<Found> {
  const encoder = openEncoder(object)
  const gathered = await gather(records, actor, object, encoder.add)
  const { recordOf, stakeOf } = gathered
  const line = Math.max(model.sameBits, mergeFrom ?? model.sameBits)
  const ground = groundOf(encoder.columns(), { ...model, sameBits: line })
  const apart = [...(await duplicates.nevers(actor, object)), ...gathered.families]
  const run = await matchAll(ground, { never: rowsApart(apart, recordOf) })
  const because = `Found to be one, on ${line} bits of evidence or more.`
  const known = [...apart, ...contradicting(run, ground.model, recordOf)]
  const orders = mergeFrom === null ? [] : groupsOf(run, gathered, known).map((ids) => ({ ids, because }))
  const refused = await mergeGroups({ records, duplicates }, actor, object, orders)
  const groups = orders.filter((order) => !refused.has(order)).map(({ ids }) => ids)
  const groupOf = new Map(groups.flatMap((ids, group) => ids.map((id) => [id, group] as const)))
  const isOne = (a: string, b: string) => groupOf.has(a) && groupOf.get(a) === groupOf.get(b)
  const why = explainer(ground.model, ground.columns)
  const pairs = strongest(run, recordOf, isOne).map(({ a, b, edge }): FoundPair & { answer: string } => {
    const found = why(run.edges.a[edge] ?? 0, run.edges.b[edge] ?? 0)
    const valueAtStake = (stakeOf.get(a) ?? 0) + (stakeOf.get(b) ?? 0)
    const { bits, answer } = found
    return { a, b, bits, answer, vector: evidenceOf(found), valueAtStake, isRelated: answer === 'related' }
  })
  const kept = pairs.filter(({ answer }) => answer !== 'not_same')
  for (let i = 0; i < kept.length; i += batch) await duplicates.record(actor, object, kept.slice(i, i + batch))
  return {
    object,
    rows: recordOf.length,
    pairs: run.report.pairs,
    recall: run.report.recall,
    merged: groups.reduce((count, ids) => count + ids.length - 1, 0),
    refused: refused.size,
    queued: kept.filter((pair) => !pair.isRelated).length,
  }
}

const batch = 5_000

/** Records of which something that is said makes it certain that they are two, whatever else of them is alike. */
function contradicting({ edges }: Run, model: Model, recordOf: readonly string[]): (readonly [string, string])[] {
  const areTwo = hardContradictions(model)
  const found: (readonly [string, string])[] = []
  for (let edge = 0; edge < edges.count; edge++) {
    const [a, b] = [recordOf[edges.a[edge] ?? 0] ?? '', recordOf[edges.b[edge] ?? 0] ?? '']
    if (a !== b && areTwo(edges.vector[edge] ?? 0)) found.push([a, b])
  }
  return found
}

/** Ids of records that are one, each list twice or longer. */
function groupsOf(
  { clusterOf }: Run,
  { recordOf, whereabouts }: Gathered,
  apart: readonly (readonly [string, string])[],
): string[][] {
  const groups = new Groups(apart)
  clusterOf.forEach((cluster, row) => {
    groups.join(recordOf[cluster] ?? '', recordOf[row] ?? '')
  })
  for (const [nameless, owner] of adopt(whereabouts, (id) => groups.leaderOf(id))) groups.join(nameless, owner)
  return [...Map.groupBy(new Set(recordOf), (id) => groups.leaderOf(id)).values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ids.sort())
}

/** For each pair of records that stays apart, the edge that speaks most for it. */
function strongest(
  { edges }: Run,
  recordOf: readonly string[],
  isOne: (a: string, b: string) => boolean,
): { a: string; b: string; edge: number }[] {
  const found = new Map<string, { a: string; b: string; edge: number }>()
  for (let edge = 0; edge < edges.count; edge++) {
    const [one, other] = [recordOf[edges.a[edge] ?? 0] ?? '', recordOf[edges.b[edge] ?? 0] ?? '']
    if (one === other || isOne(one, other)) continue
    const [a, b] = one < other ? [one, other] : [other, one]
    const known = found.get(`${a} ${b}`)
    if (!known || (edges.bits[edge] ?? 0) > (edges.bits[known.edge] ?? 0)) found.set(`${a} ${b}`, { a, b, edge })
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
