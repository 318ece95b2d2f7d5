import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies } from '../../dictionary/field-types/currency.ts'
import { operators } from '../../dictionary/index.ts'
import { question as shape } from '../records/ask/question.ts'
import { printQuestion, printWhere } from './print.ts'
import { unsayableInWords } from './reasons.ts'
import { type Measure, periods, type Question, type Selected, type Where } from './shapes.ts'
import { parseQuestion, parseWhere } from './text.ts'
import { openings } from './tokens.ts'
import { Unsayable } from './unsayable.ts'

fc.configureGlobal({ seed: 20261031 })

describe('a question reads like a sentence', () => {
  test.each<[string, Question]>([
    [
      'account where arr >= 100000 USD and industry is Technology select name, arr, owner.name order by renewal_date desc limit 20',
      {
        from: 'account',
        where: {
          all: [
            { field: 'arr', op: 'gte', value: { amount: 10_000_000, currency: 'USD' } },
            { field: 'industry', op: 'is', value: 'Technology' },
          ],
        },
        select: ['name', 'arr', 'owner.name'],
        order: [{ field: 'renewal_date', dir: 'desc' }],
        limit: 20,
      },
    ],
    [
      'account where (tier is enterprise or tier is strategic) and some contacts (is_primary is true) and not (region is emea)',
      {
        from: 'account',
        where: {
          all: [
            {
              any: [
                { field: 'tier', op: 'is', value: 'enterprise' },
                { field: 'tier', op: 'is', value: 'strategic' },
              ],
            },
            { some: 'contacts', where: { field: 'is_primary', op: 'is', value: true } },
            { not: { field: 'region', op: 'is', value: 'emea' } },
          ],
        },
      },
    ],
    [
      'account where industry in (Technology, "Health care") and name contains acme and owner is me and renewal_date < 2027-01-01 and special_terms is empty',
      {
        from: 'account',
        where: {
          all: [
            { field: 'industry', op: 'in', value: ['Technology', 'Health care'] },
            { field: 'name', op: 'contains', value: 'acme' },
            { field: 'owner', op: 'is', me: true },
            { field: 'renewal_date', op: 'lt', value: '2027-01-01' },
            { field: 'special_terms', op: 'empty' },
          ],
        },
      },
    ],
    [
      'ticket where status not in (closed, solved) group by priority, opened_at by month measure count(*) as tickets, average(x) as a order by tickets desc',
      {
        from: 'ticket',
        where: { field: 'status', op: 'not_in', value: ['closed', 'solved'] },
        group: ['priority', { field: 'opened_at', by: 'month' }],
        measure: { tickets: { count: '*' }, a: { average: 'x' } },
        order: [{ field: 'tickets', dir: 'desc' }],
      },
    ],
    [
      'account select name, contacts (contact.name, roles where is_primary is true order by contact.name limit 3) as of 2026-10-31',
      {
        from: 'account',
        select: [
          'name',
          {
            relation: 'contacts',
            select: ['contact.name', 'roles'],
            where: { field: 'is_primary', op: 'is', value: true },
            order: [{ field: 'contact.name' }],
            limit: 3,
          },
        ],
        asOf: '2026-10-31',
      },
    ],
    [
      'contact search "ana lop" limit 10 after "abc.DEF_1"',
      { from: 'contact', search: 'ana lop', limit: 10, after: 'abc.DEF_1' },
    ],
  ])('%s', (text, question) => {
    expect(parseQuestion(text)).toEqual(question)
    expect(printQuestion(question)).toBe(text)
  })
})

