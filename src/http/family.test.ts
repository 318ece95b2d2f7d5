// A company with all its parts, and the people at an account as a map.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
const ids: Record<string, string> = {}
const id = (name: string): string => ids[name] ?? ''

beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  const { world } = served
  const tree = [
    ['group', null, 100, 'USD', '2027-05-01'],
    ['north', 'group', 20, 'USD', '2026-12-01'],
    ['south', 'group', 5, 'EUR', '2026-01-01'],
    ['north labs', 'north', 3, 'EUR', null],
    ['stranger', null, 900, 'USD', null],
  ] as const
  for (const [name, parent, amount, currency, renewal_date] of tree)
    ids[name] = await world.create('account', {
      ...{ name, parent: parent && ids[parent], arr: { amount: amount * 100, currency } },
      ...(renewal_date ? { renewal_date } : {}),
    })
  await world.create('ticket', { account: id('north labs'), subject: 'Slow', status: 'open' })
  await world.create('ticket', { account: id('group'), subject: 'Old', status: 'closed' })
})
afterAll(() => served.close())

const read = async (path: string, as = leader) => (await served.ask('GET', `/api/v1/accounts/${path}`, { as })).json
type Member = { name: string; parent: string | null; depth: number; own: object; total: object; isThis: boolean }

test('the tree is whole from whichever member one looks, and each adds up what is below it by currency', async () => {
  for (const from of ['group', 'north labs', 'south']) {
    const { root, accounts, isCut } = await read(`${id(from)}/family`)
    expect({ root, isCut }).toEqual({ root: id('group'), isCut: false })
    expect(accounts.map(({ name, depth, isThis }: Member) => [name, depth, isThis]).sort()).toEqual(
      [
        ['group', 0, from === 'group'],
        ['north', 1, false],
        ['north labs', 2, from === 'north labs'],
        ['south', 1, from === 'south'],
      ].sort(),
    )
  }
  const { accounts } = await read(`${id('group')}/family`)
  const named = (name: string): Member => accounts.find((each: Member) => each.name === name)
  expect(named('group').total).toEqual({
    accounts: 4,
    arr: [
      { amount: 800, currency: 'EUR' },
      { amount: 12_000, currency: 'USD' },
    ],
    openTickets: 1,
    contacts: 0,
    nextRenewal: '2026-12-01',
  })
  expect(named('group').own).toMatchObject({ openTickets: 0, arr: { amount: 10_000, currency: 'USD' } })
  expect(named('south').total).toMatchObject({ nextRenewal: null, arr: [{ amount: 500, currency: 'EUR' }] })
})

test('who may not see a member sees neither it nor through it', async () => {
  const { world } = served
  const { userId } = await world.person('csm')
  const { key } = await world.admin.createKey(world.workspace.id, { name: 'csm', roles: ['csm'], userId })
  for (const name of ['group', 'north labs', 'south'])
    await world.records.change(world.operator, 'account', [{ verb: 'update', id: id(name), values: { owner: userId } }])
  const { accounts } = await read(`${id('group')}/family`, key)
  expect(accounts.map(({ name }: Member) => name).sort()).toEqual(['group', 'south'])
  expect(accounts[0].total).toMatchObject({ accounts: 2, openTickets: 0 })
  const { root, accounts: alone } = await read(`${id('north labs')}/family`, key)
  expect({ root, names: alone.map(({ name }: Member) => name) }).toEqual({
    root: id('north labs'),
    names: ['north labs'],
  })
  expect(await read(`${id('north')}/family`, key)).toMatchObject({ status: 404, code: 'record_unavailable' })
  const support = await served.key('support')
  const seen = await read(`${id('north labs')}/family`, support)
  expect(JSON.stringify(seen)).not.toMatch(/arr|renewal/i)
})

test('a map shows people, lines and what is missing, by what the reader may know', async () => {
  const { world } = served
  const account = id('group')
  const contacts: Record<string, string> = {}
  for (const name of ['Ada', 'Bo', 'Cy', 'Outsider']) contacts[name] = await world.create('contact', { name })
  const at = (name: string) => contacts[name] ?? ''
  const put = (name: string, values: object) =>
    world.records.change(world.operator, 'contact', [{ verb: 'update', id: at(name), values: { ...values } }])
  await put('Bo', { reports_to: at('Ada') })
  await put('Cy', { reports_to: at('Outsider') })
  await world.create('account_contact', { account, contact: at('Ada'), roles: ['economic_buyer'], is_current: true })
  await world.create('account_contact', {
    ...{ account, contact: at('Bo'), roles: ['end_user'], stance: 'champion', is_primary: true, is_current: true },
  })
  await world.create('account_contact', { account, contact: at('Cy'), roles: [], is_current: true })
  const tie = await world.create('contact_connection', { account, contact: at('Bo'), other: at('Cy'), kind: 'advises' })
  const call = await world.create('interaction', {
    account,
    kind: 'call',
    happened_at: '2026-08-01T09:00:00Z',
    subject: 'Hi',
  })
  await world.create('attendance', { interaction: call, contact: at('Bo'), attended: true })
  const map = await read(`${account}/stakeholders`)
  const named = (name: string) => map.people.find((each: { name: string }) => each.name === name)
  expect(named('Bo')).toMatchObject({
    stance: 'champion',
    isElsewhere: false,
    lastTouch: expect.stringMatching(/^2026-08-01/),
  })
  expect(named('Outsider')).toMatchObject({ isElsewhere: true, id: null })
  expect(map.lines).toHaveLength(3)
  expect(map.lines).toContainEqual({ kind: 'advises', from: at('Bo'), to: at('Cy'), id: tie, version: 1 })
  expect(map.gaps.sort()).toEqual(['no_executive_sponsor', 'primary_silent', 'single_threaded'])
  const support = await served.key('support')
  await world.create('ticket', { account, subject: 'Help', status: 'open' })
  const seen = await read(`${account}/stakeholders`, support)
  expect(seen.people.map(({ name }: { name: string }) => name).sort()).toEqual(
    ['Ada', 'Bo', 'Cy', 'Outsider'].slice(0, 3),
  )
  expect(JSON.stringify(seen)).not.toMatch(/champion|stance|lastTouch|silent|threaded/)
})
