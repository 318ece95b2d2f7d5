// One number, however it was written: E.164 without extension where the country is known, else the last eight digits, which
// is what survives when one system keeps a country code and another does not.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

export type PhoneNumber = { key: string; tail: string }

const canonical = /^\+[1-9]\d{6,14}(;ext=\d+)?$/

export function readPhone(phone: string, country?: string | null): PhoneNumber | null {
  const text = phone.trim()
  if (canonical.test(text)) return fromDigits(text.includes(';') ? text.slice(0, text.indexOf(';')) : text)
  const digits = text.replace(/(ext|x|ramal|anexo)\.?\s*\d+\s*$/i, '').replace(/\D/g, '')
  if (digits.length < 7) return null
  const home = country && isSupportedCountry(country) ? (country as CountryCode) : undefined // just checked
  const parsed = parsePhoneNumberFromString(text.replace(/^00(?=[1-9])/, '+'), home)
  return parsed?.isPossible() ? fromDigits(parsed.number) : { key: digits.replace(/^0+/, ''), tail: digits.slice(-8) }
}

const fromDigits = (number: string): PhoneNumber => ({ key: number, tail: number.slice(-8) })

/** The country that a number written with its country code is of; none where several share the code. */
export const countryOfPhone = (phone: string): string | undefined =>
  parsePhoneNumberFromString(phone.trim().replace(/^00(?=[1-9])/, '+'))?.country

/** A tail as a number with four bits for each digit, so that two are compared digit by digit at once. */
export function digitsOf(tail: number): number {
  let digits = 0
  for (let rest = tail, shift = 0; rest > 0; rest = Math.trunc(rest / 10), shift += 4) digits |= (rest % 10) << shift
  return digits
}
