// What is told of two texts without reading them has to hold for every text: it decides which pairs are never read.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTexts } from '../texts.ts'
import { commonLetters, editDistance, jaroWinkler, lengthOf, mayBeWithin } from './strings.ts'
import { compareWords } from './words.ts'

const word = fc.string({
  unit: fc.constantFrom(...'aabcdeilnorstz@.7é日 '),
  minLength: 1,
  maxLength: 14,
})
/** Two words, often one made from the other by a few slips. */
const pair = fc
  .tuple(word, word, fc.nat(12), fc.nat(3), fc.boolean())
  .map(([one, other, at, length, isSlip]) => [
    one,
    isSlip ? one.slice(0, at) + other.slice(0, 2) + one.slice(at + length) || 'x' : other,
  ])

const coded = (words: readonly string[]) => {
  const texts = createTexts()
  const codes = words.map((each) => texts.codeOf(each))
  return { texts: texts.finish(), a: codes[0] ?? 0, b: codes[1] ?? 0 }
}

test('no two words are kept from being read that are within the limit', () => {
  fc.assert(
    fc.property(pair, fc.integer({ min: 0, max: 5 }), (words, limit) => {
      const { texts, a, b } = coded(words)
      if (!mayBeWithin(texts, a, b, limit)) expect(editDistance(texts, a, b, limit)).toBeGreaterThan(limit)
    }),
    { numRuns: 2_000 },
  )
})

test('no two words are called different that are near, alike, or made of the same letters', () => {
  fc.assert(
    fc.property(pair, (words) => {
      const { texts, a, b } = coded(words)
      const none = { starts: new Int32Array(4), items: new Int32Array() }
      if (compareWords(texts, none)(a, b) !== 1) return
      const length = Math.max(...[a, b].map((code) => lengthOf(texts, code)))
      if (length >= 4) expect(editDistance(texts, a, b, length >= 8 ? 2 : 1)).toBeGreaterThan(length >= 8 ? 2 : 1)
      if (length >= 5) expect(jaroWinkler(texts, a, b)).toBeLessThan(0.84)
      if (length >= 4) expect(commonLetters(texts, a, b)).toBeLessThan(0.75)
    }),
    { numRuns: 3_000 },
  )
})

test('texts get one code each, however many there are and whatever their letters', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 600 }), (all) => {
      const texts = createTexts()
      const codes = all.map((each) => texts.codeOf(each))
      const { starts, bytes } = texts.finish()
      const decoder = new TextDecoder()
      codes.forEach((code, i) => {
        // Lone halves of letters cannot be written as bytes, and are read as the sign for that.
        const read = decoder.decode(bytes.slice(starts[code], starts[code + 1]))
        expect(code === 0 ? '' : read).toBe(all[i]?.toWellFormed())
        expect(texts.codeOf(all[i] ?? '')).toBe(code)
      })
      expect(texts.size()).toBe(new Set(codes).add(0).size)
    }),
    { numRuns: 100 },
  )
})
