// The door. Customer data is read and changed here and nowhere else; the actor is always the first argument.
import { type Access, type AccessBook, type Actor, openAccessBook, type Verb } from '../access/index.ts'
import { openReadLog } from '../ledger/index.ts'
import type { Clock, Fault, Ids, Pool, Secret } from '../platform/index.ts'
import { type ActChange, actChanges } from './act-changes.ts'
import { type Answer, ask } from './ask/ask.ts'
import { createCursors } from './ask/cursor.ts'
import { type Trimmed, trim } from './ask/trim.ts'
import { fulfilAwaited } from './awaited.ts'
import { changeSet, type Part, type SetOptions, type SetResult } from './change/change-set.ts'
import { gathering } from './change/gather.ts'
import type { Change, ChangeOptions, ChangeResult, MatchKey, SourceKey } from './change/types.ts'
import { type Undone, undo } from './change/undo.ts'
import { type Checked, checkRecords } from './check.ts'
import { type Claimed, claimed } from './claimed.ts'
import { type DocumentsOf, documents, referencesOf, type SourceDocument } from './documents.ts'
import { dropFacts, writeFacts } from './facts.ts'
import { type Family, type FamilyOf, family } from './family.ts'
import { fillKeys } from './fill-keys.ts'
import { type HistoryOf, type HistoryPage, history } from './history.ts'
import { type Hit, type LookFor, lookFor } from './look-for.ts'
import { follow, judge, named, recognise, resolve } from './look-up.ts'
import { type Dependants, dependants } from './merge/dependants.ts'
import { type Merged, type MergeOptions, type MergeOrder, merge } from './merge/merge.ts'
import { mergeMany, type PlainMerge } from './merge/merge-many.ts'
import { type Unmerged, type UnmergeOptions, type UnmergeOrder, unmerge } from './merge/unmerge.ts'
import { type Origin, origins } from './origins.ts'
import { type Preview, preview } from './preview.ts'
import { rights } from './rights.ts'
import { type Looked, type Sight, sights } from './sights.ts'
import { type FieldSources, sources } from './sources.ts'
import { askTogether, type Beside, type Together, together } from './together.ts'

