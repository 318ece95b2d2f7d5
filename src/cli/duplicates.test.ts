// Duplicates from the command line.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdfast, json } from './bin.fixture.ts'
import { operatorOf } from './installation.ts'
import { type Installed, openInstalled } from './installed.fixture.ts'

let quay: Installed
beforeAll(async () => {
  quay = await openInstalled()
  const crm = (object: string, localId: string, values: Record<string, unknown>) =>
    quay.holdfast.records.change(operatorOf(quay.workspace), object, [
      { verb: 'upsert', source: { system: 'crm', localId }, values, allowDuplicate: true },
    ])
  for (const [i, name] of ['Harbour Lights', 'Mole Works', 'Spindle Yard'].entries()) {
    const shared = { domains: [`${name.split(' ')[0]?.toLowerCase()}.example`], country: 'PT' }
    await crm('account', `A-${i}`, { name: `${name} Lda`, city: 'Porto', ...shared })
    await crm('account', `B-${i}`, { name, city: 'Lisboa', ...shared })
  }
  await crm('contact', 'P-1', { name: 'Rui Sá', email: 'rui@mole.example' })
})
afterAll(() => quay.close())

type Page = { object: string; pairs: { a: { id: string; title: string }; b: { id: string; title: string } }[] }
const queue = async () =>
  (await json<{ pages: Page[] }>(quay.place, 'duplicates', 'list')).pages.flatMap(({ pairs }) => pairs)
const ask = (...words: string[]) => holdfast(quay.place, ['duplicates', ...words])

test('nothing is merged unseen until somebody says from when on; what may be one is queued, companies and people', async () => {
  const { found } = await json<{ found: { object: string; merged: number; queued: number }[] }>(
    quay.place,
    'duplicates',
    'find',
  )
  expect(found).toMatchObject([
    { object: 'account', merged: 0, queued: 3 },
    { object: 'contact', merged: 0, queued: 0 },
  ])
  const { stdout } = await ask('list')
  expect(stdout).toMatch(/Harbour Lights Lda +Harbour Lights/)
})

test('why two may be one is told to the last digit', async () => {
  const told = await json<{ bits: number; prior: number; parts: { bits: number; rarityBits: number }[] }>(
    quay.place,
    ...['duplicates', 'explain', 'account', 'crm:A-0', 'crm:B-0'],
  )
  expect(told.parts.reduce((sum, part) => sum + part.bits + part.rarityBits, told.prior)).toBe(told.bits)
  const { stdout } = await ask('explain', 'account', 'Harbour Lights Lda', 'Harbour Lights')
  expect(stdout).toMatch(/domain +same .*harbour\.example \| harbour\.example/)
  expect(stdout).toContain(told.bits.toFixed(3))
})

test('a merge is shown before, done, and taken apart, with fields chosen by hand', async () => {
  const order = ['merge', 'account', 'crm:A-0', 'crm:B-0', '--into', 'crm:B-0', '--choose', 'city=crm:A-0']
  const shown = await ask(...order, '--preview')
  expect(shown.stdout).toMatch(/city +Porto +chosen/)
  expect(shown.stdout).toContain('Nothing was written')
  expect((await ask(...order)).code).toBe(2) // no reason
  expect(await queue()).toHaveLength(3)
  const merged = await json<{ act: string; id: string; merged: string[] }>(
    quay.place,
    ...['duplicates', ...order, '--because', 'one company'],
  )
  expect(await queue()).toHaveLength(2)
  const { record } = await json<{ record: { id: string; city: string } }>(quay.place, 'get', 'account', 'crm:A-0')
  expect(record).toMatchObject({ id: merged.id, city: 'Porto' })
  const parted = await ask('unmerge', 'account', merged.merged[0] ?? '', '--because', 'two after all')
  expect([parted.code, parted.stdout]).toEqual([
    0,
    expect.stringContaining(`${merged.merged[0]} is a record of its own`),
  ])
  expect((await ask('unmerge', merged.act)).code).toBe(1)
})

test('what only a person can say is asked, with the words to answer it; nothing is done before', async () => {
  const { act, id, merged } = await json<{ act: string; id: string; merged: string[] }>(
    quay.place,
    ...['duplicates', 'merge', 'account', 'crm:A-1', 'crm:B-1', '--because', 'one company'],
  )
  const values = { name: 'Call them', account: id, status: 'open' }
  await quay.holdfast.records.change(operatorOf(quay.workspace), 'task', [{ verb: 'create', values }])
  const asked = await ask('unmerge', act)
  expect(asked.code).toBe(1)
  const [, answer = ''] = /--answers "([^"]+)"/.exec(asked.stdout) ?? []
  expect(asked.stdout).toContain('Call them')
  const parted = await ask('unmerge', act, '--answers', answer.replace(id, merged[0] ?? ''))
  expect([parted.code, parted.stderr]).toEqual([0, ''])
})

test('two that are never one are refused with the reason', async () => {
  const pair = ['account', 'crm:A-2', 'crm:B-2', '--because']
  expect((await ask('never', ...pair, 'two yards')).code).toBe(0)
  const refused = await ask('merge', ...pair, 'looks alike')
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('two yards')])
  expect(await queue()).toHaveLength(0)
})

test('from when on records are merged unseen is set for each object, and held to', async () => {
  const low = await ask('settings', 'account', '1')
  expect([low.code, low.stderr]).toEqual([1, expect.stringContaining('at least')])
  const set = await json<{ account: { mergeFrom: number } }>(quay.place, 'duplicates', 'settings', 'account', '14.5')
  expect(set.account.mergeFrom).toBe(14.5)
  expect((await ask('settings')).stdout).toMatch(/account +14\.5 bits/)
  expect((await ask('settings', 'account')).code).toBe(2)
  expect((await ask('settings', 'account', 'many')).code).toBe(2)
  // Whoever took a pair apart has said that it is two.
  const { found } = await json<{ found: { merged: number }[] }>(quay.place, 'duplicates', 'find', 'account')
  expect(found[0]?.merged).toBe(0)
})

test('a form that does not exist is answered with one that does', async () => {
  const asked = await ask('serch')
  expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('find, list, explain')])
  expect((await ask('merge', 'account', 'crm:A-0', '--because', 'x')).code).toBe(2)
})

test('what so few records teach is shown with why it is not to be relied on, and nothing is kept of a preview', async () => {
  const learned = await ask('learn', 'account', '--preview').catch((error: { stdout: string }) => error)
  expect(learned.stdout).toMatch(/name +same +13\.4/)
  expect(learned.stdout).toContain('Too few records are known to be one')
  expect((await ask('weights', 'account')).stdout).toMatch(/Nothing was learned yet.\nIn use: the shipped weights./)
})
