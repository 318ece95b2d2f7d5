import { expect, test } from 'vitest'
import { population } from '../../bench/matching-people.ts'
import { sameAmong } from './look-alike.ts'

test.each([0, 150, 5_000, 2_000_000])(
  'among %i, many that are asked about together get the answers that each gets alone',
  (known) => {
    const { person, entityOf } = population(1_200, 7)
    const rows = [...entityOf.keys()]
    const byEntity = Map.groupBy(rows, (row) => entityOf[row])
    const named = (row: number) => {
      const { first_name, last_name, ...rest } = person(row)
      return { ...rest, first_name, last_name, name: [first_name, last_name].filter(Boolean).join(' ') }
    }
    const asked = rows.slice(0, 400).map((row, i) => {
      const copies = (byEntity.get(entityOf[row]) ?? []).filter((other) => other !== row)
      const strangers = Array.from({ length: i % 4 }, (_, n) => (row * 31 + n * 97 + 1) % rows.length)
      return { written: named(row), candidates: [...strangers, ...copies].map(named) }
    })
    const together = sameAmong('contact', asked, known)
    expect(together).toEqual(asked.flatMap((each) => sameAmong('contact', [each], known)))
    expect(together.filter((same) => same.length > 0).length).toBeGreaterThan(40)
  },
)

test('companies too', () => {
  const company = (n: number) => ({
    name: ['Acme Holdings', 'Acme Ltd', 'Blue Harbour', 'Blue Harbor Inc', 'Nord Mill', 'Río Bravo'][n % 6],
    domains: [`${['acme', 'acme', 'blueharbour', 'blueharbour', 'nordmill', 'riobravo'][n % 6]}.com`],
    country: ['US', 'GB', 'BR'][n % 3],
    phone: `+1212555${String(1_000 + (n % 6)).padStart(4, '0')}`,
  })
  const asked = Array.from({ length: 150 }, (_, n) => ({
    written: company(n),
    candidates: [company(n + 1), company(n + 6), company(n + 3)],
  }))
  for (const known of [100, 100_000])
    expect(sameAmong('account', asked, known)).toEqual(asked.flatMap((each) => sameAmong('account', [each], known)))
})
