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

// Below these an ending is the country's again: company.com.co is in Colombia.
const ownUnder = new Set(['com', 'org', 'net', 'gov', 'gob', 'edu', 'co'])

/** A country from its name or code, else from the ending of an address; undefined where neither tells. */
export function country(name: string, address?: string): string | undefined {
  const read = name === '' ? null : fieldType({ type: 'country' }).parse(name, context)
  if (read && 'value' in read) return String(read.value)
  const host =
    address
      ?.trim()
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/[/:?#].*$/, '')
      .toLowerCase() ?? ''
  const [, under, ending = ''] = /(?:\.|@)?([^.@]*)\.([a-z]{2})$/.exec(host) ?? []
  if (!ending || (worldwide.has(ending) && !ownUnder.has(under ?? ''))) return undefined
  const code = fieldType({ type: 'country' }).parse(endings[ending] ?? ending, context)
  return 'value' in code ? String(code.value) : undefined
}

/** Where a telephone number is at home; where nothing tells, it is where the account is that its owner stands at. */
export const placeOf = (code: string | undefined): { country: string | undefined; isGuess: boolean } => ({
  country: code,
  isGuess: code === undefined,
})
