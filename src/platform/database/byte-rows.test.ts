import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type ByteRow, sieveOf, textOf } from './byte-rows.ts'

/** A message of the server: its kind, its length, and what is in it. */
function message(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5, kind)
  head.writeInt32BE(content.length + 4, 1)
  return Buffer.concat([head, content])
}

function row(values: readonly (string | null)[]): Buffer {
  const count = Buffer.alloc(2)
  count.writeInt16BE(values.length)
  const fields = values.map((value) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(value === null ? -1 : Buffer.byteLength(value))
    return Buffer.concat([length, Buffer.from(value ?? '')])
  })
  return message('D', Buffer.concat([count, ...fields]))
}

const [taken, bound, done] = [
  message('2', Buffer.alloc(0)),
  message('1', Buffer.alloc(0)),
  message('C', Buffer.from('SELECT 2\0')),
]
const rows = [row(['Ana', null, 'São João']), row(['', '7', null])]
const sent = Buffer.concat([bound, row(['usual']), done, taken, ...rows, done, bound, row(['usual again']), done])

test.each([1, 2, 3, 5, 7, 11, 64, sent.length])(
  'rows are taken from the stream, and all else passes in its order, however it is cut (%i bytes)',
  (size) => {
    const stream = new PassThrough()
    const passed: Buffer[] = []
    const took: ByteRow[] = []
    // As the reader of a connection does: what it reads says whether the next rows are wanted.
    let seen = Buffer.alloc(0)
    const reader = (chunk: Buffer) => {
      passed.push(chunk)
      seen = Buffer.concat([seen, chunk])
      const isTaking = seen.includes(taken) && !seen.subarray(seen.indexOf(taken)).includes(done)
      sieve.take = isTaking ? (each) => took.push(each) : null
    }
    stream.on('data', reader)
    const sieve = sieveOf(stream)
    for (let at = 0; at < sent.length; at += size) stream.emit('data', sent.subarray(at, at + size))
    expect(took.map((each) => [0, 1, 2].map((column) => textOf(each, column)))).toEqual([
      ['Ana', null, 'São João'],
      ['', '7', null],
    ])
    expect(Buffer.concat(passed)).toEqual(
      Buffer.concat([bound, row(['usual']), done, taken, done, bound, row(['usual again']), done]),
    )
  },
)

test('a stream is given one sieve', () => {
  const stream = new PassThrough()
  stream.on('data', () => {})
  expect(sieveOf(stream)).toBe(sieveOf(stream))
  expect(stream.listenerCount('data')).toBe(1)
})
