/** What is no question, with its place and how to mend it. A browser has no catalogue of failures; who answers people turns this into one. */
export class Unsayable extends Error {
  override readonly name = 'Unsayable'
  readonly at: string
  readonly why: string

  constructor(at: string, why: string) {
    super(`${at}: ${why}`)
    this.at = at
    this.why = why
  }
}
