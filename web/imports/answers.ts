// What the import routes answer, as far as these pages read it.
import type { FaultCode } from '../../dictionary/index.ts'
export const importStates = [
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
export type ImportState = (typeof importStates)[number]
export type StepName = 'profile' | 'preview' | 'run' | 'undo'

export const outcomes = [
  'created',
  'updated',
  'matched',
  'unchanged',
  'question',
  'rejected',
  'repeated',
  'skipped',
] as const
export type Outcome = (typeof outcomes)[number]
export type Counts = { rows: number } & Readonly<Partial<Record<Outcome, number>>>

export type MappedRecord = {
  name: string
  object: string
  match: 'rules' | readonly string[]
  links: Readonly<Record<string, string>>
  fixed: Readonly<Record<string, unknown>>
}
export type MappedColumn = {
  index: number
  header: string
  to: { record: string; field: string } | null
  confidence: number
  because: 'header' | 'values' | 'template' | 'person' | 'nothing'
  dateOrder?: string | null
  currency?: string | null
  words?: Readonly<Record<string, string | null>>
  refer?: string
}
export type Mapping = {
  system: string
  isByHand: boolean
  records: readonly MappedRecord[]
  columns: readonly MappedColumn[]
}

export type ImportFile = {
  id: string
  name: string
  size: number
  received: number
  state: 'ready' | 'uploading' | 'unreadable' | 'removed'
  failure: { code: string; message: string; row?: number } | null
  recognised?: {
    kind: string
    shape: string | null
    encoding: string | null
    delimiter: string | null
    sheet: string | null
    sheets: readonly string[]
    headerRow: number | null
    columns: readonly { index: number; header: string; dateOrder: string | null; decimalMark: string | null }[]
  } | null
  mapping?: Mapping | null
  mappedBy?: 'guess' | 'template' | 'person' | null
  /** How it is to be read, as far as somebody said so. */
  reading?: Reading
  /** All sheets of its workbook, where there are several: the file that each is taken as, or why it was left out unasked. */
  sheets?: readonly { name: string; file: string | null; why: { code: string; message: string } | null }[]
}

/** The sheet that a file is, where its workbook has several. */
export const sheetOf = ({ id, sheets = [] }: ImportFile): string | undefined =>
  sheets.find(({ file }) => file === id)?.name

/** A sheet's name is its workbook's, a slash and its own; the one that is read where none is named has the workbook's alone. */
export const bookOf = ({ name }: ImportFile): string => name.split('/', 1)[0] ?? name

/** A file by its name; a sheet by its workbook and itself, unless it is the only one that anybody would look for. */
export function calledAs(file: ImportFile): string {
  const isAlone = file.sheets?.filter((sheet) => sheet.file !== null).length === 1 && bookOf(file) === file.name
  const sheet = isAlone ? undefined : sheetOf(file)
  return sheet === undefined ? file.name : `${bookOf(file)} · ${sheet}`
}

export type Reading = { sheet?: string; delimiter?: string; headerRow?: number }

export type Import = {
  id: string
  name: string
  state: ImportState
  isOwn: boolean
  step: { step: StepName; rows: number; of: number | null; perSecond: number | null } | null
  files: readonly ImportFile[]
  preview: { counts: Counts; questions: number; first: number | null; isStale: boolean } | null
  counts: Counts | null
  seenIn: readonly { id: string; name: string; finishedAt: string | null }[]
  failure: { code: string; message?: string } | null
  /** The recurring import that it belongs to. */
  recurring: string | null
  createdAt: string
  finishedAt: string | null
}

/** How the rows of a recurring import are read; what is left out is as it is for every import. */
export type RecurringSettings = { currency?: string; questions?: 'ask' | 'create' }

/** A source that is brought again and again. */
export type Recurring = {
  id: string
  name: string
  owner: { id: string; name: string | null }
  isOwn: boolean
  everyDays: number
  /** YYYY-MM-DD, as all days: when the first file is due. */
  beginsOn: string
  /** Where files of it may be put on the server, within the installation's data folder; null where it is only sent. */
  folder: string | null
  /** Where its file may be mailed to; the address is null where the installation receives no mail. */
  mail: { address: string | null; senders: readonly string[] } | null
  settings: RecurringSettings
  dueOn: string
  state: 'on_time' | 'due' | 'late'
  daysLate: number
  last: { id: string; name: string; finishedAt: string } | null
}

export type Target = { object: string; fields: readonly { name: string; type: string; to: string | null }[] }

export type ColumnProfile = {
  index: number
  header: string
  fillRate: number
  distinct: number
  isExact: boolean
  top: readonly { value: string; count: number }[]
  /** `untrimmed` is no fault: what stands around a value is left out. */
  problems: readonly {
    code: FaultCode | 'untrimmed'
    count: number
    examples: readonly { row: number; value: string }[]
  }[]
  unknownWords: readonly { word: string; count: number; nearest: string | null }[]
}
export type Profile = {
  rows: number
  columns: readonly ColumnProfile[]
  /** A key's kind, a blank, and the key itself. */
  repeats: { count: number; examples: readonly { row: number; of: number; key: string }[] }
}

export type Comparison = {
  object: string | null
  customers: readonly {
    row: number
    id: string
    title: string | null
    fields: readonly { field: string; inFile: unknown; here: unknown; isSame: boolean | null }[]
  }[]
}

/** A record that a row may mean; one that only a preview made has no id, and is answered by its name. */
export type Candidate = {
  title: string | null
  /** What it says in the fields that the row speaks of, as far as it may be read. */
  says?: Readonly<Record<string, string>>
} & ({ id: string; as?: never } | { as: string; id?: never })

export const meaning = (candidate: Candidate): string => (candidate.id === undefined ? candidate.as : candidate.id)

export type RowResult = {
  file: string
  row: number
  outcome: Outcome
  faults?: readonly { field: string | null; code: string; message: string }[]
  records?: readonly {
    record?: string
    object?: string
    outcome?: string
    id?: string
    title?: string | null
    isDeleted?: true
    how?: string
    cells?: Readonly<Record<string, readonly [unknown, unknown]>>
    called?: Readonly<Record<string, string>>
    held?: readonly string[]
    candidates?: readonly Candidate[]
    /** What was said of it since. */
    answer?: string
  }[]
  /** Of a question: what the row itself says of whom. */
  says?: readonly { record: string; object: string; values: Readonly<Record<string, string>> }[]
}
