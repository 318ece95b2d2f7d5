// What is shown of an import: all of it to its owner; that it is there, and how it went, to who administers imports.
import { type Counts, noCounts } from '../imports/store.ts'
import type { Order, OrderedFile } from './order.ts'
import { besides, sheetOf, stateOfFile, troubleTold } from './order.ts'

export type ImportView = ReturnType<typeof viewOf>
export type FileView = ReturnType<typeof fileView>

export type Beside = { files: readonly OrderedFile[]; isOwn: boolean; seenIn: readonly Order[]; accessVersion: string }

export function viewOf(order: Order, { files, isOwn, seenIn, accessVersion }: Beside) {
  const own = files.filter((file) => file.importId === order.id)
  const preview = order.preview && {
    ...order.preview,
    accessVersion: undefined,
    isStale: order.preview.accessVersion !== accessVersion,
  }
  return {
    id: order.id,
    name: order.name,
    state: order.state,
    owner: order.owner,
    recurring: order.recurring,
    isOwn,
    step: order.wanted && (order.step ?? { step: order.wanted, rows: 0, of: null, perSecond: null, since: null }),
    files: own.map((file) => fileView(file, own, isOwn)),
    preview,
    counts: order.startedAt === null ? null : countsIn(order),
    /** Imports that took in a file with the same bytes. */
    seenIn: seenIn.map(({ id, name, finishedAt }) => ({ id, name, finishedAt })),
    failure: order.failure && troubleTold(order.failure),
    settings: order.settings,
    createdAt: order.createdAt,
    startedAt: order.startedAt,
    finishedAt: order.finishedAt,
  }
}

export function fileView(file: OrderedFile, files: readonly OrderedFile[], isOwn: boolean) {
  const { id, name, size, received, digest, removedAt } = file
  const failure = file.failure && troubleTold(file.failure)
  const about = { id, name, size, received, digest, state: stateOfFile(file), failure, removedAt }
  if (!isOwn) return about
  const { recognised, mapping, mappedBy, reading } = file
  return { ...about, sheets: sheetsOf(file, files), recognised, mapping, mappedBy, reading }
}

/** All sheets of the workbook it is of, where there are several: which file each is, or why it was left out. */
function sheetsOf(file: OrderedFile, files: readonly OrderedFile[]) {
  const names = file.recognised?.sheets ?? []
  const found = file.sheets ?? (names.length > 1 ? names.map((name) => ({ name, why: null })) : [])
  const taken = new Map([file, ...besides(file, files)].map((each) => [sheetOf(each), each.id]))
  return found.map(({ name, why }) => ({
    name,
    file: taken.get(name) ?? null,
    why: why && !taken.has(name) ? troubleTold(why) : null,
  }))
}

/** A system's own export, or columns that its owner has mapped before. A guess needs a look. */
export const isKnown = (file: FileView): boolean =>
  file.state === 'ready' &&
  'recognised' in file &&
  (file.recognised?.shape != null || file.mappedBy === 'template' || file.mappedBy === 'person')

export function countsIn({ progress }: Pick<Order, 'progress'>): Counts {
  const total = noCounts()
  for (const { counts } of Object.values(progress))
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += counts[name] ?? 0 // keys of its own
  return total
}
