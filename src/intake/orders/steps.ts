// What the worker does for imports, a step at a time: look through the files, rehearse, run, take back. A step that was killed is begun
// again: looking and rehearsing from the start, running and taking back where they were.
import { words } from '../../../dictionary/words.ts'
import type { Access, Actor } from '../../access/index.ts'
import {
  type Clock,
  Failure,
  type Pool,
  type SqlFragment,
  sparingly,
  speakIn,
  spoken,
  sql,
  told,
  type WorkspaceId,
} from '../../platform/index.ts'
import { asTable, type PlannedFile } from '../imports/plan.ts'
import { type Importing, type RunOrder, runFiles } from '../imports/run.ts'
import { shapes } from '../imports/shapes/index.ts'
import { addCounts, dropOutcomes, type FileProgress, noCounts } from '../imports/store.ts'
import { undoImport } from '../imports/undo.ts'
import { faultOf } from '../mapping/check.ts'
import { mappedShape } from '../mapping/read.ts'
import { profile } from '../preview/profile.ts'
import { openTogether, UnreadableFile } from '../reading/index.ts'
import type { Uploads } from '../uploads/uploads.ts'
import type { Order, OrderedFile, Step, Trouble } from './order.ts'
import { troubleOf as ofFile } from './recognise.ts'
import { fillable, importable } from './rights.ts'
import * as store from './store.ts'

export type StepJob = { workspace: WorkspaceId; id: string }

export type Stepping = {
  pool: Pool
  uploads: Uploads
  clock: Clock
  /** The rights of whoever asked, as they are now. */
  accessOf(actor: Actor): Promise<Access>
  /** What runs need, for real. */
  importing(actor: Actor, of: { hasUsage: boolean }): Importing
  /** The same within a transaction that is taken back. */
  rehearse<T>(actor: Actor, work: (importing: Importing) => Promise<T>): Promise<T>
  /** The workspace's own currency. */
  currencyOf(workspace: WorkspaceId): Promise<string>
}

type Doing = {
  stepping: Stepping
  actor: Actor
  access: Access
  order: Order
  files: readonly OrderedFile[]
  currency: string
}

export async function carryOutStep(stepping: Stepping, { workspace, id }: StepJob): Promise<void> {
  const { pool } = stepping
  const order = await store.readOrder(pool, workspace, id)
  if (!order?.wanted) return
  const { wanted } = order
  if (wanted === 'cancel') {
    await stop(stepping, workspace, order)
    return
  }
  const actor = actorOf(order, workspace)
  const { language = 'en' } = order.settings
  try {
    const access = await stepping.accessOf(actor)
    const files = await store.readFiles(pool, workspace, [id])
    const currency = order.settings.currency ?? (await stepping.currencyOf(workspace))
    const doing = { stepping, actor, access, order, files, currency }
    await speakIn(language, () => sparingly(() => work[wanted](doing)))
  } catch (error) {
    const trouble = speakIn(language, () => troubleOf(error))
    if (!trouble) throw error // of the database or of ours: the queue tries again
    const state = wanted === 'run' ? sql`, status = 'failed', finished_at = ${stepping.clock().toISOString()}` : sql``
    await store.settle(pool, workspace, id, sql`failure = ${JSON.stringify(trouble)}${state}`)
  }
}

/** Nothing is being done any more, so that what was asked to end has ended. */
const stop = (stepping: Stepping, workspace: WorkspaceId, { id, state }: Order): Promise<unknown> =>
  store.settle(stepping.pool, workspace, id, state === 'running' ? ended(stepping, 'cancelled') : sql`failure = null`)

const ended = ({ clock }: Stepping, state: 'done' | 'cancelled'): SqlFragment =>
  sql`status = ${state}, finished_at = ${clock().toISOString()}`

/** Whoever asked, acting through an import: with the rights they have now, not those of the worker. */
const actorOf = ({ id, owner, settings: { by = owner } }: Order, workspace: WorkspaceId): Actor => ({
  kind: by.kind,
  workspace,
  id: by.id,
  via: 'import',
  because: `import ${id}`,
})

const lasting = new Set(['database_away', 'too_costly', 'outcome_unknown'])

function troubleOf(error: unknown): Trouble | null {
  if (error instanceof UnreadableFile) return ofFile(error)
  if (error instanceof Failure && !lasting.has(error.code)) return { code: error.code, message: error.say(spoken()) }
  return null
}

