import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import './frame/page.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './api/client.ts'
import { App } from './app.tsx'
import { resolveVariables, theme } from './frame/theme.ts'
import { LanguageProvider } from './words/language.tsx'
import { startSpeaking } from './words/store.ts'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element "app" to draw into.')
void startSpeaking()
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
