// Exact arithmetic for money: a third off a monthly price has no finite decimal, and ARR must agree with billing to the
// last digit. Fractions are always in lowest terms with a positive denominator, so equal values are equal objects.

export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

/** The fraction in lowest terms. Throws a RangeError for a denominator of zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError(`The fraction ${numerator}/0 has no value.`)
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const zero = fraction(0n)

/** Reads plain decimal text, such as `1836.5` or `-0.07`. Throws a RangeError for anything else, exponents included. */
export function decimal(text: string): Fraction {
  const parts = /^(-?\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) throw new RangeError(`'${text}' is not a plain decimal number such as 1836.5.`)
  const [, whole = '', fractional = ''] = parts
  return fraction(BigInt(whole + fractional), 10n ** BigInt(fractional.length))
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function sum(terms: readonly Fraction[]): Fraction {
  return terms.reduce(plus, zero)
}

export function atLeastZero(value: Fraction): Fraction {
  return value.numerator < 0n ? zero : value
}

/** The nearest whole number; a half goes away from zero, as on an invoice: 2.5 → 3, −2.5 → −3. */
export function rounded({ numerator, denominator }: Fraction): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator
  const nearest = (2n * magnitude + denominator) / (2n * denominator)
  return numerator < 0n ? -nearest : nearest
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
