import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import './frame/page.css'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api/ask.ts'
import { App } from './app.tsx'
import { resolveVariables, theme } from './frame/theme.ts'
import { LanguageProvider } from './words/language.tsx'

const client = new QueryClient({
  queryCache: new QueryCache({
    // A session that has ended is told by whatever is asked next; what was read under it is forgotten.
    onError(error) {
      if (!(error instanceof Problem) || error.status !== 401) return
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'welcome' })
      client.setQueryData(['me'], null)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
  },
})

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element "app" to draw into.')
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
)
