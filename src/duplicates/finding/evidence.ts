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

/**
 * The fields of the dictionary that each part is made of, by object. All have to be readable for whoever is told of the part; the
 * first of the record's own that has a value is shown beside it.
 */
const madeFrom: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  account: {
    name: ['account.name', 'account.legal_name'],
    form: ['account.legal_name', 'account.name'],
    branch: ['account.name', 'account.legal_name', 'account.city'],
    domain: ['account.domains', 'account.website', 'contact.email'],
    people: ['contact.email'],
    term: ['account.contract_start', 'account.renewal_date'],
    phone: ['account.phone'],
    country: ['account.country'],
    city: ['account.city'],
    industry: ['account.industry'],
  },
  contact: {
    given: ['contact.first_name', 'contact.name', 'contact.email'],
    family: ['contact.last_name', 'contact.name', 'contact.email'],
    generation: ['contact.name'],
    email: ['contact.email'],
    phone: ['contact.phone', 'contact.mobile_phone'],
    title: ['contact.title'],
    employer: ['account_contact.account', 'contact.email'],
  },
}

/** `object.field` of all that a part is made of; null where it is told to nobody by name. */
export const fieldsBehind = (object: string, part: string): readonly string[] | null => madeFrom[object]?.[part] ?? null
