// Recognising at entry: keys under which records lie that may be this one written differently, and the same scorer that compares
// everything with everything, over a handful of candidates.
import { accountModel } from './account-model.ts'
import { contactModel } from './contact-model.ts'
import { encode, type Values } from './encode.ts'
import { entryKeysOf } from './entry-keys.ts'
import { type Key, matchFieldsOf, matchKeysOf } from './exact.ts'
import { judge } from './explain.ts'
import { type NumberedKey, numbered } from './key-number.ts'
import { createScorer } from './scorer.ts'
import { type SearchKey, searchKeysOf, titleFieldsOf } from './title-words.ts'

const models = { contact: contactModel, account: accountModel } as const
type Kind = keyof typeof models

/** The shipped model of a kind. */
export const modelOf = (kind: Kind) => models[kind]

/** Bits from which on two records of a kind may be merged without a person looking, as shipped. */
export const mergeBitsOf = (kind: Kind): number => models[kind].mergeBits

/** Objects whose records are compared by how alike they are. */
export const isCompared = (object: string): object is Kind => Object.hasOwn(models, object)

/** A key that more than so many hold says nothing of any one of them. */
export const mostHolders = 30

/** Keys that records which look alike share. Their kinds begin with `~`, so that no exact rule takes one for its own. */
export function lookKeysOf(object: string, values: Values): readonly NumberedKey[] {
  if (!isCompared(object)) return []
  return entryKeysOf(object, values).map(({ kind, key }) => numbered(object, { kind: `~${kind}`, key }))
}

/** Whether a key is one of likeness, which only proposes: nobody asks for its text again. */
export const isLikeness = ({ kind }: Key): boolean => kind.startsWith('~')

export type RecordKeys = { recognised: readonly NumberedKey[]; searched: readonly SearchKey[] }

/** All keys a record is kept under. */
export const keptKeysOf = (object: string, values: Values): RecordKeys => ({
  recognised: recordKeysOf(object, values),
  searched: searchKeysOf(object, values),
})

/** All keys a record is recognised by. */
export const recordKeysOf = (object: string, values: Values): NumberedKey[] => [
  ...matchKeysOf(object, values),
  ...lookKeysOf(object, values),
]

const lookFields: Readonly<Record<Kind, readonly string[]>> = {
  contact: ['name', 'first_name', 'last_name', 'email', 'phone', 'mobile_phone'],
  account: ['name', 'legal_name', 'domains', 'website', 'phone', 'country', 'city', 'industry'],
}

const madeFrom: Readonly<Record<Kind, readonly string[]>> = {
  contact: [...lookFields.contact, 'country', 'account'],
  account: [...lookFields.account, 'other_names'],
}

/** All that a record's keys are made from. */
export const keyFieldsOf = (object: string): readonly string[] =>
  isCompared(object) ? madeFrom[object] : recordFieldsOf(object)

/** Fields that a record's keys are made from, and that tell it from others. */
export const recordFieldsOf = (object: string): readonly string[] => [
  ...new Set([...matchFieldsOf(object), ...(isCompared(object) ? lookFields[object] : []), ...titleFieldsOf(object)]),
]

/** A record that is written, and those that it may be. */
export type Asked = { written: Values; candidates: readonly Values[] }
/** A candidate by its place. */
export type Same = { place: number; bits: number }

/**
 * Which candidates are the same as the record that is written, the likeliest first, for each that is asked about. Whoever writes is held
 * up, so the line is the one of what is merged unseen.
 *
 * @param population how many records there are, of which the candidates are a few
 */
export function sameAmong(object: Kind, asked: readonly Asked[], population: number): Same[][] {
  const found: Same[][] = []
  for (let from = 0; from < asked.length; ) {
    let rows = 0
    let to = from
    for (; to < asked.length; to++) {
      const more = 1 + (asked[to]?.candidates.length ?? 0)
      if (to > from && rows + more > mostTogether) break
      rows += more
    }
    found.push(...sameInOneTable(object, asked.slice(from, to), population))
    from = to
  }
  return found
}

/**
 * Whether none can be one with what stands beside it, wherever the line is drawn: the smaller the population, the likelier any two are
 * one, and of what says no name nothing is known.
 */
export function areApart(object: Kind, asked: readonly Asked[]): boolean {
  const [title = 'name'] = titleFieldsOf(object)
  const all = asked.flatMap(({ written, candidates }) => [written, ...candidates])
  if (all.some((each) => typeof each[title] !== 'string')) return false
  const model = models[object]
  const scorer = createScorer(model, encode(object, all, { population: 0 }), { floor: model.possibleBits })
  let row = 0
  return asked.every(({ candidates }) => {
    const own = row
    row += 1 + candidates.length
    return candidates.every((_, place) => scorer.score(own, own + 1 + place) < model.possibleBits)
  })
}

/**
 * Making a table and a scorer for one pair costs a hundred times what comparing it does, so several are read together; fewer than from
 * which on it is counted how rare a value is (`rarity.ts`), so that each gets the bits it would get alone.
 */
const mostTogether = 199

function sameInOneTable(object: Kind, asked: readonly Asked[], population: number): Same[][] {
  if (asked.every(({ candidates }) => candidates.length === 0)) return asked.map(() => [])
  const model = models[object]
  const columns = encode(
    object,
    asked.flatMap(({ written, candidates }) => [written, ...candidates]),
    { population },
  )
  const scorer = createScorer(model, columns, { floor: model.possibleBits })
  let row = 0
  return asked.map(({ candidates }) => {
    const own = row
    row += 1 + candidates.length
    return candidates
      .map((_, place) => ({ place, bits: scorer.score(own, own + 1 + place) }))
      .filter(
        ({ place, bits }) =>
          bits >= model.mergeBits && judge(model, scorer.vector(own, own + 1 + place), bits).answer === 'same',
      )
      .sort((a, b) => b.bits - a.bits)
  })
}
