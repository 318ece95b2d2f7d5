import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { phone } from './phone.ts'

test('a whole number of the North American plan gets the verdict it would get from the library', () => {
  const field = { name: 'phone', label: { en: '', es: '', pt: '', ms: '' } }
  for (let area = 200; area < 1_000; area++)
    for (const rest of ['0000000', '1002000', '5550123', '9119911', '2424242']) {
      const number = `+1${area}${rest}`
      const asked = parsePhoneNumberFromString(number)
      expect(asked?.isPossible(), number).toBe(true)
      expect(phone.parse(number, field), number).toEqual({ value: asked?.number })
    }
})
