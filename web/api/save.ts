// Writing: the change is shown at once wherever the record is, taken back where it fails, and followed by a toast that can undo it.
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Speech } from '../words/language.tsx'
import { useLanguage } from '../words/language.tsx'
import type { DescribedObject } from './answers.ts'
import { ask, Problem } from './ask.ts'

/** What a write answers. `held`: fields whose value another system decides, so that what was said is kept beside it. */
export type Saved = { id: string; version: number; outcome: string; act: string | null; held?: readonly string[] }

export type Save = {
  id: string
  /** As it was read; null where any will do. */
  version: number | null
  values: Readonly<Record<string, unknown>>
  /** How the values read until the server has answered, where that is not how they are sent: a reference as `{ id, name }`. */
  shown?: Readonly<Record<string, unknown>>
}

export function useSave(object: DescribedObject) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, values }: Save) =>
      ask<Saved>(`/api/v1/${object.plural}/${id}`, {
        method: 'PATCH',
        body: values,
        language,
        idempotencyKey: window.crypto.randomUUID(),
        ...(version === null ? {} : { version }),
      }),
    onMutate: ({ id, values, shown }) => showRecord(client, { id, ...values, ...shown }),
    onError: (_error, _save, takeBack) => takeBack?.(),
    onSuccess: ({ id, version }) => {
      showRecord(client, { id, version })
      void rereadRecord(client, object, id, language)
    },
  })
}

export function useCreate(object: DescribedObject) {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ values, isNew }: { values: Readonly<Record<string, unknown>>; isNew?: boolean }) =>
      ask<Saved>(`/api/v1/${object.plural}${isNew ? '?on_duplicate=create' : ''}`, {
        method: 'POST',
        body: values,
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess: () => void forget(client),
  })
}

/** Takes an act back, whatever it changed, and asks anew for what is on the page; for a record that it changed, wherever that is shown. */
export function useUndo(): (act: string, of?: { object: DescribedObject; id: string }) => Promise<void> {
  const { language } = useLanguage()
  const client = useQueryClient()
  return async (act, of) => {
    await ask(`/api/v1/changes/${act}/undo`, { method: 'POST', language })
    if (of) await rereadRecord(client, of.object, of.id, language)
    await forget(client)
  }
}

/**
 * Asks anew for everything but who one is and what there is; for what is seen now, at once. A list that was read for thousands of rows
 * is not read again from its beginning: its rows are put right one by one as they change (live.ts).
 */
export const forget = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: (query) => !lasting.has(String(query.queryKey[0])) && pagesOf(query.state.data) <= mostPages,
  })

/** Long lists are cut to what is asked for in a moment, and asked anew: for when more changed than can be put right one by one. */
export function shortenLists(client: QueryClient): void {
  for (const query of client.getQueryCache().getAll()) {
    const { data } = query.state
    if (pagesOf(data) <= mostPages) continue
    const { pages, pageParams } = data as InfiniteData<unknown> // as it has pages
    query.setData({ pages: pages.slice(0, mostPages), pageParams: pageParams.slice(0, mostPages) })
  }
}

const mostPages = 5

const pagesOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages) ? data.pages.length : 0

const lasting = new Set(['me', 'welcome', 'dictionary', 'title'])

/** The record as it is now, computed values included, wherever it is shown. */
export async function rereadRecord(
  client: QueryClient,
  object: DescribedObject,
  id: string,
  language: Speech['language'],
): Promise<void> {
  const record = await ask<{ id: string }>(`/api/v1/${object.plural}/${id}`, { language }).catch(() => null)
  if (record) showRecord(client, record)
  // Long lists hold the record already; only what is counted or gathered from it is asked anew.
  await client.invalidateQueries({
    predicate: ({ queryKey, meta }) => !lasting.has(String(queryKey[0])) && meta?.['isLong'] !== true,
  })
}

type Known = Readonly<Record<string, unknown>>

/** Puts values of one record in place of those it had in every answer that holds it. Returns what puts the old answers back. */
export function showRecord(client: QueryClient, record: { id: string } & Known): () => void {
  const before = client.getQueriesData({}).filter(([, data]) => data !== undefined)
  const changed = before.flatMap(([key, data]) => {
    const next = withRecord(data, record)
    return next === data ? [] : [[key, data, next] as const]
  })
  for (const [key, , next] of changed) client.setQueryData(key, next)
  return () => {
    for (const [key, data] of changed) client.setQueryData(key, data)
  }
}

/** The same value, and the same parts, wherever nothing of it is that record. */
export function withRecord(data: unknown, record: { id: string } & Known): unknown {
  if (Array.isArray(data)) {
    const next = data.map((each) => withRecord(each, record))
    return next.every((each, i) => each === data[i]) ? data : next
  }
  if (typeof data !== 'object' || data === null || !isPlain(data)) return data
  const entries = Object.entries(data)
  const isThis = 'id' in data && data.id === record.id
  const next = entries.map(([name, value]) => {
    if (isThis && name !== 'id' && Object.hasOwn(record, name)) return [name, inShapeOf(value, record[name])] as const
    return [name, withRecord(value, record)] as const
  })
  return next.every(([, value], i) => value === entries[i]?.[1]) ? data : Object.fromEntries(next)
}

/** A reference is an id in one answer and `{ id, name }` in another; it stays what it is there. */
function inShapeOf(before: unknown, after: unknown): unknown {
  const isNamed = typeof after === 'object' && after !== null && 'id' in after
  const wasNamed = typeof before === 'object' && before !== null && 'id' in before
  if (isNamed && typeof before === 'string') return after.id
  if (wasNamed && typeof after === 'string') return before.id === after ? before : { id: after }
  return after
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

/** What the server says of one field of a refused record; null where it says nothing of it. */
export function faultOf(error: unknown, field: string): string | null {
  return faultsIn(error).find((fault) => fault.field === field)?.message ?? null
}

export type Fault = { field: string | null; code: string; message: string }

export function faultsIn(error: unknown): readonly Fault[] {
  const faults = error instanceof Problem && error.code === 'record_refused' ? error.details['faults'] : undefined
  return Array.isArray(faults) ? (faults as Fault[]) : [] // as that problem is documented
}
