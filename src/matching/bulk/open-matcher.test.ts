import { expect, test } from 'vitest'
import { population } from '../../../bench/matching-people.ts'
import { assignEntities } from './entities.ts'
import { openMatcher } from './open-matcher.ts'

const fields = ['first_name', 'last_name', 'email', 'phone', 'birth_date', 'street', 'postcode', 'city'] as const
const { person } = population(1_200, 3)

/** People from one number up to before another, as a page. */
const page = (from: number, to: number) =>
  JSON.stringify(Array.from({ length: to - from }, (_, i) => fields.map((field) => person(from + i)[field])))

test('a thread matches what it has read, then what was added, and what nobody touched keeps its entity', async () => {
  const matcher = openMatcher('contact', fields)
  try {
    expect(await matcher.read(page(0, 600))).toBe(600)
    expect(await matcher.read(page(600, 1_150))).toBe(1_150)
    const first = await matcher.match()
    expect(first.clusterOf).toHaveLength(1_150)
    const before = assignEntities(new Int32Array(), first.clusterOf, 1)

    await matcher.read(page(1_150, 1_200))
    const more = await matcher.match()
    expect(more.clusterOf).toHaveLength(1_200)
    expect(more.report.pairs).toBeLessThan(first.report.pairs / 4)
    const after = assignEntities(before.entityOf, more.clusterOf, before.next)
    const isChanged = (row: number) => before.entityOf[row] !== after.entityOf[row]
    const told = new Set(after.feed.flatMap((event) => (event.kind === 'created' ? [] : [event.from])))
    for (let row = 0; row < 1_150; row++) if (isChanged(row)) expect(told).toContain(before.entityOf[row])

    const anew = await matcher.match({ anew: true })
    expect(anew.report.pairs).toBeGreaterThan(first.report.pairs)
  } finally {
    await matcher.close()
  }
}, 60_000)

test('a page that cannot be read is told to whoever sent it, and the next one is read', async () => {
  const matcher = openMatcher('contact', fields)
  try {
    const [broken, sound] = [matcher.read('[["Nora"'), matcher.read(page(0, 3))]
    await expect(broken).rejects.toThrow(/JSON/)
    expect(await sound).toBe(3)
  } finally {
    await matcher.close()
  }
}, 60_000)
