// A rare value that agrees says more than a common one: two people called Nakamura in Oslo are likelier one than two called Olsen.
// The share of a value is counted in the records themselves, drawn towards the field's average where there are few of them.
import type { Columns } from './columns.ts'
import type { Comparison } from './compare/comparison.ts'
import { type Field, inSteps, levelNumber, type Model } from './model.ts'
import type { Step } from './scorer.ts'

type Rarity = Pick<Step, 'rarity' | 'rarities'> & {
  /** Whether rarity adds or takes anything for such levels, whatever the values. */
  isRare(levels: number): boolean
}

/** Bits to add for the levels of a pair: those of each field whose level speaks of one value. */
export function readRarity(model: Model, columns: Columns, comparison: Comparison): Rarity {
  const told = comparison.rarity
  if (told) return { isRare: () => true, rarity: told, rarities: (levels, a, b) => [told(levels, a, b)] }
  const parts = rareFields(model, columns, comparison.fields)
  const rarities = (levels: number, a: number, b: number): number[] =>
    comparison.fields.map((name) => {
      const part = parts.find((each) => each.name === name)
      return part ? bitsOf(part, levels, a, b) : 0
    })
  const rarity = (levels: number, a: number, b: number): number => {
    let bits = 0
    for (let i = 0; i < parts.length; i++) bits += bitsOf(parts[i] as RareField, levels, a, b) // within the array
    return bits
  }
  return { rarity, rarities, isRare: (levels) => parts.some((part) => isReached(part, levels)) }
}

type RareField = {
  name: string
  shift: number
  mask: number
  level: number
  codes: Int32Array
  bits: Float64Array
}

/** The fields of a comparison whose values' shares are known in these columns. */
function rareFields(model: Model, columns: Columns, names: readonly string[]): RareField[] {
  // The few candidates of one record are no sample of anything.
  if (columns.rows < 200 || columns.population > columns.rows * 2) return []
  let shift = 0
  return names.flatMap((name) => {
    const field = model.fields.find((each) => each.name === name)
    const at = shift
    const width = (field?.levels.length ?? 0) > 3 ? 3 : 2
    shift += width
    const [codes, counts] = [columns.numbers[name], columns.facts[`${name}_count`]]
    if (!field?.rarity || !codes || !counts) return []
    const level = levelNumber(field, field.rarity.from)
    return [{ name, shift: at, mask: (1 << width) - 1, level, codes, bits: bitsByCode(field, counts, columns.rows) }]
  })
}

const isReached = (part: RareField, levels: number): boolean => ((levels >>> part.shift) & part.mask) >= part.level

/** Where two readings of one value agree ("Ana | Ruiz Gil" and "Ana Ruiz | Gil"), each counts by half. */
function bitsOf(part: RareField, levels: number, a: number, b: number): number {
  if (!isReached(part, levels)) return 0
  const { codes, bits } = part
  return ((bits[codes[a] as number] as number) + (bits[codes[b] as number] as number)) / 2 // rows, and the codes they hold
}

const pseudoRows = 200

function bitsByCode(field: Field, counts: Int32Array, rows: number): Float64Array {
  const { up, down, from } = field.rarity ?? { up: 0, down: 0, from: '' }
  const usual = field.levels.find((each) => each.name === from)?.u ?? 1
  return Float64Array.from(counts, (count) => {
    // The record itself is no chance meeting, so that it is not counted among those who could agree by chance.
    const share = (Math.max(count - 1, 0) + pseudoRows * usual) / (rows + pseudoRows)
    return inSteps(Math.min(up, Math.max(-down, Math.log2(usual / share))))
  })
}
