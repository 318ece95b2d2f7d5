// UUIDv7 made by the service: they sort by the moment they were made, and rows of one time lie together on disk.
import { randomFillSync } from 'node:crypto'

declare const brand: unique symbol
export type Id<Of extends string> = string & { readonly [brand]?: Of }
export type WorkspaceId = Id<'workspace'>
export type RecordId = Id<'record'>
export type ActId = Id<'act'>
export type UserId = Id<'user'>

export type Ids = { next(atMs: number): string }

/** Ids of one process; those of one millisecond keep the order they were made in. `fill` gives random bytes. */
export function createIds(fill: (bytes: Uint8Array) => void = randomFillSync): Ids {
  const pool = Buffer.alloc(8 * 512)
  let used = pool.length
  let lastMs = 0
  let counter = 0
  return {
    next(atMs) {
      if (used === pool.length) {
        fill(pool)
        used = 0
      }
      const random = pool.toString('hex', used, used + 8)
      used += 8
      counter = atMs === lastMs ? counter + 1 : 0
      lastMs = atMs
      // 12 bits of order within the millisecond; past that the overflow spills into the random part's leading bits.
      const order = (counter & 0xfff).toString(16).padStart(3, '0')
      const variant = (8 + ((counter >> 12) & 3)).toString(16)
      const time = atMs.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${random.slice(0, 3)}-${random.slice(3, 15)}`
    },
  }
}

/** The smallest id that could have been made at a moment: every id made later sorts after it. */
export function floorOfTime(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** The moment an id was made. */
export const momentOfId = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: unknown): text is string => typeof text === 'string' && uuid.test(text)
