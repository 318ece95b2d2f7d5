// What is typed while the palette's own code is still on its way: whoever knows the way types on without looking.
import { useLayoutEffect, useRef } from 'react'
import { useLanguage } from '../words/language.tsx'

let typed = ''

export function TypedAhead() {
  const { t } = useLanguage()
  // Given back its focus, so that closing the palette leads back to it.
  const before = useRef(document.activeElement)
  useLayoutEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    },
    [],
  )
  return (
    <input
      className="seen-by-readers"
      aria-label={t('palette.title')}
      // biome-ignore lint/a11y/noAutofocus: it was just asked for, and stands in for an input that is focused too
      autoFocus
      onChange={(event) => {
        typed = event.currentTarget.value
      }}
    />
  )
}

/** Taken once. */
export function takeTyped(): string {
  const taken = typed
  typed = ''
  return taken
}
