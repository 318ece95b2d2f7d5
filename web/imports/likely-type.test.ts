import { expect, test } from 'vitest'
import { likelyType } from './likely-type.ts'

test.each([
  ['boolean', ['Yes', 'no', ' ']],
  ['boolean', ['Sim', 'Não']],
  ['integer', ['17', '-3', '0']],
  ['text', ['017', '18']],
  ['text', ['17', 'the old one']],
  ['decimal', ['1.250,50', '8,5', '12']],
  ['money', ['12.500,50 €', '€ 3']],
  ['money', ['USD 1,200']],
  ['date', ['31/12/2026', '1/2/26']],
  ['date', ['2026-12-31']],
  ['url', ['https://quay.example/a']],
  ['long_text', ['short', 'word '.repeat(40)]],
  ['text', []],
] as const)('%s: %j', (type, values) => expect(likelyType(values)).toBe(type))
