// The language of the reader: chosen once, kept in this browser, and loaded alone.
import type { TFunction } from 'i18next'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Language } from '../../dictionary/words.ts'
import { speak, spokenNow, whenSpokenChanges } from './store.ts'

export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  ms: 'Bahasa Melayu',
}

/** What Intl and `lang` call them. */
const locales: Readonly<Record<Language, string>> = { en: 'en', es: 'es', pt: 'pt-BR', ms: 'ms' }

export type Speech = { language: Language; locale: string; t: TFunction; speak(language: Language): void }

const Context = createContext<Speech | null>(null)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const spoken = useSyncExternalStore(whenSpokenChanges, spokenNow)
  const speech = useMemo(
    () =>
      spoken && {
        ...spoken,
        locale: locales[spoken.language],
        speak: (language: Language) => void speak(language),
      },
    [spoken],
  )
  useEffect(() => {
    if (speech) document.documentElement.lang = speech.locale
  }, [speech])
  return speech && <Context value={speech}>{children}</Context>
}

export function useLanguage(): Speech {
  const speech = useContext(Context)
  if (!speech) throw new Error('useLanguage is used outside LanguageProvider: wrap the page in it.')
  return speech
}
