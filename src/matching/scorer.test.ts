import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Answer,
  accountModel,
  contactModel,
  createScorer,
  encode,
  explain,
  type Kind,
  type Values,
} from './index.ts'

const answerFor = (kind: Kind, a: Values, b: Values, population = 10_000): Answer =>
  explain(kind === 'contact' ? contactModel : accountModel, encode(kind, [a, b], { population }), 0, 1).answer

const person = (values: Values): Values => ({ first_name: 'Robert', last_name: 'Fisher', ...values })

test('a nickname and a changed number do not hide a person with the same mailbox', () => {
  const one = person({ email: 'robert.fisher@larkspur.com', phone: '+12144430854' })
  const other = { name: 'Bob Fisher', email: 'Robert.Fisher+crm@larkspur.com', phone: '+13124430999' }
  expect(answerFor('contact', one, other)).toBe('same')
})

test('a surname first and two surnames are one person where the rest agrees', () => {
  const one = { first_name: 'Carmen', last_name: 'Martínez', email: 'carmen@penaloza.es' }
  expect(answerFor('contact', one, { name: 'Martínez Ibáñez Carmen', email: 'carmen@penaloza.es' })).toBe('same')
})

test('father and son of one name are related, not the same', () => {
  const [father, son] = [person({ name: 'x', last_name: 'Fisher Sr.' }), person({ last_name: 'Fisher Jr.' })]
  const at = { street: '12 Oak Street', postcode: '75201', phone: '+12144430854', email: 'fisher@larkspur.com' }
  expect(answerFor('contact', { ...father, ...at }, { ...son, ...at })).toBe('related')
})

test('a father and a son without a suffix are told apart by their days of birth', () => {
  const at = { street: '12 Oak Street', postcode: '75201', city: 'Dallas' }
  const [father, son] = [person({ birth_date: '1950-03-01', ...at }), person({ birth_date: '1978-11-20', ...at })]
  expect(answerFor('contact', father, son)).toBe('related')
})

test('twins are related, not the same', () => {
  const at = { last_name: 'Wood', birth_date: '1984-02-29', street: '7 Mill Lane', postcode: 'LS1 4AP', city: 'Leeds' }
  expect(answerFor('contact', { first_name: 'Dennis', ...at }, { first_name: 'Daniel', ...at })).toBe('related')
})

test('two people behind one shared mailbox are not one', () => {
  const [one, other] = [
    { name: 'José López', email: 'info@guzman.mx' },
    { name: 'Ana Ruiz', email: 'info@guzman.mx' },
  ]
  expect(answerFor('contact', one, other)).not.toBe('same')
})

test('the second Anna Berg of a company, to whom its mail system gave a number, is another', () => {
  const [one, other] = [
    { name: 'Anna Berg', email: 'anna.berg@hoval.se' },
    { name: 'Anna Berg', email: 'anna.berg2@hoval.se' },
  ]
  expect(answerFor('contact', one, other)).toBe('not_same')
})

test('strangers of one name at two companies are left to people to look at, at most', () => {
  const [one, other] = [
    { name: 'Maria Silva', email: 'maria.silva@olinda.com.br' },
    { name: 'Maria Silva', email: 'msilva@xingu.com.br' },
  ]
  expect(answerFor('contact', one, other, 1_000_000)).toBe('not_same')
})

test('a company with another legal form spelled out and its own domain is the same', () => {
  const one = { name: 'Lindemann Nachrichtentechnik AG', domains: ['lindemann.at'], country: 'AT' }
  const other = { name: 'LINDEMANN NACHRICHTENTECHNIK Aktiengesellschaft', website: 'https://www.lindemann.at' }
  expect(answerFor('account', one, other)).toBe('same')
})

test('a company without a domain is recognised by its name and place', () => {
  const one = { name: 'Vizcaíno Miraflores Metalúrgica S.A.', country: 'ES', city: 'Madrid' }
  expect(answerFor('account', one, { name: 'Vizcaino Miraflores Metalurgica', country: 'ES', city: 'Madrid' })).toBe(
    'same',
  )
})

test('a branch, a subsidiary and a namesake abroad are related, not the same', () => {
  const parent = { name: 'Hövel Systemhaus AG', domains: ['hovel-systemhaus.ch'], country: 'CH' }
  const branch = { name: 'Hövel Systemhaus , Niederlassung Bern AG', domains: ['hovel-systemhaus.ch'], country: 'CH' }
  const subsidiary = { name: 'Wernike Akustik AG', domains: ['hovel-systemhaus.ch'], country: 'CH' }
  const namesake = { name: 'Hövel Systemhaus S.A.', domains: ['hovel-systemhaus.ch'], country: 'MX' }
  for (const other of [branch, subsidiary, namesake]) expect(answerFor('account', parent, other)).toBe('related')
})

const anyPerson: fc.Arbitrary<Values> = fc.record(
  {
    name: fc.constantFrom('Ana López', 'López, Ana', 'Anna Lopes', 'John Smith Jr', 'J. Smith', 'Bob', '李小龙', ''),
    email: fc.constantFrom('ana@x.com', 'ana.lopez@x.com', 'info@x.com', 'lopez@gmail.com', 'bad address', ''),
    phone: fc.constantFrom('+12122414371', '2122414371', '+34911234567', ''),
    birth_date: fc.constantFrom('1980-01-02', '1980-02-01', '19500302', ''),
    street: fc.constantFrom('12 Oak St', '12 Oak Street', 'Elm Road 4', ''),
    postcode: fc.constantFrom('1234', '1243', '9999', ''),
    city: fc.constantFrom('New York', 'New York City', 'Leeds', ''),
    national_id: fc.constantFrom('1234567', '1234576', '7654321', ''),
    account: fc.constantFrom('a', 'b', ''),
  },
  { requiredKeys: [] },
)