describe('what is written and what is meant', () => {
  const means: [string, Where][] = [
    ['a = 1', { field: 'a', op: 'is', value: 1 }],
    ['a!=b', { field: 'a', op: 'is_not', value: 'b' }],
    ['a IS NOT Empty', { field: 'a', op: 'not_empty' }],
    ['a is "empty"', { field: 'a', op: 'is', value: 'empty' }],
    ['status is not in (open)', { field: 'status', op: 'not_in', value: ['open'] }],
    ['status in ()', { field: 'status', op: 'in', value: [] }],
    [
      'country is IN and region has x',
      {
        all: [
          { field: 'country', op: 'is', value: 'IN' },
          { field: 'region', op: 'has', value: 'x' },
        ],
      },
    ],
    ['country is ME', { field: 'country', op: 'is', value: 'ME' }],
    ['owner is not me', { field: 'owner', op: 'is_not', me: true }],
    ['email starts with ana+news@acme.com', { field: 'email', op: 'starts_with', value: 'ana+news@acme.com' }],
    ['at > 2026-10-31T09:30:00.000Z', { field: 'at', op: 'gt', value: '2026-10-31T09:30:00.000Z' }],
    ['a is -0', { field: 'a', op: 'is', value: 0 }],
    ['code is 007', { field: 'code', op: 'is', value: '007' }],
    ['share < -0.5', { field: 'share', op: 'lt', value: -0.5 }],
    ['a is {"b": [1, "]"]}', { field: 'a', op: 'is', value: { b: [1, ']'] } }],
    ['name is "say \\"hi\\"\\n"', { field: 'name', op: 'is', value: 'say "hi"\n' }],
    ['arr is 100000.50 usd', { field: 'arr', op: 'is', value: { amount: 10_000_050, currency: 'USD' } }],
    ['arr is 300 JPY', { field: 'arr', op: 'is', value: { amount: 300, currency: 'JPY' } }],
    [
      'arr in (1.5 KWD, 2 EUR)',
      {
        field: 'arr',
        op: 'in',
        value: [
          { amount: 1500, currency: 'KWD' },
          { amount: 200, currency: 'EUR' },
        ],
      },
    ],
    ['a is 1 or b is 2 and c is 3', { any: [leaf('a', 1), { all: [leaf('b', 2), leaf('c', 3)] }] }],
    ['(a is 1 and b is 2) and not c is 3', { all: [{ all: [leaf('a', 1), leaf('b', 2)] }, { not: leaf('c', 3) }] }],
    ['((a is 1))', leaf('a', 1)],
    ['all ()', { all: [] }],
    ['none contacts', { none: 'contacts' }],
    ['every contacts (`any` is 1)', { every: 'contacts', where: leaf('any', 1) }],
    ['visible account', { visible: 'account' }],
  ]
  test.each(means)('%s', (text, where) => {
    expect(parseWhere(text)).toEqual(where)
    expect(parseWhere(printWhere(where))).toEqual(where)
  })

  test('clauses may come in any order, and words in any case', () => {
    expect(parseQuestion('account LIMIT 2 Select name WHERE a Is 1')).toEqual(
      parseQuestion('account where a is 1 select name limit 2'),
    )
  })

  test('no figures at all asks which groups there are, and is not the same as leaving the figures open', () => {
    expect(parseQuestion('ticket group by kind measure nothing')).toEqual({
      from: 'ticket',
      group: ['kind'],
      measure: {},
    })
    expect(printQuestion({ from: 'ticket', group: ['kind'], measure: {} })).toBe('ticket group by kind measure nothing')
  })

  test('what says nothing is left out when printing; what has no meaning is not printed', () => {
    expect(printQuestion({ from: 'account', order: [] })).toBe('account')
    expect(printWhere({ field: 'a', op: 'empty', value: 3 })).toBe('a is empty')
    expect(() => printWhere({ field: 'a', op: 'is' })).toThrow('valueMissing')
    expect(() => printWhere({ field: 'a', op: 'in', value: 3 })).toThrow('takesList')
    expect(() => printWhere({ field: 'a', op: 'empty', me: true })).toThrow('takesNoMe')
  })
})

