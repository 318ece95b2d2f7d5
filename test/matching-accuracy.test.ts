// The engine as it is shipped, on sets whose truth is known. The sets lie beside the repository, in ../shared/data; where they are
// absent these tests are skipped and say so.
import { describe, expect, test } from 'vitest'
import { measureClusters, measureLinks, measurePairs } from './harness/matching-accuracy.ts'
import { readPack } from './harness/matching-pack.ts'
import { measurePack } from './harness/matching-pack-accuracy.ts'
import { companyNames, fakeThousand, febrl, isDataHere, restaurants } from './harness/matching-sets.ts'

const where = isDataHere ? '' : ' (skipped: ../shared/data is not here)'

describe.skipIf(!isDataHere)(`matching with shipped weights and thresholds${where}`, () => {
  test('finds the people of FEBRL 1 without a false pair', async () => {
    for (const { precision, f1 } of [measurePairs(febrl(1)), await measureClusters(febrl(1))]) {
      expect(precision).toBe(1)
      expect(f1).toBeGreaterThanOrEqual(0.999)
    }
  })

  test('finds the people of FEBRL 3, who are changed up to five times, without a false pair', async () => {
    for (const { precision, f1 } of [measurePairs(febrl(3)), await measureClusters(febrl(3))]) {
      expect(precision).toBeGreaterThanOrEqual(0.9995)
      expect(f1).toBeGreaterThanOrEqual(0.998)
    }
  })

  test('finds shaken names and moved days of birth, pair by pair and in clusters', async () => {
    const [pairs, clusters] = [measurePairs(fakeThousand()), await measureClusters(fakeThousand())]
    expect(pairs.f1).toBeGreaterThanOrEqual(0.965)
    expect(clusters.f1).toBeGreaterThanOrEqual(0.97)
    expect(clusters.precision).toBeGreaterThanOrEqual(0.9995)
  })

  test('finds restaurants by name and street', async () => {
    expect((await measureClusters(restaurants())).f1).toBeGreaterThanOrEqual(0.95)
  })

  test('links company names to the register', () => {
    const { precision, recall } = measureLinks(companyNames())
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.92)
  })

  test('finds the companies and people of many systems, and merges unseen only what is sure', async () => {
    const { accounts, contacts } = await measurePack(readPack())
    expect(accounts.clusters.f1).toBeGreaterThanOrEqual(0.95)
    expect(contacts.clusters.f1).toBeGreaterThanOrEqual(0.95)
    expect(accounts.merged.precision).toBeGreaterThanOrEqual(0.995)
    expect(contacts.merged.precision).toBeGreaterThanOrEqual(0.995)
  }, 30_000)
})
