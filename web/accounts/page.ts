import { IconBuilding } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type ListSearch, readListSearch } from '../lists/list-search.ts'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export const accountsPage = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: (search: ListSearch): ListSearch => readListSearch(search),
  loader: () => loadWords('lists', 'accounts'),
  component: lazyRouteComponent(() => import('./accounts-page.tsx')),
  staticData: { rail: { section: 'work', rank: 20, name: 'accounts', icon: IconBuilding, isFor: () => true } },
})
