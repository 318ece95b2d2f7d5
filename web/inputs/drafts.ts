// What is being typed, until it is saved or given up. It is kept beside the page, not in it: a page that goes because the session ended,
// or because somebody looked something up, comes back with what was typed. In memory only, and for nobody else's eyes.
import { useCallback, useSyncExternalStore } from 'react'

const drafts = new Map<string, unknown>()
const listeners = new Set<() => void>()
let whose: string | null = null

/** Somebody else who signs in at the same window finds nothing. */
export function keepDraftsOf(email: string): void {
  if (whose !== null && whose !== email) {
    drafts.clear()
    tell()
  }
  whose = email
}

/**
 * A draft by its name, such as `account 0190… arr`; undefined where nothing is being typed. Setting undefined gives it up.
 */
export function useDraft<Value>(name: string): readonly [Value | undefined, (next: Value | undefined) => void] {
  const draft = useSyncExternalStore(listen, () => drafts.get(name)) as Value | undefined // one name is used for one kind of value
  const set = useCallback(
    (next: Value | undefined) => {
      if (next === undefined) drafts.delete(name)
      else drafts.set(name, next)
      tell()
    },
    [name],
  )
  return [draft, set]
}

/** Whether something is being typed under this name, without listening to it. */
export const draftOf = (name: string): unknown => drafts.get(name)

function tell(): void {
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// A browser that is about to throw typed words away asks first.
window.addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) event.preventDefault()
})
