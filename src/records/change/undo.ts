// Undo of a change set: its claims are taken back and the records recomputed. What was said since — by anyone — stays, because
// only claims that still are this act's are touched. Works at any age, and an undo can be undone.
import type { ManifestObject } from '../../../dictionary/index.ts'
import { type Words, words } from '../../../dictionary/words.ts'
import type { Access, Actor } from '../../access/index.ts'
import { grantsFor } from '../../access/index.ts'
import { type ActContext, changeEntries, historyEntries } from '../../ledger/index.ts'
import {
  Failure,
  inOneStatement,
  isId,
  type Row,
  type Sql,
  sql,
  statement,
  type Tx,
  told,
  transact,
} from '../../platform/index.ts'
import { outdated, withAccess } from '../ask/ask.ts'
import { follow, type Redirects, redirectsOf } from '../merge/redirects.ts'
import { mayUpdateField } from './authorise.ts'
import { type Changing, historyEntry, retried, startBatch } from './change.ts'
import { type Batch, presence, settle } from './claims.ts'
import { find } from './find.ts'
import { outOfSight, refuseOutOfSight } from './out-of-sight.ts'
import {
  type ClaimsBefore,
  copyOfClaims,
  isEqual,
  markOf,
  type RecordState,
  type SourceState,
  sourceName,
} from './record-state.ts'
import { claimedIds, referenceNames } from './references.ts'
import { shape } from './shape.ts'
import type { SourceKey } from './types.ts'
import { type Heir, heirsOf } from './undo-heirs.ts'
import { recordStatements } from './write.ts'

export type Undone = { acts: readonly string[]; records: number; untouched: number }

const batchSize = 1_000

/**
 * Takes an act back, a batch of records a transaction. `untouched` counts records where everything it said had been overtaken.
 * Repeating it after a crash goes on where it stopped, for what is undone already no longer bears the act's mark.
 */
export async function undo(
  door: Changing,
  actor: Actor,
  act: string,
  options: { because?: string } = {},
): Promise<Undone> {
  if (!isId(act)) throw new Failure('not_undoable', { act, why: told(unknown) })
  const total = { acts: [] as string[], records: 0, untouched: 0 }
  for (let from = 0; ; from += batchSize) {
    const done = await retried(() => withAccess(door, actor, (access) => undoBatch(door, access, act, from, options)))
    if (done === null) break
    if (done.act) total.acts.push(done.act)
    total.records += done.records
    total.untouched += done.untouched
  }
  return total
}

const unknown = words(
  'there is no such change set that you may see',
  'no existe ese conjunto de cambios, o usted no puede verlo',
  'não existe esse conjunto de mudanças, ou você não pode vê-lo',
  'tiada set perubahan itu yang boleh anda lihat',
)

type Entry = {
  /** Of the act. */
  kind: string
  object: string
  isOwn: boolean
  recordId: string
  verb: string
  source: string
  changed: Record<string, readonly [unknown, unknown]>
  before: ClaimsBefore | null
}

/** An entry, and the record that has its source today. */
type Concerned = { entry: Entry; record: RecordState }

async function undoBatch(door: Changing, access: Access, act: string, from: number, options: { because?: string }) {
  const { workspace } = access.actor
  return transact(door.pool, workspace, async (tx) => {
    const version = tx.query(door.book.versionNow(workspace))
    const rows = await tx.query(entriesOf(workspace, act, from))
    if (!door.book.isCurrent(access, await version)) return outdated
    if (rows.length === 0) {
      if (from === 0) throw new Failure('not_undoable', { act, why: told(unknown) })
      return null
    }
    const entries = rows.map((row) => entryOf(row, access.actor))
    const parts: Concerned[][] = []
    for (const [object, some] of Map.groupBy(entries, (entry) => entry.object))
      parts.push(await concernedBy(tx, access, object, act, some))
    const why = otherWays[rows[0]?.['kind'] as string] // text column
    if (why) throw new Failure('not_undoable', { act, why: told(why) })
    if (!parts.flat().every(({ entry, record }) => mayTakeBack(access, act, entry, record)))
      throw new Failure('not_undoable', {
        act,
        why: told(
          words(
            'it changed what you may not change',
            'cambió lo que usted no puede cambiar',
            'mudou o que você não pode mudar',
            'ia mengubah apa yang tidak boleh anda ubah',
          ),
        ),
      })
    return takeBack(door, tx, access, act, parts, options)
  })
}

