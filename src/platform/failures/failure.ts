import type { Language } from '../../../dictionary/words.ts'
import { catalogue, type DetailsOf, type FailureCode } from './catalogue.ts'

/** Something that could not be done, by a code of the catalogue. Its message is the English sentence. */
export class Failure<C extends FailureCode = FailureCode> extends Error {
  readonly code: C
  readonly details: DetailsOf<C>

  constructor(code: C, details: DetailsOf<C>, cause?: unknown) {
    super(sentence(code, details, 'en'), { cause })
    this.code = code
    this.details = details
  }

  get status(): number {
    return catalogue[this.code].status
  }

  say(language: Language): string {
    return sentence(this.code, this.details, language)
  }
}

function sentence<C extends FailureCode>(code: C, details: DetailsOf<C>, language: Language): string {
  // The entry of a code takes exactly that code's details; the compiler loses the pairing when it looks the entry up.
  const { say } = catalogue[code] as { say(details: DetailsOf<C>): Record<Language, string> }
  return say(details)[language]
}

/** What a database error means to who asked; errors that mean nothing to them stay as they are. */
export function asFailure(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (code === '57014') return new Failure('too_costly', {}, error)
  const isAway =
    typeof code === 'string' && (/^(08|57P0|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code))
  const isCut =
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
  return isAway || isCut ? new Failure('database_away', {}, error) : error
}
