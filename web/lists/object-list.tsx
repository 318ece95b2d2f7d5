// The list of an object by its name, for whoever may list it.

import { Closed } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import type { ListSearch } from './list-search.ts'
import { RecordList } from './record-list.tsx'

type Shown = {
  name: string
  search: ListSearch
  navigate(to: { search: ListSearch; replace: boolean; resetScroll: boolean }): unknown
}

export function ObjectList({ name, search, navigate }: Shown) {
  const object = useBook().object(name)
  if (!object?.may.includes('list')) return <Closed />
  return (
    <RecordList
      object={object}
      search={search}
      change={(next, isStep = false) => navigate({ search: next, replace: !isStep, resetScroll: false })}
    />
  )
}
