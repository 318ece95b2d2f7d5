import { expect, test } from 'vitest'
import { population } from '../../../bench/matching-people.ts'
import { encode } from '../encode.ts'
import { createScorer } from '../scorer.ts'
import { formBlocks } from './blocking.ts'
import { compareAll } from './compare-all.ts'
import { groundOf } from './ground.ts'
import { matchAll, matchMore } from './run.ts'

const people = population(3_000, 7)
const columnsOf = (rows: number) =>
  encode(
    'contact',
    Array.from({ length: rows }, (_, row) => people.person(row)),
  )

/** Pairs of rows in one cluster. */
function pairsOf(clusterOf: ArrayLike<number>): Set<string> {
  const clusters = Map.groupBy(
    Array.from(clusterOf, (_, row) => row),
    (row) => clusterOf[row],
  )
  return new Set(
    [...clusters.values()].flatMap((rows) => rows.flatMap((a, i) => rows.slice(i + 1).map((b) => `${a} ${b}`))),
  )
}

test('people entered twice are found, hardly anybody else is taken for them, and the told recall is near the true one', async () => {
  const { clusterOf, report } = await matchAll(groundOf(columnsOf(3_000)))
  const [truth, found] = [pairsOf(people.entityOf), pairsOf(clusterOf)]
  const right = [...found].filter((pair) => truth.has(pair)).length
  expect(right / found.size).toBeGreaterThan(0.99)
  expect(right / truth.size).toBeGreaterThan(0.95)
  expect(report.pairs).toBeLessThan(60 * 3_000)
  expect(report.recall).toBeGreaterThan(0.97)
})

test('two threads find the same edges in the same order as one', async () => {
  const { model, columns, rules, refineBy } = groundOf(columnsOf(3_000))
  const { rules: blocks, blockOf } = formBlocks({ rules: rules.slice(0, 8), refineBy })
  const comparison = { rules: blocks, blockOf, floor: -20 } // low, so that there is much to keep
  const [one, two] = [await compareAll(model, columns, comparison, 1), await compareAll(model, columns, comparison, 2)]
  expect(two.pairs).toBe(one.pairs)
  expect(one.edges.count).toBeGreaterThan(1_000)
  for (const part of ['a', 'b', 'bits', 'vector'] as const)
    expect(two.edges[part].subarray(0, two.edges.count)).toEqual(one.edges[part].subarray(0, one.edges.count))
})

test('newcomers matched by themselves end where a run over everything puts them', async () => {
  const before = await matchAll(groundOf(columnsOf(2_950)))
  const ground = groundOf(columnsOf(3_000))
  const touched = Uint8Array.from({ length: 3_000 }, (_, row) => (row < 2_950 ? 0 : 1))
  const [more, all] = [await matchMore(ground, before, touched), await matchAll(ground)]
  expect(more.report.pairs).toBeLessThan(all.report.pairs / 10)
  const [incremental, whole] = [pairsOf(more.clusterOf), pairsOf(all.clusterOf)]
  const apart = [...incremental, ...whole].filter((pair) => incremental.has(pair) !== whole.has(pair))
  expect(apart.length / whole.size).toBeLessThan(0.004) // of so few people the newcomers shift how rare a name is
})

test('a record that changed is matched anew, and leaves what it no longer fits', async () => {
  const [one, other, ...rest] = Array.from({ length: 500 }, (_, row) => people.person(row))
  if (!one || !other) throw new Error('There are people.')
  const before = await matchAll(groundOf(encode('contact', [one, one, ...rest])))
  expect(before.clusterOf[1]).toBe(0)
  const isChanged = Uint8Array.from({ length: 500 }, (_, row) => (row === 1 ? 1 : 0))
  const after = await matchMore(groundOf(encode('contact', [one, other, ...rest])), before, isChanged)
  expect(after.clusterOf[1]).not.toBe(0)
})

test('what people said are two is two in every run', async () => {
  const ground = groundOf(columnsOf(1_000))
  const first = await matchAll(ground)
  const [a, b] = [...pairsOf(first.clusterOf)][0]?.split(' ').map(Number) ?? []
  const again = await matchAll(ground, { never: [[a ?? 0, b ?? 0]] })
  expect(again.clusterOf[a ?? 0]).not.toBe(again.clusterOf[b ?? 0])
})

test('a pair that several rules bring together is compared once', async () => {
  const { model, columns, rules, refineBy } = groundOf(columnsOf(2_000))
  const { rules: blocks, blockOf, report } = formBlocks({ rules, refineBy })
  const { edges, pairs } = await compareAll(model, columns, { rules: blocks, blockOf, floor: -Infinity }, 1)
  expect(edges.count).toBe(pairs)
  expect(pairs).toBeLessThan(report.reduce((sum, rule) => sum + rule.pairs, 0))
  const named = new Set(Array.from(edges.a.subarray(0, pairs), (a, i) => a * 2_000 + (edges.b[i] ?? 0)))
  expect(named.size).toBe(pairs)
})

test('a mobile number that is the other’s telephone counts among many as it does between two', async () => {
  const ground = groundOf(
    encode('contact', [
      { name: 'Monica King', mobile_phone: '+14089868815', email: 'monica.king@osprey.example' },
      { name: 'Monica King', phone: '+17027280939', mobile_phone: '+14089868815', email: 'm.king@drummond.example' },
    ]),
  )
  const { edges } = await matchAll(ground, { threads: 1 })
  expect([...edges.bits.subarray(0, edges.count)]).toEqual([createScorer(ground.model, ground.columns).score(0, 1)])
})

test('a name that was cut off belongs to the branch whose people it has, although the branch goes by a longer name', async () => {
  const of = (name: string, ...people: string[]) => {
    const addresses = people.map((each) => `${each}@alderbridgefoods.com`)
    return { name, domains: ['alderbridgefoods.com'], country: 'GB', people: addresses, mail_domains: addresses }
  }
  const { clusterOf } = await matchAll(
    groundOf(
      encode(
        'account',
        [
          of('Alder Bridge Foods Ltd', 'ana', 'ben', 'cem'),
          of('Alder Bridge Foods – Leeds Office Ltd', 'kim', 'lee', 'ray'),
          of('Alder Bridge Foods – Leeds Office Ltd', 'pat'),
          of('Alder Bridge', 'kim', 'lee'),
        ],
        { population: 2_000 },
      ),
    ),
    { threads: 1 },
  )
  expect([...clusterOf]).toEqual([0, 1, 1, 1])
})
