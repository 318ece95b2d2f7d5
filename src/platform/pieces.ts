import { open } from 'node:fs/promises'

const pieceBytes = 1 << 18

/**
 * A file piece by piece, all in the same memory: a piece stands until the next is asked for. Streams take new memory for each, which is
 * outside the heap and waits there, by dozens of megabytes, until enough has gathered. `length`: how many bytes of it, where not all.
 */
export async function* piecesOf(path: string, length = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  const file = await open(path)
  const memory = Buffer.allocUnsafeSlow(pieceBytes)
  try {
    for (let left = length; left > 0; ) {
      const { bytesRead } = await file.read(memory, 0, Math.min(pieceBytes, left), null)
      if (bytesRead === 0) return
      left -= bytesRead
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
