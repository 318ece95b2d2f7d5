// A shape is a kind of file we know: how it is recognised by its contents, and what its rows say of which records.
import type { SystemName, Term } from '../../../dictionary/index.ts'
import type { Fault } from '../../platform/index.ts'
import type { Change, MatchKey, SourceKey } from '../../records/index.ts'
import type { Opened } from '../reading/index.ts'

/** One record that a row speaks of. */
export type Part = {
  object: string
  change: Change
  /** For a person: the account they stand beside here, so that two spellings at one company can meet. */
  at?: SourceKey
  /**
   * References known only by a key (an e-mail address): field → object and key. Filled where exactly one record has it; where none
   * has, `else` names the row it may still come in.
   */
  look?: Readonly<Record<string, { object: string; key: MatchKey; else?: SourceKey & { of?: string } }>>
  /** What a mapping calls the record. */
  record?: string
  /** Found by these keys and no others, the first that finds anything first. */
  by?: readonly string[]
  /** From an export of ours: the record's id, and the ids its references name. */
  ours?: { id: string; references: Readonly<Record<string, string>> }
  /** The actor said which record it is: nothing is looked up. */
  isAnswered?: true
}

export type Reading =
  | { row: number; skip: string }
  | { row: number; faults: readonly Fault[] }
  /** The first part is what the row is; it is refused whole where any part has a fault. */
  | { row: number; parts: readonly Part[]; faults?: readonly Fault[] }
  /** The row says what an earlier one said already. */
  | { row: number; repeats: true }
  /** A line of product usage, kept whole by the usage room; `parts` where it also speaks of records. */
  | { row: number; event: Readonly<Record<string, unknown>>; parts: readonly Part[] }
  | { row: number; term: { vocabulary: string; term: Term } }

export type Context = {
  /** The file's name without its folder. */
  file: string
  /** The workspace's own currency, where a sheet names none. */
  currency: string
  /** Object → the file of this import that says what the ids of its records mean, for files that only name them. */
  idsOf?: ReadonlyMap<string, string>
  /** What earlier files of the same import told: the country of an account, the organization of a requester. */
  memory: Memory
}

export type Memory = {
  countryOf: Map<string, string>
  organizationOf: Map<string, string>
}

export type Shape = {
  name: string
  system: SystemName
  /** Files are taken in the order of their ranks, so that what others refer to comes first. */
  rank: number
  /** A sheet kept by hand: a value that can't be read refuses the row. In a system's export it is set aside and the row goes on. */
  isByHand: boolean
  recognise(opened: Opened): boolean
  read(opened: Opened, context: Context): AsyncGenerator<Reading>
}
