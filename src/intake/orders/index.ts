// Imports: files somebody sends, what they mean, what they would do, and doing it. Everything people and programs may ask of one.
import { words } from '../../../dictionary/words.ts'
import type { Access, Actor } from '../../access/index.ts'
import { changeEntry } from '../../ledger/index.ts'
import { type Clock, type Deed, Failure, type Ids, isId, type Pool, spoken, sql, told } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { asTable } from '../imports/plan.ts'
import { readMapping } from '../mapping/check.ts'
import { type Compared, compare } from '../preview/compare.ts'
import type { Profile } from '../preview/profile.ts'
import { type FileReading, openFile } from '../reading/index.ts'
import { findRecurring } from '../recurring/index.ts'
import { digestOf, type Uploads } from '../uploads/uploads.ts'
import { withCandidates } from './candidates.ts'
import { datasetOf, freeName } from './names.ts'
import { besides, type Order, type OrderedFile, type Settings, type Step, sheetOf, stateOfFile } from './order.ts'
import { fingerprintOf, type Remembering } from './recognise.ts'
import { type RejectLine, rejectedRows } from './rejects.ts'
import { requireContents, requireRoom, requireSheets, requireSize } from './requires.ts'
import { type Results, type ResultsOrder, results } from './results.ts'
import { administers, fillable, importable, isOwner, maySee, requireImporter, unavailable } from './rights.ts'
import { type FileRows, rowsOfFile } from './rows.ts'
import { filesOf, mostFiles, recogniseAs, sourcesIn, type Wanted } from './sources.ts'
import * as store from './store.ts'
import { type Target, targetsOf } from './targets.ts'
import { dropTemplate, keepTemplate, type Template, templateFor, templates } from './templates.ts'
import { withTitles } from './titles.ts'
import { type ImportView, viewOf } from './view.ts'
import { whyNot } from './why-not.ts'

export type Imports = {
  /**
   * Begins an import, maybe one of a recurring import, whose name and settings it has; of such a one, an import of the actor's that is
   * still empty is given again. What comes by mail is always one of its own, known by the `mail`. Errors: not_allowed, record_unavailable.
   */
  open(
    actor: Actor,
    o: { name?: string | undefined; settings?: Settings; recurring?: string | undefined; mail?: string },
  ): Promise<ImportView>
  list(
    actor: Actor,
    page: { after?: string | undefined; limit?: number | undefined },
  ): Promise<{ data: ImportView[]; next: string | null }>
  get(actor: Actor, id: string): Promise<ImportView>
  /** Takes away an import that wrote nothing, with its files. */
  remove(actor: Actor, id: string): Promise<void>
  rename(
    actor: Actor,
    id: string,
    o: { name?: string | undefined; settings?: Settings | undefined },
  ): Promise<ImportView>
  addFile(
    actor: Actor,
    id: string,
    file: {
      name: string
      size: number
      sha256?: string | undefined
      /** Of a workbook, the sheets to be taken; where none is named, all that look like tables whose columns mean something. */
      sheets?: readonly string[] | undefined
    },
  ): Promise<ImportView>
  /** A part of a file, from `offset` on. With the last one the file is recognised. Errors: offset_differs, digest_differs, too_large. */
  receive(
    actor: Actor,
    id: string,
    file: string,
    part: { offset: number; content: AsyncIterable<Uint8Array> },
  ): Promise<ImportView>
  removeFile(actor: Actor, id: string, file: string): Promise<ImportView>
  /** Which sheets of a workbook are taken, each a file of the import; those that are already stay as they are. Errors: sheet_unavailable, too_large. */
  takeSheets(actor: Actor, id: string, file: string, sheets: readonly string[]): Promise<ImportView>
  /** Reads a file in another way than was guessed. Errors: sheet_unavailable. */
  readAnew(actor: Actor, id: string, file: string, reading: FileReading): Promise<ImportView>
  /** The first rows of a file as they stand in it. */
  rows(actor: Actor, id: string, file: string): Promise<FileRows>
  /** What is in each column; null before the worker has looked through the file (`ask` for the step `profile`). */
  profile(actor: Actor, id: string, file: string): Promise<{ data: Profile | null }>
  /** A few customers that are in the file and here, side by side, and which system says what. */
  compare(actor: Actor, id: string, file: string): Promise<Compared>
  /** What the columns mean; null: as they are guessed. Kept as a template under `template`. Errors: mapping_refused, field_unavailable. */
  map(actor: Actor, id: string, file: string, given: unknown, o: { template?: string | undefined }): Promise<ImportView>
  /** Asks the worker for a step. Errors: step_unavailable. */
  ask(
    actor: Actor,
    id: string,
    step: Step,
    o?: { first?: number | undefined; isUnattended?: boolean },
  ): Promise<ImportView>
  cancel(actor: Actor, id: string): Promise<ImportView>
  /** Which record a row means: an id, `new`, or `skip`; under `file:row:record`. */
  answer(actor: Actor, id: string, answers: Readonly<Record<string, string>>): Promise<ImportView>
  /** What a preview or the run made of each row. */
  results(actor: Actor, id: string, order: ResultsOrder): Promise<Results>
  /** The rows that were not taken, as they came, with why; one file. */
  rejectedRows(actor: Actor, id: string, file: string): Promise<{ name: string; lines: AsyncGenerator<RejectLine> }>
  templates(actor: Actor): Promise<readonly Template[]>
  dropTemplate(actor: Actor, id: string): Promise<void>
  /** What columns may be mapped to. */
  targets(actor: Actor): Promise<readonly Target[]>
}

