// The battery every field type passes, whatever it holds. A new type is in it as soon as it is registered.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contextOf, examples } from './battery.examples.ts'
import { type FieldTypeName, fieldType, fieldTypeNames, measures, operators } from './field-types/index.ts'
import { majorUnits, minorUnits } from './field-types/money.ts'
import { languages } from './words.ts'

// One seed, so that a failure is the same on every machine.
const seed = 20_261_115

const hostile: readonly unknown[] = [
  undefined,
  null,
  {},
  [],
  [[]],
  [undefined],
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  2 ** 53,
  1e21,
  10n,
  Symbol('x'),
  () => 1,
  new Date(Number.NaN),
  Object.create(null),
  '',
  '   ',
  '1e400',
  '__proto__',
  'constructor',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfff.com',
  '\u202egro.elgoog',
  '=HYPERLINK("http://x")',
  "'; drop table accounts; --",
  'x'.repeat(1_000_000),
  'a@'.repeat(500_000),
  '1'.repeat(1_000_000),
  `https://${'a.'.repeat(500_000)}com`,
  { number: {}, country: [] },
  { amount: Number.MAX_SAFE_INTEGER, currency: '__proto__' },
  { amount: 1, currency: 'USD', __proto__: { amount: 2 } },
]

describe.each(fieldTypeNames)('a field of type %s', (name) => {
  const context = contextOf(name)
  const type = fieldType({ type: name, ...(context.of ? { of: context.of } : {}) })
  const read = (given: unknown) => {
    const parsed = type.parse(given, context)
    if ('fault' in parsed) throw new Error(`${name} refused ${JSON.stringify(given)}: ${parsed.fault}`)
    return parsed.value
  }
  /** What holds of every value a parser lets through: it stays itself, and PostgreSQL and JSON can carry it. */
  const isSound = (value: unknown) => {
    expect(read(value)).toEqual(value)
    expect(read(JSON.parse(JSON.stringify(value)))).toEqual(value)
    const columns = type.toColumns(value)
    expect(columns).toHaveLength(type.columns.length)
    for (const column of columns) {
      if (typeof column === 'string') expect(column.isWellFormed() && !column.includes('\u0000')).toBe(true)
      if (typeof column === 'number') expect(Number.isFinite(column) && !Object.is(column, -0)).toBe(true)
    }
    expect(type.text(value, context)).toBeTypeOf('string')
  }

  test('gives samples that are sound and that its JSON Schema accepts', () => {
    const schema = z.fromJSONSchema(type.schema(context))
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (stream) => {
        const value = type.sample(() => Number(stream.next().value), context)
        isSound(value)
        expect(schema.safeParse(value).error).toBeUndefined()
      }),
      { seed, numRuns: 50 },
    )
  })

  test('reads what people and systems write', () => {
    for (const [given, value] of examples[name].reads) {
      expect(type.parse(given, context), String(given)).toEqual({ value })
      isSound(value)
      expect(z.fromJSONSchema(type.schema(context)).safeParse(value).error, String(given)).toBeUndefined()
    }
  })

  test('refuses what cannot be true, and says which fault it is', () => {
    for (const [given, fault] of examples[name].refuses)
      expect(type.parse(given, context), String(given).slice(0, 60)).toMatchObject({ fault })
  })

  test('answers hostile input with a sound value or a fault, and never throws', () => {
    for (const given of hostile) {
      const parsed = type.parse(given, context)
      if ('value' in parsed) isSound(parsed.value)
      else expect(parsed.fault).toMatch(/^[a-z_]+$/)
    }
  })

  test('answers any input at all with a sound value or a fault', () => {
    const anything = fc.oneof(
      fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, withObjectString: true }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 70 }), { maxLength: 5 }),
      fc.mixedCase(fc.emailAddress()),
      fc.webUrl({ withQueryParameters: true }),
      fc.date({ noInvalidDate: false }),
      fc.record({ amount: fc.maxSafeInteger(), currency: fc.constantFrom('USD', 'jpy', 'KWD', 'x') }),
      fc.record({
        number: fc.string({ unit: fc.constantFrom(...'0123456789+- ()x;=') }),
        country: fc.constantFrom('US', 'MX', 'zz'),
      }),
    )
    fc.assert(
      fc.property(anything, (given) => {
        const parsed = type.parse(given, context)
        if ('value' in parsed) isSound(parsed.value)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('is described: labels in every language, columns, known operators and measures', () => {
    for (const language of languages) expect(type.label[language].trim()).not.toBe('')
    expect(type.columns[0].suffix).toBe('')
    expect(new Set(type.columns.map((column) => column.suffix)).size).toBe(type.columns.length)
    expect(type.fromJson('v')).toHaveLength(type.columns.length)
    expect(type.json(type.columns.map((column) => `t.c${column.suffix}`))).toContain('t.c')
    expect(operators).toEqual(expect.arrayContaining([...type.operators]))
    expect(measures).toEqual(expect.arrayContaining([...type.measures]))
    expect(type.operators).toEqual(expect.arrayContaining(['empty', 'not_empty']))
    expect(type.measures).toContain('count')
  })

  test.skipIf(name === 'money')('is read back from the text that CSV shows', () => {
    for (const [, value] of examples[name].reads) expect(read(type.text(value, context))).toEqual(value)
  })
})

test('every field type has examples of both what it reads and what it refuses', () => {
  expect(Object.keys(examples).sort()).toEqual([...fieldTypeNames].sort())
  for (const name of fieldTypeNames) {
    expect(examples[name].reads.length, name).toBeGreaterThan(0)
    expect(examples[name].refuses.length, name).toBeGreaterThan(0)
  }
})

describe('money in words', () => {
  test.each([
    [1250, 'USD', '12.50'],
    [-5, 'USD', '-0.05'],
    [300, 'JPY', '300'],
    [1250, 'KWD', '1.250'],
    [0, 'EUR', '0.00'],
  ])('%i minor units of %s are %s', (amount, currency, shown) => {
    expect(majorUnits({ amount, currency })).toBe(shown)
    expect(minorUnits(shown, currency)).toBe(amount)
  })

  test.each([
    ['12.345', 'USD', 1235],
    ['-12.345', 'USD', -1235],
    ['12.344999', 'USD', 1234],
    ['99.5', 'JPY', 100],
    ['1.0005', 'KWD', 1001],
    ['7', 'USD', 700],
    ['7.', 'USD', 700],
    ['1,234.50', 'USD', null],
    ['', 'USD', null],
  ])('%s %s is %s minor units, rounded half away from zero', (text, currency, amount) => {
    expect(minorUnits(text, currency)).toBe(amount)
  })

  test('every amount survives being shown and read again, in every number of decimals', () => {
    // Beyond fifteen digits before the point no invoice exists and `minorUnits` answers null.
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        expect(minorUnits(majorUnits({ amount, currency }), currency)).toBe(amount)
      }),
      { seed },
    )
  })
})

test('a time zone is found by its newer and older names alike', () => {
  const zone = (name: string) =>
    fieldType({ type: 'timezone' satisfies FieldTypeName }).parse(name, contextOf('timezone'))
  expect(zone('Asia/Kolkata')).toEqual(zone('Asia/Calcutta'))
  expect(zone('Europe/Kyiv')).toEqual(zone('Europe/Kiev'))
  expect(zone('Asia/Kolkata')).toHaveProperty('value')
})