/** The records of one object that the act changed, as they are today. */
async function concernedBy(
  tx: Tx,
  access: Access,
  name: string,
  act: string,
  entries: readonly Entry[],
): Promise<Concerned[]> {
  const object = access.manifest.objects.get(name)
  if (!object || grantsFor(access, name, 'update').length === 0)
    throw new Failure('not_undoable', { act, why: told(unknown) })
  const { records, redirects, heirs } = await findRecords(tx, access, object, act, entries)
  const holders = new Map([...records.values()].flatMap((each) => [...each.sources.keys()].map((key) => [key, each])))
  return entries.flatMap((entry) => {
    const record = holders.get(entry.source) ?? records.get(follow(redirects, entry.recordId))
    if (!record?.maySee) throw new Failure('not_undoable', { act, why: told(unknown) })
    return [{ entry, record }, ...inherited(act, entry, heirs.get(entry.recordId) ?? [], holders)]
  })
}

/** Also by the names of their sources, and with those that came out of them: merging and taking apart move what was said. */
async function findRecords(tx: Tx, access: Access, object: ManifestObject, act: string, entries: readonly Entry[]) {
  const typed = entries.filter(isTyped).map((entry) => entry.recordId)
  const heirs =
    typed.length > 0 ? await heirsOf(tx, access.actor.workspace, act, [...new Set(typed)]) : new Map<string, Heir[]>()
  const more = [...heirs.values()].flat().map((heir) => ({ verb: 'restore' as const, id: heir.id }))
  const own = [...Map.groupBy(entries, (entry) => entry.recordId)].map(([id, some]) => ({
    verb: 'restore' as const,
    id,
    sameAs: some.map((entry) => keyOf(entry.source)),
  }))
  const { records, redirects } = await find(tx, access, shape(object, [...own, ...more]))
  return { records, redirects, heirs }
}

/** What a person said of the record, which is kept under its id. */
const isTyped = ({ kind, source }: Entry): boolean => kind === 'change' && /^(hand|holdfast) /.test(source)

/** What of an edit went to records that came out of the one it was made on. */
function inherited(
  act: string,
  entry: Entry,
  heirs: readonly Heir[],
  holders: ReadonlyMap<string, RecordState>,
): Concerned[] {
  if (!isTyped(entry)) return []
  const { system } = keyOf(entry.source)
  return heirs.flatMap(({ id, before }) => {
    const name = sourceName(system, id)
    const record = holders.get(name)
    const source = record?.sources.get(name)
    if (!record || !source || !Object.keys(source.claims).some((field) => markOf(source, field).act === act)) return []
    const moved = {
      ...entry,
      recordId: id,
      verb: 'updated',
      source: name,
      changed: {},
      before: before.get(system) ?? null,
    }
    return [{ entry: moved, record }]
  })
}

const otherWays: Readonly<Record<string, Words>> = {
  merge: words(
    'it merged records; take them apart with unmerge, which also says what happened to each since',
    'fusionó registros; sepárelos con unmerge, que además dice qué pasó con cada uno desde entonces',
    'mesclou registros; separe-os com unmerge, que também diz o que aconteceu com cada um desde então',
    'ia menggabungkan rekod; ceraikan dengan unmerge, yang juga memberitahu apa yang berlaku pada setiap satu sejak itu',
  ),
  unmerge: words(
    'it took merged records apart; merge them again',
    'separó registros fusionados; vuelva a fusionarlos',
    'separou registros mesclados; mescle-os de novo',
    'ia menceraikan rekod yang digabungkan; gabungkan semula',
  ),
}

