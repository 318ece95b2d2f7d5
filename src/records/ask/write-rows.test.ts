import { expect, test } from 'vitest'
import { type ByteRow, raw } from '../../platform/index.ts'
import { type Form, type Member, readerOf, type Within } from './page.ts'
import { writerOf, written } from './write-rows.ts'

const member = (name: string, form: Form): Member => ({ name, form, column: raw('null') })
const members: (Member | Within)[] = [
  member('id', 'plain'),
  member('name', 'text'),
  { name: 'arr', members: [member('amount', 'json'), member('currency', 'text')] },
  {
    name: 'contact',
    members: [
      member('id', 'plain'),
      member('is_primary', 'truth'),
      { name: 'fee', members: [member('amount', 'json'), member('currency', 'text')] },
    ],
  },
  member('at', 'moment'),
]

function row(...values: readonly (string | null)[]): ByteRow {
  const fields = values.map((value) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(value === null ? -1 : Buffer.byteLength(value))
    return Buffer.concat([length, Buffer.from(value ?? '')])
  })
  return { bytes: Buffer.concat([Buffer.from('before'), ...fields]), at: 'before'.length }
}

const page = (rows: readonly ByteRow[]): unknown =>
  JSON.parse(written([{ before: '[', rows, writer: writerOf(members), after: ']' }]).toString())

test('columns become members, with what stands within them', () => {
  expect(page([row('a1', 'Ana', '1250', 'USD', 'c1', 't', '-3.50', 'BRL', '2026-11-21 09:30:00.5+00')])).toEqual([
    {
      id: 'a1',
      name: 'Ana',
      arr: { amount: 1250, currency: 'USD' },
      contact: { id: 'c1', is_primary: true, fee: { amount: -3.5, currency: 'BRL' } },
      at: '2026-11-21T09:30:00.500Z',
    },
  ])
})

test('where the first of what stands within is null, all of it is', () => {
  const rows = [
    row('a1', null, null, null, null, null, null, null, null),
    row('a2', '', null, 'USD', 'c1', 'f', null, null, '2026-11-21 09:30:00+00'),
  ]
  expect(page(rows)).toEqual([
    { id: 'a1', name: null, arr: null, contact: null, at: null },
    {
      id: 'a2',
      name: '',
      arr: null,
      contact: { id: 'c1', is_primary: false, fee: null },
      at: '2026-11-21T09:30:00.000Z',
    },
  ])
})

test.each([
  'He said "no"',
  'back\\slash',
  'line\nbreak, tab\t and \u0001',
  'São João, 東京, 🙂, \u2028',
  `${'long '.repeat(100)}"end"`,
  'x'.repeat(600_000),
  `${'é'.repeat(300_000)}"`,
])('a text stays what it is %#', (text) => {
  const rows = [row('a1', text, null, null, null, null, null, null, null)]
  expect(page([...rows, ...rows])).toMatchObject([{ name: text }, { name: text }])
})

test.each([
  ['2026-11-21 09:30:00+00', '2026-11-21T09:30:00.000Z'],
  ['2026-11-21 09:30:00.123456+00', '2026-11-21T09:30:00.123Z'],
  ['2026-11-21 09:30:00.5+05:30', '2026-11-21T04:00:00.500Z'],
  ['2026-11-21 09:30:00-03', '2026-11-21T12:30:00.000Z'],
  ['12026-11-21 09:30:00.25+00', '12026-11-21T09:30:00.250Z'],
])('a moment is written in UTC with its milliseconds: %s', (text, moment) => {
  expect(page([row('a1', null, null, null, null, null, null, null, text)])).toMatchObject([{ at: moment }])
})

test('single members are read from a row', () => {
  const read = readerOf(members)
  const one = row('a1', 'Ana', '1250', 'USD', 'c1', 't', null, null, '2026-11-21 09:30:00+00')
  expect(['id', 'arr', 'contact', 'at', 'stranger'].map((name) => read(one, name))).toEqual([
    'a1',
    { amount: 1250, currency: 'USD' },
    { id: 'c1', is_primary: true, fee: null },
    '2026-11-21T09:30:00.000Z',
    undefined,
  ])
})
