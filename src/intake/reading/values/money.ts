// An amount of money and, where it is written with it, its currency.
import { type DecimalMark, type NumberFault, readNumber, readSign } from './number.ts'

export type Money = {
  /** Exact decimal text in major units. */
  amount: string
  /** ISO 4217 code, where the text names exactly one. */
  currency?: string
  /** A sign that several currencies share (`$`, `¥`, `kr`): the column or the account must say which one it is. */
  sharedSign?: string
}

/**
 * Reads `'RM 240,966.13'`, `'($85,983.00)'`, `'-$67,288'`, `'1.234,50 €'`, `'USD 12'`. A bare `$` is a shared sign, not
 * a US dollar: the same file may come from Mexico. Numbers are read as `readNumber` does.
 */
export function readMoney(text: string, mark: DecimalMark | null): Money | { fault: NumberFault | 'unknown_currency' } {
  const parts = readMoneyParts(text)
  if (!parts) return { fault: 'not_a_number' }
  const number = readNumber(parts.body, mark)
  if ('fault' in number) return number
  const amount = parts.isNegative && number.value !== '0' ? `-${number.value}` : number.value
  if (parts.unit === '') return { amount }
  const currency = currencyOf(parts.unit)
  if (currency) return { amount, currency }
  return sharedSigns.has(parts.unit) ? { amount, sharedSign: parts.unit } : { fault: 'unknown_currency' }
}

/** Sign, unit and bare number of an amount; undefined where there is more than one sign or unit. */
export function readMoneyParts(text: string): { isNegative: boolean; unit: string; body: string } | undefined {
  const outer = readSign(text)
  const before = /^[^\d\s.,()+\-−–'’]+/.exec(outer.body)?.[0] ?? ''
  const behind = before ? '' : (/[^\d\s.,()+\-−–'’]+$/.exec(outer.body)?.[0] ?? '')
  const inner = readSign(outer.body.slice(before.length, outer.body.length - behind.length))
  if ((outer.isSigned && inner.isSigned) || !/^[\d.,]/.test(inner.body)) return undefined
  return { isNegative: outer.isNegative || inner.isNegative, unit: before || behind, body: inner.body }
}

/** Whether what stands with a number says which money it is, alone or among several; an empty unit does not disturb. */
export function isCurrencySign(unit: string): boolean {
  return unit === '' || sharedSigns.has(unit) || currencyOf(unit) !== undefined
}

function currencyOf(unit: string): string | undefined {
  const code = unit.toUpperCase()
  return currencySigns.get(code) ?? (isoCodes.has(code) ? code : undefined)
}

const sharedSigns = new Set(['$', '¥', 'kr', 'Kr', 'Rs', '₨'])

const currencySigns = new Map([
  ['US$', 'USD'],
  ['U$S', 'USD'],
  ['U$', 'USD'],
  ['R$', 'BRL'],
  ['RM', 'MYR'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
  ['RP', 'IDR'],
  ['S$', 'SGD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['MX$', 'MXN'],
  ['MEX$', 'MXN'],
  ['CL$', 'CLP'],
  ['CN¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['S/', 'PEN'],
])

const isoCodes = new Set(Intl.supportedValuesOf('currency'))