describe('a mistake is told by its place and its mend', () => {
  const mistakes: [string, string, string][] = [
    ['', 'column 1: at the end', 'the object asked for'],
    ['Account', 'column 1: near "Account"', 'lower case: account'],
    ['account where', 'column 14: at the end', 'the name of a field'],
    ['account where arr', 'column 18: at the end', 'how to compare'],
    ['account where arr ~ 5', 'column 19: near "~"', 'double quotes'],
    ['account where industry is Health care', 'column 34: near "care"', 'several words in double quotes'],
    ['account where name is "acme', 'column 23: near ""acme"', 'never closed'],
    ['account where name is and b is 2', 'column 23: near "and"', 'expected a value'],
    [
      'account where id is 12345678901234567890',
      'column 21: near "12345678901234567890"',
      'too long to be kept exactly',
    ],
    [
      'account where id in [12345678901234567890]',
      'column 21: near "[12345678901234567890]"',
      'too long to be kept exactly',
    ],
    ['account where a is {b: 1}', 'column 20: near "{b: 1}"', 'not JSON'],
    ['account where a is 1e999', 'column 20: near "1e999"', 'too long'],
    ['account where arr > 1.005 USD', 'column 21: near "1.005"', '2 digits'],
    ['account where owner in (me, ana)', 'column 25: near "me"', 'stands alone'],
    ['account where a is 1 where b is 2', 'column 22: near "where"', 'only one "where"'],
    ['account limit 1001', 'column 15: near "1001"', 'from 1 to 1,000'],
    ['account as of yesterday', 'column 15: near "yesterday"', '2026-10-31'],
    ['account as of 2026-02-30', 'column 15: near "2026-02-30"', '2026-10-31'],
    ['account measure count(*)', 'column 25: at the end', 'count(*) as total'],
    ['account measure sum(*) as x', 'column 21: near "*"', 'name of a field'],
    ['account measure sum(a) as x, sum(b) as x', 'column 40: near "x"', 'its own'],
    ['account select owner.contacts (name)', 'column 16: near "owner.contacts"', 'owner (contacts'],
    ['account order by a, b, c, d, e', 'column 30: near "e"', 'at most 4'],
    ['account where a is {"b": ', 'column 20: near "{"b": "', 'never closed'],
    [`account where ${'('.repeat(51)}`, 'column 65: near "("', 'at most 50 levels'],
    [`account where a is ${'['.repeat(51)}`, 'column 70: near "["', 'at most 50 levels'],
    [`account where a is "${'x'.repeat(20_000)}"`, 'column 20001', 'at most 20,000 characters'],
    [`account where ${'not '.repeat(4_000)}`, 'column 215: near "not"', 'at most 50 levels'],
  ]
  test.each(mistakes.map(([text, at, mend]) => ({ start: text.slice(0, 60), text, at, mend })))(
    '$start',
    ({ text, at, mend }) => {
      const refusal = refusalOf(() => parseQuestion(text))
      const told = refusal && unsayableInWords(refusal)
      expect(told && { at: told.at.en, why: told.why.en }).toEqual({
        at,
        why: expect.stringContaining(mend),
      })
    },
  )
})

describe('for every question', () => {
  test('what is printed is read back as it was', () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(shape.parse(question)).toEqual(question)
        expect(parseQuestion(printQuestion(question))).toEqual(question)
      }),
      { numRuns: 600 },
    )
  })

  test('what is printed of a condition is read back as it was', () => {
    fc.assert(
      fc.property(conditions, (where) => {
        expect(parseWhere(printWhere(where))).toEqual(where)
      }),
      { numRuns: 600 },
    )
  })

  test('any text is either a sound question or refused with its place', () => {
    const words = fc.constantFrom(
      ...'account where select ( ) , ( a b is not in > 5 USD "x y" me empty and or some all contacts order by desc limit 3 measure count(*) as of 2026-10-31 group search after [1] {} `not` null'.split(
        ' ',
      ),
    )
    const sentences = fc.array(words, { maxLength: 30 }).map((each) => `account ${each.join(' ')}`)
    const damaged = fc.tuple(questions, fc.nat(), fc.string({ maxLength: 3 })).map(([question, n, odd]) => {
      const text = printQuestion(question)
      const at = n % text.length
      return text.slice(0, at) + odd + text.slice(at + 1)
    })
    let sound = 0
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), sentences, damaged), (text) => {
        const question = readOrRefuse(text)
        if (!question) return
        sound += 1
        expect(shape.parse(question)).toEqual(question)
        expect(parseQuestion(printQuestion(question))).toEqual(question)
      }),
      { numRuns: 2_000 },
    )
    expect(sound).toBeGreaterThan(100)
  })

  // One that takes time with the square of its length does not end within the time a test has.
  test('a text at the longest is refused or read, whatever it is made of', () => {
    for (const piece of ['"\\', '["\\"', '[]', '(', 'a ', '`', '{"', 'not ', 'a is 1 and ', '- ', '9']) {
      expect(() => readOrRefuse(`account where a is ${piece.repeat(20_000)}`.slice(0, 20_000))).not.toThrow()
    }
  })
})

function leaf(field: string, value: unknown): Where {
  return { field, op: 'is', value }
}

function refusalOf(act: () => unknown): Unsayable | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Unsayable) return error
    throw error
  }
}

