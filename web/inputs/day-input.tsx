// A day, or a moment, typed as the reader's language writes it, or chosen from a calendar in that language. The browser's own would speak
// the browser's language, and write days in an order that the page writes otherwise.
import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import { Calendar } from './calendar.tsx'
import { isDay, isMoment, readDay, readMoment, writeDay, writeMoment } from './day-text.ts'

type Shown = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** An ISO day or a local moment without a zone; what is no day is what somebody is typing. */
  value: string
  change(next: string): void
  hasTime?: boolean
}

export function DayInput({ value, change, hasTime = false, ...rest }: Shown) {
  const { t, locale } = useLanguage()
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null)
  const [isOpen, open] = useState(false)
  const isRead = hasTime ? isMoment(value) : isDay(value)
  const written = isRead ? (hasTime ? writeMoment(value, locale) : writeDay(value, locale)) : value
  const type = (text: string) => {
    const next = (hasTime ? readMoment(text, locale) : readDay(text, locale)) ?? text
    setTyped({ text, value: next })
    change(next)
  }
  const pick = (day: string) => {
    open(false)
    setTyped(null)
    change(hasTime ? `${day}T${isRead ? value.slice(11, 16) : '09:00'}` : day)
  }
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      placeholder={hasTime ? `${t('edit.dayHint')} 00:00` : t('edit.dayHint')}
      // As it was typed, for as long as that is what is meant.
      value={typed?.value === value ? typed.text : written}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        setTyped(null)
        rest.onBlur?.(event)
      }}
      rightSection={
        <Popover opened={isOpen} onChange={open} position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={rest.disabled ?? false}
              aria-label={t('edit.calendar')}
              onClick={() => open(!isOpen)}
            >
              <IconCalendar size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown
            aria-label={t('edit.calendar')}
            onKeyDown={(event) => {
              // Closes the calendar alone, not what it stands in.
              if (event.key === 'Escape') event.preventDefault()
            }}
          >
            <Calendar day={isRead ? value.slice(0, 10) : null} pick={pick} />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
