import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'
import { type ListSearch, readListSearch } from './list-search.ts'

/** The list of any object: what has no page of its own has this one. */
export const listPage = createRoute({
  getParentRoute: () => root,
  path: '/lists/$object',
  validateSearch: (search: ListSearch): ListSearch => readListSearch(search),
  loader: () => loadWords('lists'),
  component: lazyRouteComponent(() => import('./list-page.tsx')),
})
