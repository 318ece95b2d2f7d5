// The tables that a mail brings, written to files as they come: nothing of a mail is held whole. Texts, pictures and signatures go by.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import mailsplit, { type Part, type Piece } from 'mailsplit'
import type { Limits } from './limits.ts'
import { notTaken, tooLarge } from './reply.ts'

export type Table = { path: string; name: string; digest: string }
export type Brought = { messageId: string | null; tables: Table[] }

/** Errors: what the sender is to be told, as a reply. The message is read on by nobody then. */
export async function tablesIn(message: Readable, folder: string, limits: Limits): Promise<Brought> {
  const splitter = new mailsplit.Splitter({ maxHeadSize: limits.head, maxChildNodes: limits.parts })
  const guard = within(limits)
  // Not a pipeline, which would destroy the message with what reads it: the rest has yet to be let through.
  const cut = () => {
    if (!message.readableEnded) guard.destroy(new Error('the mail was cut off'))
  }
  message.once('close', cut).pipe(guard)
  if (message.destroyed) cut()
  const whole = pipeline(guard, splitter).catch(() => {}) // who reads the pieces is told of it
  const pieces = splitter[Symbol.asyncIterator]()
  try {
    return await write(pieces, folder, limits)
  } catch (error) {
    throw (error as { code?: unknown }).code === 'EMAXLEN'
      ? notTaken('This mail has too many parts, or too long a head.')
      : error
  } finally {
    await pieces.return?.()
    message.unpipe(guard)
    guard.destroy()
    await whole
    message.off('close', cut)
  }
}

async function write(pieces: AsyncIterator<Piece>, folder: string, { tables: most }: Limits): Promise<Brought> {
  const found: Brought = { messageId: null, tables: [] }
  let next = await pieces.next()
  /** Up to the head of the next part. */
  async function* body(): AsyncGenerator<Buffer> {
    for (next = await pieces.next(); !next.done && next.value.type !== 'node'; next = await pieces.next())
      if (next.value.type === 'body') yield next.value.value
  }
  while (!next.done) {
    const part = next.value
    if (part.type !== 'node') next = await pieces.next()
    else {
      if (part.root) found.messageId = part.headers.getFirst('Message-ID').trim() || null
      const name = nameOf(part)
      if (name === null) next = await pieces.next()
      else {
        if (found.tables.length === most) throw notTaken(`More than ${most} tables are attached.`)
        const path = join(folder, String(found.tables.length + 1)) // never by a name that came from outside
        found.tables.push({ path, name, digest: await keep(part, body(), path) })
      }
    }
  }
  return found
}

async function keep(part: Part, body: AsyncIterable<Buffer>, path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(
    body,
    part.getDecoder(),
    async function* (decoded: AsyncIterable<Buffer>) {
      for await (const bytes of decoded) {
        hash.update(bytes)
        yield bytes
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
  return hash.digest('hex')
}

/** What a part is called that may be a table, or something that its sender took for one: it is told why it is none. */
function nameOf({ filename, contentType, multipart }: Part): string | null {
  if (multipart) return null
  if (filename && /\.(csv|tsv|tab|txt|json|jsonl|ndjson|xlsx|xlsm|xls|ods|zip|gz)$/i.test(filename)) return filename
  const ending = contentType && endings[contentType]
  return ending ? `${filename || 'file'}.${ending}` : null
}

const endings: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/x-csv': 'csv',
  'text/comma-separated-values': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** Lets through what is within the limits. */
function within({ bytes: most, line: longest }: Limits): Transform {
  let bytes = 0
  let line = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      const end = chunk.lastIndexOf(0x0a)
      line = end === -1 ? line + chunk.length : chunk.length - 1 - end
      if (bytes > most) done(tooLarge(`A mail may have ${most} bytes in all.`))
      else if (line > longest) done(notTaken(`A line of it has more than ${longest} bytes.`))
      else done(null, chunk)
    },
  })
}
