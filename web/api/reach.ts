// Whether the server answered when it was last asked, and whether there is a network at all.
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

export type Reach = 'reached' | 'silent' | 'offline'

let isSilent = false
const listeners = new Set<() => void>()

export function noteAnswer(hasAnswered: boolean): void {
  if (isSilent === !hasAnswered) return
  isSilent = !hasAnswered
  for (const listener of listeners) listener()
}

export const useReach = (): Reach =>
  useSyncExternalStore(
    (listener) => {
      const stop = onlineManager.subscribe(listener)
      listeners.add(listener)
      return () => {
        stop()
        listeners.delete(listener)
      }
    },
    () => (onlineManager.isOnline() ? (isSilent ? 'silent' : 'reached') : 'offline'),
  )
