import { IconHome } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { may, root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export const homePage = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: () => loadWords('home', 'welcome'),
  component: lazyRouteComponent(() => import('./home-page.tsx')),
  staticData: {
    rail: {
      section: 'work',
      rank: 10,
      name: 'home',
      icon: IconHome,
      isFor: (me) =>
        may(me, 'account', 'list') || may(me, 'account', 'measure') || me.administers.includes('structure'),
    },
  },
})
