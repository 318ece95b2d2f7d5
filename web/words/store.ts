// Which language is spoken, and which areas' words are loaded of it. Outside React, because pages load their words before they are drawn.
import { createInstance, type TFunction } from 'i18next'
import { type Language, languages } from '../../dictionary/words.ts'
import { type AreaName, areas } from './areas.ts'

const kept = 'holdfast-language'

export type Spoken = { language: Language; t: TFunction }

const translations = createInstance()
const loaded = new Map<string, Promise<void>>()
const wanted = new Set<AreaName>(['core'])
const listeners = new Set<() => void>()
let spoken: Spoken | null = null
let next: Language = preferred()

/** Loads an area's words in the language that is spoken, and in every other as soon as it is. */
export async function loadWords(...names: readonly AreaName[]): Promise<void> {
  for (const name of names) wanted.add(name)
  await Promise.all([...names].map((name) => load(next, name)))
}

/** Speaks another language once all that is needed of it has come. */
export async function speak(language: Language): Promise<void> {
  window.localStorage.setItem(kept, language)
  await change(language)
}

export async function startSpeaking(): Promise<void> {
  await translations.init({
    lng: next,
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
  })
  await change(next)
}

export const spokenNow = (): Spoken | null => spoken

export function whenSpokenChanges(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function change(language: Language): Promise<void> {
  next = language
  await Promise.all([...wanted].map((name) => load(language, name)))
  if (next !== language) return // another was chosen meanwhile
  await translations.changeLanguage(language)
  spoken = { language, t: translations.getFixedT(language) }
  for (const listener of listeners) listener()
}

function load(language: Language, name: AreaName): Promise<void> {
  const key = `${language} ${name}`
  const begun = loaded.get(key)
  if (begun) return begun
  const loading = areas[name](language).then(
    (groups) => void translations.addResourceBundle(language, 'translation', { ...groups }, true),
    (error: unknown) => {
      loaded.delete(key)
      throw error
    },
  )
  loaded.set(key, loading)
  return loading
}

function preferred(): Language {
  const wishes = [window.localStorage.getItem(kept) ?? '', ...window.navigator.languages]
  for (const wish of wishes) {
    const found = languages.find((each) => each === wish.slice(0, 2).toLowerCase())
    if (found) return found
  }
  return 'en'
}
