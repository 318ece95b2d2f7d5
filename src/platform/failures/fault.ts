// A fault of a value or a row: what is wrong, told in the language of whoever asked, and, for who keeps it, in all.
import { languages, sayIn, type Words, words } from '../../../dictionary/words.ts'
import { spoken, told } from './spoken.ts'
import { type VerdictCode, verdicts } from './verdicts.ts'

export type Fault = { field: string | null; code: string; message: string }

export type FaultDetails = {
  label: Words | null
  given?: string
  hint?: Words | string
  vocabulary?: string | undefined
}

/** By a verdict of the catalogue. A word missing from list `industry` has the code `unknown_industry`. */
export function fault(code: VerdictCode, field: string | null, details: FaultDetails): Fault {
  const publicCode = code === 'unknown_term' && details.vocabulary ? `unknown_${details.vocabulary}` : code
  const made = { field, code: publicCode, message: verdictIn(code, details)[spoken()] }
  sayings.set(made, () => verdictIn(code, details))
  return made
}

/** By a rule of the dictionary, or of a kind of file, which has a sentence of its own. */
export function faultOf(code: string, field: string | null, say: Words): Fault {
  const made = { field, code, message: told(say) }
  sayings.set(made, () => say)
  return made
}

/** In every language, for whoever keeps it for readers to come; null of one that was kept, and so is told already. */
export const saidInAll = (fault: Fault): Words | null => sayings.get(fault)?.() ?? null

// Beside a fault and not in it: an answer tells it once, and hardly any is kept.
const sayings = new WeakMap<Fault, () => Words>()

function verdictIn(code: VerdictCode, { label, hint, given }: FaultDetails): Words {
  const [en, es, pt, ms] = languages.map(
    (language) =>
      verdicts[code]({
        label: label?.[language] ?? '',
        ...(given === undefined ? {} : { given }),
        ...(hint === undefined ? {} : { hint: sayIn(hint, language) }),
      })[language],
  )
  return words(en ?? '', es ?? '', pt ?? '', ms ?? '')
}
