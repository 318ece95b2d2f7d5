import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { sql, statement } from './sql.ts'
import { inOneTrip } from './tenant.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('texts in any script, bytes, nulls, and more than there was room for arrive as they were sent', async () => {
  const texts = ['', 'Ana', 'naïve ☕ 𝒳 日本語', '"\\{},NULL', 'ü'.repeat(100_000)]
  const bytes = randomBytes(50_000)
  for (const prepared of [false, true, true]) {
    const asked = texts.map((text) =>
      statement(sql`select ${text}::text as text, encode(${bytes}::bytea, 'hex') as bytes, ${null}::text as none`, {
        prepared,
      }),
    )
    const answers = await inOneTrip(world.app, world.workspace.id, asked)
    for (const [i, [row]] of answers.entries()) {
      expect(row?.['text'] === texts[i]).toBe(true) // a difference would be told letter by letter
      expect(row?.['bytes'] === bytes.toString('hex')).toBe(true)
      expect(row?.['none']).toBeNull()
    }
  }
})
