import { expect, test } from 'vitest'
import { population } from '../../../bench/matching-people.ts'
import { encode } from '../encode.ts'
import { contactComparisons } from './contact.ts'

// What is told quickly decides which pairs are never looked at closely, so it may be less sure than a close look, but not other.
test('what codes and letters settle at once is what a close look finds, and no hope is too small', () => {
  const { person } = population(600, 5)
  const columns = encode(
    'contact',
    Array.from({ length: 600 }, (_, row) => person(row)),
  )
  for (const { fields, quick, full } of contactComparisons(columns))
    for (let a = 0; a < 600; a++)
      for (let b = 0; b < a; b++) {
        const [hoped, found] = [quick(a, b), full(a, b)]
        if (hoped >= 0)
          if (found !== hoped) expect([fields, a, b, found]).toEqual([fields, a, b, hoped])
          else if ((found & 7) > (~hoped & 7))
            expect(found & 7, `${fields} of ${a} and ${b}`).toBeLessThanOrEqual(~hoped & 7)
      }
})
