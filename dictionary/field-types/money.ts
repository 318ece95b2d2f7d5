import { words } from '../words.ts'
import { currencies, notACurrency } from './currency.ts'
import { between } from './integer.ts'
import { comparable, type FieldType, pick } from './kind.ts'

/** Whole minor units and an ISO 4217 currency: 12.50 USD is `{ amount: 1250, currency: 'USD' }`, 300 JPY is `{ amount: 300, … }`. */
export type Money = { readonly amount: number; readonly currency: string }

export const money: FieldType<Money> = {
  label: words('Money', 'Dinero', 'Dinheiro', 'Wang'),
  columns: [
    { suffix: '', type: 'bigint' },
    { suffix: '_currency', type: 'text' },
  ],
  parse(input, field) {
    const { amount, currency } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
    if (typeof amount !== 'number' || !Number.isSafeInteger(amount))
      return {
        fault: 'wrong_type',
        hint: words(
          'whole minor units and a currency: { "amount": 1250, "currency": "USD" } is 12.50 USD',
          'unidades menores enteras y una moneda: { "amount": 1250, "currency": "USD" } son 12,50 USD',
          'unidades menores inteiras e uma moeda: { "amount": 1250, "currency": "USD" } são 12,50 USD',
          'unit kecil bulat dan mata wang: { "amount": 1250, "currency": "USD" } ialah 12.50 USD',
        ),
      }
    const code = typeof currency === 'string' ? currency.trim().toUpperCase() : ''
    if (!currencies.has(code)) return notACurrency
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
    if (amount < min || amount > max) return { fault: 'out_of_range', hint: between(field) }
    return { value: { amount: amount === 0 ? 0 : amount, currency: code } }
  },
  toColumns: (value) => [value.amount, value.currency],
  json: ([amount, currency]) =>
    `case when ${amount} is not null then json_build_object('amount', ${amount}, 'currency', ${currency}) end`,
  members: ['amount', 'currency'],
  fromJson: (value) => [`(${value} ->> 'amount')::bigint`, `${value} ->> 'currency'`],
  operators: comparable,
  measures: ['count', 'sum', 'average', 'min', 'max'],
  sortable: true,
  groupable: false,
  schema: () => ({
    type: 'object',
    properties: {
      amount: { type: 'integer', description: 'Minor units (ISO 4217)' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
  text: (value) => `${majorUnits(value)} ${value.currency}`,
  sample: (random) => ({
    amount: Math.floor(random() * 25_000_000),
    currency: pick(random, ['USD', 'EUR', 'BRL', 'MYR']),
  }),
}

/** The amount in major units as exact text: `12.50`, `300`, `1.250`. */
export function majorUnits({ amount, currency }: Money): string {
  const exponent = currencies.get(currency) ?? 2
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  return `${amount < 0 ? '-' : ''}${whole}${exponent ? `.${digits.slice(-exponent)}` : ''}`
}

/** Exact decimal text in major units → minor units, rounded half away from zero; null where it is no number. */
export function minorUnits(text: string, currency: string): number | null {
  const parts = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim())
  if (!parts) return null
  const exponent = currencies.get(currency) ?? 2
  const decimals = (parts[3] ?? '').padEnd(exponent + 1, '0')
  const kept = Number(`${parts[2]}${decimals.slice(0, exponent)}`)
  const rounded = kept + (Number(decimals[exponent]) >= 5 ? 1 : 0)
  return parts[1] === '-' ? -rounded : rounded
}
