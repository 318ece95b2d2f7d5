// The program as people run it, on an installation made here: one data folder for all tests of this file, in their order.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openHoldfast } from '../holdfast.ts'
import { createPool, readConfig, silentLog } from '../platform/index.ts'
import { bin, end, holdfast, json, type Serving, serve, temporaryFolder } from './bin.fixture.ts'

// A database is created and a demo company loaded, on machines of any speed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

type Loaded = {
  changed: number
  unchanged: number
  events: number
  refused: number
  people: { email: string; role: string }[]
}
type Record = {
  id: string
  name: string
  version: number
  city: string | null
  internal_note?: string
  arr: { amount: number } | null
}

const folder = temporaryFolder()
const data = join(folder, 'data')
const copy = join(folder, 'copy')
let loaded: Loaded
let serving: Serving

beforeAll(async () => {
  loaded = JSON.parse((await bin(data, ['demo', '--accounts', '20', '--json'])).stdout)
  serving = await serve(data)
})
afterAll(async () => {
  await end(serving.child, 'SIGKILL')
  // Whoever opens it last takes the server that the killed one left behind down with it.
  await holdfast(data, ['migrate'])
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const answer = (...words: string[]) => json<{ record: Record }>(data, ...words).then(({ record }) => record)

test('the demo comes in whole, and loading it again changes nothing', async () => {
  expect(loaded).toMatchObject({ unchanged: 0, refused: 0 })
  expect(loaded.changed).toBeGreaterThan(500)
  expect(loaded.events).toBeGreaterThan(1_000)
  const again = await json<Loaded>(data, 'demo', '--accounts', '20')
  expect(again).toMatchObject({ changed: 0, events: 0, refused: 0, unchanged: loaded.changed })
})

test('a record is found by its id, by another system’s id and by its title, and is the same', async () => {
  const bySource = await answer('get', 'account', 'crm:A-0002')
  expect(bySource).toMatchObject({ name: expect.any(String), version: expect.any(Number) })
  expect(await answer('get', 'account', bySource.id)).toEqual(bySource)
  expect(await answer('get', 'accounts', bySource.name)).toEqual(bySource)
})

test('each value says which system it is from, and what the others say', async () => {
  const { sources } = await json<{
    sources: { field: string; from: { system: string; saidAt: string } | null; others: { system: string }[] }[]
  }>(data, ...['get', 'account', 'crm:A-0001', '--sources'])
  expect(sources.find(({ field }) => field === 'arr')).toMatchObject({
    from: { system: 'billing', saidAt: expect.any(String) },
    others: [{ system: 'crm' }],
  })
  const { stdout } = await bin(data, ['get', 'account', 'crm:A-0001', '--sources'])
  expect(stdout).toMatch(/^ARR +[\d,.]+ [A-Z]{3}$/m)
  expect(stdout).toMatch(/billing:cus_\w+, said \d{4}-\d\d-\d\d/)
})

test('what a role may not see is not in its answers, and a question for it is refused', async () => {
  const support = loaded.people.find(({ role }) => role === 'support')?.email ?? ''
  const { data: rows } = await json<{ data: Record[] }>(data, 'ask', 'account limit 1', '--as', support)
  expect(rows[0]).toHaveProperty('name')
  expect(rows[0]).not.toHaveProperty('arr')
  expect(rows[0]).not.toHaveProperty('internal_note')
  const refused = await holdfast(data, ['ask', 'account select name, arr', '--as', support, '--json'], {
    env: { LANG: 'es_MX.UTF-8' },
  })
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.stdout).error).toMatchObject({
    code: 'field_unavailable',
    message: expect.stringContaining('No hay ningún campo "arr"'),
  })
})

test('as of a day before it came, a record is not there', async () => {
  const { code, stderr } = await bin(data, ['get', 'account', 'crm:A-0001', '--as-of', '2020-01-01'])
  expect(code).toBe(1)
  expect(stderr).toContain('There is no account')
})

test('CSV has money as amount and currency, texts that no spreadsheet runs, and every row with --all', async () => {
  const { stdout } = await holdfast(data, ['ask', 'contact select name, phone limit 7', '--all', '--format', 'csv'])
  const [head, ...lines] = stdout.trimEnd().split('\r\n')
  expect(head).toBe('contact.id,name,phone')
  expect(lines.filter((line) => line.includes(",'+")).length).toBeGreaterThan(5)
  expect(lines.some((line) => line.includes(',+'))).toBe(false)
  const { data: counted } = await json<{ data: { n: number }[] }>(data, 'ask', 'contact measure count(*) as n')
  expect(lines).toHaveLength(counted[0]?.n ?? -1)

  const money = await holdfast(data, [
    'ask',
    '{"from":"account","select":["arr"],"where":{"field":"arr","op":"not_empty"},"limit":3}',
    '--format',
    'csv',
  ])
  expect(money.stdout).toMatch(/^account\.id,arr,arr_currency\r\n[0-9a-f-]{36},\d+\.\d\d,[A-Z]{3}\r\n/)
})

