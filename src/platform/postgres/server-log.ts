// What the server wrote since a given moment: before its log collector runs into start.log, afterwards into a file per day.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Remembers where the logs end now; the function given back reads what was added since. */
export function markLogs(folder: string): () => string {
  const sizes = new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]))
  return () =>
    readdirSync(folder)
      .map((name) => {
        const text = readFileSync(join(folder, name))
        const before = sizes.get(name) ?? 0
        return text.subarray(before <= text.length ? before : 0).toString('utf8')
      })
      .join('')
}

/** What a server said before it gave up; waits a moment, since its log collector writes a little later than it ends. */
export async function lastWords(read: () => string): Promise<string> {
  for (let waited = 0; waited < 500 && !hasReason(read()); waited += 50) await sleep(50)
  return read()
}

export function hasReason(text: string): boolean {
  return /FATAL|PANIC|could not/.test(text)
}

/** The lines worth showing to a person. */
export function tail(text: string, lines = 8): string {
  return text.trim().split('\n').slice(-lines).join('\n')
}
