import { IconArrowsRightLeft } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { may, root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type HandoffsSearch = { state?: string }

export const handoffsPage = createRoute({
  getParentRoute: () => root,
  path: '/handoffs',
  validateSearch: ({ state }: HandoffsSearch): HandoffsSearch => (state ? { state } : {}),
  loader: () => loadWords('handoffs'),
  component: lazyRouteComponent(() => import('./handoffs-page.tsx')),
  staticData: {
    rail: {
      section: 'work',
      rank: 60,
      name: 'handoffs',
      icon: IconArrowsRightLeft,
      isFor: (me) => may(me, 'handoff', 'list'),
    },
  },
})

export const handoffPage = createRoute({
  getParentRoute: () => root,
  path: '/handoffs/$id',
  loader: () => loadWords('handoffs'),
  component: lazyRouteComponent(() => import('./handoff-page.tsx')),
})
