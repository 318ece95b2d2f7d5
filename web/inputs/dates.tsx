// Days and moments by the browser's own calendar: known to the hand, spoken by every screen reader, and nothing to load.
import { TextInput } from '@mantine/core'
import { type InputKind, type InputProps, labelled, storedType } from './kind.ts'

function DateInput(props: InputProps<string>) {
  const isDay = storedType(props.field) === 'date'
  return (
    <TextInput
      {...labelled(props)}
      type={isDay ? 'date' : 'datetime-local'}
      max={isDay ? '9999-12-31' : '9999-12-31T23:59'}
      value={props.draft}
      onChange={(event) => props.change(event.currentTarget.value)}
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
  read: (draft) => (draft ? new Date(draft).toISOString() : null),
}

const localTime = (moment: Date): string =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
