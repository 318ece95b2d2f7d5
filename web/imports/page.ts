import { IconTableImport } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { mayImport, root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export const importsPage = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  loader: () => loadWords('imports'),
  component: lazyRouteComponent(() => import('./imports-page.tsx')),
  staticData: { rail: { section: 'data', rank: 30, name: 'imports', icon: IconTableImport, isFor: mayImport } },
})

export type ImportSearch = { step?: string; file?: string; outcome?: string }

export const importPage = createRoute({
  getParentRoute: () => root,
  path: '/imports/$id',
  validateSearch: ({ step, file, outcome }: ImportSearch): ImportSearch => ({
    ...(step ? { step } : {}),
    ...(file ? { file } : {}),
    ...(outcome ? { outcome } : {}),
  }),
  // What the API calls so is a part of the page of all imports.
  beforeLoad: ({ params: { id } }) => {
    if (id === 'recurring') throw redirect({ to: '/imports', replace: true })
  },
  loader: () => loadWords('imports', 'dictionary'),
  component: lazyRouteComponent(() => import('./import-page.tsx')),
})
