// What others change is seen without asking: the server names what changed, and what is on the page of it is asked anew. Without such a
// stream the pages work as before.
import { useEffect } from 'react'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Page } from './answers.ts'
import { ask } from './ask.ts'
import { client } from './client.ts'
import { forget, shortenLists, showRecord } from './save.ts'

/** What a page shows first comes first. */
const settleMs = 3_000
/** Several changes that come together are one reason to ask. */
const gatherMs = 400

/** `records` is null where more changed at once than are named. */
type Changed = { object: string; records: readonly { id: string }[] | null }

export function useLive(): void {
  const book = useBook()
  const { language } = useLanguage()
  useEffect(() => {
    let stream: EventSource | null = null
    let waiting: ReturnType<typeof setTimeout> | null = null
    let gathered: Changed[] = []
    const askAnew = async () => {
      const changes = gathered
      waiting = null
      gathered = []
      if (changes.some(({ records }) => records === null)) shortenLists(client)
      for (const [object, ids] of idsBy(changes)) {
        const plural = isShown(object) ? book.object(object)?.plural : undefined
        if (!plural) continue
        const query = new URLSearchParams({ 'filter[id][in]': ids.join(','), limit: '200' })
        const page = await ask<Page>(`/api/v1/${plural}?${query}`, { language }).catch(() => null)
        for (const record of page?.data ?? []) showRecord(client, record)
      }
      await forget(client)
    }
    const gather = (changed?: Changed) => {
      if (changed) gathered.push(changed)
      waiting ??= setTimeout(() => void askAnew(), gatherMs)
    }
    const start = setTimeout(() => {
      stream = new EventSource('/api/v1/live')
      stream.addEventListener('changed', ({ data }) => gather(JSON.parse(data))) // as the stream is documented
      stream.addEventListener('reset', () => gather({ object: '', records: null }))
      for (const name of ['commented', 'notified']) stream.addEventListener(name, () => gather())
      // The rights are others, or the session is over: who one is, is asked again.
      stream.addEventListener('ended', () => void client.invalidateQueries({ queryKey: ['me'] }))
    }, settleMs)
    return () => {
      clearTimeout(start)
      if (waiting) clearTimeout(waiting)
      stream?.close()
    }
  }, [book, language])
}

function idsBy(changes: readonly Changed[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const { object, records } of changes) {
    const ids = found.get(object) ?? new Set()
    found.set(object, ids)
    for (const { id } of records ?? []) if (ids.size < 200) ids.add(id)
  }
  return new Map([...found].filter(([, ids]) => ids.size > 0).map(([object, ids]) => [object, [...ids]]))
}

/** Whether a list of these is held, whose rows are put right one by one. */
const isShown = (object: string): boolean =>
  client
    .getQueryCache()
    .getAll()
    .some(({ queryKey }) => queryKey[0] === 'list' && queryKey[1] === object)
