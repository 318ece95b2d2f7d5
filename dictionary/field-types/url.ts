import { words } from '../words.ts'
import { cleanText, searchable, textual } from './kind.ts'

/** A web address; only http and https, for anything else may run something when clicked. */
export const url = textual({
  label: words('Web address', 'Dirección web', 'Endereço web', 'Alamat web'),
  parse: (input) => {
    const clean = cleanText(input, 2000)
    if ('fault' in clean) return clean
    const given = /^[a-z][a-z0-9+.-]*:/i.test(clean.value) ? clean.value : `https://${clean.value}`
    if (!URL.canParse(given)) return { fault: 'invalid_url', hint: 'https://company.com/page' }
    const parsed = new URL(given)
    const isSound =
      /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.') && !parsed.username && !parsed.password
    if (!isSound) return { fault: 'invalid_url', hint: 'https://company.com/page' }
    // Escaping makes an address longer; what is kept must fit as well.
    return parsed.href.length > 2000
      ? {
          fault: 'too_long',
          hint: words(
            'at most 2000 characters',
            'como máximo 2000 caracteres',
            'no máximo 2000 caracteres',
            'tidak melebihi 2000 aksara',
          ),
        }
      : { value: parsed.href }
  },
  schema: { format: 'uri', maxLength: 2000 },
  operators: searchable,
  groupable: false,
  sample: (random) => `https://example.com/${Math.floor(random() * 1000)}`,
})
