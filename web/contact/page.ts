import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type ContactSearch = {
  tab?: 'data' | undefined
  day?: string | undefined
  kind?: string | undefined
  since?: string | undefined
  search?: string | undefined
}

export const contactPage = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id',
  validateSearch: (search: Readonly<Record<string, unknown>>): ContactSearch => ({
    ...(search['tab'] === 'data' ? { tab: 'data' } : {}),
    ...Object.fromEntries(
      (['day', 'kind', 'since', 'search'] as const).flatMap((name) =>
        typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [],
      ),
    ),
  }),
  loader: () => loadWords('account', 'contact', 'record', 'stakeholders', 'talk', 'comments', 'timeline'),
  component: lazyRouteComponent(() => import('./contact-page.tsx')),
})
