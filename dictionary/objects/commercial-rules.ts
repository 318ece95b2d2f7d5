// Rules and arithmetic that accounts and contracts share.
import type { Rule } from '../facts.ts'
import type { Money } from '../field-types/money.ts'
import { type Words, words } from '../words.ts'

/** A rule that one date of a record must not be before another. ISO days compare as text. */
export function inOrder(o: { code: string; earlier: string; later: string; say: Words }): Rule {
  return {
    code: o.code,
    fields: [o.earlier, o.later],
    holds: (record) => {
      const [earlier, later] = [record[o.earlier], record[o.later]]
      return typeof earlier !== 'string' || typeof later !== 'string' || earlier <= later
    },
    say: o.say,
  }
}

type Recurring = { readonly arr?: Money | null }

/** Zero is allowed: a pilot may be free. A refund is no revenue below nothing, but an invoice's affair. */
export const arrNotNegative: Rule = {
  code: 'negative_arr',
  fields: ['arr'],
  holds: ({ arr }: Recurring) => !arr || arr.amount >= 0,
  say: words(
    "ARR can't be negative. Enter what is paid in a year, or 0.",
    'El ARR no puede ser negativo. Indique lo que se paga en un año, o 0.',
    'O ARR não pode ser negativo. Informe o que é pago em um ano, ou 0.',
    'ARR tidak boleh negatif. Masukkan bayaran setahun, atau 0.',
  ),
}

/** A twelfth of the ARR in minor units, rounded half away from zero. */
export function mrrFromArr({ arr }: Recurring): Money | null {
  if (!arr) return null
  const rounded = Math.round(Math.abs(arr.amount) / 12)
  return { amount: arr.amount < 0 ? -rounded : rounded, currency: arr.currency }
}
