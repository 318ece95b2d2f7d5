// What has been asked is kept here, and forgotten with the session it was asked under.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './ask.ts'

/** A session that has ended is told by whatever is asked next; what was read under it is forgotten. What was typed stays (drafts.ts). */
function onError(error: unknown): void {
  if (!(error instanceof Problem) || error.status !== 401) return
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'welcome' })
  client.setQueryData(['me'], null)
}

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
    // Tried at once also without a connection: who saves must hear that it was not saved, not that it may be, later.
    mutations: { networkMode: 'always' },
  },
})
