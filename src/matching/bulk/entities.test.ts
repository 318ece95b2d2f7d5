import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignEntities } from './entities.ts'

const ints = (...values: number[]) => Int32Array.from(values)

test('the first run gives every cluster an entity, and the same clusters keep theirs without a word', () => {
  const first = assignEntities(ints(), ints(0, 0, 2, 3), 1)
  expect([...first.entityOf]).toEqual([1, 1, 2, 3])
  expect(first.feed.map(({ kind }) => kind)).toEqual(['created', 'created', 'created'])
  const again = assignEntities(first.entityOf, ints(0, 0, 2, 3), first.next)
  expect([...again.entityOf]).toEqual([1, 1, 2, 3])
  expect(again.feed).toEqual([])
})

test('a newcomer takes the entity it joins, or a new one', () => {
  const { entityOf, feed, next } = assignEntities(ints(1, 2), ints(0, 1, 1, 3), 3)
  expect([...entityOf]).toEqual([1, 2, 2, 3])
  expect(feed).toEqual([{ kind: 'created', entity: 3 }])
  expect(next).toBe(4)
})

test('where two become one, the id of the larger stays and the other refers to it', () => {
  const { entityOf, feed } = assignEntities(ints(1, 2, 2), ints(0, 0, 0), 3)
  expect([...entityOf]).toEqual([2, 2, 2])
  expect(feed).toEqual([{ kind: 'merged', from: 1, into: 2 }])
})

test('where one becomes two, its id goes with the larger part', () => {
  const { entityOf, feed } = assignEntities(ints(1, 1, 1), ints(0, 1, 1), 2)
  expect([...entityOf]).toEqual([2, 1, 1])
  expect(feed).toEqual([
    { kind: 'created', entity: 2 },
    { kind: 'split', from: 1, into: 2 },
  ])
})

test('an entity that is shared out among others is merged into one of them and split into the rest', () => {
  const { entityOf, feed } = assignEntities(ints(1, 1, 2, 2, 2, 3, 3, 3), ints(0, 1, 0, 0, 0, 1, 1, 1), 4)
  expect([...entityOf]).toEqual([2, 3, 2, 2, 2, 3, 3, 3])
  expect(feed).toEqual([
    { kind: 'merged', from: 1, into: 2 },
    { kind: 'split', from: 1, into: 3 },
  ])
})

test('whatever happens, clusters and entities are the same grouping, untouched ones keep their ids, and the feed leads everywhere', () => {
  const clustering = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((labels) => firstRows(labels))
  fc.assert(
    fc.property(clustering, clustering, fc.integer({ min: 6, max: 12 }), (before, after, known) => {
      const first = assignEntities(ints(), before.slice(0, known), 1)
      const { entityOf, feed } = assignEntities(first.entityOf, after, first.next)
      expect([...firstRows([...entityOf])]).toEqual([...after])
      for (const entity of new Set(first.entityOf)) {
        const rows = [...first.entityOf.keys()].filter((row) => first.entityOf[row] === entity)
        const homes = new Set(rows.map((row) => entityOf[row]))
        const told = feed.flatMap((event) => (event.kind !== 'created' && event.from === entity ? [event] : []))
        expect(new Set(told.map(({ into }) => into))).toEqual(new Set([...homes].filter((home) => home !== entity)))
        expect(told.filter(({ kind }) => kind === 'merged')).toHaveLength(homes.has(entity) ? 0 : 1)
        const mates = [...after.keys()].filter((row) => row < known && after[row] === after[rows[0] ?? 0])
        if (mates.join() === rows.join()) expect([...homes]).toEqual([entity])
      }
    }),
  )
})

/** Labels as clusters are told: each row by the first row of its cluster. */
const firstRows = (labels: readonly number[]) => Int32Array.from(labels, (label) => labels.indexOf(label))
