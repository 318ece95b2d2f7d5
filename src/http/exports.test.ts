// Files over HTTP.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
  await served.world.create('account', { name: '=cmd|calc', arr: { amount: 5_000, currency: 'USD' } })
  await served.world.create('account', { name: 'Plain' })
})
afterAll(() => served.close())

const post = (body: unknown, as = leader, headers = {}) => served.ask('POST', '/api/v1/exports', { as, body, headers })

test('a file is an attachment that no browser takes for a page', async () => {
  const answer = await post({ text: 'account select name, arr order by name', format: 'csv' })
  expect(answer.status, answer.text).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="accounts-2026-11-15.csv"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(
    answer.text
      .split('\r\n')
      .slice(0, 2)
      .join('\n')
      .replace(/[0-9a-f-]{36}/, 'ID'),
  ).toBe("\uFEFFaccount.id,name,arr,arr_currency\nID,'=cmd|calc,50.00,USD")
  const xlsx = await post({ question: { from: 'account' }, format: 'xlsx' })
  expect(xlsx.text.startsWith('PK')).toBe(true)
  expect(xlsx.headers['content-disposition']).toContain('.xlsx"')
})

test('a list is a file by its address, with the filters of the list', async () => {
  const answer = await served.ask('GET', '/api/v1/exports/accounts.json?select=name&filter[name]=Plain', { as: leader })
  expect(answer.json).toEqual({ accounts: [{ id: expect.any(String), name: 'Plain' }] })
  const labels = await served.ask('GET', '/api/v1/exports/accounts.csv?select=name&headers=labels', {
    as: leader,
    headers: { 'accept-language': 'pt-BR' },
  })
  expect(labels.text).toMatch(/^\uFEFFaccount\.id,Nome/)
  for (const file of ['accounts.pdf', 'nothing.csv', '../accounts.csv'])
    expect((await served.ask('GET', `/api/v1/exports/${encodeURIComponent(file)}`, { as: leader })).status).toBe(404)
  expect((await served.ask('GET', '/api/v1/exports/accounts.csv?sort=name', { as: leader })).status).toBe(400)
})

test('what can’t be answered is a problem, and no half a file', async () => {
  const support = await served.key('support')
  expect((await post({ text: 'account', format: 'csv' }, support)).json).toMatchObject({
    code: 'not_allowed',
    status: 403,
  })
  expect((await post({ question: { from: 'account', select: ['nope'] }, format: 'csv' })).json).toMatchObject({
    code: 'field_unavailable',
  })
  expect((await post({ text: 'account', question: { from: 'account' }, format: 'csv' })).status).toBe(400)
  expect((await post({ text: 'account', format: 'doc' })).status).toBe(400)
  expect((await served.ask('POST', '/api/v1/exports', { body: { text: 'account', format: 'csv' } })).status).toBe(401)
})
