import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Language } from '../../dictionary/words.ts'
import { client } from '../api/client.ts'
import { accountOf, type Dictionary, dictionaryKey } from '../api/queries.ts'
import { commentsOf, followersOf } from '../comments/queries.ts'
import { mergedInto } from '../duplicates/merged.ts'
import { sourcesOf } from '../record/queries.ts'
import { root } from '../root.ts'
import { stakeholdersOf } from '../stakeholders/queries.ts'
import { timelineOf } from '../timeline/queries.ts'
import { loadWords, spokenNow } from '../words/store.ts'
import { onboardingOf } from './checklist.ts'
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
  loader: ({ params, cause, location }) => {
    // Asked while the page's own code is loaded. Not where somebody only points at a link: what was not opened was not read.
    const language = spokenNow()?.language
    if (cause !== 'preload' && language) askAhead(params.id, location.search, language, cause === 'enter')
    return loadWords('account', 'record', 'stakeholders', 'talk', 'timeline', 'duplicates', 'comments')
  },
  component: lazyRouteComponent(() => import('./account-page.tsx')),
})

/** All that the page begins with, at once: each of it asked only when what stands before it has come would come one after the other. */
function askAhead(id: string, search: AccountSearch, language: Language, isOpening: boolean): void {
  void client.prefetchQuery(accountOf(id, language))
  void client.prefetchQuery(stakeholdersOf(id, language))
  if (!isOpening || search.tab) return
  const about = { object: 'account', record: id }
  const dictionary = client.getQueryData<Dictionary>(dictionaryKey(language))
  const knows = (object: string) => dictionary?.data.some(({ name }) => name === object) ?? false
  void client.prefetchInfiniteQuery(timelineOf('accounts', id, search, language))
  void client.prefetchQuery(sourcesOf({ name: 'account', plural: 'accounts' }, id, language))
  void client.prefetchInfiniteQuery(commentsOf(about, language))
  void client.prefetchQuery(followersOf(about, language))
  if (knows('onboarding')) void client.prefetchQuery(onboardingOf(id, language))
  void client.prefetchQuery(mergedInto('account', id, language))
}
