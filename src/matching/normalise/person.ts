// A person's name as what it is compared by: given words, family words, a generation. Particles, titles and patronymic words
// fall away because half of all systems drop them; which word is the family's is a guess wherever only one line was given,
// so the comparison may look across.
import { readLately } from './lately.ts'
import { latinised } from './letters.ts'

export type PersonName = {
  given: readonly string[]
  family: readonly string[]
  /** Senior is 1, junior 2, the third 3; 0 where nothing is said. */
  generation: number
}

const generations: Readonly<Record<string, number>> = {
  sr: 1,
  senior: 1,
  snr: 1,
  pai: 1,
  jr: 2,
  jnr: 2,
  junior: 2,
  ii: 2,
  '2nd': 2,
  filho: 2,
  hijo: 2,
  neto: 3,
  nieto: 3,
  sobrinho: 4,
  iii: 3,
  '3rd': 3,
  iv: 4,
  '4th': 4,
}
const particles = new Set(
  'de da do dos das del della delle di du des la las le los lo y e i van von vom zu zum zur der den ter ten te het op af av al el ul bin bint binte binti ibn ben bt b bte al ap s o d so do'.split(
    ' ',
  ),
)
const titles = new Set(
  'mr mrs ms miss mx dr prof sir dame lord lady madam mme mlle herr frau fraulein hr fr sr sra srta don dona dna ing lic arq abg cpa dipl phd md mba esq en pn cik puan encik tuan haji hj hjh hajjah datuk dato datin tan sri tun ir ts shri smt sri san sama'.split(
    ' ',
  ),
)
// A patronymic word stands between a person's own name and the father's.
const patronymics = new Set('bin bint binte binti ibn ben bt bte al ap so do'.split(' '))

/** Reads first and last name where they are known, else the whole line: "Weber, Nora", "Hakim bin Zainal", "Nora Weber". */
export function readPerson(name: { full?: string | null; first?: string | null; last?: string | null }): PersonName {
  const [first, last] = [name.first?.trim() ?? '', name.last?.trim() ?? '']
  if (first && last) return fromParts(first, last)
  const full = name.full?.trim() || first || last
  const comma = full.indexOf(',')
  if (comma > 0) {
    const [before, after] = [full.slice(0, comma), full.slice(comma + 1)]
    // "King, Jr." has a generation behind its comma, not a given name.
    if (wordsOf(after).some((word) => !generations[word])) return fromParts(after, before)
  }
  if (first && !name.full) return fromParts(first, '')
  if (last && !name.full) return fromParts('', last)
  return fromLine(full)
}

/** All words of a name in one order: two spellings of one name that only swap words are equal. */
export const personKey = (name: PersonName): string => [...name.given, ...name.family].sort().join(' ')

function fromParts(first: string, last: string): PersonName {
  const [given, family] = [partOf(first), partOf(last)]
  return {
    given: given.words,
    family: family.words,
    // The first word of a name is never its generation.
    generation: given.all.length === 0 ? family.behind : family.anywhere || given.behind,
  }
}

type Part = {
  all: readonly string[]
  words: readonly string[]
  /** The generation it tells, and the one it tells behind its first word. */
  anywhere: number
  behind: number
}

// The same few thousand given and family names make up most names of a million people.
const partOf = readLately(3_000, (text): Part => {
  const all = wordsOf(text)
  return { all, words: meaningful(all), anywhere: generationOf(['', ...all]), behind: generationOf(all) }
})

function fromLine(line: string): PersonName {
  const words = wordsOf(line)
  const generation = generationOf(words)
  const at = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isPatronymic(word, words))
  if (at > 0) return { given: meaningful(words.slice(0, at)), family: meaningful(words.slice(at + 1)), generation }
  const rest = meaningful(words)
  // Four words are two given and two family names more often than three and one.
  const families = rest.length >= 4 ? 2 : rest.length >= 2 ? 1 : 0
  return { given: rest.slice(0, rest.length - families), family: rest.slice(rest.length - families), generation }
}

const isPatronymic = (word: string, words: readonly string[]): boolean =>
  patronymics.has(word) && !(word === 'al' && words.indexOf(word) === 0)

/** "A/L" and "a.p." become words of their own, a hyphen joins nothing, an apostrophe parts nothing. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/['’`´ʼ]/g, '')
    .replace(/\([^)]*\)|"[^"]*"/g, ' ')
    .replace(/\b([as])\s*[/.]\s*([lpo])\b\.?/gi, ' $1$2 ')
    .replace(/\bd\s*\/\s*o\b/gi, ' do ')
  return latinised(plain).split(' ').filter(Boolean)
}

function meaningful(words: readonly string[]): string[] {
  const ofPerson = words.filter((word) => !generations[word])
  const bare = ofPerson.filter((word, i) => !(titles.has(word) && (i === 0 || i === ofPerson.length - 1)))
  const rest = bare.filter((word) => !particles.has(word))
  // A name made of such words alone ("Do Le", "Ten") is still a name.
  return rest.length > 0 ? rest : ofPerson
}

/** The generation is told at the end of a name, or of its given part; in front it is a title ("Sr. Gómez"). */
const generationOf = (words: readonly string[]): number =>
  words.slice(1).reduce((found, word) => generations[word] ?? found, 0)
