// The engine as it is shipped, on customer bases that nobody has looked at: each seed is another one.
import { describe, expect, test } from 'vitest'
import { encode, groundOf, type Kind, matchAll, type Values } from '../src/matching/index.ts'
import { figuresOfGroups } from './harness/matching-accuracy.ts'
import { invent } from './harness/matching-invented.ts'

/** For each row the cluster it is in, where all from the automatic line on is joined. */
async function joined(kind: Kind, rows: readonly Values[]): Promise<number[]> {
  const ground = groundOf(encode(kind, rows))
  const model = { ...ground.model, sameBits: ground.model.mergeBits }
  return [...(await matchAll({ ...ground, model }, { threads: 1 })).clusterOf]
}

describe.each([11, 12, 13])('an invented customer base, seed %i', (seed) => {
  test('what is merged unseen is right, and most of what is one is found', async () => {
    const { accounts, contacts } = invent(seed)
    const companies = await joined('account', accounts.map(({ values }) => values)) // biome-ignore format: one line
    const people = await joined('contact', contacts.map(({ at, values }) => ({ ...values, account: String(companies[at]) }))) // biome-ignore format: one line
    const ofAccounts = figuresOfGroups('accounts', companies, accounts.map(({ truth }) => truth)) // biome-ignore format: one line
    const ofContacts = figuresOfGroups('contacts', people, contacts.map(({ truth }) => truth)) // biome-ignore format: one line
    expect(ofAccounts.precision).toBeGreaterThan(0.98)
    expect(ofAccounts.f1).toBeGreaterThan(0.92)
    expect(ofContacts.precision).toBeGreaterThan(0.99)
    expect(ofContacts.f1).toBeGreaterThan(0.98)
  })
})
