// The engine as it is shipped, on customer bases that nobody has looked at: each seed is another one.
import { describe, expect, test } from 'vitest'
import { contactModel, encode, groundOf, type Kind, matchAll, type Values } from '../src/matching/index.ts'
import { figuresOfGroups } from './harness/matching-accuracy.ts'
import { inventHomes } from './harness/matching-homes.ts'
import { type Invented, invent } from './harness/matching-invented.ts'

/** For each row the cluster it is in, where all from the automatic line on is joined. */
async function joined(kind: Kind, rows: readonly Values[]): Promise<number[]> {
  const ground = groundOf(encode(kind, rows))
  const model = { ...ground.model, sameBits: ground.model.mergeBits }
  return [...(await matchAll({ ...ground, model }, { threads: 1 })).clusterOf]
}

/** Clusters that hold two companies of one family: a parent and what belongs to it. */
function mixedFamilies(accounts: Invented['accounts'], clusterOf: readonly number[]): unknown[] {
  const clusters = Map.groupBy(accounts.entries(), ([row]) => clusterOf[row])
  return [...clusters.values()].filter(
    (rows) => new Set(rows.map(([, { truth }]) => truth)).size > new Set(rows.map(([, { group }]) => group)).size,
  )
}

describe.each([11, 12, 13])('an invented customer base, seed %i', (seed) => {
  test('what is merged unseen is right, and most of what is one is found', async () => {
    const { accounts, contacts } = invent(seed)
    const companies = await joined(
      'account',
      accounts.map(({ values }) => values),
    )
    const people = await joined(
      'contact',
      contacts.map(({ at, values }) => ({ ...values, account: String(companies[at]) })),
    )
    const ofAccounts = figuresOfGroups(
      'accounts',
      companies,
      accounts.map(({ truth }) => truth),
    )
    const ofContacts = figuresOfGroups(
      'contacts',
      people,
      contacts.map(({ truth }) => truth),
    )
    // Where a list writes the one and means the other, and nothing else in its row tells of it, nobody could know; here something does.
    expect(mixedFamilies(accounts, companies)).toEqual([])
    expect(ofAccounts.precision).toBeGreaterThan(0.99)
    expect(ofAccounts.f1).toBeGreaterThan(0.92)
    expect(ofContacts.precision).toBeGreaterThan(0.99)
    expect(ofContacts.f1).toBeGreaterThan(0.98)
  })
})

describe.each([1, 2, 3])('an invented register of homes, seed %i', (seed) => {
  const measured = async (o: { mistakes: number; hasFamilies: boolean }) => {
    const homes = inventHomes(seed, { people: 1000, copies: 0.6, ...o })
    const ground = groundOf(
      encode(
        'contact',
        homes.map(({ values }) => values),
      ),
    )
    const clusterOf = [...(await matchAll(ground, { threads: 1 })).clusterOf]
    return {
      ground,
      homes,
      clusterOf,
      ...figuresOfGroups(
        'homes',
        clusterOf,
        homes.map(({ truth }) => truth),
      ),
    }
  }

  test('where nobody’s relatives are listed, one person under two given names is found', async () => {
    const few = await measured({ mistakes: 3, hasFamilies: false })
    expect(few.ground.model).not.toBe(contactModel)
    expect(few.precision).toBe(1)
    expect(few.f1).toBeGreaterThanOrEqual(0.999)
    const many = await measured({ mistakes: 6, hasFamilies: false })
    expect(many.precision).toBe(1)
    expect(many.f1).toBeGreaterThan(0.99)
  })

  test('where families are listed, twins stay two, and so do a father and a son of one name', async () => {
    const { ground, homes, clusterOf, precision, recall } = await measured({ mistakes: 3, hasFamilies: true })
    expect(ground.model).toBe(contactModel)
    const inCluster = Map.groupBy(homes.entries(), ([row]) => clusterOf[row])
    const near = [...inCluster.values()].map((rows) => new Set(rows.map(([, { truth }]) => truth)))
    expect(near.filter((people) => people.size > 1)).toEqual([])
    expect(precision).toBe(1)
    expect(recall).toBeGreaterThan(0.99)
  })
})
