// What somebody is writing down of a talk. It is kept in this tab while it is written, under the writer's own name, so that
// neither a reload nor a failed request loses a word; it goes with the sending, with signing out, and with the tab.
import { useEffect, useState } from 'react'

export type ActionItem = { key: string; name: string; owner: string | null; dueOn: string }
/** Somebody of theirs: a contact, or a name that is to become one. */
export type Attendee = { contact: string } | { name: string }

export type Draft = {
  /** The same draft sent twice is written down once. */
  key: string
  account: { id: string; name: string } | null
  kind: string
  direction: string | null
  /** As the clock on the writer's wall shows it: YYYY-MM-DDTHH:MM. */
  at: string
  minutes: string
  subject: string
  theirs: readonly Attendee[]
  /** Colleagues, by id. */
  ours: readonly string[]
  notes: string
  decided: string
  promised: string
  concerns: string
  tone: string | null
  items: readonly ActionItem[]
}

export const kinds = ['call', 'meeting', 'email', 'training', 'business_review', 'note'] as const

export const emptyDraft = (begun: Partial<Draft> = {}): Draft => ({
  key: crypto.randomUUID(),
  account: null,
  kind: 'call',
  direction: null,
  at: wallClock(new Date()),
  minutes: '',
  subject: '',
  theirs: [],
  ours: [],
  notes: '',
  decided: '',
  promised: '',
  concerns: '',
  tone: null,
  items: [],
  ...begun,
})

export function wallClock(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}

const texts = ['subject', 'notes', 'decided', 'promised', 'concerns'] as const

/** Whether anything was written that it would be a pity to lose. */
export const isBegun = (draft: Draft): boolean =>
  texts.some((name) => draft[name].trim() !== '') || draft.items.some((item) => item.name.trim() !== '')

const prefix = 'holdfast-draft'

/** `writer` is who is signed in, `place` where they write: each account has a draft of its own. */
export function useDraft(writer: string, place: string, begun: Partial<Draft>) {
  const address = `${prefix} ${writer} ${place}`
  const [draft, setDraft] = useState(() => kept(address) ?? emptyDraft(begun))
  useEffect(() => {
    if (isBegun(draft)) window.sessionStorage.setItem(address, JSON.stringify(draft))
    else window.sessionStorage.removeItem(address)
  }, [draft, address])
  return {
    draft,
    change: (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes })),
    clear() {
      window.sessionStorage.removeItem(address)
      setDraft(emptyDraft(begun))
    },
  }
}

export function forgetDrafts(): void {
  for (const name of Object.keys(window.sessionStorage))
    if (name.startsWith(prefix)) window.sessionStorage.removeItem(name)
}

function kept(address: string): Draft | null {
  try {
    const read: unknown = JSON.parse(window.sessionStorage.getItem(address) ?? 'null')
    // Written by us under this very name; what an older version left out begins empty.
    return typeof read === 'object' && read !== null ? { ...emptyDraft(), ...(read as Partial<Draft>) } : null
  } catch {
    return null
  }
}
