// The address is the state: what is searched, sorted and opened is in it, so a link shows what I see.
import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react'

export type Address = { path: string; query: URLSearchParams }

const moved = new EventTarget()

export function useAddress(): Address {
  const text = useSyncExternalStore(listen, () => window.location.pathname + window.location.search)
  const [path = '/', query = ''] = text.split('?')
  return { path, query: new URLSearchParams(query) }
}

/** Goes to an address of ours; `replace` where going back should not lead through it, as for each letter of a search. */
export function go(to: string, { replace = false } = {}): void {
  const isOtherPage = to.split('?')[0] !== window.location.pathname
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  moved.dispatchEvent(new Event('move'))
  if (isOtherPage) window.scrollTo(0, 0)
}

/** The same page with another query; empty values are left out. */
export function withQuery({ path, query }: Address, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? path : `${path}?${text}`
}

type Linked = { to: string; className?: string | undefined; isHere?: boolean; children: ReactNode }

export function Link({ to, className, isHere, children }: Linked) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} className={className} aria-current={isHere ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}

function listen(changed: () => void): () => void {
  window.addEventListener('popstate', changed)
  moved.addEventListener('move', changed)
  return () => {
    window.removeEventListener('popstate', changed)
    moved.removeEventListener('move', changed)
  }
}
