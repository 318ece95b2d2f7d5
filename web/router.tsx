// The address is the state: what is searched, sorted and opened is in it, so a link shows what I see.
import { createRouter } from '@tanstack/react-router'
import { Frame } from './frame/frame.tsx'
import { Broken, Lost, Waiting } from './frame/trouble.tsx'
import { pages } from './pages.ts'
import { root } from './root.ts'

root.update({ component: Frame, notFoundComponent: Lost })

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultPendingMs: 150,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Plain texts, as anybody would write them; what is empty is left out. */
function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
