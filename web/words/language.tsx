// The language of the reader: chosen once, kept in this browser, and loaded alone.
import { createInstance, type TFunction } from 'i18next'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Language, languages } from '../../dictionary/words.ts'
import type { Catalogue } from './catalogue.ts'

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  pt: async () => (await import('./pt.ts')).pt,
  ms: async () => (await import('./ms.ts')).ms,
}

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
const kept = 'holdfast-language'

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState<{ language: Language; t: TFunction } | null>(null)
  const [wanted, speak] = useState<Language>(preferred)
  useEffect(() => {
    let isWanted = true
    translate(wanted).then((t) => isWanted && setSpoken({ language: wanted, t }))
    return () => {
      isWanted = false
    }
  }, [wanted])
  const speech = useMemo(
    () =>
      spoken && {
        ...spoken,
        locale: locales[spoken.language],
        speak(language: Language) {
          window.localStorage.setItem(kept, language)
          speak(language)
        },
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

async function translate(language: Language): Promise<TFunction> {
  return createInstance().init({
    lng: language,
    resources: { [language]: { translation: await catalogues[language]() } },
    interpolation: { escapeValue: false }, // React escapes
  })
}

function preferred(): Language {
  const wishes = [window.localStorage.getItem(kept) ?? '', ...window.navigator.languages]
  for (const wish of wishes) {
    const found = languages.find((each) => each === wish.slice(0, 2).toLowerCase())
    if (found) return found
  }
  return 'en'
}
