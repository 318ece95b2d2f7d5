// A field of a record in a list, as text in the reader's language; null where it is empty or not theirs to see.
import { useBook } from '../values/book.tsx'
import { isEmpty, show } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'

export function useTold(object: string): (record: Readonly<Record<string, unknown>>, name: string) => string | null {
  const speech = useLanguage()
  const book = useBook()
  return (record, name) => {
    const field = book.field(object, name)
    return field && !isEmpty(record[name]) ? show(record[name], speech, field) : null
  }
}
