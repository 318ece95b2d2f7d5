import { IconBuilding } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type AccountsSearch = { search?: string; where?: string; order?: string }

export const accountsPage = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: ({ search, where, order }: AccountsSearch): AccountsSearch => ({
    ...(search ? { search } : {}),
    ...(where ? { where } : {}),
    ...(order ? { order } : {}),
  }),
  loader: () => loadWords('accounts'),
  component: lazyRouteComponent(() => import('./accounts-page.tsx')),
  staticData: { rail: { section: 'work', rank: 20, name: 'accounts', icon: IconBuilding, isFor: () => true } },
})
