// What the palette can do beside finding records. A page adds its own while it is open.
import type { Icon } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'

export type Command = {
  /** Its own, for the list. */
  id: string
  label: string
  icon?: Icon
  /** Further words it is found by. */
  also?: string
  run(): unknown
}

const added = new Set<{ current: readonly Command[] }>()

export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    added.add(latest)
    return () => void added.delete(latest)
  }, [])
}

/** Those of the pages that are open, the innermost first. */
export const commandsNow = (): readonly Command[] => [...added].reverse().flatMap(({ current }) => current)
