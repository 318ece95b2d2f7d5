import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { type ColumnOf, rowSource } from './rows.ts'
import { sql, statement } from './sql.ts'
import { transact } from './tenant.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const columns: readonly ColumnOf[] = [
  { name: 'place', type: 'integer' },
  { name: 'words', type: 'text' },
  { name: 'id', type: 'uuid' },
  { name: 'document', type: 'jsonb' },
  { name: 'list', type: 'text[]' },
  { name: 'day', type: 'date' },
  { name: 'is_so', type: 'boolean' },
]

const asHeld = (rows: readonly (readonly unknown[])[]) =>
  transact(world.app, world.workspace.id, (tx) =>
    tx.query(
      statement(
        sql`select r.place, r.words, r.id, r.document, r.list::text[] as list, r.day, r.is_so from ${rowSource(columns, rows, 'r')} order by r.place`,
      ),
    ),
  )

test('rows come to the database as they are, whatever letters are in them', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', '').toWellFormed())
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 })
  const row = fc.tuple(
    maybe(words),
    maybe(fc.uuid()),
    maybe(words.map((text) => JSON.stringify({ text, list: [text, null] }))),
    maybe(fc.constantFrom('{}', '{"a","b \\" {c}"}', '{NULL}')),
    maybe(fc.constantFrom('2026-02-28', '0001-01-01')),
    maybe(fc.boolean()),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      const held = await asHeld(rows.map((each, i) => [i - 5, ...each]))
      expect(held.map(({ words, id, document, day, is_so }) => [words, id, document, day, is_so])).toEqual(
        rows.map(([text, id, document, , day, isSo]) => [
          text,
          id,
          document === null ? null : JSON.parse(document),
          day,
          isSo,
        ]),
      )
      expect(held.map(({ place }) => place)).toEqual(rows.map((_, i) => i - 5))
    }),
    { numRuns: 60 },
  )
})

test('what is no id and no number is refused by the database and not by us', async () => {
  const [id, other] = ['01a22607-0000-7000-8000-00000000000a', '01A22607-0000-7000-8000-00000000000B']
  const row = (place: unknown, id: unknown) => [place, null, id, null, null, null, null]
  expect((await asHeld([row(1, id), row(2, other)])).map((each) => each['id'])).toEqual([id, other.toLowerCase()])
  await expect(asHeld([row(1, id), row(2, '01a22607-0000-7000-8000-00000000000z')])).rejects.toThrow(/uuid/)
  await expect(asHeld([row(1, id), row(2.5, id)])).rejects.toThrow(/integer/)
})
