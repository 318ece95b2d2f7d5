import type { Book } from '../values/book.tsx'
import type { Speech } from '../words/language.tsx'

/** What a record is found by, as readers know it: a field of its object, the id it has elsewhere, or an earlier row of the file. */
export function keyLabel(key: string, object: string, book: Book, t: Speech['t']): string {
  if (key === 'external_id') return t('imports.ownId')
  if (key === 'earlier_row') return t('imports.earlierRow')
  return book.field(object, key === 'domain' ? 'domains' : key)?.label ?? key
}
