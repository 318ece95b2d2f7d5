import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type ContactSearch = { tab?: 'data'; day?: string }

export const contactPage = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id',
  validateSearch: ({ tab, day }: Readonly<Record<string, unknown>>): ContactSearch => ({
    ...(tab === 'data' ? { tab } : {}),
    ...(typeof day === 'string' && day !== '' ? { day } : {}),
  }),
  loader: () => loadWords('account', 'contact', 'record', 'stakeholders', 'talk'),
  component: lazyRouteComponent(() => import('./contact-page.tsx')),
})
