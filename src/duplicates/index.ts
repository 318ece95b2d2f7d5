// Records that are one: the pairs that may be, what was decided of them, and how they become one and two again.
import type { Actor } from '../access/index.ts'
import type { Kind } from '../matching/index.ts'
import type { Clock, Ids, Pool } from '../platform/index.ts'
import type {
  Merged,
  MergeOptions,
  MergeOrder,
  Records,
  Unmerged,
  UnmergeOptions,
  UnmergeOrder,
} from '../records/index.ts'
import { type Comparison, compare } from './compare.ts'
import { type Decision, type DecisionOrder, decide, nevers } from './decide.ts'
import { explain, type Why } from './explain.ts'
import { type Found, find } from './finding/find.ts'
import { learn } from './finding/learn.ts'
import { guard, putApart } from './guard.ts'
import { type MergedFrom, mergedInto } from './merged-into.ts'
import { type FoundPair, type ListOrder, list, type Pair, record } from './queue.ts'
import { type Settings, setMergeFrom, settings } from './settings.ts'
import { modelInUse, setWeights, type Weights, weights } from './weights.ts'

export type Duplicates = {
  /**
   * Makes one record of several. Errors: record_unavailable, not_allowed, nothing_to_merge, never_merge, field_unavailable,
   * record_refused, idempotency_conflict. The actor needs to see, update and delete every one of them: all but one are gone
   * afterwards.
   */
  merge(
    actor: Actor,
    object: string,
    order: MergeOrder,
    options?: Pick<MergeOptions, 'idempotencyKey'>,
  ): Promise<Merged>
  /** What a merge would do: the very run, taken back. `act` names nothing. */
  preview(actor: Actor, object: string, order: MergeOrder): Promise<Merged>
  /**
   * Takes a merge apart, by its act or by old ids, at any age. Where it is not certain whose something is, nothing is done and
   * `questions` say what to answer, each under its key; or `answers: 'stay'` leaves all of that where it is.
   */
  unmerge(actor: Actor, order: UnmergeOrder, options?: Omit<UnmergeOptions, 'alongside'>): Promise<Unmerged>
  /** Decides that two records are never one, whatever they are merged into later. */
  never(actor: Actor, object: string, a: string, b: string, because: string): Promise<Decision>
  /** Any decision of a pair: `open` takes the last one back. Errors: record_unavailable, not_allowed, nothing_to_merge. */
  decide(actor: Actor, object: string, order: DecisionOrder): Promise<Decision>
  /** Pairs that no program may make one, by the ids their records have today; for jobs. */
  nevers(actor: Actor, object: string): Promise<(readonly [string, string])[]>
  /**
   * Looks through all records of an object: merges those that are one by the workspace's setting — or by `mergeFrom`, bits of
   * evidence — and puts what somebody should look at in the queue. For jobs and the operator.
   */
  find(actor: Actor, order: { object: Kind; mergeFrom?: number | null }): Promise<Found>
  /** Why two records may be one. Errors: record_unavailable, object_unavailable. */
  explain(actor: Actor, object: string, a: string, b: string): Promise<Why>
  /** Where an id leads today, and the merges that record is made of, the latest first. Errors: object_unavailable, record_unavailable. */
  mergedInto(actor: Actor, object: string, id: string): Promise<{ id: string; data: MergedFrom[] }>
  settings(actor: Actor): Promise<Settings>
  /** From how many bits on records are merged without a person looking; null for never. Errors: not_allowed, invalid_question. */
  setMergeFrom(actor: Actor, object: string, mergeFrom: number | null): Promise<Settings>
  /**
   * Learns weights of evidence from the records there are, keeps them — or, where a guard finds them wanting, why not — and uses
   * them only once somebody says so. For jobs and the operator.
   */
  learn(actor: Actor, order: { object: Kind; isPreview?: boolean }): Promise<Weights>
  /** Which weights are used, and what was learned last. Errors: not_allowed. */
  weights(actor: Actor, object: Kind): Promise<Weights>
  /** Goes by the weights that were learned, or by those that are shipped. Errors: not_allowed, nothing_learned. */
  setWeights(actor: Actor, object: Kind, use: Weights['use']): Promise<Weights>
  /** Puts pairs in the queue, or brings what is known of them up to date; decisions stay. For jobs, 5,000 a call. */
  record(actor: Actor, object: string, pairs: readonly FoundPair[]): Promise<void>
  /** Open pairs of which the actor sees both, the most at stake first. */
  list(actor: Actor, order: ListOrder): Promise<{ pairs: Pair[]; next: string | null }>
  /** Up to ten records side by side, as far as the actor may read them. */
  compare(actor: Actor, object: string, ids: readonly string[]): Promise<Comparison>
}

export type Deciding = { pool: Pool; records: Records; clock: Clock; ids: Ids }

export function openDuplicates(deciding: Deciding): Duplicates {
  const duplicates: Duplicates = {
    merge: (actor, object, order, options) =>
      deciding.records.merge(actor, object, order, { ...options, alongside: guard }),
    preview: (actor, object, order) =>
      deciding.records.merge(actor, object, order, { alongside: guard, isRehearsal: true }),
    unmerge: (actor, order, options) => deciding.records.unmerge(actor, order, { ...options, alongside: putApart }),
    never: (actor, object, a, b, because) => decide(deciding, actor, object, { a, b, as: 'never', because }),
    decide: (actor, object, order) => decide(deciding, actor, object, order),
    nevers: (actor, object) => nevers(deciding, actor, object),
    record: (actor, object, pairs) => record(deciding, actor, object, pairs),
    list: (actor, order) => list(deciding, actor, order),
    compare: (actor, object, ids) => compare(deciding, actor, object, ids),
    explain: (actor, object, a, b) => explain(deciding, actor, object, a, b),
    async find(actor, { object, mergeFrom }) {
      const from = mergeFrom === undefined ? (await settings(deciding, actor))[object].mergeFrom : mergeFrom
      const model = await modelInUse(deciding, actor, object)
      return find({ records: deciding.records, duplicates }, actor, { object, mergeFrom: from, model })
    },
    learn: (actor, order) => learn(deciding, actor, order),
    weights: (actor, object) => weights(deciding, actor, object),
    setWeights: (actor, object, use) => setWeights(deciding, actor, object, use),
    mergedInto: (actor, object, id) => mergedInto(deciding, actor, object, id),
    settings: (actor) => settings(deciding, actor),
    setMergeFrom: (actor, object, mergeFrom) => setMergeFrom(deciding, actor, object, mergeFrom),
  }
  return duplicates
}

export type {
  Answers,
  Choice,
  Dependants,
  FieldOutcome,
  Merged,
  MergeOrder,
  SettledRule,
  Unmerged,
  UnmergeOptions,
  UnmergeOrder,
  UnmergeQuestion,
} from '../records/index.ts'
export type { Compared, ComparedField, Comparison } from './compare.ts'
export type { Decision, DecisionOrder } from './decide.ts'
export type { Why } from './explain.ts'
export type { Found } from './finding/find.ts'
export type { FoundPair, ListOrder, Pair } from './queue.ts'
export type { Settings } from './settings.ts'
export type { Weights } from './weights.ts'