const work: Readonly<Record<Step, (doing: Doing) => Promise<void>>> = {
  async profile(doing) {
    const { stepping, actor, access, order, files, currency } = doing
    const opener = openTogether()
    for (const file of files) {
      const table = file.recognised && asTable(await opener.open(pathOf(doing, file), file.reading))
      if (!table) continue
      const found = await profile(table, {
        mapping: file.mapping,
        manifest: access.manifest,
        context: { file: file.dataset, currency, memory: { countryOf: new Map(), organizationOf: new Map() } },
        progress: (rows) => tell(doing, 'profile', rows, null),
      })
      await store.changeFile(stepping.pool, actor.workspace, file, sql`profile = ${JSON.stringify(found)}`)
    }
    await store.settle(stepping.pool, actor.workspace, order.id, sql`failure = null`)
  },

  async preview(doing) {
    const { stepping, actor, access, order } = doing
    const { pool, clock } = stepping
    const plan = await planOf(doing)
    await dropOutcomes(pool, actor.workspace, order.id, 'preview')
    const first = order.settings.first ?? null
    const run = { ...runOrderOf(doing, plan, 'preview'), progress: {}, attempt: 'preview', beside: pool, first }
    const isWhole = await stepping.rehearse(actor, (importing) => runFiles(importing, actor, run))
    if (!isWhole) {
      await stop(stepping, actor.workspace, order)
      return
    }
    const counts = countsOf(run.progress)
    const summary = {
      counts,
      questions: counts.question,
      first,
      accessVersion: access.version,
      at: clock().toISOString(),
    }
    await store.settle(
      pool,
      actor.workspace,
      order.id,
      sql`status = 'previewed', preview = ${JSON.stringify(summary)}, failure = null`,
    )
  },

  async run(doing) {
    const { stepping, actor, order } = doing
    const plan = await planOf(doing)
    const hasUsage = plan.some(({ shape }) => shape.system === 'product')
    const importing = stepping.importing(actor, { hasUsage })
    const isWhole = await runFiles(importing, actor, runOrderOf(doing, plan, 'run'))
    if (isWhole) await importing.followUp(order.id)
    await store.settle(stepping.pool, actor.workspace, order.id, ended(stepping, isWhole ? 'done' : 'cancelled'))
  },

  async undo(doing) {
    const { stepping, actor, order } = doing
    const { records, pool } = stepping.importing(actor, { hasUsage: false })
    let acts = 0
    const progress = async () => {
      acts += 1
      await tell(doing, 'undo', acts, null)
    }
    const undone = await undoImport({ pool, records }, actor, order.id, progress)
    await store.settle(
      pool,
      actor.workspace,
      order.id,
      sql`status = 'undone', failure = null, settings = ${JSON.stringify({ ...order.settings, undone })}`,
    )
  },
}

const pathOf = ({ stepping, actor }: Doing, file: OrderedFile): string =>
  stepping.uploads.pathOf(actor.workspace, file.storedAs)

/** The files as they are to be read, what others refer to first. Mappings are judged again: rights may have changed since. */
async function planOf(doing: Doing): Promise<PlannedFile[]> {
  const { access, files } = doing
  const own = new Set(importable(access))
  const planned: PlannedFile[] = []
  const opener = openTogether()
  for (const file of files) {
    const path = pathOf(doing, file)
    const opened = await opener.open(path, file.reading)
    const known = shapes.find((shape) => shape.name === file.recognised?.shape)
    const table = asTable(opened)
    const { mapping } = file
    const about = { path, file: file.dataset, digest: file.digest ?? '' }
    if (mapping && table) {
      const checking = { file: file.name, manifest: access.manifest, mayFill: fillable(access) }
      const why = faultOf(mapping, { ...checking, mayImport: (object) => own.has(object) })
      if (why) throw new Failure('mapping_refused', { file: file.name, why: told(why) })
      planned.push({ ...about, opened: table, mapping, shape: mappedShape(mapping, access.manifest) })
    } else if (known) planned.push({ ...about, opened, mapping: null, shape: known })
    else
      throw new Failure('mapping_refused', {
        file: file.name,
        why: told(
          words(
            'nothing says what its columns mean',
            'nada dice qué significan sus columnas',
            'nada diz o que significam suas colunas',
            'tiada apa-apa menyatakan maksud lajurnya',
          ),
        ),
      })
  }
  return planned.sort((a, b) => a.shape.rank - b.shape.rank || (a.file < b.file ? -1 : 1))
}

function runOrderOf(doing: Doing, files: readonly PlannedFile[], keeps: 'preview' | 'run'): RunOrder {
  const { stepping, actor, order, currency } = doing
  const total = order.preview?.first == null ? (order.preview?.counts.rows ?? null) : null
  const progress: Record<string, FileProgress> = structuredClone(order.progress)
  const before = new Map<string, number>()
  return {
    id: order.id,
    files,
    progress,
    currency,
    asks: (order.settings.questions ?? 'ask') === 'ask',
    answers: order.answers,
    attempt: order.settings.attempt ? String(order.settings.attempt) : '',
    keeps,
    async isStopped() {
      return (await store.wantedOf(stepping.pool, actor.workspace, order.id)) === 'cancel'
    },
    async say(file, rows) {
      before.set(file, rows)
      const sum = [...before.values()].reduce((a, b) => a + b, 0)
      await tell(doing, keeps, sum, total)
    },
  }
}

async function tell({ stepping, actor, order }: Doing, step: Step, rows: number, of: number | null): Promise<void> {
  const now = stepping.clock()
  const since = order.step?.since ?? now.toISOString()
  order.step ??= { step, rows, of, perSecond: null, since }
  const seconds = (now.getTime() - Date.parse(since)) / 1_000
  const perSecond = seconds > 0 ? Math.round(rows / seconds) : null
  await store.change(
    stepping.pool,
    actor.workspace,
    order.id,
    sql`step = ${JSON.stringify({ step, rows, of, perSecond, since })}`,
  )
}

const countsOf = (progress: Readonly<Record<string, FileProgress>>) =>
  Object.values(progress).reduce((sum, { counts }) => addCounts(sum, counts), noCounts())
