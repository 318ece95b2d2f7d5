// What the API answers of duplicates, as far as these pages read it.
import type { Claim } from '../api/answers.ts'

/** What is compared by more than its ids. */
export const compared = ['account', 'contact'] as const
export type Compared = (typeof compared)[number]

export type Titled = { id: string; title: string | null }

export type Pair = { a: Titled; b: Titled; bits: number; foundAt: string; valueAtStake: number | null }

export type Dependants = { object: string; field: string; relation: string | null; count: number }

export type ComparedField = {
  field: string
  values: readonly unknown[]
  sources: readonly ({ from: Claim | null; others: readonly Claim[] } | null)[]
  isSame: boolean
}

export type Comparison = {
  object: string
  records: readonly { id: string; dependants: readonly Dependants[] }[]
  fields: readonly ComparedField[]
}

export type Part = {
  /** Null for what is not the reader's to read. */
  field: string | null
  level: string | null
  bits: number
  rarityBits: number
  values: readonly [unknown, unknown] | null
}

export type Explanation = {
  a: string
  b: string
  bits: number
  prior: number
  because: string | null
  parts: readonly Part[]
}

export type Rule = 'only' | 'agreed' | 'authority' | 'hand' | 'verification' | 'chosen' | 'recency' | 'computed'

export type Merged = {
  act: string
  id: string
  merged: readonly string[]
  fields: readonly {
    field: string
    value: unknown
    rule: Rule
    from: { system: string; localId: string; record: string } | null
  }[]
  dependants: readonly Dependants[]
  held: readonly string[]
}

/** Field → the record whose value is taken. */
export type Choices = Readonly<Record<string, string>>

export type MergeOrder = { object: Compared; ids: readonly string[]; into: string; choices: Choices }

export type Question = { key: string; sides: readonly Titled[] } & (
  | { kind: 'field'; field: string; value: unknown }
  | { kind: 'source'; system: string; localId: string }
  | { kind: 'reference'; object: string; id: string; field: string; title: string | null }
)

export type MergedFrom = {
  act: string
  at: string
  actor: { kind: string; id: string }
  because: string | null
  records: readonly Titled[]
}
