// What the columns of a table mean: which records a row speaks of, which column fills which of their fields, and how its words are
// read. A mapping is data: guessed, corrected by a person, kept as a template. `read.ts` turns rows into changes by it.
import type { SystemName } from '../../../dictionary/index.ts'
import type { DateOrder, DecimalMark } from '../reading/index.ts'

export type Mapping = {
  /** In whose name the rows speak. */
  system: SystemName
  /** A sheet kept by hand: a value that can't be read refuses its row. In a system's export it is set aside and the row goes on. */
  isByHand: boolean
  /** The first one is what a row is. */
  records: readonly MappedRecord[]
  columns: readonly MappedColumn[]
}

export type MappedRecord = {
  /** What the columns call it: the object's name, mostly. */
  name: string
  object: string
  /**
   * How a row finds the record it means, where it has been seen under no id of its own: by the rules that hold everywhere (`rules`),
   * or by these keys and no others, the first that finds anything first. Several that fit are a question.
   */
  match: 'rules' | readonly string[]
  /** Which fields lead to other records of the same row. */
  links: Readonly<Record<string, string>>
  /** Values that every row has. */
  fixed: Readonly<Record<string, unknown>>
  /** Only named in passing: the row says nothing else of it, and is not its origin. */
  isMentioned?: boolean
}

/** How a reference is written: as the id of a system, or a key of the record it leads to. */
export const referenceKinds = ['external_id', 'id', 'name', 'domain', 'email'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

/** Keys a record may be found by, beyond its own fields. */
export const matchKinds = ['email', 'domain', 'name', 'phone', 'external_id'] as const

export type MappedColumn = {
  index: number
  header: string
  /** Null: left out. `external_id` stands for the id that the rows' own system gives the record. */
  to: { record: string; field: string } | null
  /** From 0 to 1; 1 where a person said so. */
  confidence: number
  because: 'header' | 'values' | 'template' | 'person' | 'nothing'
  dateOrder?: DateOrder | null
  decimalMark?: DecimalMark | null
  /** The currency of amounts that name none. */
  currency?: string | null
  /** The header asks the opposite ("accepts e-mails" for an opt-out). */
  isOpposite?: boolean
  /** Words of the file → the term they mean; null: leave the value out. */
  words?: Readonly<Record<string, string | null>>
  /** For references. */
  refer?: ReferenceKind
}

export const externalId = 'external_id'
