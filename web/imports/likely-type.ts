// Of what type a field would be that holds such values. Only a first guess, before somebody who knows it says what it is.
import type { NewType } from '../dictionary/propose.tsx'

/** The first that fits all values. Many digits, or a 0 before others, are rather a number to be known by than one to count with. */
const signs: readonly (readonly [NewType, RegExp])[] = [
  ['boolean', /^(yes|no|true|false|sí|sim?|não|ya|tidak)$/i],
  ['integer', /^-?(0|[1-9]\d{0,6})$/],
  ['money', /^(-?[\d.,\s]+(€|[A-Z]{3})|([€$£]|[A-Z]{3}|R\$|RM)\s?-?[\d.,\s]+)$/],
  ['decimal', /^-?(0|[1-9]\d{0,2}([.,\s]\d{3})+|[1-9]\d*)([.,]\d+)?$/],
  ['date', /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\2(\d{4}|\d{2}))$/],
  ['url', /^(https?:\/\/|www\.)\S+$/i],
]
const longText = 120

export function likelyType(values: readonly string[]): NewType {
  const said = values.map((value) => value.trim()).filter((value) => value !== '')
  if (said.length === 0) return 'text'
  const found = signs.find(([, sign]) => said.every((value) => sign.test(value)))
  return found?.[0] ?? (said.some((value) => value.length > longText) ? 'long_text' : 'text')
}
