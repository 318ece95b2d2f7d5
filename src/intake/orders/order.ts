// An import as a thing of its own, and the states it goes through: uploading → uploaded → mapped → previewed → running → done,
// cancelled or failed → undone. What the worker is doing meanwhile is its `step`.
import type { Language, Words } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import { told } from '../../platform/index.ts'
import type { Counts, FileProgress } from '../imports/store.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { FileReading } from '../reading/index.ts'

export const states = [
  'uploading',
  'uploaded',
  'mapped',
  'previewed',
  'running',
  'done',
  'cancelled',
  'failed',
  'undone',
] as const
export type State = (typeof states)[number]

/** What the worker does for an import, one at a time. */
export const steps = ['profile', 'preview', 'run', 'undo'] as const
export type Step = (typeof steps)[number]

/** How far the worker is with a step. */
export type Progress = { step: Step; rows: number; of: number | null; perSecond: number | null; since: string }

/** `said`: in every language, where it is known in all. */
export type Trouble = { code: string; message: string; row?: number; said?: Words }

/** To whoever reads it, who need not be who asked. */
export const troubleTold = ({ said, ...trouble }: Trouble): Omit<Trouble, 'said'> =>
  said ? { ...trouble, message: told(said) } : trouble

/** What a preview found, for as long as nothing it rests on has changed. */
export type PreviewSummary = {
  counts: Counts
  /** Rows that wait for an answer. */
  questions: number
  /** Rows that were looked at; null for all. */
  first: number | null
  /** The rights it was made with: with others it would have shown something else. */
  accessVersion: string
  at: string
}

export type Order = {
  id: string
  name: string
  state: State
  owner: Pick<Actor, 'kind' | 'id'>
  /** The recurring import that it is one of. */
  recurring: string | null
  /** Whose recurring import that is. */
  expectedBy: string | null
  wanted: Step | 'cancel' | null
  step: Progress | null
  preview: PreviewSummary | null
  answers: Readonly<Record<string, string>>
  failure: Trouble | null
  settings: Settings
  progress: Readonly<Record<string, FileProgress>>
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

export type Settings = {
  /** Of amounts that name none; the workspace's own where it is left out. */
  currency?: string
  /** What happens with rows that several records fit, or that look like a record there is. */
  questions?: 'ask' | 'create'
  /** Rows after which a preview ends. */
  first?: number | null
  /** Who asked for the step that is being done. */
  by?: Pick<Actor, 'kind' | 'id'>
  /** Whether the run was asked for by no person: its files came by a folder or by mail. */
  isUnattended?: boolean
  /** What they read, in which it tells what is wrong. */
  language?: Language
  /** Which attempt a run is, where it was asked for again. */
  attempt?: number
  /** What taking it back did. */
  undone?: { records: number; untouched: number }
}

export type FileState = 'uploading' | 'ready' | 'unreadable' | 'removed'

export type OrderedFile = {
  importId: string
  id: string
  /** Among the files of its import; the sheets of one workbook share it. */
  place: number
  name: string
  /** What its rows are known by when they come again: the name it had the first time. */
  dataset: string
  storedAs: string
  size: number
  received: number
  expectedDigest: string | null
  digest: string | null
  /** How it is to be read, as far as somebody said so; `sheets`: which of a workbook that is still on its way are to be taken. */
  reading: FileReading & { sheets?: readonly string[] }
  /** Of a workbook with several sheets, what was found of each when it came. Those that are taken are files with the same contents. */
  sheets: readonly SheetFound[] | null
  recognised: Recognised | null
  mapping: Mapping | null
  mappedBy: 'guess' | 'template' | 'person' | null
  failure: Trouble | null
  /** When its contents were taken away; what it held is known by its digest alone. */
  removedAt: string | null
}

/** A sheet, and why it was not taken unasked. */
export type SheetFound = { name: string; why: Trouble | null }

export type Recognised = {
  kind: 'table' | 'list' | 'lines'
  /** An export of a system that is known as it is; it needs no mapping. */
  shape: string | null
  encoding: string | null
  delimiter: string | null
  newline: string | null
  sheet: string | null
  sheets: readonly string[]
  headerRow: number
  columns: readonly { index: number; header: string; dateOrder: string | null; decimalMark: string | null }[]
}

/** The sheet that a source is; null of what is no workbook. */
export const sheetOf = ({ recognised, reading }: Pick<OrderedFile, 'recognised' | 'reading'>): string | null =>
  recognised?.sheet ?? reading.sheet ?? null

/** The other sources that came in the same upload. */
export const besides = (file: OrderedFile, files: readonly OrderedFile[]): OrderedFile[] =>
  files.filter(({ id, storedAs }) => storedAs === file.storedAs && id !== file.id)

export const stateOfFile = (file: OrderedFile): FileState =>
  file.removedAt ? 'removed' : file.failure ? 'unreadable' : file.recognised ? 'ready' : 'uploading'
