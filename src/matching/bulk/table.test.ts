// What a block scores quickly is what two records score when each field is looked at in full: nothing is lost by stopping early, by
// what is told of two values without reading them, or by bringing rows together.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactModel } from '../contact-model.ts'
import type { Values } from '../encode.ts'
import { encode } from '../encode.ts'
import { explainer } from '../explain.ts'
import { roomForPairs } from '../pairs.ts'
import { createScorer } from '../scorer.ts'
import { formBlocks } from './blocking.ts'
import { rowByRow } from './records.ts'
import { layTable } from './table.ts'

const people: fc.Arbitrary<Values> = fc.record(
  {
    name: fc.constantFrom(
      'Ana López',
      'López, Ana',
      'Anna Lopes',
      'John Smith Jr',
      'J. Smith',
      'Bob',
      '李小龙',
      'Ann',
      '',
    ),
    email: fc.constantFrom(
      ...['ana@x.com', 'ana.lopez@x.com', 'analopez7@gmail.com', 'ana.lopez@gmail.com', 'ana.lopes@gmial.com'],
      ...['info@x.com', 'lopez@gmail.com', 'ana.lopez2@x.com', 'ana.lopez3@x.com', 'al@b', 'bad address', ''],
    ),
    phone: fc.constantFrom('+12122414371', '2122414371', '+12122414372', '+34911234567', ''),
    mobile_phone: fc.constantFrom('+12122414371', '+34911234568', ''),
    birth_date: fc.constantFrom('1980-01-02', '1980-02-01', '1980-01-20', '1950-03-02', '1979-12-30', '2004-05-06', ''),
    street: fc.constantFrom('12 Oak St', '12 Oak Street', '21 Oka Street', 'Elm Road 4', 'Elms Road 44', ''),
    postcode: fc.constantFrom('1234', '1243', '9999', '99998', ''),
    city: fc.constantFrom('New York', 'New York City', 'Leeds', 'Leads', 'Sao Paulo', 'Paulo Sao', ''),
    national_id: fc.constantFrom('1234567', '1234576', '7654321', ''),
    account: fc.constantFrom('a', 'b', ''),
    employer: fc.constantFrom('Acme Ltd', 'Acme', 'Globex', ''),
    title: fc.constantFrom('CFO', 'Senior Engineer', 'Engineer', ''),
    status: fc.constantFrom('left', ''),
  },
  { requiredKeys: [] },
)

test('a block scores each pair as a close look at every field does', () => {
  fc.assert(
    fc.property(
      fc.array(people, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: -12, max: 12 }),
      (records, floor) => {
        const columns = encode('contact', records, { population: 5_000 })
        const blocks = formBlocks({ rules: [{ name: 'all', keys: new Int32Array(records.length).fill(1) }] })
        const table = layTable(contactModel, columns, rowByRow(columns, blocks), floor)
        const rows = Int32Array.from(records.keys()).reverse()
        table.seat(rows, 0, rows.length)
        const why = explainer(contactModel, columns)
        const seats = [...rows.keys()]
        const all = seats.flatMap((one) => seats.filter((other) => other !== one).map((other) => [one, other] as const))
        const pairs = roomForPairs(all.length)
        for (const [one, other] of all) {
          pairs.ones[pairs.count] = one
          pairs.others[pairs.count++] = other
        }
        table.sift(pairs)
        const told = Array.from({ length: pairs.count }, (_, at) => ({
          pair: [pairs.ones[at], pairs.others[at]],
          bits: pairs.bits[at],
          levels: pairs.vectors[at],
        }))
        const { vector } = createScorer(contactModel, columns)
        const expected = all.flatMap(([one, other]) => {
          const [a, b] = [rows[one] ?? 0, rows[other] ?? 0]
          const { bits } = why(a, b)
          return bits >= floor ? [{ pair: [a, b], bits, levels: vector(a, b) }] : []
        })
        expect(told).toEqual(expected)
      },
    ),
    { seed: 3, numRuns: 200 },
  )
})
