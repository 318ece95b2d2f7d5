import { expect, test } from 'vitest'
import { population } from '../../../bench/matching-people.ts'
import { encode } from '../encode.ts'
import { contactComparisons } from './contact.ts'

// What is told quickly decides which pairs are never looked at closely: it may be less sure than a close look, but not other.
test('what codes and letters settle at once is what a close look finds', () => {
  const { person } = population(600, 5)
  const records = Array.from({ length: 600 }, (_, row) => person(row))
  const others: string[] = []
  for (const { fields, quick, full } of contactComparisons(encode('contact', records), () => true))
    for (let a = 0; a < 600; a++)
      for (let b = 0; b < a; b++) {
        const told = quick(a, b)
        if (told >= 0 && told !== full(a, b)) others.push(`${fields}: ${a} and ${b} are ${full(a, b)}, not ${told}`)
      }
  expect(others).toEqual([])
})