test('a file has every row, in the format its name ends with, and is imported again as it is', async () => {
  const path = join(folder, 'accounts.xlsx')
  const { code, stdout, stderr } = await holdfast(data, ['ask', 'account limit 5', '--out', path])
  expect(code, stderr).toBe(0)
  expect(stdout).toBe(`Written: ${path}\n`)
  const { files } = await json<{ files: { shape: string; counts: { [name: string]: number } }[] }>(
    data,
    'import',
    path,
    '--yes',
  )
  expect(files).toMatchObject([{ shape: 'Holdfast export', counts: { rows: 5, unchanged: 5 } }])
  const refused = await holdfast(data, ['ask', 'account', '--format', 'parquet'])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('--out FILE')
})

test('a question may come from standard input, and is answered as a table for people', async () => {
  const { code, stdout, stderr } = await bin(data, ['ask', '-'], {
    input: 'account group by tier measure count(*) as n, sum(arr) as arr',
  })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^tier +currency +n +arr$/m)
  expect(stdout).toMatch(/^Standard +[A-Z]{3} +\d+ +[\d,]+\.\d\d [A-Z]{3}$/m)
  expect(stderr).toMatch(/^\d+ rows\./)
})

test('history names the change set, undo takes it back, and an undo is itself undone', async () => {
  const before = await answer('get', 'account', 'crm:A-0001')
  const { items } = await json<{ items: { act: string; source: { system: string }; changed: object }[] }>(
    data,
    'history',
    'account',
    before.id,
  )
  const billing = items.find(({ source }) => source.system === 'billing')
  expect(billing?.changed).toHaveProperty('arr')

  const undone = await json<{ acts: string[]; records: number }>(data, 'undo', billing?.act ?? '')
  expect(undone.records).toBeGreaterThan(0)
  expect((await answer('get', 'account', before.id)).arr).not.toEqual(before.arr)
  await json(data, 'undo', undone.acts[0] ?? '')
  expect((await answer('get', 'account', before.id)).arr).toEqual(before.arr)

  const { code, stderr } = await holdfast(data, ['undo', 'import:nothing'])
  expect(code).toBe(1)
  expect(stderr).toContain('there is no such import')
})

test('a key is shown once, opens the API, and is closed by revoking it', async () => {
  const { id, key } = await json<{ id: string; key: string }>(data, 'keys', 'create', 'test', '--role', 'cs_leader')
  const ask = () => fetch(`${serving.url}/api/v1/accounts?limit=1`, { headers: { authorization: `Bearer ${key}` } })
  expect((await ask()).status).toBe(200)
  const { stdout } = await holdfast(data, ['keys'])
  expect(stdout).toContain(id)
  expect(stdout).not.toContain(key)
  expect(await json(data, 'keys', 'revoke', id)).toEqual({ id, revoked: true })
  expect((await ask()).status).toBe(401)
  expect((await holdfast(data, ['keys', 'revoke', id])).code).toBe(1)
  const unknown = await holdfast(data, ['keys', 'create', 'x', '--role', 'cs_leadr'])
  expect(unknown.stderr).toContain('There is no role "cs_leadr". Did you mean "cs_leader"?')
})

test('a person is let in with a role and a password from standard input, and adding them again changes the role', async () => {
  const add = (role: string) =>
    holdfast(data, ['users', 'add', 'Ana@Vendor.example', '--name', 'Ana Souza', '--role', role, '--password', '-'], {
      input: 'a long enough secret\n',
    })
  expect((await add('support')).stderr).toBe('')
  expect((await add('csm,finance')).code).toBe(0)
  const { users } = await json<{ users: { email: string; roles: string[] }[] }>(data, 'users')
  expect(users.filter(({ email }) => email === 'ana@vendor.example')).toEqual([
    expect.objectContaining({ roles: ['csm', 'finance'] }),
  ])
  expect(await json(data, 'get', 'user', 'ana@vendor.example')).toMatchObject({
    record: { name: 'Ana Souza', is_active: true },
  })
})

