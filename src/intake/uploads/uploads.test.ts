import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WorkspaceId } from '../../platform/index.ts'
import { openUploads } from './uploads.ts'

const mb = 1024 * 1024
const workspace = '01a1dea6-4100-7001-89b0-4a9a86fa2fe2' as WorkspaceId

test('what comes of a file does not gather in memory while it is received', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-uploads-'))
  try {
    const uploads = openUploads(folder)
    const storedAs = await uploads.begin(workspace)
    const size = 128 * mb
    let most = 0
    const before = process.memoryUsage().arrayBuffers
    async function* content() {
      for (let sent = 0; sent < size; sent += 64 * 1024) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        yield Buffer.allocUnsafeSlow(64 * 1024) // as a socket takes memory for each piece
      }
    }
    await uploads.receive(workspace, storedAs, { offset: 0, size, content: content() })
    expect((await stat(uploads.pathOf(workspace, storedAs))).size).toBe(size)
    expect(most, 'some pieces outlive a collection that meets another one under way').toBeLessThan(32 * mb)
  } finally {
    await rm(folder, { recursive: true })
  }
})