function readOrRefuse(text: string): Question | null {
  let question: Question | null = null
  const refusal = refusalOf(() => {
    question = parseQuestion(text)
  })
  if (refusal) expect(unsayableInWords(refusal).at.en).toMatch(/^column \d+/)
  return question
}

// Words of the language as names, too: a name is known by where it stands.
const names = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,47}$/),
  fc.constantFrom(
    ...openings,
    'is',
    'in',
    'and',
    'or',
    'where',
    'order',
    'by',
    'as',
    'of',
    'limit',
    'nothing',
    'me',
    'empty',
    'has',
    'asc',
    'count',
    'constructor',
  ),
)
const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))

const monies = fc.record({
  amount: fc.oneof(fc.maxSafeInteger(), fc.integer()),
  currency: fc.constantFrom(...currencies.keys()),
})
const values = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[\w .@+-]{0,12}$/),
    fc.constantFrom(
      'me',
      'ME',
      'Empty',
      'not',
      'and',
      'TRUE',
      'null',
      '12',
      '1e5',
      '2026-10-31',
      'in',
      'USD',
      true,
      false,
      null,
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    monies,
    monies.map((money) => ({ ...money, note: 'more than money' })),
    fc.jsonValue({ maxDepth: 3 }),
  )
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown) // JSON has no -0

const comparisons = fc
  .tuple(paths, fc.constantFrom(...operators), values, fc.array(values, { maxLength: 4 }), fc.boolean())
  .map(([field, op, value, list, isMine]): Where => {
    if (op === 'empty' || op === 'not_empty') return { field, op }
    if (isMine) return { field, op, me: true }
    return { field, op, value: op === 'in' || op === 'not_in' ? list : value }
  })

const { where: conditions } = fc.letrec<{ where: Where; parts: Where[] }>((tie) => ({
  parts: fc.array(tie('where'), { maxLength: 3 }),
  where: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparisons,
    fc.record({ visible: names }),
    fc.record({ all: tie('parts') }),
    fc.record({ any: tie('parts') }),
    fc.record({ not: tie('where') }),
    fc.record({ some: names, where: tie('where') }, { requiredKeys: ['some'] }),
    fc.record({ none: names, where: tie('where') }, { requiredKeys: ['none'] }),
    fc.record({ every: names, where: tie('where') }),
  ),
}))

const orders = fc.record(
  { field: paths, dir: fc.constantFrom('asc' as const, 'desc' as const) },
  { requiredKeys: ['field'] },
)

const { selected } = fc.letrec<{ selected: Selected; nested: Selected }>((tie) => ({
  selected: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paths, tie('nested')),
  nested: fc.record(
    {
      relation: names,
      select: fc.array(tie('selected'), { minLength: 1, maxLength: 3 }),
      where: conditions,
      order: fc.array(orders, { minLength: 1, maxLength: 3 }),
      limit: fc.integer({ min: 1, max: 200 }),
    },
    { requiredKeys: ['relation', 'select'] },
  ),
}))

const measures: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({ count: fc.oneof(fc.constant('*'), paths) }),
  fc.record({ sum: paths }),
  fc.record({ average: paths }),
  fc.record({ min: paths }),
  fc.record({ max: paths }),
)

const moments = fc
  .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
  .map((date) => date.toISOString())

const questions: fc.Arbitrary<Question> = fc.record(
  {
    from: names,
    select: fc.array(selected, { minLength: 1, maxLength: 4 }),
    where: conditions,
    search: fc
      .string({ unit: 'grapheme' })
      .map((text) => text.trim())
      .filter((text) => text.length > 0 && text.length <= 200),
    group: fc.array(fc.oneof(paths, fc.record({ field: paths, by: fc.constantFrom(...periods) })), {
      minLength: 1,
      maxLength: 4,
    }),
    measure: fc.dictionary(names, measures, { maxKeys: 4, noNullPrototype: true }),
    order: fc.array(orders, { minLength: 1, maxLength: 4 }),
    limit: fc.integer({ min: 1, max: 1_000 }),
    after: fc.string({ unit: 'binary' }),
    asOf: fc.oneof(
      moments,
      moments.map((moment) => moment.slice(0, 10)),
      moments.map((moment) => moment.replace('Z', '+08:00')),
    ),
  },
  { requiredKeys: ['from'] },
)
