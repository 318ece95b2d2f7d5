// The inputs of days and moments.
import { DayInput } from './day-input.tsx'
import { type InputKind, type InputProps, labelled, storedType } from './kind.ts'

function DateInput(props: InputProps<string>) {
  return (
    <DayInput
      {...labelled(props)}
      hasTime={storedType(props.field) === 'datetime'}
      value={props.draft}
      change={(next) => props.change(next)}
    />
  )
}

export const date: InputKind<string> = {
  Input: DateInput,
  open: (value) => (value ? String(value).slice(0, 10) : ''),
  read: (draft) => draft || null,
}

/** Shown and typed in the reader's own time zone, kept as a moment. */
export const datetime: InputKind<string> = {
  Input: DateInput,
  open: (value) => (value ? localTime(new Date(String(value))) : ''),
  read: (draft) => momentOf(draft) || null,
}

/** What is no moment yet is sent as it is written, for the server to say why. */
export function momentOf(local: string): string {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? local : at.toISOString()
}

const localTime = (moment: Date): string =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
