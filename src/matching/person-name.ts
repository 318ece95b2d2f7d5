import { fold } from '../../dictionary/index.ts'
import { isSlip } from './slip.ts'

const generations: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  sr: 'sr',
  senior: 'sr',
  ii: 'ii',
  iii: 'iii',
  filho: 'jr',
  neto: 'neto',
  hijo: 'jr',
}
const particles = new Set([
  'de',
  'da',
  'do',
  'dos',
  'das',
  'del',
  'la',
  'las',
  'los',
  'y',
  'e',
  'van',
  'von',
  'der',
  'den',
  'al',
  'bin',
  'binti',
  'bt',
  'a',
  'l',
  'p',
  'ben',
  'ibn',
])

type Name = { tokens: readonly string[]; generation: string | null }

/**
 * Whether two spellings can be one person, given that something else (an e-mail address) already says so: the same words in any
 * order, with words left out or cut to initials, but not another generation and not a first name that contradicts.
 */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [readName(a), readName(b)]
  if (one.generation !== other.generation && one.generation && other.generation) return false
  const [fewer, more] =
    one.tokens.length <= other.tokens.length ? [one.tokens, other.tokens] : [other.tokens, one.tokens]
  if (fewer.length === 0) return false
  const free = [...more]
  let whole = 0
  for (const token of fewer) {
    const at = free.indexOf(token)
    const near =
      at >= 0
        ? at
        : free.findIndex((each) => isShortFor(token, each) || isShortFor(each, token) || isTypoOf(token, each))
    if (near < 0) return false
    if (token.length > 1 && (free[near]?.length ?? 0) > 1) whole += 1
    free.splice(near, 1)
  }
  return whole > 0
}

function readName(text: string): Name {
  const tokens = fold(text.replace(/['’]/g, '')).split(' ')
  const generation = tokens.map((token) => generations[token]).find(Boolean) ?? null
  return { tokens: tokens.filter((token) => token && !generations[token] && !particles.has(token)), generation }
}

const isShortFor = (short: string, long: string): boolean => short.length === 1 && long.startsWith(short)

const isTypoOf = (a: string, b: string): boolean => isSlip(a, b, 4)
