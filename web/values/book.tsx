// The dictionary in the reader's language, cut to what they may read: labels, types, terms.
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { DescribedObject, Field } from '../api/answers.ts'

export type Book = {
  objects(): readonly DescribedObject[]
  object(name: string): DescribedObject | undefined
  field(object: string, name: string): Field | undefined
  /** The label of a value of a choice; the value itself where it is no term that we know. */
  term(object: string, field: string, value: unknown): string
}

const Context = createContext<Book | null>(null)

export function BookProvider({ objects, children }: { objects: readonly DescribedObject[]; children: ReactNode }) {
  const book = useMemo(() => openBook(objects), [objects])
  return <Context value={book}>{children}</Context>
}

export function useBook(): Book {
  const book = useContext(Context)
  if (!book) throw new Error('useBook is used outside BookProvider: wrap the page in it.')
  return book
}

function openBook(objects: readonly DescribedObject[]): Book {
  const known = new Map(
    objects.map((object) => [object.name, { object, fields: new Map(object.fields.map((each) => [each.name, each])) }]),
  )
  const field = (object: string, name: string) => known.get(object)?.fields.get(name)
  return {
    objects: () => objects,
    object: (name) => known.get(name)?.object,
    field,
    term: (object, name, value) =>
      field(object, name)?.terms?.find((term) => term.value === value)?.label ?? String(value),
  }
}
