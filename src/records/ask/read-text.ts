// The question language for people who write to us: what is no question is refused as such, in their language.
import { Failure, told } from '../../platform/index.ts'
import {
  parseQuestion as parse,
  parseWhere as parseCondition,
  type Question,
  Unsayable,
  type Where,
} from '../../question/index.ts'
import { unsayableInWords } from '../../question/reasons.ts'

/** Text to question. Errors: invalid_question, saying the place and what was expected there. */
export const parseQuestion = (text: string): Question => said(() => parse(text))

/** A condition alone: `arr > 0 USD and owner is me`. Errors: as parseQuestion. */
export const parseWhere = (text: string): Where => said(() => parseCondition(text))

function said<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unsayable) {
      const { at, why } = unsayableInWords(error)
      throw new Failure('invalid_question', { at: told(at), why: told(why) }, error)
    }
    throw error
  }
}
