// A contact's page, and one timeline over everything that was said, asked, answered, promised and changed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
let support: string
let account: string
let contact: string
let ana: string
type Entry = { kind: string; at: string; id: string; form?: string } & Record<string, unknown>

beforeAll(async () => {
  served = await serveWorld()
  const { world } = served
  leader = await served.key('cs_leader')
  support = await served.key('support')
  ana = (await world.person('csm', 'Ana Prado')).userId
  account = await world.create('account', { name: 'Quay Nine', owner: ana, went_live_on: '2026-03-02' })
  const boss = await world.create('contact', { name: 'Olga Boss', title: 'CEO' })
  const top = await world.create('contact', { name: 'Tom Top', title: 'Chair' })
  await world.records.change(world.operator, 'contact', [{ verb: 'update', id: boss, values: { reports_to: top } }])
  contact = await world.create('contact', { name: 'Rui Sá', email: 'rui@quaynine.example', reports_to: boss })
  await world.create('account_contact', { account, contact, roles: ['champion'], is_current: true })
  for (const [i, kind] of ['call', 'meeting', 'email'].entries()) {
    const values = { account, kind, happened_at: `2026-0${i + 4}-01T09:00:00Z`, subject: `Talk ${i}`, author: ana }
    const id = await world.create('interaction', { ...values, notes: i === 1 ? 'They fear the Migração' : 'Fine' })
    if (i < 2) await world.create('attendance', { interaction: id, contact, attended: true })
  }
  await world.create('ticket', {
    account,
    requester: contact,
    subject: 'Login fails',
    status: 'open',
    opened_at: '2026-05-15T08:00:00Z',
  })
  await world.create('survey_response', {
    ...{ account, contact, survey: 'spring', kind: 'nps', score: 9, responded_at: '2026-06-20T08:00:00Z' },
  })
  for (let i = 0; i < 7; i++) await world.create('task', { account, contact, name: `Step ${i}`, owner: ana })
  await world.records.change(world.operator, 'account', [
    { verb: 'update', id: account, values: { arr: { amount: 777_000, currency: 'USD' } } },
  ])
  const lead = await world.person('cs_leader', 'Lea Wong')
  await world.collaboration.comments.write(lead, { object: 'account', record: account, body: 'Migração is near' })
})
afterAll(() => served.close())

const read = (path: string, as = leader) => served.ask('GET', `/api/v1/${path}`, { as })
const entries = async (query: string, as = leader) =>
  (await read(`accounts/${account}/timeline?${query}`, as)).json.data as Entry[]

test('a timeline holds every kind, the newest first', async () => {
  const all = await entries('limit=100')
  expect(new Set(all.map(({ kind }) => kind))).toEqual(
    new Set(['interaction', 'ticket', 'survey_response', 'task', 'change', 'comment', 'milestone']),
  )
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  )
  expect(all.find(({ form }) => form === 'meeting')).toMatchObject({ subject: 'Talk 1', author: { name: 'Ana Prado' } })
  expect(all.filter(({ kind }) => kind === 'milestone')).toMatchObject([{ milestone: 'went_live_on' }])
})

test('its pages, one after another, hold each entry once, also those of one moment', async () => {
  const all = await entries('limit=100')
  const seen: Entry[] = []
  let after = ''
  for (let i = 0; i < 20; i++) {
    const { json } = await read(`accounts/${account}/timeline?limit=3${after}`)
    seen.push(...json.data)
    if (json.next === null) break
    after = `&after=${encodeURIComponent(json.next)}`
  }
  expect(seen.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  expect((await read(`accounts/${account}/timeline?after=yesterday`)).json.code).toBe('invalid_cursor')
})

test('it is narrowed by kind, colleague, contact, day and words', async () => {
  const kinds = (list: Entry[]) => [...new Set(list.map(({ kind, form }) => `${kind} ${form ?? ''}`.trim()))].sort()
  expect(kinds(await entries('kinds=ticket,comment'))).toEqual(['comment', 'ticket'])
  expect(kinds(await entries('interactions=call,email'))).toEqual(['interaction call', 'interaction email'])
  expect(kinds(await entries(`by=${ana}`))).toEqual([
    'interaction call',
    'interaction email',
    'interaction meeting',
    'task',
  ])
  expect((await entries(`with=${contact}&kinds=interaction,ticket`)).length).toBe(3)
  expect(kinds(await entries('from=2026-05-01&to=2026-05-15'))).toEqual(['interaction meeting', 'ticket'])
  expect(kinds(await entries('search=migracao'))).toEqual(['comment', 'interaction meeting'])
})

test('what a reader may not see is in none of it', async () => {
  const seen = await entries('limit=100', support)
  expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['ticket', 'change', 'comment', 'milestone']))
  expect(JSON.stringify(seen)).not.toMatch(/777000|"arr"|Talk|Step/)
  const nobody = '01a1dea6-4100-7005-8cf2-3fee38ef1fd6'
  const hidden = await served.world.create('account', { name: 'Far Shore' })
  for (const path of ['accounts/*/timeline', 'contacts/*/timeline', 'contacts/*/360']) {
    const [theirs, none] = await Promise.all([hidden, nobody].map((id) => read(path.replace('*', id), support)))
    expect(theirs?.status).toBe(404)
    expect(theirs?.text.replaceAll(hidden, '*')).toBe(none?.text.replaceAll(nobody, '*'))
  }
})

test('a contact’s page shows who they are, at which accounts, whom they report to and what was with them', async () => {
  const { json } = await read(`contacts/${contact}/360`)
  expect(json.contact).toMatchObject({
    name: 'Rui Sá',
    reports_to: { name: 'Olga Boss', reports_to: { name: 'Tom Top' } },
    accounts: [{ account: { name: 'Quay Nine' }, roles: ['champion'] }],
    tickets: [{ subject: 'Login fails' }],
    survey_responses: [{ score: 9 }],
  })
  expect(json.contact.attendances.length).toBe(2)
  expect(json.contact.tasks.length).toBe(7)
  const { json: seen } = await read(`contacts/${contact}/360`, support)
  expect(seen.contact).not.toHaveProperty('tasks')
  const timeline = (await read(`contacts/${contact}/timeline`)).json.data as Entry[]
  expect(new Set(timeline.map(({ kind }) => kind))).toEqual(
    new Set(['interaction', 'ticket', 'survey_response', 'task', 'change']),
  )
  expect(timeline.find(({ kind }) => kind === 'ticket')).toMatchObject({ account: { name: 'Quay Nine' } })
})
