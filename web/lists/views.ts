// Saved views: a list's state under a name, for oneself or others. What a reader may not use of another's view is left out, and counted.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Order, printWhere, type Where } from '../../src/question/index.ts'
import type { DescribedObject } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'
import type { ListSearch } from './list-search.ts'
import { readOrder, readWhere, writeColumns } from './search.ts'

export const audiences = ['private', 'team', 'workspace'] as const
export type Audience = (typeof audiences)[number]

export type View = {
  id: string
  name: string
  audience: Audience
  isMine: boolean
  owner: { id: string; name: string }
  isDefault: boolean
  version: number
  definition: {
    question: { where?: Where; search?: string; order?: readonly Order[] }
    columns: readonly { field: string; width?: number }[]
    grouping?: readonly string[]
  }
  leftOut: Readonly<Record<'filters' | 'columns' | 'order' | 'grouping', number>>
}

export function useViews(object: DescribedObject) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['views', object.name],
    queryFn: ({ signal }) =>
      ask<{ data: readonly View[] }>(`/api/v1/views?object=${object.name}`, { language, signal }).then(
        ({ data }) => data,
      ),
    staleTime: 60_000,
  })
}

/** Who opens a list without asking for anything gets the view they begin with. */
export function useDefaultView(object: DescribedObject, search: ListSearch, change: (next: ListSearch) => void): void {
  const views = useViews(object)
  const isPlain = Object.keys(search).length === 0
  const begun = useRef('')
  useEffect(() => {
    if (begun.current === object.name || !views.data) return
    begun.current = object.name
    const first = isPlain && views.data.find(({ isDefault }) => isDefault)
    if (first) change(searchOf(first))
  })
}

export function searchOf({ id, definition }: View): ListSearch {
  const { question, columns, grouping = [] } = definition
  return {
    view: id,
    where: question.where ? printWhere(question.where) : '',
    search: question.search ?? '',
    order: (question.order ?? []).map(({ field, dir }) => (dir === 'desc' ? `-${field}` : field)).join(','),
    columns: writeColumns(columns.map(({ field, width }) => ({ path: field, ...(width ? { width } : {}) }))),
    group: grouping[0] ?? '',
  }
}

export function definitionOf(search: ListSearch, columns: readonly Column[]): View['definition'] {
  const where = readWhere(search.where)
  const order = readOrder(search.order ?? '').map(
    ({ field, isDown }) => ({ field, dir: isDown ? 'desc' : 'asc' }) as const,
  )
  return {
    question: {
      ...(where ? { where } : {}),
      ...(search.search ? { search: search.search } : {}),
      ...(order.length > 0 ? { order } : {}),
    },
    columns: columns.map(({ path, width }) => ({ field: path, width: Math.round(width) })),
    ...(search.group && !search.group.includes(' ') ? { grouping: [search.group] } : {}),
  }
}

export type NewView = { name: string; audience: Audience; definition: View['definition'] }

export function useKeepView(object: DescribedObject) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['views', object.name] })
  const create = useMutation({
    mutationFn: (body: NewView) =>
      ask<View>('/api/v1/views', {
        method: 'POST',
        body: { object: object.name, ...body },
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess,
  })
  const update = useMutation({
    mutationFn: ({ id, ...body }: Partial<NewView> & { id: string }) =>
      ask<View>(`/api/v1/views/${id}`, { method: 'PATCH', body, language }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: string) => ask<undefined>(`/api/v1/views/${id}`, { method: 'DELETE', language }),
    onSuccess,
  })
  const begin = useMutation({
    mutationFn: (view: string | null) =>
      ask<object>('/api/v1/views/default', { method: 'PUT', body: { object: object.name, view }, language }),
    onSuccess,
  })
  return { create, update, remove, begin }
}
