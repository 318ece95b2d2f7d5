// What others change is seen without asking: the server names what changed, and what is on the page of it is asked anew. Without such a
// stream the pages work as before.
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
    const askAnew = () => {
      waiting ??= setTimeout(() => {
        waiting = null
        void forget(client)
      }, gatherMs)
    }
    const start = setTimeout(() => {
      stream = new EventSource('/api/v1/live')
      for (const name of ['changed', 'commented', 'notified', 'reset']) stream.addEventListener(name, askAnew)
      // The rights are others, or the session is over: who one is, is asked again.
      stream.addEventListener('ended', () => void client.invalidateQueries({ queryKey: ['me'] }))
    }, settleMs)
    return () => {
      clearTimeout(start)
      if (waiting) clearTimeout(waiting)
      stream?.close()
    }
  }, [])
}
