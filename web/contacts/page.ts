import { IconUsers } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type ListSearch, readListSearch } from '../lists/list-search.ts'
import { may, root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export const contactsPage = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  validateSearch: (search: ListSearch): ListSearch => readListSearch(search),
  loader: () => loadWords('lists'),
  component: lazyRouteComponent(() => import('./contacts-page.tsx')),
  staticData: {
    rail: { section: 'work', rank: 30, name: 'contacts', icon: IconUsers, isFor: (me) => may(me, 'contact', 'list') },
  },
})
