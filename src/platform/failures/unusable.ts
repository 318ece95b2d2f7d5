import type { Words } from '../../../dictionary/words.ts'
import { told } from './spoken.ts'

/** What keeps the program from doing anything at all, such as a setting that makes no sense, told to whoever started it. */
export class Unusable extends Error {
  override readonly name = 'Unusable'

  constructor(say: Words, options?: ErrorOptions) {
    super(told(say), options)
  }
}