/** Every field the act spoke of has to be one that the actor may write on this record; what came or went, one they may delete. */
function mayTakeBack(access: Access, act: string, entry: Entry, record: RecordState): boolean {
  const source = record.sources.get(entry.source)
  const claims = source?.claims ?? {}
  const said = Object.keys(claims).filter((name) => source && markOf(source, name).act === act)
  const lost = Object.keys(entry.before?.claims ?? {}).filter((name) => !(name in claims))
  const names = new Set([...Object.keys(entry.changed), ...said, ...lost])
  const isMine = entry.verb === 'created' && entry.isOwn // who made a record by mistake may take it back
  if ((names.has('deleted_at') || entry.verb === 'created') && !isMine && !record.mayDelete) return false
  return [...names].every((name) => {
    const field = record.object.fields.get(name)
    return !field || field.serverOwned || mayUpdateField(access, record, field)
  })
}

async function takeBack(
  door: Changing,
  tx: Tx,
  access: Access,
  act: string,
  parts: readonly (readonly Concerned[])[],
  options: { because?: string },
) {
  const concerned = parts.flat()
  const records = new Map(concerned.map(({ record }) => [record.id, record]))
  const batch = startBatch(door, access, records, await redirectsIn(tx, access.actor.workspace, concerned))
  const untouched = concerned.filter(({ entry, record }) => !takeBackEntry(batch, act, entry, record)).length
  if (batch.history.length === 0) return { act: null, records: 0, untouched }
  const context: ActContext = {
    actor: access.actor,
    id: batch.act,
    at: new Date(batch.at),
    ...(options.because ? { because: options.because } : {}),
  }
  const written = [...Map.groupBy(batch.history, (entry) => entry.record.object.name)]
  const objects = written.map(([object]) => object)
  const details = { undone: act, records: batch.history.length, ...(objects.length > 1 ? { objects } : {}) }
  let place = 0
  const statements: Sql[] = written.flatMap(([object, history]) => {
    const entries = history.map(historyEntry)
    const first = place
    place += entries.length
    const changed = [...new Set(history.map(({ record }) => record))]
    return [
      ...recordStatements(context, changed),
      statement(
        first === 0
          ? inOneStatement(changeEntries(context, 'undo', object, details, entries))
          : historyEntries(context, object, entries, first),
      ),
    ]
  })
  const looks = written.flatMap(([object, history]) => {
    const outside = outOfSight(access, history, objects)
    return outside ? [{ object, outside }] : []
  })
  if (looks.length === 0) await tx.finish(statements)
  else {
    for (const each of statements) void tx.query(each)
    for (const { object, outside } of looks) await refuseOutOfSight(tx, object, outside)
    await tx.finish([])
  }
  return { act: batch.act, records: batch.history.length, untouched }
}

/** References may go back to records that were merged since. */
function redirectsIn(tx: Tx, workspace: string, concerned: readonly Concerned[]): Promise<Redirects> {
  const ids = concerned.flatMap(({ entry, record }) =>
    referenceNames(record.object).flatMap((name) => {
      const id = entry.before?.claims[name]
      return [...claimedIds(record, name), ...(typeof id === 'string' ? [id] : [])]
    }),
  )
  return redirectsOf(tx, workspace, [...new Set(ids)])
}

/** Whether anything of it was still standing. */
function takeBackEntry(batch: Batch, act: string, entry: Entry, record: RecordState): boolean {
  const source = record.sources.get(entry.source) ?? revived(entry, record)
  const before = source && !source.isNew ? copyOfClaims(source) : null
  const fields = source ? restoreClaims(batch, act, source, entry) : new Set<string>()
  const isNameMoved = source !== undefined && moveName(act, source, entry)
  const changed = settle(record, fields, batch.redirects)
  // A record that was merged since did not come or go with the one it was merged into.
  const deletion = entry.recordId === record.id ? entry.changed['deleted_at'] : undefined
  const isStillSo = deletion && isEqual(momentOf(record.deletedAt), momentOf(deletion[1]))
  const wasMade =
    entry.verb === 'created' && record.deletedAt === null && [...record.sources.values()].every((each) => each.isGone)
  if (deletion && isStillSo)
    changed['deleted_at'] = presence(record, (deletion[0] as string | null) ?? null) // written by the door
  else if (wasMade) changed['deleted_at'] = presence(record, batch.at)
  if (fields.size === 0 && !isNameMoved && Object.keys(changed).length === 0) return false
  // Claims that had lost are taken back without the record becoming another.
  if (Object.keys(changed).length > 0) record.version += 1
  const verb = 'deleted_at' in changed ? (record.deletedAt === null ? 'restored' : 'deleted') : 'updated'
  const [system = 'hand', localId = record.id] = split(entry.source)
  batch.history.push({
    record,
    verb,
    version: record.version,
    system: system as SourceState['system'],
    localId,
    changed,
    claimsBefore: before,
  }) // from the ledger
  return true
}

