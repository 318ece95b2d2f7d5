import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export const accountPage = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  loader: () => loadWords('account', 'duplicates'),
  component: lazyRouteComponent(() => import('./account-page.tsx')),
})
