// Every area's words at once, for tests; pages load the areas they need.
import { type Language, languages } from '../../dictionary/words.ts'
import { areas, type Catalogue } from './areas.ts'

async function whole(language: Language): Promise<Catalogue> {
  const all = await Promise.all(Object.values(areas).map((load) => load(language)))
  return Object.assign({}, ...all) as Catalogue // every area is in it
}

export const catalogues: Readonly<Record<Language, Catalogue>> = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await whole(language)] as const)),
) as Record<Language, Catalogue> // one of each

export const { en, es } = catalogues
