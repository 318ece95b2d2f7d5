// What became of one row: kept for those who ask, in a preview with every cell it would change.
import { systems, type Words } from '../../../dictionary/index.ts'
import { type Fault, saidInAll, told } from '../../platform/index.ts'
import type { SourceKey } from '../../records/index.ts'
import { isNumbered } from './keys.ts'
import type { Part } from './shape.ts'

export type RowOutcome = {
  row: number
  outcome: 'created' | 'matched' | 'updated' | 'unchanged' | 'rejected' | 'skipped' | 'repeated' | 'question'
  /** Which furniture a skipped row is. */
  skip?: string
  faults?: readonly Fault[]
  records?: readonly RecordOutcome[]
  /** Of a question: whom and what the row itself speaks of, so that it can be answered without opening the file. */
  says?: readonly Said[]
}

/** What a row says of one record: field → text as it stands there. */
export type Said = { record: string; object: string; values: Readonly<Record<string, string>> }

export type RecordOutcome = {
  /** What the mapping calls it. */
  record: string
  object: string
  outcome: string
  /** Of a record that was there; one that a preview made is gone again. */
  id?: string
  version?: number
  /** By whose word; told of no preview. */
  source?: string
  title?: string | null
  /** It is there no more. */
  isDeleted?: true
  /** By what it was found. */
  how?: string
  /** Field → old and new, as far as the actor may read them. */
  cells?: Readonly<Record<string, readonly [unknown, unknown]>>
  /** Id → what a record is called that its cells refer to. */
  called?: Readonly<Record<string, string>>
  /** Fields whose value a more authoritative source holds. */
  held?: readonly string[]
  /** Of a question: the records it may be, and what was answered since. */
  candidates?: readonly Candidate[]
  answer?: string
}

/** As it is kept: why a row was refused is told to whoever reads it, and the language of whoever asked for the import is one of four. */
export const kept = ({ faults, ...row }: RowOutcome): object =>
  faults === undefined ? row : { ...row, faults: faults.map(keptFault) }

function keptFault(fault: Fault): KeptFault {
  const said = saidInAll(fault)
  return said ? { field: fault.field, code: fault.code, said } : fault
}

/** Those that were kept before, and those of an answer that was given again, are told in one language alone. */
type KeptFault = { field: string | null; code: string } & ({ said: Words } | { message: string })

/** A kept row, told to whoever reads it. */
export function toldAgain(row: Omit<RowOutcome, 'faults'> & { faults?: readonly KeptFault[] }): RowOutcome {
  const { faults, ...rest } = row
  if (faults === undefined) return rest
  return {
    ...rest,
    faults: faults.map((each) =>
      'said' in each ? { field: each.field, code: each.code, message: told(each.said) } : each,
    ),
  }
}

/** Texts tell people and companies apart; amounts and ticks don't. Long ones are cut, for they are kept. Colleagues tell nothing. */
export const saidBy = (parts: readonly Part[]): Said[] =>
  parts.flatMap(({ object, record = object, change }) => {
    if (object === 'user') return []
    const texts = Object.entries(change.values ?? {}).flatMap(([name, value]) => {
      const text = textOf(value)
      return text === '' ? [] : [[name, text] as const]
    })
    return texts.length > 0 ? [{ record, object, values: Object.fromEntries(texts.slice(0, mostSaid)) }] : []
  })

/** Empty where the value is no text. */
export function textOf(value: unknown): string {
  const text =
    typeof value === 'string' ? value : isNumbered(value) ? value.number : isTexts(value) ? value.join(', ') : ''
  return text.slice(0, longestSaid)
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const longestSaid = 120
const mostSaid = 8

/** Answered with the `id`, or with `as`: what another row of the import is called by, of which only a preview has made a record. */
export type Candidate = {
  title: string | null
  /** What it says now in the fields that the row speaks of. */
  says?: Readonly<Record<string, string>>
} & ({ id: string; as?: never } | { as: string; id?: never })

/** The name of a source as an answer, and back. */
export const asNamed = ({ system, localId }: SourceKey): string => `as ${system} ${localId}`

export function namedIn(answer: string): SourceKey | null {
  const [, named, localId = ''] = /^as (\w+) (.+)$/s.exec(answer) ?? []
  const system = systems.find((each) => each === named)
  return system ? { system, localId } : null
}