test('an explanation adds up to the score to the last bit, and the order of two records does not count', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { minLength: 2, maxLength: 2 }), (records) => {
      const columns = encode('contact', records)
      const scorer = createScorer(contactModel, columns)
      const { bits, prior, parts } = explain(contactModel, columns, 0, 1)
      expect(parts.reduce((sum, part) => sum + part.bits + part.termFrequencyBits, prior)).toBe(bits)
      expect(scorer.score(0, 1)).toBe(bits)
      expect(scorer.score(1, 0)).toBe(bits)
    }),
    { seed: 7, numRuns: 400 },
  )
})

test('stopping early never loses a pair above the floor', () => {
  fc.assert(
    fc.property(
      fc.array(anyPerson, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: -5, max: 20 }),
      (records, floor) => {
        const columns = encode('contact', records)
        const [whole, hasty] = [createScorer(contactModel, columns), createScorer(contactModel, columns, { floor })]
        for (const [a, b] of [[0, 1] as const, [1, 2] as const, [2, 3] as const]) {
          const [bits, early] = [whole.score(a, b), hasty.score(a, b)]
          if (bits >= floor) expect(early).toBe(bits)
          else expect(early).toBeLessThan(floor)
        }
      },
    ),
    { seed: 11, numRuns: 300 },
  )
})

test('at one company two addresses made of two names are two people’s, and made of one name may be one’s', () => {
  const at = { account: 'norrsken', title: 'Engineer' }
  const andersson = { name: 'Lars Andersson', email: 'lars.andersson@norrsken.se', ...at }
  const larsson = { name: 'Lars Larsson', email: 'lars.larsson@norrsken.se', ...at }
  expect(answerFor('contact', andersson, larsson)).not.toBe('same')
  expect(answerFor('contact', andersson, { name: 'Andersson Lars', email: 'landersson@norrsken.se', ...at })).toBe(
    'same',
  )
})

test('two addresses are not alike by their long common ending alone', () => {
  const one = { name: 'Tobias Schulz', email: 'tschulz@ritterfeldvogelsag.de' }
  const other = { name: 'Tobias Krüger', email: 'tkruger@ritterfeldvogelsang.de' }
  const { parts } = explain(contactModel, encode('contact', [one, other], { population: 10_000 }), 0, 1)
  expect(parts.find(({ field }) => field === 'email')?.level).toBe('different')
})

test('two sites of one group at one domain, each with people of its own, are nearer to two than to one', () => {
  const people = (...names: string[]) => names.map((name) => `${name}@bluestone.ie`)
  const at = { name: 'Bluestone Agri Products DAC', country: 'IE', domains: ['bluestone.ie'] }
  const site = (...names: string[]) => ({ ...at, people: people(...names) })
  const bits = (a: Values, b: Values) =>
    explain(accountModel, encode('account', [a, b], { population: 10_000 }), 0, 1).bits
  const [cork, galway] = [site('anne', 'brian', 'ciara'), site('dermot', 'eoin', 'fiona')]
  expect(bits(cork, galway)).toBeLessThan(bits(cork, site('dermot')))
  expect(bits(cork, site('anne', 'brian'))).toBeGreaterThan(bits(cork, at))
})

test('one name at two domains with other people is another company, which a telephone in common outweighs', () => {
  const company = (domain: string, more: Values = {}) => ({
    name: 'Bayu Juara Rangkaian',
    country: 'MY',
    domains: [domain],
    people: ['aminah', 'bakar', 'chong'].map((name) => `${name}@${domain}`),
    ...more,
  })
  expect(answerFor('account', company('bayu.my'), company('juara.my'))).not.toBe('same')
  const phone = { phone: '+6042807292' }
  expect(answerFor('account', company('bayu.my', phone), company('juara.my', phone))).toBe('same')
})

test('a name that goes on is another’s, and a name that was cut off may be its own', () => {
  const nameLevel = (a: string, b: string) =>
    explain(accountModel, encode('account', [{ name: a }, { name: b }], { population: 10_000 }), 0, 1).parts.find(
      ({ field }) => field === 'name',
    )?.level
  expect(nameLevel('Solstice Home Goods', 'solsticehomegoodssing')).toBe('one within the other')
  expect(nameLevel('Escudero Duarte Educac', 'Escudero Duarte Educación')).toBe('slip or cut off')
})

test('a place behind a dash is where the company is, unless it is somewhere else itself', () => {
  const at = { country: 'JP', domains: ['tsukinami.jp'] }
  const seat = { name: 'Tsukinami Denki K.K.', city: 'Tokyo', ...at }
  expect(answerFor('account', seat, { name: 'Tsukinami Denki – Tokyo', ...at })).toBe('same')
  expect(answerFor('account', seat, { name: 'Tsukinami Denki – Tokyo', city: 'Nagoya', ...at })).toBe('related')
})
