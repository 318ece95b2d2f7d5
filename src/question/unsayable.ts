import type { Reason } from './reason.ts'

/** A place in a text: its column, and what stands there, nothing at the end; or the name of a field. */
export type Place = { column: number; near: string | null } | string

/**
 * What is no question, with its place and how to mend it. A browser has no catalogue of failures, and no sentences for these: who
 * answers people turns this into one.
 */
export class Unsayable extends Error {
  override readonly name = 'Unsayable'
  readonly at: Place
  readonly why: Reason

  constructor(at: Place, why: Reason) {
    super(`${typeof at === 'string' ? at : `column ${at.column}`}: ${why.name}`)
    this.at = at
    this.why = why
  }
}
