// Runs an import: files in order, rows in flushes, every flush through the door under a key of its own. Killed at any moment it
// goes on where it was: a flush that was done answers again what it answered, one that was not is done.
import type { Term } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import { type Clock, type Ids, inOneTrip, type Pool, type Sql } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { openAbreast } from './abreast.ts'
import { type Flushed, sendFlush } from './flush.ts'
import { lookAgain } from './look-again.ts'
import { idsOf, type Plan, type PlannedFile } from './plan.ts'
import type { Context, Memory, Reading } from './shape.ts'
import {
  addCounts,
  type Counts,
  type FileProgress,
  findUnfinished,
  finishImport,
  newProgress,
  noCounts,
  outcomeStatement,
  progressStatements,
  type Reject,
  rejectsOf,
  startImport,
} from './store.ts'

export type Importing = {
  records: Records
  pool: Pool
  clock: Clock
  ids: Ids
  /** Keeps lines of product usage, each message once, and commits with them what `andThen` answers to how many were new. */
  keepEvents(
    actor: Actor,
    lines: readonly Readonly<Record<string, unknown>>[],
    andThen: (kept: { stored: number }) => readonly Sql[],
  ): Promise<unknown>
  /** Adds words to controlled lists; a change of structure, not of data. */
  addTerms(actor: Actor, terms: readonly { vocabulary: string; term: Term }[]): Promise<void>
  /** Does what follows from what came in. An import is done only after it, so that one killed in the middle of it is taken up. */
  followUp(id: string): Promise<void>
}

export type FileResult = {
  file: string
  shape: string
  counts: Counts
  setAside: Readonly<Record<string, number>>
  skipped: readonly { row: number; code: string }[]
}
export type ImportResult = {
  id: string
  isResumed: boolean
  files: readonly FileResult[]
  rejects: readonly Reject[]
  unknown: Plan['unknown']
}

export const rowsAFlush = 700
/** While the database writes one, the next is judged. */
const flushesAbreast = 3

/** Files of the operator's, as they come. The same files, unfinished, are gone on with. */
export async function runImport(
  importing: Importing,
  actor: Actor,
  plan: Plan,
  o: { currency: string; progress?: (file: string, rows: number) => void },
): Promise<ImportResult> {
  const { pool, ids, clock } = importing
  const w = actor.workspace
  const unfinished = await findUnfinished(pool, w, plan.fingerprint)
  const id = unfinished?.id ?? ids.next(clock().getTime())
  if (!unfinished)
    await startImport(pool, w, {
      id,
      fingerprint: plan.fingerprint,
      plan: plan.files.map(({ path, file, shape, digest }) => ({ path, file, shape: shape.name, digest })),
      at: clock(),
    })
  const progress: Record<string, FileProgress> = { ...unfinished?.progress }
  await runFiles(importing, actor, {
    id,
    files: plan.files,
    progress,
    currency: o.currency,
    ...(o.progress ? { say: o.progress } : {}),
  })
  await importing.followUp(id)
  await finishImport(pool, w, id, clock())
  const files = plan.files.map(({ file, shape }) => ({
    file,
    shape: shape.name,
    counts: progress[file]?.counts ?? noCounts(),
    setAside: progress[file]?.setAside ?? {},
    skipped: progress[file]?.skipped ?? [],
  }))
  return { id, isResumed: unfinished !== null, files, rejects: await rejectsOf(pool, w, id), unknown: plan.unknown }
}

export type RunOrder = {
  id: string
  files: readonly PlannedFile[]
  /** How far each file is; brought up to date on the way. */
  progress: Record<string, FileProgress>
  currency: string
  /** Where it is not certain which record is meant, the actor is asked; what they answered, by `file:row:record`. */
  asks?: boolean
  answers?: Readonly<Record<string, string>>
  /** Keeps what became of every row, for whoever asks of a preview or the run. */
  keeps?: 'preview' | 'run'
  /** Where a preview is rolled back, what it tells of itself is written beside it. */
  beside?: Pool
  /** Which attempt of a run that was ended and asked for again with other answers or mappings. */
  attempt?: string
  /** Rows after which it ends. */
  first?: number | null
  isStopped?(): Promise<boolean>
  say?(file: string, rows: number): void | Promise<void>
}

export type Running = {
  importing: Importing
  actor: Actor
  id: string
  file: PlannedFile
  asks: boolean
  answers: Readonly<Record<string, string>> | undefined
  attempt: string
  /** Cells and keys are told of every row. */
  shows: boolean
  /** Before every id that is made on the way. */
  firstId: string
  write(statements: readonly Sql[]): Promise<unknown>
}

