// What others change is seen without asking: the server names the objects that changed, and what is on the page of them is asked anew.
// Without such a stream the pages work as before.
import { useEffect } from 'react'
import { client } from './client.ts'
import { forget } from './save.ts'

/** What a page shows first comes first. */
const settleMs = 3_000
/** Several changes that come together are one reason to ask. */
const gatherMs = 400

export function useLive(): void {
  useEffect(() => {
    let stream: EventSource | null = null
    let waiting: ReturnType<typeof setTimeout> | null = null
    const start = setTimeout(() => {
      stream = new EventSource('/api/v1/live')
      stream.addEventListener('change', () => {
        waiting ??= setTimeout(() => {
          waiting = null
          void forget(client)
        }, gatherMs)
      })
    }, settleMs)
    return () => {
      clearTimeout(start)
      if (waiting) clearTimeout(waiting)
      stream?.close()
    }
  }, [])
}
