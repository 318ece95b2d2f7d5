import fc from 'fast-check'
import { expect, test } from 'vitest'
import { card, chartOf } from './chart.ts'

const person = (id: string, boss: string | null = null) => ({ id, boss })

test('a manager stands above the middle of two leads, and a team of three is stacked under its lead', () => {
  const { places, lines, order, waitingAt } = chartOf([
    person('ana', 'chief'),
    person('chief'),
    person('ben', 'chief'),
    ...['x', 'y', 'z'].map((id) => person(id, 'ben')),
    person('alone'),
  ])
  const [ana, ben, chief] = ['ana', 'ben', 'chief'].map((id) => places.get(id) ?? { x: Number.NaN, y: Number.NaN })
  expect(chief?.x).toBe(((ana?.x ?? 0) + (ben?.x ?? 0)) / 2)
  expect(ana?.y).toBe(ben?.y)
  expect(new Set(['x', 'y', 'z'].map((id) => places.get(id)?.x)).size).toBe(1)
  expect(lines.filter(({ enters }) => enters === 'team').map(({ to }) => to)).toEqual(['x', 'y', 'z'])
  expect(order.indexOf('chief')).toBeLessThan(order.indexOf('ana'))
  expect(places.get('alone')?.y).toBe(waitingAt)
})

test('whatever the lines, everybody is drawn once and nobody covers anybody', () => {
  const company = fc
    .array(fc.integer({ min: -1, max: 29 }), { maxLength: 30 })
    .map((bosses) => bosses.map((boss, i) => person(String(i), boss < 0 ? null : String(boss))))
  fc.assert(
    fc.property(company, (people) => {
      const { places, width, height } = chartOf(people)
      expect([...places.keys()].sort()).toEqual(people.map(({ id }) => id).sort())
      const cards = [...places.values()]
      for (const [i, one] of cards.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.x + card.width <= width && one.y + card.height <= height).toBe(true)
        for (const other of cards.slice(i + 1))
          expect(Math.abs(one.x - other.x) >= card.width || Math.abs(one.y - other.y) >= card.height).toBe(true)
      }
    }),
  )
})