/** A source that an undo had taken away whole comes back when that undo is undone. */
function revived(entry: Entry, record: RecordState): SourceState | undefined {
  if (!entry.before) return undefined
  const [system = 'hand', localId = record.id] = split(entry.source)
  const source: SourceState = {
    ...entry.before,
    system: system as SourceState['system'], // from the ledger
    localId,
    claims: {},
    marks: {},
    file: null,
    rows: [],
    document: undefined,
    home: null,
    isNew: true,
    isDirty: false,
    isGone: false,
  }
  record.sources.set(entry.source, source)
  return source
}

/** Every claim that is this act's gets back what it overwrote; a source that had said nothing before is gone again. */
function restoreClaims(batch: Batch, act: string, source: SourceState, entry: Entry): Set<string> {
  const { before } = entry
  const moved = new Set<string>()
  for (const name of Object.keys(source.claims)) {
    const mark = markOf(source, name)
    if (mark.act !== act && mark.restoredBy !== act) continue
    moved.add(name)
    delete source.claims[name]
    delete source.marks[name]
  }
  for (const [name, value] of Object.entries(before?.claims ?? {})) {
    if (name in source.claims) continue // said again since, or never touched
    if (isTyped(entry) && !moved.has(name)) continue // a person takes nothing back by leaving it out: it went elsewhere since
    moved.add(name)
    source.claims[name] = value
    source.marks[name] = {
      ...(before?.marks[name] ?? {
        act: before?.act ?? act,
        saidAt: before?.saidAt ?? null,
        verifiedOn: before?.verifiedOn ?? null,
      }),
      restoredBy: batch.act,
    }
  }
  if (moved.size > 0) source.isDirty = true
  return moved
}

/** A source that the act brought, and that says nothing now, goes; one that an undo took away comes back. Answers whether it did. */
function moveName(act: string, source: SourceState, { before }: Entry): boolean {
  if (source.isGone || (source.isNew && source.isDirty)) return false
  source.isGone =
    !source.isNew &&
    before === null &&
    Object.keys(source.claims).length === 0 &&
    (source.isDirty || source.act === act)
  source.isDirty ||= source.isNew
  return source.isNew || source.isGone
}

const momentOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null)
const split = (name: string): string[] => [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)]

function keyOf(source: string): SourceKey {
  const [system, localId = ''] = split(source)
  return { system: system as SourceKey['system'], localId } // from the ledger
}

const entriesOf = (workspace: string, act: string, from: number): Sql =>
  statement(
    sql`select h.object, h.record_id, h.verb, h.system, h.local_id, h.changed, h.claims_before, a.kind, a.actor_kind, a.actor_id
      from ledger.history h join ledger.act a on a.workspace_id = h.workspace_id and a.id = h.act_id
      where h.workspace_id = ${workspace} and h.act_id = ${act} and (h.object = a.object or a.kind not in ('merge', 'unmerge')) order by h.n desc offset ${from} limit ${batchSize}`,
  )

const entryOf = (row: Row, actor: Actor): Entry => ({
  isOwn: row['actor_kind'] === actor.kind && row['actor_id'] === actor.id,
  kind: row['kind'] as string, // text and uuid columns
  object: row['object'] as string,
  recordId: row['record_id'] as string,
  verb: row['verb'] as string,
  source: sourceName(row['system'] as string, row['local_id'] as string),
  changed: row['changed'] as Entry['changed'], // written by the door, as is the next
  before: row['claims_before'] as ClaimsBefore | null,
})
