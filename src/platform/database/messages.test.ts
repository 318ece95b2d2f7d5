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
  const texts = ['', 'Ana', 'naïve ☕ 𝒳 日本語', '"\\{},NULL', 'ü'.repeat(300_000)]
  const bytes = randomBytes(150_000)
  for (const prepared of [false, true, true]) {
    const asked = texts.map((text) =>
      statement(
        sql`select ${text}::text as text, ${bytes}::bytea as bytes, ${null}::text as none, ${7}::integer as number`,
        {
          prepared,
        },
      ),
    )
    const answers = await inOneTrip(world.app, world.workspace.id, asked)
    expect(answers.flat()).toEqual(texts.map((text) => ({ text, bytes, none: null, number: 7 })))
  }
})
