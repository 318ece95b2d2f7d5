// The heads outside the database, one JSON line each, only ever appended to. Whoever owns the database can rewrite the whole
// ledger, but not this file, if it is kept where they don't reach; so the check reads it first and trusts it most.
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { SignedHead } from './tree/heads.ts'

export type HeadsFile = {
  path: string
  /** Whether the ledger may hold heads that the file lacks: at the start, and after an append that failed. */
  isBehind: boolean
  /** Appends and waits for the disk. */
  append(heads: readonly SignedHead[]): Promise<void>
  /** The heads of one workspace, and the numbers of lines that can't be read, from 1. */
  headsOf(workspace: string): Promise<{ heads: SignedHead[]; unreadable: number[] }>
  /** The largest size that the file holds a head of, by workspace. */
  sizes(): Promise<Map<string, number>>
}

export function openHeadsFile(path: string): HeadsFile {
  return {
    path,
    isBehind: true,
    async append(heads) {
      if (heads.length === 0) return
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, 'a+', 0o644)
      try {
        // A line torn by a crash stays, unreadable, on a line of its own; its head is appended again when the file is healed.
        const start = (await endsTorn(file)) ? '\n' : ''
        await file.write(start + heads.map((head) => `${lineOf(head)}\n`).join(''))
        await file.datasync()
      } finally {
        await file.close()
      }
    },
    async headsOf(workspace) {
      const heads: SignedHead[] = []
      const unreadable: number[] = []
      for await (const { head, number } of linesOf(path)) {
        if (!head) unreadable.push(number)
        else if (head.workspace === workspace) heads.push(head)
      }
      return { heads, unreadable }
    },
    async sizes() {
      const sizes = new Map<string, number>()
      for await (const { head } of linesOf(path))
        if (head) sizes.set(head.workspace, Math.max(head.size, sizes.get(head.workspace) ?? 0))
      return sizes
    },
  }
}

type File = Awaited<ReturnType<typeof open>>

async function endsTorn(file: File): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return false
  const last = Buffer.alloc(1)
  await file.read(last, 0, 1, size - 1)
  return last[0] !== 0x0a
}

async function* linesOf(path: string): AsyncGenerator<{ head: SignedHead | null; number: number }> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  try {
    for await (const line of lines) {
      number += 1
      if (line.trim() !== '') yield { head: headIn(line), number }
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error // nothing was exported yet
  }
}

const hex = (bytes: number) =>
  z
    .hex()
    .length(2 * bytes)
    .transform((text) => Buffer.from(text, 'hex'))

const line = z.object({
  workspace: z.string(),
  size: z.int().nonnegative(),
  root: hex(32),
  at: z.string(),
  previous: hex(32),
  signature: hex(64),
})

function headIn(text: string): SignedHead | null {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const lineOf = ({ workspace, size, root, at, previous, signature }: SignedHead): string =>
  JSON.stringify({
    workspace,
    size,
    root: root.toString('hex'),
    at,
    previous: previous.toString('hex'),
    signature: signature.toString('hex'),
  })
