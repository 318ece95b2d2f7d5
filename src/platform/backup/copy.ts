// COPY in both directions, on the driver's own connection. The socket is the queue: it is paused while nobody reads,
// and waited for while the server does not, so memory stays the same whatever the size.

import { Readable } from 'node:stream'
import { Client, type Connection } from 'pg'

const BLOCK = 256 * 1024
const BLOCKS_AHEAD = 4

export type CopyListener<T> = {
  /** One CopyData payload, valid only during the call: the driver reuses its buffer. */
  data(payload: Buffer, push: (item: T) => void): void
  /** The statement is over. */
  end(push: (item: T) => void): void
  /** A row of a result set that comes before or after the copy. */
  row?(fields: readonly (string | null)[]): void
  /** A command tag, such as `COPY 42`. */
  complete?(tag: string): void
}

/** Opens a connection for one piece of work; abandoning a copy half-way closes it. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'holdfast backup' })
  // A lost connection fails the statement at work, which says it better.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs a statement that answers with COPY OUT, as the stream of what the listener pushes. */
export function copyOut<T>(client: Client, sql: string, listener: CopyListener<T>): AsyncIterable<T> {
  let socket: Connection['stream'] | undefined
  const items = new Readable({ objectMode: true, highWaterMark: BLOCKS_AHEAD, read: () => socket?.resume() })
  // It may fail before anybody reads: who then reads is told, and until then nobody is there to be told.
  items.on('error', () => undefined)
  const push = (item: T) => {
    if (!items.push(item)) socket?.pause()
  }
  // An exception must not escape into the socket's own event, where nobody could catch it.
  const guard = (react: () => void) => {
    try {
      if (!items.destroyed) react()
    } catch (error) {
      items.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
  client.query({
    submit(connection: Connection) {
      socket = connection.stream
      connection.query(sql)
    },
    handleRowDescription() {},
    handleDataRow: (message: { fields: (string | null)[] }) => guard(() => listener.row?.(message.fields)),
    handleCopyData: (message: { chunk: Buffer }) => guard(() => listener.data(message.chunk, push)),
    handleCommandComplete: (message: { text: string }) => guard(() => listener.complete?.(message.text)),
    handleError: (error: Error) => items.destroy(error),
    handleReadyForQuery() {
      guard(() => listener.end(push))
      // The connection is free for the next statement, whether or not this one has been read to its end.
      socket?.resume()
      socket = undefined
      items.push(null)
    },
  })
  return items
}

/** The text of a `COPY … TO STDOUT`, in blocks, and how many rows it held once it has been read. */
export function copyRows(client: Client, sql: string): { content: AsyncIterable<Buffer>; rows: () => number } {
  const blocks = blockwise()
  let rows = 0
  const content = copyOut<Buffer>(client, sql, {
    data: blocks.add,
    end: blocks.flush,
    complete: (tag) => {
      rows = countOf(tag)
    },
  })
  return { content, rows: () => rows }
}

/** Feeds a `COPY … FROM STDIN` and returns the number of rows; a failing source fails the statement. */
export function copyIn(client: Client, sql: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let failure: unknown
    let sent: Promise<void> = Promise.resolve()
    client.query({
      submit: (connection: Connection) => connection.query(sql),
      handleCopyInResponse({ stream }: Connection) {
        sent = send(stream, content, () => failure !== undefined).catch((error: unknown) => {
          failure ??= error
          stream.write(message('f', Buffer.from('the source failed\0')))
        })
      },
      handleCommandComplete({ text }: { text: string }) {
        rows = countOf(text)
      },
      handleError(error: Error) {
        failure ??= error
        sent.finally(() => reject(failure))
      },
      handleReadyForQuery: () => resolve(rows),
    })
  })
}

/** Gathers small payloads into blocks; this is also the copy that the driver's reused buffer asks for. */
export function blockwise(): {
  add(payload: Buffer, push: (block: Buffer) => void): void
  flush(push: (block: Buffer) => void): void
} {
  let block = Buffer.allocUnsafe(BLOCK)
  let filled = 0
  const flush = (push: (block: Buffer) => void) => {
    if (filled === 0) return
    push(block.subarray(0, filled))
    block = Buffer.allocUnsafe(BLOCK)
    filled = 0
  }
  const add = (payload: Buffer, push: (block: Buffer) => void) => {
    if (filled + payload.length > BLOCK) flush(push)
    if (payload.length > BLOCK) return push(Buffer.from(payload))
    filled += payload.copy(block, filled)
  }
  return { add, flush }
}

async function send(
  socket: Connection['stream'],
  content: AsyncIterable<Uint8Array>,
  isOver: () => boolean,
): Promise<void> {
  for await (const chunk of content) {
    if (isOver()) return
    if (!socket.write(message('d', chunk))) await drained(socket)
  }
  socket.write(message('c'))
}

function drained(socket: Connection['stream']): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go)
      resolve()
    }
    if (socket.destroyed) return resolve()
    socket.on('drain', go).on('close', go)
  })
}

function message(type: 'd' | 'c' | 'f', body: Uint8Array = new Uint8Array()): Buffer {
  const bytes = Buffer.allocUnsafe(5 + body.length)
  bytes.write(type, 0, 'latin1')
  bytes.writeUInt32BE(4 + body.length, 1)
  bytes.set(body, 5)
  return bytes
}

const countOf = (tag: string) => Number(/\d+$/.exec(tag)?.[0] ?? 0)
