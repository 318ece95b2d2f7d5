import { dictionaryPage } from './dictionary.ts'
import { errorsPage } from './errors.ts'

/** Every generated page: its path from the root, and what it must say now. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/generated/dictionary.md': dictionaryPage,
  'docs/generated/errors.md': errorsPage,
}
