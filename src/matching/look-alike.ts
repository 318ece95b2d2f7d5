// Recognising at entry: keys under which records lie that may be this one written differently, and the same scorer that compares
// everything with everything, over a handful of candidates.
import { accountModel } from './account-model.ts'
import { contactModel } from './contact-model.ts'
import { encode, type Values } from './encode.ts'
import { entryKeysOf } from './entry-keys.ts'
import { type Key, matchFieldsOf, matchKeysOf } from './exact.ts'
import { judge } from './explain.ts'
import { createScorer } from './scorer.ts'
import { titleFieldsOf, titleKeysOf } from './title-words.ts'

const models = { contact: contactModel, account: accountModel } as const
type Kind = keyof typeof models

/** The shipped model of a kind. */
export const modelOf = (kind: Kind) => models[kind]

/** Bits from which on two records of a kind may be merged without a person looking, as shipped. */
export const mergeBitsOf = (kind: Kind): number => models[kind].mergeBits

/** Objects whose records are compared by how alike they are. */
export const isCompared = (object: string): object is Kind => Object.hasOwn(models, object)

/** Each key is a row that every record writes, so only the most telling kinds are kept. */
const keptKinds: Readonly<Record<Kind, readonly string[]>> = {
  contact: ['phone', 'name', 'at'],
  account: ['name', 'word', 'phone'],
}
const mostKept = 4

/** A key that more than so many hold says nothing of any one of them. */
export const mostHolders = 30

/** Keys that records which look alike share. Their kinds begin with `~`, so that no exact rule takes one for its own. */
export function lookKeysOf(object: string, values: Values): readonly Key[] {
  if (!isCompared(object)) return []
  let said = object as string
  for (const name of madeFrom[object]) said += `\0${textOrList(values[name])}`
  const known = madeLately.get(said)
  if (known) return known
  const keys = entryKeysOf(object, values)
    .filter(({ kind }) => keptKinds[object].includes(kind))
    .slice(0, mostKept)
    .map(({ kind, key }) => ({ kind: `~${kind}`, key }))
  if (madeLately.size >= mostMade) madeLately.clear()
  madeLately.set(said, keys)
  return keys
}

const textOrList = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)

// The keys of a record are asked for when it is looked for, and again when it is written.
const madeLately = new Map<string, readonly Key[]>()
const mostMade = 5_000

/** All keys a record is kept under. */
export const recordKeysOf = (object: string, values: Values): Key[] => [
  ...matchKeysOf(object, values),
  ...lookKeysOf(object, values),
  ...titleKeysOf(object, values),
]

const lookFields: Readonly<Record<Kind, readonly string[]>> = {
  contact: ['name', 'first_name', 'last_name', 'email', 'phone', 'mobile_phone'],
  account: ['name', 'legal_name', 'domains', 'website', 'phone', 'country', 'city', 'industry'],
}

const madeFrom: Readonly<Record<Kind, readonly string[]>> = {
  contact: [...lookFields.contact, 'country', 'account'],
  account: [...lookFields.account, 'other_names'],
}

/** Fields that a record's keys are made from. */
export const recordFieldsOf = (object: string): readonly string[] => [
  ...new Set([...matchFieldsOf(object), ...(isCompared(object) ? lookFields[object] : []), ...titleFieldsOf(object)]),
]

/**
 * Which candidates are the same as the record that is written, by their places, the likeliest first. Whoever writes is held up, so
 * the line is the one of what is merged unseen.
 *
 * @param population how many records there are, of which the candidates are a few
 */
export function sameAmong(
  object: Kind,
  written: Values,
  candidates: readonly Values[],
  population: number,
): { place: number; bits: number }[] {
  if (candidates.length === 0) return []
  const model = models[object]
  const columns = encode(object, [written, ...candidates], { population })
  const scorer = createScorer(model, columns, { floor: model.possibleBits })
  return candidates
    .map((_, i) => ({ place: i, bits: scorer.score(0, i + 1) }))
    .filter(
      ({ place, bits }) => bits >= model.mergeBits && judge(model, scorer.vector(0, place + 1), bits).answer === 'same',
    )
    .sort((a, b) => b.bits - a.bits)
}
