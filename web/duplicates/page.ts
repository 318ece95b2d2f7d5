import { IconCopyCheck } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { may, root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type DuplicatesSearch = { object?: string; ids?: string }

export const duplicatesPage = createRoute({
  getParentRoute: () => root,
  path: '/duplicates',
  validateSearch: ({ object, ids }: DuplicatesSearch): DuplicatesSearch => ({
    ...(object ? { object } : {}),
    ...(ids ? { ids } : {}),
  }),
  loader: () => loadWords('duplicates', 'account'),
  component: lazyRouteComponent(() => import('./duplicates-page.tsx')),
  staticData: {
    rail: {
      section: 'data',
      rank: 20,
      name: 'duplicates',
      icon: IconCopyCheck,
      isFor: (me) => may(me, 'account', 'list') || may(me, 'contact', 'list'),
    },
  },
})