export type Importers = { pool: Pool; records: Records; uploads: Uploads; clock: Clock; ids: Ids }

export function openImports(own: Importers): Imports {
  const { pool, uploads, clock, ids } = own
  const { book } = own.records
  const newId = () => ids.next(clock().getTime())
  const asked = (actor: Actor, id: string, step: string) =>
    changeEntry({ actor, id: newId(), at: clock(), because: `${step} of import ${id}` }, 'decision', null, {
      import: id,
      step,
    })

  const accessOf = async (actor: Actor): Promise<Access> => {
    const access = await book.of(actor)
    if (!(await book.isStillCurrent(access))) return accessOf(actor)
    requireImporter(access)
    return access
  }
  /** One that the actor may see; the same answer for none and for somebody else's. */
  const find = async (actor: Actor, id: string): Promise<{ access: Access; order: Order; files: OrderedFile[] }> => {
    const access = await accessOf(actor)
    const order = isId(id) ? await store.readOrder(pool, actor.workspace, id) : null
    if (!order || !maySee(access, order)) throw unavailable(id)
    return { access, order, files: await store.readFiles(pool, actor.workspace, [id]) }
  }
  /** One of the actor's own: what is in files is shown to who sent them, and to nobody else. */
  const findOwn = async (actor: Actor, id: string) => {
    const found = await find(actor, id)
    if (!isOwner(actor, found.order)) throw unavailable(id)
    return found
  }
  const findFile = async (actor: Actor, id: string, fileId: string) => {
    const found = await findOwn(actor, id)
    const file = found.files.find((each) => each.id === fileId)
    if (!file) throw new Failure('record_unavailable', { object: 'file', id: fileId })
    return { ...found, file }
  }
  const show = async (actor: Actor, id: string): Promise<ImportView> => {
    const { access, order, files } = await find(actor, id)
    const digests = files.flatMap(({ digest }) => digest ?? [])
    const seen = digests.length > 0 ? await store.importsOf(pool, actor.workspace, digests, id) : []
    return viewOf(order, {
      files,
      isOwn: isOwner(actor, order),
      seenIn: seen.filter((each) => maySee(access, each)),
      accessVersion: access.version,
    })
  }
  const pathOf = (actor: Actor, file: OrderedFile) => uploads.pathOf(actor.workspace, file.storedAs)
  const remembering = (actor: Actor): Remembering => ({
    template: async (fingerprint) => (await templateFor(pool, actor, fingerprint))?.mapping ?? null,
  })
  const recognise = async (actor: Actor, access: Access, file: OrderedFile, files: readonly OrderedFile[]) => {
    const found = await recogniseAs(pathOf(actor, file), file, { access, files, remembering: remembering(actor) })
    const { kept, put } = { kept: besides(file, files), put: [found] }
    await store.putSources(pool, actor.workspace, file, { kept, put })
  }
  /** Puts sources in place of an upload: what was found in it, or the sheets that somebody wants beside those that are `kept`. */
  const take = async (
    actor: Actor,
    access: Access,
    upload: OrderedFile,
    o: { wanted: Wanted; files: readonly OrderedFile[]; kept: readonly OrderedFile[] },
  ) => {
    const found = await sourcesIn(pathOf(actor, upload), o.wanted, access, remembering(actor))
    const isFree = !o.kept.some(({ id }) => id === upload.id)
    const put = filesOf(upload, found, { files: o.files, idOf: (n) => (n === 0 && isFree ? upload.id : newId()) })
    await store.putSources(pool, actor.workspace, upload, { kept: o.kept, put })
  }
  /** Back to where the files are being put together: what was previewed no longer holds. */
  const unsettle = async (actor: Actor, id: string, state: 'uploaded' | 'mapped') => {
    const files = await store.readFiles(pool, actor.workspace, [id])
    const isWhole = files.length > 0 && files.every((each) => stateOfFile(each) !== 'uploading')
    await store.change(pool, actor.workspace, id, sql`status = ${isWhole ? state : 'uploading'}, preview = null`)
  }
  const requireOpen = ({ state, wanted }: Order, step: Deed) => {
    if (wanted || !openStates.includes(state)) throw new Failure('step_unavailable', { state: wanted ?? state, step })
  }

  return {
    async open(actor, { name, settings, recurring: one, mail = null }) {
      const access = await accessOf(actor)
      const recurring = one === undefined ? null : await findRecurring(pool, access, one)
      const begun = recurring && mail === null && (await store.emptyOrderOf(pool, actor, recurring.id))
      if (begun) return show(actor, begun)
      const id = newId()
      await store.insertOrder(pool, actor, {
        ...{ id, name: name ?? recurring?.name ?? '', recurring: recurring?.id ?? null, mail, at: clock() },
        settings: { ...recurring?.settings, ...settings },
      })
      return show(actor, id)
    },
    async list(actor, { after, limit = 50 }) {
      const access = await accessOf(actor)
      const owner = administers(access) ? null : actor
      const orders = await store.readOrders(pool, actor.workspace, { owner, after: after ?? null, limit: limit + 1 })
      const page = orders.slice(0, limit)
      const files = await store.readFiles(
        pool,
        actor.workspace,
        page.map((each) => each.id),
      )
      const data = page.map((order) =>
        viewOf(order, { files, isOwn: isOwner(actor, order), seenIn: [], accessVersion: access.version }),
      )
      return { data, next: orders.length > limit ? (page.at(-1)?.id ?? null) : null }
    },
    get: show,
    async remove(actor, id) {
      const { order, files } = await findOwn(actor, id)
      requireOpen(order, 'remove')
      await store.removeOrder(pool, actor.workspace, id)
      for (const file of files) await uploads.remove(actor.workspace, file.storedAs)
    },
    async rename(actor, id, { name, settings }) {
      const { order } = await findOwn(actor, id)
      requireOpen(order, 'settings')
      await store.change(
        pool,
        actor.workspace,
        id,
        sql`name = ${name ?? order.name}, settings = ${JSON.stringify({ ...order.settings, ...settings })}`,
      )
      if (settings) await unsettle(actor, id, order.state === 'uploaded' ? 'uploaded' : 'mapped')
      return show(actor, id)
    },
    async addFile(actor, id, { name, size, sha256, sheets }) {
      const { order, files } = await findOwn(actor, id)
      requireOpen(order, 'upload')
      requireRoom(files.length + 1)
      requireSize(size)
      const free = freeName(name, files)
      const file: OrderedFile = {
        importId: id,
        id: newId(),
        place: (files.at(-1)?.place ?? -1) + 1,
        name: free,
        dataset: files.some((each) => each.dataset === datasetOf(free)) ? free : datasetOf(free),
        storedAs: await uploads.begin(actor.workspace),
        size,
        received: 0,
        expectedDigest: sha256?.toLowerCase() ?? null,
        digest: null,
        reading: sheets ? { sheets } : {},
        sheets: null,
        recognised: null,
        mapping: null,
        mappedBy: null,
        failure: null,
        removedAt: null,
      }
      await store.insertFile(pool, actor.workspace, file)
      await unsettle(actor, id, 'uploaded')
      return show(actor, id)
    },
    async receive(actor, id, fileId, { offset, content }) {
      const { access, order, file, files } = await findFile(actor, id, fileId)
      requireOpen(order, 'upload')
      if (file.digest) throw new Failure('offset_differs', { received: file.received })
      const { workspace } = actor
      const received = await uploads.receive(workspace, file.storedAs, { offset, size: file.size, content })
      await store.changeFile(pool, workspace, file, sql`received = ${received}`)
      if (received < file.size) return show(actor, id)
      const digest = await digestOf(uploads.pathOf(workspace, file.storedAs))
      if (file.expectedDigest && file.expectedDigest !== digest) {
        await uploads.remove(workspace, file.storedAs)
        await store.changeFile(pool, workspace, file, sql`received = 0, stored_as = ${await uploads.begin(workspace)}`)
        throw new Failure('digest_differs', { file: file.name })
      }
      const { sheets: named, ...reading } = file.reading
      const before = order.recurring ? await store.sheetsBefore(pool, workspace, order.recurring) : []
      const wanted = { reading, named, before, room: mostFiles - files.length + 1 }
      await take(actor, access, { ...file, digest }, { wanted, files, kept: [] })
      await unsettle(actor, id, 'uploaded')
      return show(actor, id)
    },
    async removeFile(actor, id, fileId) {
      const { order, file, files } = await findFile(actor, id, fileId)
      requireOpen(order, 'remove a file')
      await store.removeFile(pool, actor.workspace, file)
      if (besides(file, files).length === 0) await uploads.remove(actor.workspace, file.storedAs)
      await unsettle(actor, id, 'uploaded')
      return show(actor, id)
    },
    async takeSheets(actor, id, fileId, sheets) {
      const { access, order, file, files } = await findFile(actor, id, fileId)
      requireOpen(order, 'choose sheets')
      requireContents(file, 'choose sheets')
      requireSheets(file, sheets)
      const own = [file, ...besides(file, files)]
      requireRoom(files.length - own.length + new Set(sheets).size)
      const kept = own.filter((each) => sheets.includes(sheetOf(each) ?? '') && each.recognised)
      const named = [...new Set(sheets)].filter((sheet) => !kept.some((each) => sheetOf(each) === sheet))
      await take(actor, access, file, { wanted: { reading: {}, named, room: mostFiles }, files, kept })
      await unsettle(actor, id, 'uploaded')
      return show(actor, id)
    },
    async readAnew(actor, id, fileId, reading) {
      const { access, order, file, files } = await findFile(actor, id, fileId)
      requireOpen(order, 'recognise')
      requireContents(file, 'recognise')
      if (!file.digest) throw new Failure('step_unavailable', { state: 'uploading', step: 'recognise' })
      const others = besides(file, files)
      const own = sheetOf(file)
      // Beside others of its workbook it stays the sheet that it is, where no other is named.
      const anew = others.length > 0 && own !== null ? { sheet: own, ...reading } : reading
      if (anew.sheet !== undefined) requireSheets(file, [anew.sheet], others)
      await recognise(actor, access, { ...file, reading: anew }, files)
      await unsettle(actor, id, 'uploaded')
      return show(actor, id)
    },
    async rows(actor, id, fileId) {
      const { file } = await findFile(actor, id, fileId)
      if (stateOfFile(file) !== 'ready')
        throw new Failure('step_unavailable', { state: stateOfFile(file), step: 'rows' })
      return rowsOfFile(pathOf(actor, file), file.reading)
    },
    async profile(actor, id, fileId) {
      const { file } = await findFile(actor, id, fileId)
      return { data: await store.readProfile(pool, actor.workspace, file) }
    },
    async compare(actor, id, fileId) {
      const { access, order, file } = await findFile(actor, id, fileId)
      const { mapping } = file
      if (stateOfFile(file) !== 'ready' || !mapping)
        throw new Failure('step_unavailable', { state: stateOfFile(file), step: 'compare' })
      const table = asTable(await openFile(pathOf(actor, file), file.reading))
      if (!table) throw new Failure('step_unavailable', { state: 'no table', step: 'compare' })
      const context = {
        file: file.dataset,
        currency: order.settings.currency ?? 'USD',
        memory: { countryOf: new Map(), organizationOf: new Map() },
      }
      return compare(own.records, access, { table, mapping, context })
    },
    async map(actor, id, fileId, given, { template }) {
      const { access, order, file, files } = await findFile(actor, id, fileId)
      requireOpen(order, 'map')
      requireContents(file, 'map')
      if (!file.recognised) throw new Failure('step_unavailable', { state: stateOfFile(file), step: 'map' })
      if (given === null) await recognise(actor, access, file, files)
      else {
        const own = new Set(importable(access))
        const checking = {
          manifest: access.manifest,
          mayFill: fillable(access),
          mayImport: (object: string) => own.has(object),
        }
        const mapping = readMapping(given, { file: file.name, ...checking })
        await store.changeFile(
          pool,
          actor.workspace,
          file,
          sql`mapping = ${JSON.stringify(mapping)}, mapped_by = 'person', profile = null`,
        )
        const headers = file.recognised.columns.map(({ header }) => header)
        if (template !== undefined)
          await keepTemplate(pool, actor, {
            id: newId(),
            name: template,
            headers,
            fingerprint: fingerprintOf(headers),
            mapping,
            at: clock(),
          })
      }
      await unsettle(actor, id, 'mapped')
      return show(actor, id)
    },
    async ask(actor, id, step, { first, isUnattended = false } = {}) {
      const { order, files } = step === 'undo' ? await find(actor, id) : await findOwn(actor, id)
      const unready = files.find((file) => !isTakeable(file))
      if (step === 'profile') for (const file of files) requireContents(file, step)
      if (step !== 'undo' && step !== 'profile' && unready)
        throw new Failure('mapping_refused', { file: unready.name, why: whyNot(unready) })
      const isAgain =
        step === 'run' && order.startedAt !== null && order.state !== 'failed' && order.state !== 'cancelled'
      const settings: Settings = {
        ...order.settings,
        by: { kind: actor.kind, id: actor.id },
        language: spoken(),
        ...(step === 'preview' ? { first: first ?? null } : {}),
        ...(step === 'run' ? { isUnattended } : {}),
        ...(isAgain ? { attempt: (order.settings.attempt ?? 1) + 1 } : {}),
      }
      const set = sql`${store.wanting(step)}, settings = ${JSON.stringify(settings)}`
      await store.move(pool, actor.workspace, id, {
        from: allowedFrom[step],
        step,
        asked: asked(actor, id, step),
        set:
          step === 'run'
            ? sql`${set}, status = 'running', started_at = coalesce(started_at, ${clock().toISOString()}), finished_at = null
                ${isAgain ? sql`, progress = '{}'` : sql``}`
            : set,
      })
      return show(actor, id)
    },
    async cancel(actor, id) {
      await findOwn(actor, id)
      await store.move(pool, actor.workspace, id, {
        from: ['uploaded', 'mapped', 'previewed', 'running'],
        step: 'cancel',
        asked: asked(actor, id, 'cancel'),
        set: sql`wanted = 'cancel', is_queued = wanted is not null and is_queued`,
        isBusyAllowed: true,
      })
      return show(actor, id)
    },
    async answer(actor, id, answers) {
      const { order } = await findOwn(actor, id)
      if (order.state !== 'done') requireOpen(order, 'answer')
      const all = { ...order.answers, ...answers }
      if (Object.keys(all).length > mostAnswers)
        throw new Failure('too_large', {
          what: told(words('The list of answers', 'La lista de respuestas', 'A lista de respostas', 'Senarai jawapan')),
          limit: told(
            words(`${mostAnswers} rows`, `${mostAnswers} filas`, `${mostAnswers} linhas`, `${mostAnswers} baris`),
          ),
        })
      await store.change(pool, actor.workspace, id, sql`answers = ${JSON.stringify(all)}`)
      return show(actor, id)
    },
    async results(actor, id, asked) {
      const { access, order } = await findOwn(actor, id)
      const page = await results(pool, access, order, asked)
      const titled = await withTitles(own.records, actor, page.data)
      return { ...page, data: await withCandidates(own.records, access, titled) }
    },
    async rejectedRows(actor, id, fileId) {
      const { file } = await findFile(actor, id, fileId)
      requireContents(file, 'rejected rows')
      return rejectedRows({ pool, uploads }, actor.workspace, file)
    },
    async templates(actor) {
      await accessOf(actor)
      return templates(pool, actor)
    },
    async dropTemplate(actor, id) {
      await accessOf(actor)
      if (!isId(id) || !(await dropTemplate(pool, actor, id)))
        throw new Failure('record_unavailable', { object: 'template', id })
    },
    async targets(actor) {
      const access = await accessOf(actor)
      return targetsOf(access)
    },
  }
}

const openStates: readonly string[] = ['uploading', 'uploaded', 'mapped', 'previewed', 'failed', 'cancelled']
const allowedFrom = {
  profile: ['uploaded', 'mapped', 'previewed'],
  preview: ['uploaded', 'mapped', 'previewed', 'failed', 'cancelled'],
  run: ['uploaded', 'mapped', 'previewed', 'failed', 'cancelled', 'done'],
  undo: ['done', 'cancelled', 'failed', 'undone'],
} as const

const mostAnswers = 20_000

const isTakeable = (file: OrderedFile): boolean =>
  stateOfFile(file) === 'ready' && (file.recognised?.shape != null || file.mapping !== null)
