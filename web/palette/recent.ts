// The records that were opened last, so that the palette offers them before a word is said. In this window only.
import { useEffect } from 'react'

export type Recent = { object: string; id: string; title: string }

const most = 6
let recent: readonly Recent[] = []

/** Remembers a record whose page is open. */
export function useRecent(object: string, id: string, title: string | undefined): void {
  useEffect(() => {
    if (title) recent = [{ object, id, title }, ...recent.filter((each) => each.id !== id)].slice(0, most)
  }, [object, id, title])
}

export const recentNow = (): readonly Recent[] => recent
