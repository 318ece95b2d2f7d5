import { expect, test } from 'vitest'
import { population } from '../../../bench/matching-people.ts'
import { type Blocks, formBlocks, meetings, type Rule } from './blocking.ts'
import { groupRows, pairsIn } from './groups.ts'
import { estimateRecall } from './recall.ts'

const rule = (name: string, keys: readonly number[]): Rule => ({ name, keys: Int32Array.from(keys) })

/** Every pair the blocks bring together, once per rule that does. */
function met(blocks: Blocks): { rule: number; a: number; b: number }[] {
  return blocks.rules.flatMap(({ rows, starts }, ruleNumber) =>
    [...starts.subarray(1)].flatMap((to, block) => {
      const inside = [...rows.subarray(starts[block], to)]
      return inside.flatMap((a, i) => inside.slice(i + 1).map((b) => ({ rule: ruleNumber, a, b })))
    }),
  )
}

test('rows with one key stand side by side, and lone rows and rows without a key are left out', () => {
  const groups = groupRows(Int32Array.from([7, 0, -3, 7, 0, 70_000, -3, 7, 9]))
  expect([...groups.rows]).toEqual([0, 3, 7, 2, 6])
  expect([...groups.starts]).toEqual([0, 3, 5])
  expect(pairsIn(groups)).toBe(4)
})

test('the cheapest rule is counted first, and compared last', () => {
  const blocks = formBlocks({ rules: [rule('many', [1, 1, 1, 1, 0]), rule('few', [5, 5, 0, 0, 0])] })
  expect(blocks.report.map(({ name, pairs }) => [name, pairs])).toEqual([
    ['few', 1],
    ['many', 6],
  ])
  expect(met(blocks).map(({ rule }) => rule)).toEqual([0, 0, 0, 0, 0, 0, 1])
  expect(meetings(blocks, 0, 1)).toBe(2)
})

test('a block too full is split by the mildest second key that suffices, and what that gives up is told', () => {
  const rows = 40
  const blocks = formBlocks({
    rules: [rule('surname', Array(rows).fill(1))],
    refineBy: [
      rule(
        'row',
        [...Array(rows).keys()].map((row) => row + 1),
      ),
      rule(
        'half',
        [...Array(rows).keys()].map((row) => (row % 2) + 1),
      ),
      rule(
        'quarter',
        [...Array(rows).keys()].map((row) => (row % 4) + 1),
      ),
    ],
    fullAt: 20,
  })
  expect(blocks.report).toEqual([
    { name: 'surname', countedPairs: 780, pairs: 380, blocksSplit: 1, pairsGivenUp: 400, isUsed: true },
  ])
})

test('rows that no second key tells apart are still compared with their neighbours', () => {
  const blocks = formBlocks({ rules: [rule('mailbox', Array(25).fill(1))], fullAt: 10 })
  expect(blocks.report[0]).toMatchObject({ countedPairs: 300, pairs: 100, blocksSplit: 1, pairsGivenUp: 200 })
})

test('a rule that costs more than is left is split finer, and left out only where that is not enough', () => {
  const rows = 100
  const everybody = rule('country', Array(rows).fill(1))
  const tens = rule(
    'town',
    [...Array(rows).keys()].map((row) => (row % 10) + 1),
  )
  const split = formBlocks({ rules: [tens, everybody], refineBy: [tens], mostPairs: 1_000 })
  expect(split.report).toMatchObject([
    { name: 'town', pairs: 450, isUsed: true },
    { name: 'country', countedPairs: 4_950, pairs: 450, isUsed: true },
  ])
  const left = formBlocks({ rules: [tens, everybody], mostPairs: 1_000 })
  expect(left.report).toMatchObject([{ isUsed: true }, { name: 'country', isUsed: false }])
})

test('a rule that makes the blocks of another is left out, and one that only has the same rows is not', () => {
  const blocks = formBlocks({
    rules: [rule('pairs', [1, 1, 2, 2]), rule('again', [4, 4, 5, 5]), rule('all', [9, 9, 9, 9])],
  })
  expect(blocks.report.map(({ name, isUsed }) => [name, isUsed])).toEqual([
    ['pairs', true],
    ['again', false],
    ['all', true],
  ])
})

test('the recall told from how often pairs were found is near the true one', () => {
  const { entityOf, person } = population(8_000)
  const codes = new Map<string, number>()
  const keysOf = (text: (row: number) => string | null) =>
    Array.from(entityOf, (_, row) => {
      const value = text(row)
      if (value === null) return 0
      if (!codes.has(value)) codes.set(value, codes.size + 1)
      return codes.get(value) ?? 0
    })
  const blocks = formBlocks({
    rules: [
      rule(
        'email',
        keysOf((row) => person(row).email),
      ),
      rule(
        'phone',
        keysOf((row) => person(row).phone),
      ),
      rule(
        'street',
        keysOf((row) => person(row).street),
      ),
    ],
  })
  const rowsOf = Map.groupBy(entityOf.keys(), (row) => entityOf[row])
  const foundBy = [0, 0, 0, 0]
  for (const rows of rowsOf.values())
    for (const [i, a] of rows.entries())
      for (const b of rows.slice(i + 1)) foundBy[meetings(blocks, a, b)] = (foundBy[meetings(blocks, a, b)] ?? 0) + 1
  const pairs = foundBy.reduce((sum, count) => sum + count)
  const truly = 1 - (foundBy[0] ?? 0) / pairs
  expect(truly).toBeLessThan(0.98) // three rules are not enough here, so there is something to tell
  expect(Math.abs(estimateRecall(foundBy, 3) - truly)).toBeLessThan(0.03)
})
