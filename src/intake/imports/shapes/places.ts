import { fieldType, words } from '../../../../dictionary/index.ts'

const context = { name: 'country', label: words('Country', 'País', 'País', 'Negara') }

// Endings of the web that a country keeps for itself, where they differ from its code.
const endings: Readonly<Record<string, string>> = { uk: 'GB' }
// Endings sold to the whole world say nothing of a country.
const worldwide = new Set([
  'io',
  'co',
  'me',
  'tv',
  'ai',
  'cc',
  'fm',
  'ly',
  'to',
  'ws',
  'gg',
  'sh',
  'so',
  'st',
  'vc',
  'la',
  'ac',
  'eu',
])

/** A country from its name or code, else from the ending of an address; undefined where neither tells. */
export function country(name: string, address?: string): string | undefined {
  const read = name === '' ? null : fieldType({ type: 'country' }).parse(name, context)
  if (read && 'value' in read) return String(read.value)
  const ending = /\.([a-z]{2})(?:[/:?#].*)?$/i
    .exec(
      address
        ?.trim()
        .replace(/^[a-z]+:\/\//i, '')
        .replace(/\/.*$/, '') ?? '',
    )?.[1]
    ?.toLowerCase()
  if (!ending || worldwide.has(ending)) return undefined
  const code = fieldType({ type: 'country' }).parse(endings[ending] ?? ending, context)
  return 'value' in code ? String(code.value) : undefined
}
