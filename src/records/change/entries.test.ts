// Several entries of one list, recognised by exact rules: what the list keeps apart is not put together by a name alone.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

type Said = { system?: 'crm' | 'billing' | 'spreadsheet'; localId: string; sameAs?: string; file?: string } & Record<
  string,
  unknown
>

/** What systems say of companies, in one batch; for each the record that it became. */
async function said(...entries: Said[]): Promise<string[]> {
  const { results } = await world.records.change(
    world.operator,
    'account',
    entries.map(({ system = 'billing', localId, sameAs, file, ...values }) => ({
      verb: 'upsert' as const,
      match: true,
      source: { system, localId },
      ...(sameAs ? { sameAs: [{ system: 'crm' as const, localId: sameAs }] } : {}),
      ...(file ? { file } : {}),
      values: { name: 'Tasik Logistik Sdn Bhd', country: 'MY', ...values },
    })),
  )
  return results.map((result) => ('id' in result ? result.id : result.outcome))
}

test('another system’s entry of the same name and country is the same company', async () => {
  const [crm] = await said({ system: 'crm', localId: 'a' })
  expect(await said({ localId: 'b' })).toEqual([crm])
})

test('a system’s second entry is a record of its own, unless a telephone or a contract says otherwise', async () => {
  const [crm] = await said({ system: 'crm', localId: 'a', phone: '+6054123456', contract_start: '2024-05-02' })
  expect(await said({ localId: 'b1', sameAs: 'a' })).toEqual([crm])
  expect(await said({ localId: 'b2', phone: '+6054123456' })).toEqual([crm])
  expect(await said({ localId: 'b3', contract_start: '2024-05-02' })).toEqual([crm])
  expect(await said({ localId: 'b4' })).not.toEqual([crm])
})

test('whoever is named comes before whoever is only like, in whatever order they come', async () => {
  const [crm] = await said({ system: 'crm', localId: 'a' })
  const [second, named] = await said({ localId: 'b2' }, { localId: 'b1', sameAs: 'a' })
  expect(named).toBe(crm)
  expect(second).not.toBe(crm)
})

test('of two lines of a sheet under two contracts neither can be said to be the one meant', async () => {
  const [billing] = await said({ localId: 'a' })
  const sheet = { system: 'spreadsheet', file: 'clients.csv' } as const
  const [one, other] = await said(
    { ...sheet, localId: 'clients.csv#1', contract_start: '2020-11-28', renewal_date: '2026-11-27' },
    { ...sheet, localId: 'clients.csv#2', contract_start: '2026-02-25', renewal_date: '2027-02-25' },
  )
  expect(new Set([billing, one, other]).size).toBe(3)
})

test('a sheet that repeats a company for each of its people repeats one company', async () => {
  const sheet = { system: 'spreadsheet', file: 'clients.csv' } as const
  const [one, other] = await said({ ...sheet, localId: 'clients.csv#1' }, { ...sheet, localId: 'clients.csv#2' })
  expect(one).toBe(other)
})
