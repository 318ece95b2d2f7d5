// What an input of a field type is. What is being typed (the draft) is not yet a value: `1.2` on the way to `1.25`, an amount without its
// currency. It is read when it is saved; whether it may be so, the server says, in a sentence that is shown beside the field.
import type { ReactNode } from 'react'
import type { StoredTypeName } from '../../dictionary/index.ts'
import type { Field } from '../api/answers.ts'
import type { Speech } from '../words/language.tsx'

export type InputProps<Draft = unknown> = {
  field: Field
  draft: Draft
  /** `isSettled`: chosen, not half typed, so that where one value is edited it may be saved at once. */
  change(draft: Draft, isSettled?: boolean): void
  label: string
  /** Read aloud but not shown, where a heading or a column says it already. */
  isLabelHidden?: boolean
  fault?: string | null
  hasFocus?: boolean
  required?: boolean
}

export type InputKind<Draft> = {
  Input: (props: InputProps<Draft>) => ReactNode
  /** Value → what stands in the input. */
  open(value: unknown, speech: Speech): Draft
  /** What stands in the input → what is sent; null for nothing. What is no value yet is sent as it is written, for the server to say why. */
  read(draft: Draft, speech: Speech): unknown
}

type Labelled = Omit<InputProps, 'field' | 'draft' | 'change'>

/** A computed field is typed as its outcome is. */
export const storedType = ({ type, of }: Pick<Field, 'type' | 'of'>): StoredTypeName =>
  type === 'computed' ? (of ?? 'text') : type

/** The properties that every input of the component library takes. */
export const labelled = ({ label, isLabelHidden, fault, hasFocus, required }: Labelled) => ({
  ...(isLabelHidden ? { 'aria-label': label } : { label }),
  error: fault ?? null,
  ...(hasFocus ? { autoFocus: true, 'data-autofocus': true } : {}),
  ...(required ? { required: true } : {}),
})
