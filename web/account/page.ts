import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../root.ts'
import { loadWords } from '../words/store.ts'
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
  loader: () => loadWords('account', 'record', 'stakeholders', 'talk', 'duplicates', 'comments'),
  component: lazyRouteComponent(() => import('./account-page.tsx')),
})
