// Single keys, where nobody is typing and nothing stands above the page. Each says what it does, so that `?` can show what there is.
import { useEffect, useRef } from 'react'

export type Key = { does: string; run: () => unknown }
export type Keys = Readonly<Record<string, Key>>

export type Group = { name: 'everywhere' | 'here'; keys: Keys }

const groups = new Set<{ current: Group }>()

/** The keys by what the keyboard calls them: `j`, `Enter`, `?`. The page that was opened last is asked first. */
export function useKeys(keys: Keys, name: Group['name'] = 'here'): void {
  const latest = useRef<Group>({ name, keys })
  latest.current = { name, keys }
  useEffect(() => {
    groups.add(latest)
    return () => void groups.delete(latest)
  }, [])
}

/** What can be pressed now, by what it is for. */
export const pressable = (): readonly Group[] => [...groups].map(({ current }) => current)

window.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
  const at = event.target instanceof Element ? event.target : null
  if (at?.closest(typing) || document.querySelector('[role=dialog][aria-modal=true]')) return
  if (event.key === 'Enter' && at?.closest('a, button, summary, [role=button]')) return // Enter is theirs
  for (const { current } of [...groups].reverse()) {
    const key = Object.hasOwn(current.keys, event.key) ? current.keys[event.key] : undefined
    if (!key) continue
    event.preventDefault()
    key.run()
    return
  }
})

const typing =
  'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=combobox]'
