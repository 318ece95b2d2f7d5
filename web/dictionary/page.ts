import { IconBook } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'

export type DictionarySearch = { object?: string; field?: string; view?: string }

export const dictionaryPage = createRoute({
  getParentRoute: () => root,
  path: '/dictionary',
  validateSearch: ({ object, field, view }: DictionarySearch): DictionarySearch => ({
    ...(object ? { object } : {}),
    ...(field ? { field } : {}),
    ...(view === 'proposals' ? { view } : {}),
  }),
  loader: () => loadWords('dictionary'),
  component: lazyRouteComponent(() => import('./dictionary-page.tsx')),
  staticData: {
    rail: {
      section: 'data',
      rank: 40,
      name: 'dictionary',
      icon: IconBook,
      isFor: (me) => Object.keys(me.may).length > 0,
    },
  },
})
