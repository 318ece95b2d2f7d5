// Weights of packed levels, worked out once: a comparison of four address parts is then one look-up.
import { inSteps, levelNumber, type Model, weightsOf } from './model.ts'

export type LevelTables = {
  weights: Float64Array
  /**
   * What a quick look's answer is worth at most, at `weights.length` + the answer: settled levels their weight, and unsettled ones, which
   * are the complement of the best they can be, their ceiling.
   */
  worth: Float64Array
  /** The most that rarity and no higher levels can make of them. */
  ceilings: Float64Array
}

// A scorer is made for every check at entry, and its tables depend on the model alone.
const known = new WeakMap<Model, Map<string, LevelTables>>()

/** For every packing of these fields' levels its weight, and the most that a packing of no higher levels can weigh. */
export function levelTables(model: Model, names: readonly string[]): LevelTables {
  const ofModel = known.get(model) ?? new Map<string, LevelTables>()
  known.set(model, ofModel)
  const tables = ofModel.get(names.join()) ?? makeTables(model, names)
  ofModel.set(names.join(), tables)
  return tables
}

function makeTables(model: Model, names: readonly string[]): LevelTables {
  const fields = names.map((name) => {
    const field = model.fields.find((each) => each.name === name)
    if (!field) throw new Error(`The ${model.kind} model has no field "${name}".`)
    const up = field.rarity?.up ?? 0
    const from = field.rarity ? levelNumber(field, field.rarity.from) : Number.POSITIVE_INFINITY
    const weights = weightsOf(field)
    const most = weights.map((weight, i) => weight + (i >= from ? up : 0))
    return { name, weights, most, width: field.levels.length > 3 ? 3 : 2 }
  })
  const size = 1 << fields.reduce((bits, field) => bits + field.width, 0)
  const weights = new Float64Array(size)
  const most = new Float64Array(size)
  for (let packed = 0; packed < size; packed++) {
    weights[packed] = weigh(model, fields, levelsIn(packed, fields), 'weights').total
    most[packed] = weigh(model, fields, levelsIn(packed, fields), 'most').total
  }
  const ceilings = ceilingsOf(most, fields)
  return { weights, ceilings, worth: Float64Array.from([...ceilings.toReversed(), ...weights]) }
}

type Weighed = { name: string; weights: readonly number[]; most: readonly number[]; width: number }

/** The weights of these levels, and what the limit on fields that fail together gives back. */
export function weigh(
  model: Model,
  fields: readonly Weighed[],
  levels: readonly number[],
  by: 'weights' | 'most' = 'weights',
): { each: number[]; total: number; givenBack: number } {
  const each = fields.map((field, i) => field[by][levels[i] ?? 0] ?? 0)
  let givenBack = 0
  for (const together of model.together) {
    const sum = each.reduce((total, bits, i) => total + (together.fields.includes(fields[i]?.name ?? '') ? bits : 0), 0)
    if (sum < together.atLeast) givenBack += together.atLeast - sum
  }
  return { each, givenBack: inSteps(givenBack), total: inSteps(each.reduce((total, bits) => total + bits, givenBack)) }
}

function levelsIn(packed: number, fields: readonly Weighed[]): number[] {
  let rest = packed
  return fields.map(({ width }) => {
    const level = rest & ((1 << width) - 1)
    rest >>>= width
    return level
  })
}

/** One field after the other: the most under a level is the most of all levels up to it that are not "absent". */
function ceilingsOf(most: Float64Array, fields: readonly Weighed[]): Float64Array {
  const ceilings = most.slice()
  let shift = 0
  for (const { width } of fields) {
    const mask = (1 << width) - 1
    for (let packed = 0; packed < ceilings.length; packed++) {
      const level = (packed >>> shift) & mask
      // Letters may also find that a part cannot be told, so that "absent" counts as a level below.
      if (level > 0) ceilings[packed] = Math.max(ceilings[packed] ?? 0, ceilings[packed - (1 << shift)] ?? 0)
    }
    shift += width
  }
  return ceilings
}
