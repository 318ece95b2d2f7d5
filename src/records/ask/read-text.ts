// The question language for people who write to us: what is no question is refused as such, in their language.
import { sayIn } from '../../../dictionary/words.ts'
import { Failure, spoken, told } from '../../platform/index.ts'
import {
  parseQuestion as parse,
  parseWhere as parseCondition,
  type Question,
  Unsayable,
  type Where,
} from '../../question/index.ts'

/** Text to question. Errors: invalid_question, saying the place and what was expected there. */
export const parseQuestion = (text: string): Question => said(() => parse(text))

/** A condition alone: `arr > 0 USD and owner is me`. Errors: as parseQuestion. */
export const parseWhere = (text: string): Where => said(() => parseCondition(text))

function said<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unsayable)
      throw new Failure('invalid_question', { at: sayIn(error.at, spoken()), why: told(error.why) }, error)
    throw error
  }
}
