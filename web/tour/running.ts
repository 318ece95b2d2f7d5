// Whether the tour is being taken, and which step of it. Kept outside the page, because it goes from page to page.
import { useSyncExternalStore } from 'react'

let step: number | null = null
const listeners = new Set<() => void>()

export function goToStep(next: number | null): void {
  step = next
  for (const listener of listeners) listener()
}

export const useStep = (): number | null => useSyncExternalStore(listen, () => step)

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
