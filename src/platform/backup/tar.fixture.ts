// Damages an archive on purpose, for tests: each change leaves it a well-formed archive.

const BLOCK = 512

export function startOf(archive: Buffer, path: string): number {
  return entryOf(archive, path).at + BLOCK
}

export function without(archive: Buffer, isUnwanted: (path: string) => boolean): Buffer {
  const kept: Buffer[] = []
  let end = 0
  for (const { path, at, next } of entries(archive)) {
    if (!isUnwanted(path)) kept.push(archive.subarray(at, next))
    end = next
  }
  return Buffer.concat([...kept, archive.subarray(end)])
}

export function renamed(archive: Buffer, path: string, to: string): Buffer {
  const changed = Buffer.from(archive)
  const header = changed.subarray(entryOf(archive, path).at).subarray(0, BLOCK)
  header.fill(0, 0, 100).write(to, 0)
  return seal(header, changed)
}

/** One file and the two empty blocks of the end; `change` may spoil the header before its checksum is taken. */
export function archiveOf(path: string, content: Buffer, change: (header: Buffer) => void = () => undefined): Buffer {
  const header = Buffer.alloc(BLOCK)
  header.write(path, 0)
  header.write('0000600', 100)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  header.write('0', 156)
  change(header)
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)
  return seal(header, Buffer.concat([header, content, padding, Buffer.alloc(2 * BLOCK)]))
}

function seal(header: Buffer, archive: Buffer): Buffer {
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  if (header.buffer !== archive.buffer) header.copy(archive)
  return archive
}

function entryOf(archive: Buffer, path: string) {
  const entry = [...entries(archive)].find((candidate) => candidate.path === path)
  if (!entry) throw new Error(`The archive has no ${path}.`)
  return entry
}

function* entries(archive: Buffer): Generator<{ path: string; at: number; next: number }> {
  for (let at = 0; archive.readUInt8(at) !== 0; ) {
    const path = archive.toString('utf8', at, archive.indexOf(0, at))
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8)
    const next = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
    yield { path, at, next }
    at = next
  }
}
