import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { client } from '../api/client.ts'
import { accountOf } from '../api/queries.ts'
import { root } from '../root.ts'
import { stakeholdersOf } from '../stakeholders/queries.ts'
import { loadWords, spokenNow } from '../words/store.ts'
import { type Tab, tabs } from './tabs.ts'

/** What is opened on the page: the tab, the person looked at on the map and how the map is shown, the day of the past. */
export type AccountSearch = {
  tab?: Tab | undefined
  person?: string | undefined
  view?: 'map' | 'list' | undefined
  day?: string | undefined
  kind?: string | undefined
  who?: string | undefined
  since?: string | undefined
  search?: string | undefined
}

export const accountPage = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  validateSearch: (search: Readonly<Record<string, unknown>>): AccountSearch => {
    const tab = tabs.find((each) => each === search['tab'] && each !== 'overview')
    const texts = (['person', 'day', 'kind', 'who', 'since', 'search'] as const).flatMap((name) =>
      typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]] as const] : [],
    )
    return {
      ...(tab ? { tab } : {}),
      ...(search['view'] === 'map' || search['view'] === 'list' ? { view: search['view'] } : {}),
      ...Object.fromEntries(texts),
    }
  },
  loader: ({ params, cause }) => {
    // Asked while the page's own code is loaded. Not where somebody only points at a link: what was not opened was not read.
    const language = spokenNow()?.language
    if (cause !== 'preload' && language) {
      void client.prefetchQuery(accountOf(params.id, language))
      void client.prefetchQuery(stakeholdersOf(params.id, language))
    }
    return loadWords('account', 'record', 'stakeholders', 'talk', 'timeline', 'duplicates', 'comments')
  },
  component: lazyRouteComponent(() => import('./account-page.tsx')),
})
