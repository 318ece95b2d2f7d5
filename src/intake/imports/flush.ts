// One flush: what some hundred rows say, judged, sent through the door object by object, and what became of each row.
import type { Term } from '../../../dictionary/index.ts'
import type { Fault, Sql } from '../../platform/index.ts'
import type { Change, Outcome } from '../../records/index.ts'
import type { Beside } from './abreast.ts'
import { keysOf } from './keys.ts'
import { namedIn, type RecordOutcome, type RowOutcome, saidBy } from './outcome.ts'
import { type Prepared, prepareParts } from './prepare.ts'
import type { Running } from './run.ts'
import type { Part, Reading } from './shape.ts'
import { howFound, withCells, withNames } from './show.ts'
import { actOf, type Counts, type Reject } from './store.ts'

/** What a flush adds to its import. */
export type Flushed = {
  counts: Counts
  setAside: Readonly<Record<string, number>>
  skipped: readonly { row: number; code: string }[]
  rejects: readonly Reject[]
  rows: readonly RowOutcome[]
  /** Parts that refer to something that may still come. */
  waiting: number
}

/** A row on its way through. `open` is set where the actor has to say what is meant. */
type Row = { row: number; parts: Part[]; faults: readonly Fault[]; isSkipped?: true; event?: true }

type Sent = { outcome: Outcome; how?: string | undefined }

export async function sendFlush(
  running: Running,
  readings: readonly Reading[],
  flush: number,
  keep: (flushed: Flushed) => readonly Sql[],
  beside: Beside,
): Promise<void> {
  const { importing, actor } = running
  const rows: Row[] = []
  const outcomes = new Map<number, RowOutcome>()
  const events: Readonly<Record<string, unknown>>[] = []
  const terms: { vocabulary: string; term: Term }[] = []
  for (const reading of readings) {
    const { row } = reading
    if ('skip' in reading) outcomes.set(row, { row, outcome: 'skipped', skip: reading.skip })
    else if ('repeats' in reading) outcomes.set(row, { row, outcome: 'repeated' })
    else if ('term' in reading) {
      terms.push(reading.term)
      outcomes.set(row, { row, outcome: 'unchanged' })
    } else {
      if ('event' in reading) events.push(reading.event)
      if ('parts' in reading && (reading.parts.length > 0 || !('event' in reading)))
        rows.push({
          row,
          parts: [...reading.parts],
          faults: 'faults' in reading ? (reading.faults ?? []) : [],
        })
      else if (!('parts' in reading)) rows.push({ row, parts: [], faults: reading.faults })
    }
  }
  if (terms.length > 0) await importing.addTerms(actor, terms)
  const setAside: Record<string, number> = {}
  answered(running, rows)
  await judgeRows(running, rows, setAside)
  const sound = rows.filter((each) => each.faults.length === 0 && !each.isSkipped)
  const { sent, acts, waiting } = await sendParts(running, sound, flush, { setAside, meet: beside.meet })
  for (const each of rows) outcomes.set(each.row, outcomeOf(each, sent, running.shows))
  if (running.shows) {
    await withCells(running, acts, outcomes.values())
    await withNames(running, outcomes.values())
  }
  const done = (stored: number): Flushed => flushed(running, readings, { outcomes, setAside, stored, waiting })
  await beside.turn
  if (events.length > 0) await importing.keepEvents(actor, events, ({ stored }) => keep(done(stored)))
  else await running.write(keep(done(0)))
}

function flushed(
  { file }: Running,
  readings: readonly Reading[],
  o: {
    outcomes: ReadonlyMap<number, RowOutcome>
    setAside: Record<string, number>
    stored: number
    waiting: number
  },
): Flushed {
  const counts: Counts = {
    rows: readings.length,
    created: 0,
    matched: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    skipped: 0,
    repeated: 0,
    question: 0,
  }
  const rejects: Reject[] = []
  const skipped: { row: number; code: string }[] = []
  for (const { row, outcome, skip, faults = [] } of o.outcomes.values()) {
    counts[outcome] += 1
    if (skip) skipped.push({ row, code: skip })
    for (const { code, message } of new Map(faults.map((each) => [each.code, each])).values())
      rejects.push({ file: file.file, row, code, message })
  }
  // A line that is only usage is counted by what became of it as an event.
  const usageOnly = readings.filter((reading) => 'event' in reading && reading.parts.length === 0).length
  counts.created += Math.min(o.stored, usageOnly)
  counts.repeated += Math.max(usageOnly - o.stored, 0)
  return {
    counts,
    setAside: o.setAside,
    skipped,
    rejects,
    rows: [...o.outcomes.values()],
    waiting: o.waiting,
  }
}