/** False where it was stopped on the way. */
export async function runFiles(importing: Importing, actor: Actor, order: RunOrder): Promise<boolean> {
  const memory: Memory = { countryOf: new Map(), organizationOf: new Map() }
  const firstId = importing.ids.next(importing.clock().getTime())
  let left = order.first ?? Number.POSITIVE_INFINITY
  for (const file of order.files) {
    const own = order.progress[file.file] ?? newProgress()
    order.progress[file.file] = own
    const context = contextOf(order, file, memory)
    const isWhole = await runFile(importing, actor, order, { file, own, context, left, firstId })
    if (!isWhole) return false
    left -= own.counts.rows
    if (left <= 0) break
  }
  await importing.records.fulfilAwaited(actor)
  for (const file of order.files) {
    const own = order.progress[file.file]
    if (!own?.waiting) continue
    const context = contextOf(order, file, memory)
    const attempt = order.attempt ? `${order.attempt}:` : ''
    await lookAgain(importing, actor, { id: order.id, file, context, attempt })
    own.waiting = 0
    if (order.keeps !== 'preview')
      await inOneTrip(
        importing.pool,
        actor.workspace,
        progressStatements(actor.workspace, order.id, order.progress, { rejects: [] }),
      )
  }
  return true
}

const contextOf = (order: RunOrder, { file }: PlannedFile, memory: Memory): Context => ({
  file,
  currency: order.currency,
  memory,
  idsOf: idsOf(order.files),
})

type Own = { file: PlannedFile; own: FileProgress; context: Context; left: number; firstId: string }

async function runFile(
  importing: Importing,
  actor: Actor,
  order: RunOrder,
  { file, own, context, left, firstId }: Own,
): Promise<boolean> {
  const { id, progress, keeps, beside } = order
  const write = (statements: readonly Sql[]) => inOneTrip(beside ?? importing.pool, actor.workspace, statements)
  const running: Running = {
    importing,
    actor,
    id,
    file,
    asks: order.asks ?? false,
    answers: order.answers,
    attempt: order.attempt ? `${order.attempt}:` : '',
    shows: keeps === 'preview',
    firstId,
    write,
  }
  const keep = (flush: number) => (flushed: Flushed) => {
    take(own, flush, flushed)
    return [
      // What a preview does to its import is taken back with the rest.
      ...(keeps === 'preview' ? [] : progressStatements(actor.workspace, id, progress, flushed)),
      ...(keeps
        ? [outcomeStatement(actor.workspace, id, { of: keeps, file: file.file, n: flush, rows: flushed.rows })]
        : []),
    ]
  }
  // Flushes that were done are counted, so an import that was begun with larger ones goes on with them.
  const flushRows = own.flushes > 0 ? (own.flushRows ?? 1_000) : rowsAFlush
  own.flushRows = flushRows
  let flush = 0
  let rows = 0
  let pending: Reading[] = []
  // A preview is one transaction, which does one thing at a time.
  const abreast = openAbreast(keeps === 'preview' ? 1 : flushesAbreast)
  const send = async (): Promise<boolean> => {
    const isAlone = !areOfOneKind(pending) || Object.keys(order.answers ?? {}).length > 0
    await abreast.room(isAlone)
    // Flushes done before a crash are read again, for what the shapes remember of them, and not sent again.
    if (flush >= own.flushes) {
      if (await order.isStopped?.()) return false
      const [readings, n] = [pending, flush]
      abreast.start(isAlone, async (beside) => {
        await sendFlush(running, readings, n, keep(n), beside)
        await order.say?.(file.file, own.counts.rows)
      })
    }
    flush += 1
    pending = []
    return true
  }
  try {
    for await (const reading of file.shape.read(file.opened, context)) {
      pending.push(reading)
      rows += 1
      if (pending.length >= flushRows && !(await send())) return false
      if (rows >= left) break
    }
    if (pending.length > 0 && !(await send())) return false
  } finally {
    await abreast.land()
  }
  own.isDone = true
  return true
}

/** Rows that go through the door in one change, so that all they are found by is known before anything is looked for. */
const areOfOneKind = (readings: readonly Reading[]): boolean =>
  readings.every(isPlain) &&
  new Set(readings.flatMap((each) => ('parts' in each ? each.parts.map(({ object }) => object) : []))).size <= 1

/** Speaks of one record, and needs nothing looked up before the door does. */
const isPlain = (reading: Reading): boolean =>
  'skip' in reading ||
  'repeats' in reading ||
  ('faults' in reading && !('parts' in reading)) ||
  ('parts' in reading &&
    !('event' in reading) &&
    reading.parts.length <= 1 &&
    reading.parts.every((part) => !part.by && !part.look && !part.at && !part.ours && part.object !== 'user'))

function take(own: FileProgress, flush: number, { counts, setAside, skipped, waiting }: Flushed): void {
  own.flushes = flush + 1
  own.counts = addCounts(own.counts, counts)
  if (waiting > 0) own.waiting = (own.waiting ?? 0) + waiting
  own.skipped = own.skipped.length > mostSkipped ? own.skipped : [...own.skipped, ...skipped]
  own.setAside = { ...own.setAside }
  for (const [name, times] of Object.entries(setAside)) own.setAside[name] = (own.setAside[name] ?? 0) + times
}

/** Rows that are no data are named one by one, but not for ever. */
const mostSkipped = 10_000