export type Records = {
  /** Answers a question as this actor may see it. Errors: invalid_question, field_unavailable, object_unavailable, too_costly. */
  ask(actor: Actor, question: unknown, verb?: Verb): Promise<Answer>
  /** What the actor may do at this very moment: `book` alone may know it from before. Errors: not_signed_in. */
  rights(actor: Actor): Promise<Access>
  /** What these changes would do: the run itself, taken back. Errors: as `change`. */
  preview(
    actor: Actor,
    object: string,
    changes: readonly Change[],
    options?: Pick<ChangeOptions, 'mode'>,
  ): Promise<Preview>
  /** A question that somebody else wrote, cut to what this actor may ask; null where that is nothing. Errors: invalid_question. */
  trim(actor: Actor, question: unknown): Promise<Trimmed | null>
  /** Changes records of one object, one transaction a call. Faulty changes are answered, not thrown; see `Outcome`. */
  change(actor: Actor, object: string, changes: readonly Change[], options?: ChangeOptions): Promise<ChangeResult>
  /**
   * Changes records of several objects in one transaction and one act: all of it, or nothing. A part may point at what an earlier
   * one made: `[{ object: 'contact', changes: [{ verb: 'create', called: 'ana', … }] }, { object: 'task', changes: [{ verb:
   * 'create', values: { contact: { called: 'ana' }, … } }] }]`.
   */
  changeSet(actor: Actor, parts: readonly Part[], options?: SetOptions): Promise<SetResult>
  /**
   * Makes one record of several, for the duplicates room. Errors: record_unavailable, not_allowed, nothing_to_merge,
   * field_unavailable, record_refused.
   */
  merge(actor: Actor, object: string, order: MergeOrder, options?: MergeOptions): Promise<Merged>
  /**
   * Many merges of different records in one transaction, each an act of its own; for the duplicates room. Where one is refused none
   * is done. Answers those that were left, to be merged one by one: records that stand under others of their object.
   */
  mergeMany(
    actor: Actor,
    object: string,
    orders: readonly PlainMerge[],
    options?: Pick<MergeOptions, 'alongside'>,
  ): Promise<PlainMerge[]>
  /**
   * Takes a merge apart, at any age. Where nothing tells whose something is that came since, it does nothing and asks.
   * Errors: not_unmergeable, not_allowed.
   */
  unmerge(actor: Actor, order: UnmergeOrder, options?: UnmergeOptions): Promise<Unmerged>
  /** Takes a change set back, at any age; what was said since stays. */
  undo(actor: Actor, act: string, options?: { because?: string }): Promise<Undone>
  /** Where each value came from, and what other systems say. */
  sources(actor: Actor, object: string, id: string): Promise<readonly FieldSources[]>
  /** What an act changed of records of one object, cell by cell, as far as the actor may read it. */
  changesOf(actor: Actor, object: string, act: string): Promise<readonly ActChange[]>
  history(actor: Actor, object: string, id: string, page?: Omit<HistoryOf, 'object' | 'id'>): Promise<HistoryPage>
  /** A record, its history and further questions in one trip to the database, all as of one set of rights. */
  together(actor: Actor, asked: Together): Promise<Beside>
  /** Several questions in one trip. */
  askTogether(actor: Actor, questions: Together['questions']): Promise<readonly Answer[]>
  /** Fills in references whose records have come since. Answers how many. */
  fulfilAwaited(actor: Actor): Promise<number>
  /** Writes the keys for likeness of records that have none, being written before there were any. Answers of how many; for jobs. */
  fillKeys(actor: Actor, object: string, options?: { most?: number }): Promise<number>
  /** Replaces facts (usage of a day) by their key; for jobs. */
  writeFacts(actor: Actor, object: string, facts: readonly Readonly<Record<string, unknown>>[]): Promise<void>
  /** Takes away the facts that lead to these records, to be worked out anew; for jobs. */
  dropFacts(actor: Actor, object: string, of: { by: string; ids: readonly string[] }): Promise<void>
  /** Records of several objects by the words people know them by, the likeliest first: for a palette. */
  lookFor(actor: Actor, wanted: LookFor): Promise<Hit[]>
  /** A tree of records over one reference, as far as the actor sees it. Errors: record_unavailable. */
  family(actor: Actor, of: FamilyOf): Promise<Family>
  /** Which of these records the actor may see, deleted ones too, by id; with `titles` also what they are called. */
  sights(actor: Actor, looked: readonly Looked[], options?: { titles?: boolean }): Promise<ReadonlyMap<string, Sight>>
  /** `system localId` → the id of the record it became, of those the actor may see. */
  resolve(actor: Actor, object: string, keys: readonly SourceKey[]): Promise<ReadonlyMap<string, string>>
  /** A record's id → a name that a source has for it, of those the actor may see. */
  named(actor: Actor, object: string, ids: readonly string[]): Promise<ReadonlyMap<string, SourceKey>>
  /** Any id a record ever had → its id today, of those the actor may see. */
  follow(actor: Actor, object: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** How much hangs on each record, by relation, as far as the actor may see it. */
  dependants(actor: Actor, object: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Dependants[]>>
  /** `kind key` → the ids of the records that have this key. */
  recognise(actor: Actor, object: string, keys: readonly MatchKey[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** Which row of which file became which record, for one object. */
  origins(actor: Actor, object: string): AsyncGenerator<Origin>
  /** What every source says of every record of an object; for jobs. */
  claimed(actor: Actor, object: string): AsyncGenerator<Claimed>
  /** What is wrong with changes by their own contents; nothing is written. */
  judge(actor: Actor, object: string, changes: readonly Change[]): Promise<readonly (readonly Fault[])[]>
  /** Source documents of up to some thousand records; for jobs. */
  documents(actor: Actor, of: DocumentsOf): Promise<SourceDocument[]>
  /** Where a reference of these records leads, whether or not they were deleted; for jobs. */
  referencesOf(actor: Actor, of: Omit<DocumentsOf, 'system'>): Promise<string[]>
  /** Compares every record with its history, and looks for what hangs on nothing; for the operator and jobs. */
  check(actor: Actor): Promise<Checked>
  book: AccessBook
}

export function openRecords({
  pool,
  background,
  clock,
  ids,
  secret,
}: {
  pool: Pool
  /** Of the role that writes the log of readings. */
  background: Pool
  clock: Clock
  ids: Ids
  secret: Secret
}): Records {
  const book = openAccessBook(pool, clock)
  const cursors = createCursors(secret.derive('page marks'))
  const asking = { pool, book, clock, ids, cursors, readLog: openReadLog(background) }
  const change = gathering(asking)
  return {
    book,
    ask: (actor, question, verb) => ask(asking, actor, question, verb),
    rights: (actor) => rights(asking, actor),
    preview: (actor, object, changes, options = {}) => preview(asking, actor, object, changes, options),
    trim: (actor, question) => trim(asking, actor, question),
    async change(actor, object, changes, options) {
      const { isAwaited, ...result } = await change(actor, object, changes, options)
      if (isAwaited && result.act) await fulfilAwaited(asking, actor)
      return result
    },
    async changeSet(actor, parts, options) {
      const { isAwaited, ...result } = await changeSet(asking, actor, parts, options)
      if (isAwaited && result.act) await fulfilAwaited(asking, actor)
      return result
    },
    fillKeys: (actor, object, options) => fillKeys(asking, actor, object, options),
    merge: (actor, object, order, options) => merge(asking, actor, object, order, options),
    mergeMany: (actor, object, orders, options) => mergeMany(asking, actor, object, orders, options),
    unmerge: (actor, order, options) => unmerge(asking, actor, order, options),
    undo: (actor, act, options) => undo(asking, actor, act, options),
    sources: (actor, object, id) => sources(asking, actor, object, id),
    changesOf: (actor, object, act) => actChanges(asking, actor, object, act),
    history: (actor, object, id, page) => history(asking, actor, { object, id, ...page }),
    askTogether: (actor, questions) => askTogether(asking, actor, questions),
    together: (actor, asked) => together(asking, actor, asked),
    writeFacts: (actor, object, facts) => writeFacts(asking, actor, object, facts),
    dropFacts: (actor, object, of) => dropFacts(asking, actor, object, of),
    lookFor: (actor, wanted) => lookFor(asking, actor, wanted),
    family: (actor, of) => family(asking, actor, of),
    sights: (actor, looked, options) => sights(asking, actor, looked, options),
    resolve: (actor, object, keys) => resolve(asking, actor, object, keys),
    named: (actor, object, ids) => named(asking, actor, object, ids),
    follow: (actor, object, ids) => follow(asking, actor, object, ids),
    dependants: (actor, object, ids) => dependants(asking, actor, object, ids),
    recognise: (actor, object, keys) => recognise(asking, actor, object, keys),
    origins: (actor, object) => origins(asking, actor, object),
    claimed: (actor, object) => claimed(asking, actor, object),
    judge: (actor, object, changes) => judge(asking, actor, object, changes),
    check: (actor) => checkRecords(asking, actor),
    documents: (actor, of) => documents(asking, actor, of),
    referencesOf: (actor, of) => referencesOf(asking, actor, of),
    fulfilAwaited: (actor) => fulfilAwaited(asking, actor),
  }
}

export type { ActChange } from './act-changes.ts'
export type { Answer, Listed } from './ask/ask.ts'
export type { Question } from './ask/question.ts'
export { parseQuestion, parseWhere } from './ask/read-text.ts'
export type { LeftOut } from './ask/trim.ts'
export type { Part, SetOptions, SetOutcome, SetResult } from './change/change-set.ts'
export { type BatchNames, mayMeet, noNames } from './change/meet.ts'
export type { Change, ChangeOptions, ChangeResult, MatchKey, Outcome, SourceKey } from './change/types.ts'
export type { Undone } from './change/undo.ts'
export type { Checked, Finding, FindingCode } from './check.ts'
export type { Claimed } from './claimed.ts'
export type { DocumentsOf, SourceDocument } from './documents.ts'
export type { HistoryItem, HistoryPage } from './history.ts'
export type { Choice } from './merge/choices.ts'
export type { Dependants } from './merge/dependants.ts'
export type { FieldOutcome, SettledRule } from './merge/explain.ts'
export type { Alongside, Merged, MergeOptions, MergeOrder } from './merge/merge.ts'
export type { PlainMerge } from './merge/merge-many.ts'
export type { Answers, Question as UnmergeQuestion } from './merge/questions.ts'
export type { Unmerged, UnmergeOptions, UnmergeOrder } from './merge/unmerge.ts'
export type { Sight } from './sights.ts'
export type { FieldSources } from './sources.ts'
