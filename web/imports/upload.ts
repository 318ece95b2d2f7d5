// Sends files to an import in parts, so that one of any size arrives, and a connection that broke goes on where it was.
import { ask, Problem } from '../api/ask.ts'
import type { Speech } from '../words/language.tsx'
import type { Import } from './answers.ts'
import { importsAt } from './queries.ts'

const partSize = 4 * 1024 * 1024
const mostTries = 4

export type Sending = { name: string; sent: number; size: number }

/** Opens an import for the files; null for `id` begins one. Answers it with the last file received. */
export async function send(
  files: readonly File[],
  { id, language, told }: { id: string | null; language: Speech['language']; told(sending: Sending): void },
): Promise<Import> {
  const post = (address: string, body: object) =>
    ask<Import>(address, { method: 'POST', body, language, idempotencyKey: window.crypto.randomUUID() })
  let order = id
    ? await ask<Import>(`${importsAt}/${id}`, { language })
    : await post(importsAt, { name: files[0]?.name ?? '' })
  for (const file of files) {
    order = await post(`${importsAt}/${order.id}/files`, { name: file.name, size: file.size })
    const part = order.files.at(-1)
    if (part)
      order = await sendContent(file, { at: `${importsAt}/${order.id}/files/${part.id}/content`, language, told })
  }
  return order
}

async function sendContent(
  file: File,
  { at, language, told }: { at: string; language: Speech['language']; told(sending: Sending): void },
): Promise<Import> {
  let offset = 0
  for (let tries = 0; ; ) {
    told({ name: file.name, sent: offset, size: file.size })
    const end = Math.min(offset + partSize, file.size)
    try {
      const order = await ask<Import>(`${at}?offset=${offset}`, {
        method: 'PUT',
        body: file.slice(offset, end),
        language,
      })
      tries = 0
      offset = end
      if (offset >= file.size) return order
    } catch (error) {
      const received = error instanceof Problem && error.code === 'offset_differs' ? error.details['received'] : null
      const isPassing = received !== null || (error instanceof Problem && error.code === 'unreachable')
      tries += 1
      if (!isPassing || tries > mostTries) throw error
      if (typeof received === 'number') offset = received
      else await new Promise((resolve) => setTimeout(resolve, tries * 1_000))
    }
  }
}
