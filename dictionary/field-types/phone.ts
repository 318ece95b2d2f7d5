import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { words } from '../words.ts'
import { cleanText, nominal, pick, textual } from './kind.ts'

/**
 * A telephone number as E.164 with `;ext=` where it has an extension. A national number needs its country:
 * give `{ number, country }` where it is known, for `(212) 241-4371` alone is nobody's number.
 */
export const phone = textual({
  label: words('Phone', 'Teléfono', 'Telefone', 'Telefon'),
  parse: (input) => {
    const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : { number: input }
    const clean = cleanText(typeof given.number === 'number' ? String(given.number) : given.number, 60)
    if ('fault' in clean) return clean
    if (isWholeNorthAmerican.test(clean.value)) return { value: clean.value }
    const country =
      typeof given.country === 'string' && isSupportedCountry(given.country)
        ? (given.country as CountryCode)
        : undefined
    const parsed = parsePhoneNumberFromString(clean.value.replace(/^00(?=[1-9])/, '+'), country)
    if (!parsed?.isPossible())
      return {
        fault: 'invalid_phone',
        hint: words(
          'with the country code: +1 212 241 4371',
          'con el código del país: +34 91 123 45 67',
          'com o código do país: +55 11 91234-5678',
          'dengan kod negara: +60 3-1234 5678',
        ),
      }
    return { value: `${parsed.number}${parsed.ext ? `;ext=${parsed.ext}` : ''}` }
  },
  schema: { pattern: '^\\+[1-9][0-9]{3,14}(;ext=[0-9]{1,7})?$' },
  operators: [...nominal, 'starts_with'],
  groupable: false,
  sample: (random) => `${pick(random, ['+1212', '+1312'])}${String(2_000_000 + Math.floor(random() * 7_999_999))}`,
})

/**
 * A number of the North American plan in E.164: ten digits are right in each of its twenty-five countries, and to find out which of them
 * it is, as the library does first, costs more than all else that is done with a contact.
 */
const isWholeNorthAmerican = /^\+1[2-9][0-9]{9}$/
