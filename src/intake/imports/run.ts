// Runs an import: files in order, rows in flushes, every flush through the door under a key of its own. Killed at any moment it
// goes on where it was: a flush that was done answers again what it answered, one that was not is done.

import type { Term } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import { type Clock, type Fault, type Ids, inOneTrip, type Pool, type Sql } from '../../platform/index.ts'
import type { Change, Outcome, Records } from '../../records/index.ts'
import type { Plan, PlannedFile } from './plan.ts'
import { prepareParts } from './prepare.ts'
import type { Context, Memory, Part, Reading } from './shape.ts'
import {
  type Counts,
  type FileProgress,
  findUnfinished,
  finishImport,
  noCounts,
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

const rowsAFlush = 1_000

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
  const memory: Memory = { countryOf: new Map(), organizationOf: new Map() }
  for (const file of plan.files) {
    const own = progress[file.file] ?? {
      flushes: 0,
      counts: noCounts(),
      isDone: false,
      acts: [],
      setAside: {},
      skipped: [],
    }
    progress[file.file] = own
    await runFile({
      importing,
      actor,
      id,
      file,
      own,
      progress,
      context: { file: file.file, currency: o.currency, memory },
      say: o.progress,
    })
  }
  await importing.records.fulfilAwaited(actor)
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

type Running = {
  importing: Importing
  actor: Actor
  id: string
  file: PlannedFile
  own: FileProgress
  progress: Record<string, FileProgress>
  context: Context
  say: ((file: string, rows: number) => void) | undefined
}

async function runFile(running: Running): Promise<void> {
  const { file, own, context } = running
  let flush = 0
  let pending: Reading[] = []
  const send = async () => {
    // Flushes done before a crash are read again, for what the shapes remember of them, and not sent again.
    if (flush >= own.flushes) await sendFlush(running, pending, flush)
    flush += 1
    pending = []
  }
  for await (const reading of file.shape.read(file.opened, context)) {
    pending.push(reading)
    if (pending.length >= rowsAFlush) await send()
  }
  if (pending.length > 0) await send()
  own.isDone = true
}

async function sendFlush(running: Running, readings: readonly Reading[], flush: number): Promise<void> {
  const { importing, actor, id, file, own, progress } = running
  const counts = { ...own.counts, rows: own.counts.rows + readings.length }
  const setAside = { ...own.setAside }
  const skipped = [...own.skipped]
  const rejects: Reject[] = []
  const refuse = (row: number, faults: readonly Fault[]) => {
    counts.rejected += 1
    for (const { code, message } of new Map(faults.map((fault) => [fault.code, fault])).values())
      rejects.push({ file: file.file, row, code, message })
  }
  const rows: { row: number; parts: Part[]; faults: readonly Fault[] }[] = []
  const events: Readonly<Record<string, unknown>>[] = []
  const terms: { vocabulary: string; term: Term }[] = []
  for (const reading of readings) {
    if ('skip' in reading) {
      counts.skipped += 1
      skipped.push({ row: reading.row, code: reading.skip })
    } else if ('repeats' in reading) counts.repeated += 1
    else if ('term' in reading) {
      counts.unchanged += 1
      terms.push(reading.term)
    } else {
      if ('event' in reading) events.push(reading.event)
      if ('parts' in reading && (reading.parts.length > 0 || !('event' in reading)))
        rows.push({
          row: reading.row,
          parts: [...reading.parts],
          faults: 'faults' in reading ? (reading.faults ?? []) : [],
        })
      else if (!('parts' in reading)) refuse(reading.row, reading.faults)
    }
  }
  if (terms.length > 0) await importing.addTerms(actor, terms)
  await judgeRows(running, rows, setAside)
  for (const { row, faults } of rows.filter((each) => each.faults.length > 0)) refuse(row, faults)
  const sound = rows.filter((each) => each.faults.length === 0)
  const { outcomes, acts } = await sendParts(
    importing,
    actor,
    sound,
    (object) => `import:${id}:${file.file}:${flush}:${object}`,
  )
  for (const each of sound) {
    const results = each.parts.map((part) => outcomes.get(part))
    const faults = results.flatMap((result) => (result?.outcome === 'refused' ? result.faults : []))
    if (faults.length > 0) refuse(each.row, faults)
    else counts[countedAs(results[0])] += 1
  }
  // A line that is only usage is counted by what became of it as an event.
  const usageOnly = readings.filter((reading) => 'event' in reading && reading.parts.length === 0).length
  const note = ({ stored }: { stored: number }) => {
    counts.created += Math.min(stored, usageOnly)
    counts.repeated += Math.max(usageOnly - stored, 0)
    Object.assign(own, { flushes: flush + 1, counts, acts: [...own.acts, ...acts], setAside, skipped })
    return progressStatements(actor.workspace, id, progress, rejects)
  }
  if (events.length > 0) await importing.keepEvents(actor, events, note)
  else await inOneTrip(importing.pool, actor.workspace, note({ stored: 0 }))
  running.say?.(file.file, counts.rows)
}

const countedAs = (outcome: Outcome | undefined): 'created' | 'matched' | 'updated' | 'unchanged' => {
  const name = outcome?.outcome ?? 'unchanged'
  return name === 'created' || name === 'matched' || name === 'updated' ? name : 'unchanged'
}

/** Judges every part as the door will. In a system's export what can't be read is set aside; in a hand-kept sheet it refuses the row. */
async function judgeRows(
  { importing, actor, file }: Running,
  rows: { parts: Part[]; faults: readonly Fault[] }[],
  setAside: Record<string, number>,
): Promise<void> {
  const all = rows.flatMap((row) => row.parts.map((part, i) => ({ row, part, i })))
  for (const [object, some] of Map.groupBy(all, ({ part }) => part.object)) {
    const verdicts = await importing.records.judge(
      actor,
      object,
      some.map(({ part }) => part.change),
    )
    some.forEach(({ row, part, i }, n) => {
      const faults = verdicts[n] ?? []
      if (faults.length === 0) return
      const bad = new Set(
        faults.flatMap((fault) =>
          fault.field !== null && isDispensable(fault, file.shape.isByHand) ? [fault.field] : [],
        ),
      )
      const values = Object.fromEntries(Object.entries(part.change.values ?? {}).filter(([name]) => !bad.has(name)))
      for (const name of bad) setAside[`${object}.${name}`] = (setAside[`${object}.${name}`] ?? 0) + 1
      row.parts[i] = { ...part, change: { ...part.change, values } }
      row.faults = [...row.faults, ...faults.filter((fault) => fault.field === null || !bad.has(fault.field))]
    })
  }
}

/** A telephone number is never worth a row; in an export nothing is but what a record can't be without. */
const isDispensable = (fault: Fault, isByHand: boolean): boolean =>
  fault.code === 'invalid_phone' || (!isByHand && fault.code !== 'missing_required')

/** Objects in the order in which they refer to each other. */
const order = [
  'user',
  'account',
  'contact',
  'account_contact',
  'contract',
  'opportunity',
  'subscription',
  'invoice',
  'ticket',
  'survey_response',
  'interaction',
  'attendance',
]

async function sendParts(
  importing: Importing,
  actor: Actor,
  rows: readonly { parts: readonly Part[] }[],
  keyOf: (object: string) => string,
): Promise<{ outcomes: Map<Part, Outcome>; acts: string[] }> {
  const outcomes = new Map<Part, Outcome>()
  const acts: string[] = []
  const byObject = Map.groupBy(
    rows.flatMap((row) => row.parts),
    (part) => part.object,
  )
  for (const object of [...byObject.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const parts = await prepareParts(importing.records, actor, object, byObject.get(object) ?? [])
    const changes: Change[] = parts.map(({ change }) => change)
    // After a crash a part may be prepared from newer records than the first time; it is the same part of the same row.
    const { results, act } = await importing.records.change(actor, object, changes, {
      idempotencyKey: keyOf(object),
      isKeyEnough: true,
    })
    if (act) acts.push(act)
    parts.forEach(({ part }, i) => {
      const result = results[i]
      if (result) outcomes.set(part, result)
    })
  }
  return { outcomes, acts }
}