test('a workspace is created once, and has to be named where there are several', async () => {
  expect(await json(data, 'workspaces', 'create', 'second', '--currency', 'eur')).toMatchObject({
    slug: 'second',
    currency: 'EUR',
  })
  expect((await holdfast(data, ['workspaces', 'create', 'second'])).code).toBe(1)
  const { workspaces } = await json<{ workspaces: { slug: string }[] }>(data, 'workspaces')
  expect(workspaces.map(({ slug }) => slug)).toEqual(['demo', 'second'])
  const elsewhere = await json<{ data: unknown[] }>(data, 'ask', 'account', '--workspace', 'second')
  expect(elsewhere.data).toEqual([])
  expect((await holdfast(data, ['users', '--workspace', 'secnd'])).stderr).toContain('Did you mean "second"?')
})

test('a second serve on the same folder is refused, naming the first', async () => {
  const { code, stderr } = await bin(data, ['serve', '--port', '0'])
  expect(code).toBe(1)
  expect(stderr).toContain(`already running on this folder: process ${serving.pid}, ${serving.url}`)
})

test('serve ends of a signal with nothing left behind, and starts again after being killed', async () => {
  expect(await end(serving.child, 'SIGTERM')).toBe(0)
  expect(existsSync(join(data, 'serving'))).toBe(false)
  const killed = await serve(data)
  await end(killed.child, 'SIGKILL')
  expect(existsSync(join(data, 'serving'))).toBe(true)
  serving = await serve(data)
  expect((await fetch(`${serving.url}/readyz`)).status).toBe(200)
})

const backups = { server: join(folder, 'server.backup'), rows: join(folder, 'rows.backup') }

test('a backup names the secret to keep, and is restored only with that secret and only whole', async () => {
  expect(await json(data, 'backup', backups.server)).toMatchObject({ format: 'cluster', secret: join(data, 'secret') })
  expect((await holdfast(data, ['backup', backups.server])).stderr).toContain('never overwritten')

  expect((await holdfast(copy, ['restore', backups.server])).stderr).toContain('There is no secret yet')
  mkdirSync(copy, { recursive: true })
  writeFileSync(join(copy, 'secret'), 'another secret, long enough to be taken for one')
  expect((await holdfast(copy, ['restore', backups.server])).stderr).toContain('made under another secret')
  copyFileSync(join(data, 'secret'), join(copy, 'secret'))

  const damaged = join(folder, 'damaged.backup')
  const bytes = readFileSync(backups.server)
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
  writeFileSync(damaged, bytes)
  const refused = await holdfast(copy, ['restore', damaged])
  expect(refused.code).toBe(1)
  expect(existsSync(join(copy, 'postgres', 'data'))).toBe(false)

  expect(await json(copy, 'restore', backups.server)).toMatchObject({
    format: 'cluster',
    workspaces: ['demo', 'second'],
  })
  const name = ['get', 'account', 'crm:A-0003', '--workspace', 'demo']
  expect(await json(copy, ...name)).toEqual(await json(data, ...name))
  expect((await holdfast(copy, ['restore', backups.server])).stderr).toContain('is not empty')
})

test('a taken port is named, with the mend, and nothing is left running', async () => {
  const { port } = new URL(serving.url)
  const { code, stderr } = await bin(copy, ['serve', '--port', port])
  expect(code).toBe(1)
  expect(stderr).toContain(`Port ${port} on localhost is taken`)
  expect(existsSync(join(copy, 'serving'))).toBe(false)
})

test('check finds an installation sound, and names the record that was changed behind its back', async () => {
  expect(await json(data, 'check')).toMatchObject({ ok: true })
  const restored = await openHoldfast(readConfig({ HOLDFAST_DATA: copy, LOG_LEVEL: 'silent' }))
  const owner = createPool({ url: restored.ownerUrl, size: 1, name: 'test', log: silentLog })
  const { rows } = await owner.query(`update customer.account set city = 'Nowhere' where name is not null returning id`)
  await owner.end()
  await restored.close()
  const { code, stdout } = await bin(copy, ['check', '--workspace', 'demo'])
  expect(code).toBe(1)
  expect(stdout).toContain('record_differs_from_history: account')
  expect(rows.some(({ id }) => stdout.includes(`account ${id} (city)`))).toBe(true)
})

test('rows of one workspace are restored into an empty installation', async () => {
  const written = await json<{ rows: number }>(data, 'backup', backups.rows, '--rows', '--workspace', 'demo')
  expect(written.rows).toBeGreaterThan(2_000)
  rmSync(join(copy, 'postgres'), { recursive: true })
  expect(await json(copy, 'restore', backups.rows)).toMatchObject({ format: 'rows', workspaces: ['demo'] })
  expect(await json(copy, 'get', 'account', 'crm:A-0003')).toEqual(
    await json(data, 'get', 'account', 'crm:A-0003', '--workspace', 'demo'),
  )
  expect((await holdfast(copy, ['restore', backups.rows])).stderr).toContain('holds rows already')
})
