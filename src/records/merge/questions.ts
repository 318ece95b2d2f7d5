// What only a person can say when a merge is taken apart: whose something is that came while the records were one.
import type { SystemName } from '../../../dictionary/index.ts'

/** `key` is what an answer is given under; the answer is the id of one of `sides`. */
export type Question = {
  key: string
  /** The records to choose from, the one that stays first. */
  sides: readonly { id: string; title: string | null }[]
} & (
  | { kind: 'field'; field: string; value: unknown }
  | { kind: 'source'; system: SystemName; localId: string }
  | { kind: 'reference'; object: string; id: string; field: string; title: string | null }
)

type Matter =
  | { kind: 'field'; field: string; value: unknown }
  | { kind: 'source'; system: SystemName; localId: string }
  | { kind: 'reference'; object: string; id: string; field: string; title: string | null }

/** `stay`: whatever is not certain stays with the record it is on. */
export type Answers = 'stay' | Readonly<Record<string, string>>

export type Asked = { matter: Matter; key: string; sides: readonly string[] }

/** Collects what is asked, and gives the answers there are. */
export type Inquiry = {
  asked: Asked[]
  /** The side for something uncertain; `stays` where nobody has said, which is then asked about. */
  decide(key: string, possible: readonly string[], stays: string, matter: Matter | null): string
}

export function openInquiry(answers: Answers): Inquiry {
  const asked: Asked[] = []
  return {
    asked,
    decide(key, possible, stays, matter) {
      if (answers === 'stay' || matter === null) return stays
      const answer = answers[key]
      if (answer !== undefined && possible.includes(answer)) return answer
      asked.push({ key, sides: possible, matter })
      return stays
    },
  }
}