/** What the actor said of rows that were questions: which record is meant, that it is a new one, or to leave the row out. */
function answered({ file, answers }: Running, rows: readonly Row[]): void {
  if (!answers) return
  for (const row of rows)
    row.parts.forEach((part, i) => {
      const answer = answers[`${file.file}:${row.row}:${part.record ?? part.object}`]
      if (answer === undefined) return
      if (answer === 'skip') row.isSkipped = true
      const { match: _, ...change } = part.change
      const { by: __, ...rest } = part
      const named = namedIn(answer)
      const meant = named
        ? { sameAs: [...(change.sameAs ?? []), named] }
        : answer === 'new'
          ? { allowDuplicate: true as const }
          : { id: answer }
      row.parts[i] = { ...rest, isAnswered: true, change: { ...change, ...meant } }
    })
}

function outcomeOf({ row, parts, faults, isSkipped }: Row, sent: ReadonlyMap<Part, Sent>, shows: boolean): RowOutcome {
  if (isSkipped) return { row, outcome: 'skipped', skip: 'left_out' }
  const results = parts.map((part) => sent.get(part)?.outcome)
  const all = [...faults, ...results.flatMap((result) => (result?.outcome === 'refused' ? result.faults : []))]
  if (all.length > 0) return { row, outcome: 'rejected', faults: all }
  const records = parts.flatMap((part): RecordOutcome[] => recordOutcome(part, sent.get(part), shows))
  if (results.some((result) => result?.outcome === 'possible_duplicate'))
    return { row, outcome: 'question', records, says: saidBy(parts) }
  return { row, outcome: countedAs(results[0]), records }
}

function recordOutcome(part: Part, sent: Sent | undefined, shows: boolean): RecordOutcome[] {
  if (!sent || sent.outcome.outcome === 'refused') return []
  const { outcome, how } = sent
  const about = { record: part.record ?? part.object, object: part.object, outcome: outcome.outcome }
  if (outcome.outcome === 'possible_duplicate') return [{ ...about, candidates: outcome.candidates }]
  return [
    {
      ...about,
      id: outcome.id,
      version: outcome.version,
      ...(shows ? { source: `${part.change.source?.system} ${part.change.source?.localId}` } : {}),
      ...(how ? { how } : {}),
      ...(outcome.held ? { held: outcome.held } : {}),
    },
  ]
}

const countedAs = (outcome: Outcome | undefined): 'created' | 'matched' | 'updated' | 'unchanged' => {
  const name = outcome?.outcome ?? 'unchanged'
  return name === 'created' || name === 'matched' || name === 'updated' ? name : 'unchanged'
}

/** Judges every part as the door will. In a system's export what can't be read is set aside; in a hand-kept sheet it refuses the row. */
async function judgeRows(
  { importing, actor, file }: Running,
  rows: Row[],
  setAside: Record<string, number>,
): Promise<void> {
  // A row of one part is judged where it is written: what is not taken there was not written.
  const judged = rows.filter(({ parts, faults }) => parts.length !== 1 || faults.length > 0)
  const all = judged.flatMap((row) => row.parts.map((part, i) => ({ row, part, i })))
  for (const [object, some] of Map.groupBy(all, ({ part }) => part.object)) {
    const verdicts = await importing.records.judge(
      actor,
      object,
      // Which record is meant is for the door to know, and what that record has already.
      some.map(({ part: { change } }) => withoutId(change)),
    )
    some.forEach(({ row, part, i }, n) => {
      const faults = (verdicts[n] ?? []).filter((each) => !isForTheDoor(each, part))
      if (faults.length === 0) return
      const { change, left, bad } = withoutBad(part.change, faults, file.shape.isByHand)
      for (const name of bad) setAside[`${object}.${name}`] = (setAside[`${object}.${name}`] ?? 0) + 1
      row.parts[i] = { ...part, change }
      row.faults = [...row.faults, ...left]
    })
  }
}

/** The change without what can be set aside of it, and the faults that are left. */
function withoutBad(change: Change, faults: readonly Fault[], isByHand: boolean) {
  const bad = new Set(
    faults.flatMap((each) => (each.field !== null && isDispensable(each, isByHand) ? [each.field] : [])),
  )
  const values = Object.fromEntries(Object.entries(change.values ?? {}).filter(([name]) => !bad.has(name)))
  const left = faults.filter((each) => each.field === null || !bad.has(each.field))
  return { change: { ...change, values }, left, bad }
}

/** What is not said of a record that may be there already may stand in it. */
const isForTheDoor = ({ code, field }: Fault, { by, ours, isAnswered, change }: Part): boolean =>
  Boolean(by || ours || isAnswered) &&
  code === 'missing_required' &&
  field !== null &&
  !(field in (change.values ?? {}))

