// Why a text is no question, as a name with what fills it: the sentence is for who answers people (`reasons.ts`).
import type { Words } from '../../dictionary/words.ts'
import type { reasons } from './reasons.ts'

type Reasons = typeof reasons
type Given<K extends keyof Reasons> = Reasons[K] extends (...given: infer G) => Words
  ? { [I in keyof G]: G[I] extends infer T ? (T extends Words ? Reason : T) : never }
  : []

export type Reason = { name: keyof Reasons; given: readonly (Reason | string | number | undefined)[] }

export const because = <K extends keyof Reasons>(name: K, ...given: Given<K>): Reason => ({
  name,
  given: given as Reason['given'], // texts, numbers and reasons are all that a reason is filled with
})
