import { Textarea, TextInput } from '@mantine/core'
import type { HTMLInputTypeAttribute } from 'react'
import type { StoredTypeName } from '../../dictionary/index.ts'
import { type InputKind, type InputProps, labelled, storedType } from './kind.ts'

const open = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const read = (draft: string): unknown => draft.trim() || null

function Line(props: InputProps<string>) {
  return (
    <TextInput
      {...labelled(props)}
      type={keyboards[storedType(props.field)] ?? 'text'}
      autoComplete="off"
      value={props.draft}
      maxLength={props.field.options.maxLength}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

/** Which keyboard a phone shows. */
const keyboards: Partial<Record<StoredTypeName, HTMLInputTypeAttribute>> = { email: 'email', phone: 'tel' }

export const text: InputKind<string> = { Input: Line, open, read }
export const url: InputKind<string> = { ...text, read: (draft) => withScheme(draft.trim()) || null }

/** Addresses are copied without their beginning. */
const withScheme = (address: string): string =>
  address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`

function Lines(props: InputProps<string>) {
  return (
    <Textarea
      {...labelled(props)}
      autosize
      minRows={3}
      maxRows={14}
      value={props.draft}
      maxLength={props.field.options.maxLength}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

export const longText: InputKind<string> = { Input: Lines, open, read }
