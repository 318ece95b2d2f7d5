// Why two records may be one, as it is kept with their pair: the weights without the values, which whoever looks at it later reads
// for themselves, as far as they may.
import type { Explanation } from '../../matching/index.ts'

export type Evidence = {
  /** Bits that any two records start from. */
  prior: number
  /** Each field's weight, and what the rarity of the value adds; prior and parts add up to the score exactly. */
  parts: readonly { field: string; level: string; bits: number; rarityBits: number }[]
  /** Why the answer is not what the bits alone would say. */
  because: string | null
}

export const evidenceOf = ({ prior, parts, because }: Explanation): Evidence => ({
  prior,
  parts: parts.map(({ field, level, bits, termFrequencyBits }) => ({
    field,
    level,
    bits,
    rarityBits: termFrequencyBits,
  })),
  because,
})

/** The fields of the dictionary that each field of the models is made from. */
const madeFrom: Readonly<Record<string, readonly string[]>> = {
  given: ['name', 'first_name'],
  family: ['name', 'last_name'],
  name: ['name', 'legal_name'],
  email: ['email'],
  domain: ['domains', 'website', 'email'],
  phone: ['phone', 'mobile_phone'],
  mobile: ['mobile_phone'],
  country: ['country'],
  city: ['city'],
  industry: ['industry'],
}

/** Fields whose values an actor has to be able to read to be told of this part; what is made of others is told to nobody by name. */
export const fieldsBehind = (part: string): readonly string[] => madeFrom[part] ?? []