const withoutId = ({ id: _, ...change }: Change): Change => change

/** A telephone number is never worth a row; in an export nothing is but what a record can't be without. */
const isDispensable = (each: Fault, isByHand: boolean): boolean =>
  each.code === 'invalid_phone' || (!isByHand && each.code !== 'missing_required')

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
const placeOf = (object: string): number => (order.includes(object) ? order.indexOf(object) : order.length)

type Act = { object: string; act: string }
type Sending = {
  sent: Map<Part, Sent>
  acts: Act[]
  waiting: number
  setAside: Record<string, number>
  meet: Beside['meet']
}

async function sendParts(
  running: Running,
  rows: readonly Row[],
  flush: number,
  o: Pick<Sending, 'setAside' | 'meet'>,
): Promise<Sending> {
  const sending: Sending = { sent: new Map(), acts: [], waiting: 0, ...o }
  const { sent } = sending
  const rowOf = new Map(rows.flatMap((row) => row.parts.map((part) => [part, row] as const)))
  const isOpen = (part: Part) => rowOf.get(part)?.parts.some((each) => isHeldUp(sent.get(each)?.outcome)) ?? false
  const byObject = Map.groupBy(
    rows.flatMap((row) => row.parts),
    (part) => part.object,
  )
  for (const object of [...byObject.keys()].sort((a, b) => placeOf(a) - placeOf(b))) {
    const parts = (byObject.get(object) ?? []).filter((part) => !isOpen(part))
    for (const [wave, some] of wavesOf(parts).entries())
      await sendWave(running, object, some, `${flush}:${object}${wave > 0 ? `:${wave}` : ''}`, sending)
  }
  return sending
}

/** A row of which one part was not taken waits with all others. */
const isHeldUp = (outcome: Outcome | undefined): boolean =>
  outcome?.outcome === 'possible_duplicate' || outcome?.outcome === 'refused'

/** Rows found by keys of their own choice go one after the other where they share one: the second has to find what the first made. */
function wavesOf(parts: readonly Part[]): Part[][] {
  const seen = new Map<string, number>()
  const waves: Part[][] = [[]]
  for (const part of parts) {
    const keys = part.by ? keysOf(part) : []
    const wave = Math.max(0, ...keys.map((key) => (seen.get(key) ?? -1) + 1))
    for (const key of keys) seen.set(key, wave)
    const own = waves[wave]
    if (own) own.push(part)
    else waves[wave] = [part]
  }
  return waves
}

async function sendWave(
  running: Running,
  object: string,
  parts: readonly Part[],
  key: string,
  sending: Sending,
): Promise<void> {
  const { sent } = sending
  const { importing, actor } = running
  const all = await prepareParts(importing.records, actor, object, parts, running)
  for (const { part, question } of all)
    if (question) sent.set(part, { outcome: { outcome: 'possible_duplicate', candidates: question } })
  const prepared = all.filter(({ question }) => !question)
  sending.waiting += prepared.filter(({ isWaiting }) => isWaiting).length
  if (prepared.length === 0) return
  const how = running.shows ? await howFound(running, object, prepared) : null
  await sendPrepared(running, object, prepared, key, sending, how)
}

type HowFound = Awaited<ReturnType<typeof howFound>>

async function sendPrepared(
  running: Running,
  object: string,
  prepared: readonly Prepared[],
  key: string,
  sending: Sending,
  how: HowFound | null,
): Promise<void> {
  const { importing, actor, id, file } = running
  const { sent, acts, setAside } = sending
  const changes: Change[] = prepared.map(({ change }) => change)
  // After a crash a part may be prepared from newer records than the first time; it is the same part of the same row.
  const { results, act } = await importing.records.change(actor, object, changes, {
    idempotencyKey: `import:${id}:${file.file}:${running.attempt}${key}`,
    isKeyEnough: true,
    beside: sending.meet,
    noting: (act) => [actOf(actor.workspace, id, act)],
  })
  if (act) acts.push({ object, act })
  const mended: Prepared[] = []
  prepared.forEach((each, i) => {
    const outcome = results[i]
    if (!outcome) return
    if (outcome.outcome === 'refused') {
      const { change, left, bad } = withoutBad(each.change, outcome.faults, file.shape.isByHand)
      for (const name of bad) setAside[`${object}.${name}`] = (setAside[`${object}.${name}`] ?? 0) + 1
      if (bad.size > 0 && left.length === 0) mended.push({ ...each, change })
      sent.set(each.part, { outcome: { ...outcome, faults: left } })
    } else sent.set(each.part, { outcome, how: each.how ?? how?.(each, outcome) })
  })
  if (mended.length > 0) await sendPrepared(running, object, mended, `${key}:mended`, sending, how)
}
