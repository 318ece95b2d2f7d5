import { sayIn, type Words } from '../../dictionary/words.ts'

/** What is no question, with its place and how to mend it. A browser has no catalogue of failures; who answers people turns this into one. */
export class Unsayable extends Error {
  override readonly name = 'Unsayable'
  /** A place in a text, or the name of a field. */
  readonly at: Words | string
  readonly why: Words

  constructor(at: Words | string, why: Words) {
    super(`${sayIn(at, 'en')}: ${why.en}`)
    this.at = at
    this.why = why
  }
}
