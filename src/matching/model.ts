// What a model is: for every field the levels on which two values can agree, each with how often it is seen among records of
// one thing (m) and among records of two (u). Its weight is log2(m / u) bits; a pair's weights and the prior add up to its score.
import type { Kind } from './columns.ts'

export type Level = {
  name: string
  /** Share of pairs of one thing that stand on this level, of those where both have a value. */
  m: number
  /** The same for pairs of two different things. */
  u: number
}

export type Field = {
  name: string
  /** From the second on; the first level of every field is "absent" and says nothing. Levels of agreement rise in their order. */
  levels: readonly Level[]
  /** From which level on the weight follows how rare the agreeing value is, at most so many bits up and down. */
  rarity?: { from: string; up: number; down: number }
}

/** Fields that fail together, such as the parts of an address: what they take away is limited. */
export type Together = { fields: readonly string[]; atLeast: number }

/** Named levels of fields: `{ given: ['different'] }`. All have to hold. */
export type Condition = Readonly<Record<string, readonly string[]>>

/** Evidence that no other outweighs: the score is held at `atMost`, and the answer is told. */
export type Contradiction = {
  name: string
  when: Condition
  /** The contradiction does not hold where one of these does. */
  unless?: readonly Condition[]
  atMost: number
  answer: 'related' | 'not_same'
  /** No third record leads across: in one cluster the two never are. */
  isHard?: boolean
  /** Tells relatives of one home apart, and holds only where records tell of relatives. */
  isOfHouseholds?: boolean
}

export type Model = {
  kind: Kind
  fields: readonly Field[]
  together: readonly Together[]
  contradictions: readonly Contradiction[]
  /** What binds two that are not one: a company and its subsidiary, two behind one mailbox, a household. */
  ties: readonly Condition[]
  /** What tells a thing from its relatives: of all that a company and its branch have in common, nothing is of these. */
  ownEvidence: readonly Condition[]
  /** What makes it likely that two entries of one list are two, though all else agrees. */
  evidenceOfAnother: readonly Condition[]
  /** Names that say who is meant; a part of a name may be of relatives too. */
  wholeNames: readonly Condition[]
  /** How many others of one thing a record has on average: with the population it gives the prior. */
  duplicates: number
  /** From here on two records are one: what an import takes for the same, and what clusters are formed by. */
  sameBits: number
  /** From here on existing records are merged without a person looking, where no third record speaks against it. */
  mergeBits: number
  /** From here on a person should look. */
  possibleBits: number
}

/** Bits that two records of this population start from: how seldom any two are one. */
export const priorOf = (model: Model, population: number): number =>
  inSteps(Math.log2(model.duplicates / Math.min(Math.max(population, 1000), 1 << 22)))

/** Weights are whole 1/1024 bits: so sums are exact in whatever order they are made, and an explanation adds up to the score. */
export const inSteps = (bits: number): number => Math.round(bits * 1024) / 1024

/** The weight of each level of a field, the absent one first. */
export const weightsOf = (field: Field): number[] => [
  0,
  ...field.levels.map((level) => inSteps(Math.log2(level.m / level.u))),
]

/** Where each field's level stands in the vector: its first bit and its width. */
export function layoutOf(model: Model): Map<string, { shift: number; width: number }> {
  const layout = new Map<string, { shift: number; width: number }>()
  let shift = 0
  for (const field of model.fields) {
    const width = field.levels.length > 3 ? 3 : 2
    layout.set(field.name, { shift, width })
    shift += width
  }
  if (shift > 31) throw new Error(`The ${model.kind} model has ${shift} bits of levels; a vector holds 31.`)
  return layout
}

/** The level of a field in a vector, by number; 0 is absent. */
export const levelIn = (vector: number, place: { shift: number; width: number }): number =>
  (vector >>> place.shift) & ((1 << place.width) - 1)

export const levelNumber = (field: Field, name: string): number => {
  const at = field.levels.findIndex((level) => level.name === name)
  if (at < 0) throw new Error(`The field ${field.name} has no level "${name}".`)
  return at + 1
}
