// Numbers as people write them, to exact decimal text: never through a float, so that no cent is lost.

export type DecimalMark = ',' | '.'
export type NumberFault = 'not_a_number' | 'ambiguous_number'

/**
 * Reads a number into canonical decimal text: `'-28.471,00'` with `','` gives `'-28471'`. Spaces and apostrophes may
 * group thousands, as may the mark that is not the decimal mark; brackets or a minus on either side mean negative.
 * Without a known mark, a text that only one reading fits is read; `'1,234'` is `ambiguous_number`.
 */
export function readNumber(text: string, mark: DecimalMark | null): { value: string } | { fault: NumberFault } {
  const { isNegative, body } = readSign(text)
  const scientific = /^(\d+(?:[.,]\d+)?)[eE]([+-]?\d{1,2})$/.exec(body)
  if (scientific) {
    const digits = readDigits(scientific[1] ?? '', scientific[1]?.includes(',') ? ',' : '.')
    return digits ? { value: canonical({ isNegative, ...digits, shift: Number(scientific[2]) }) } : notANumber
  }
  const known = mark ?? decimalEvidence(body)
  if (known === 'either') return { fault: 'ambiguous_number' }
  const digits = readDigits(body, known ?? '.')
  return digits ? { value: canonical({ isNegative, ...digits, shift: 0 }) } : notANumber
}

/**
 * What one number, without sign or currency, tells of its column's decimal mark: the mark itself, `'either'` where a
 * single mark has three digits behind it, or null where it holds no mark or is no number.
 */
export function decimalEvidence(body: string): DecimalMark | 'either' | null {
  const marks = body.replace(/[^.,]/g, '')
  const first = marks[0]
  const last = marks.at(-1)
  if (!isMark(first) || !isMark(last) || !/^\d[\d.,\s'’]*$/.test(body)) return null
  if (first !== last) return readDigits(body, last) ? last : null
  if (marks.length > 1) return readDigits(body, other(first)) ? other(first) : null
  if (!readDigits(body, first)) return readDigits(body, other(first)) ? other(first) : null
  return readDigits(body, other(first)) && !body.startsWith('0') ? 'either' : first
}

/** Takes one sign off a number: a minus or plus before it, a minus behind it, or brackets around it. */
export function readSign(text: string): { isNegative: boolean; isSigned: boolean; body: string } {
  const trimmed = text.trim()
  const bracketed = /^\(([^()]*)\)$/.exec(trimmed)?.[1]
  if (bracketed !== undefined) return { isNegative: true, isSigned: true, body: bracketed.trim() }
  if (/^[-−–]/.test(trimmed)) return { isNegative: true, isSigned: true, body: trimmed.slice(1).trim() }
  if (/[-−–]$/.test(trimmed)) return { isNegative: true, isSigned: true, body: trimmed.slice(0, -1).trim() }
  if (trimmed.startsWith('+')) return { isNegative: false, isSigned: true, body: trimmed.slice(1).trim() }
  return { isNegative: false, isSigned: false, body: trimmed }
}

const notANumber = { fault: 'not_a_number' } as const
const maxDigits = 60

// One pattern for each decimal mark. Groups are of three digits, or of two before the last as in India; all groups of
// a number are cut by the same character.
const patterns = {
  '.': /^(\d+|\d{1,3}([,\s'’])(?:\d{2,3}\2)*\d{3})?(?:\.(\d*))?$/,
  ',': /^(\d+|\d{1,3}([.\s'’])(?:\d{2,3}\2)*\d{3})?(?:,(\d*))?$/,
}

function readDigits(body: string, mark: DecimalMark): { whole: string; fraction: string } | null {
  if (body.length > maxDigits) return null
  const match = patterns[mark].exec(body)
  const whole = (match?.[1] ?? '').replace(/\D/g, '')
  const fraction = match?.[3] ?? ''
  return match && whole + fraction !== '' ? { whole, fraction } : null
}

function canonical(number: { isNegative: boolean; whole: string; fraction: string; shift: number }): string {
  const { shift } = number
  const padded = number.whole.padStart(number.whole.length + Math.max(0, -shift), '0')
  const point = padded.length + shift
  const digits = (padded + number.fraction).padEnd(point, '0')
  const whole = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const fraction = digits.slice(point).replace(/0+$/, '')
  const value = fraction ? `${whole}.${fraction}` : whole
  return number.isNegative && value !== '0' ? `-${value}` : value
}

function isMark(character: string | undefined): character is DecimalMark {
  return character === ',' || character === '.'
}

function other(mark: DecimalMark): DecimalMark {
  return mark === ',' ? '.' : ','
}
