import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/harness/world.ts'
import { openSecret, silentLog } from '../platform/index.ts'
import {
  headsFileIn,
  type LedgerVerdict,
  type Sealing,
  sealingKey,
  sealOnce,
  startSealer,
  verifyLedgerOf,
} from './index.ts'

const key = sealingKey(openSecret({ folder: '', given: 'the secret of the sealer, long enough to count' }))
let world: World
let folder: string
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-seal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sealing = (): Sealing => ({
  pool: world.system,
  key,
  clock: world.clock,
  log: silentLog,
  headsFile: headsFileIn(folder),
})
const verify = (workspace = world.workspace.id): Promise<LedgerVerdict> =>
  verifyLedgerOf({ pool: world.system, workspace, publicKey: key.publicKey, headsFile: headsFileIn(folder) })
const file = () => readFileSync(join(folder, 'ledger', 'heads.jsonl'), 'utf8')
const heads = async () =>
  (
    await world.owner.query('select size::int, previous from ledger.head where workspace_id = $1 order by size', [
      world.workspace.id,
    ])
  ).rows
const work = (n: number) =>
  Promise.all(Array.from({ length: n }, (_, i) => world.create('account', { name: `Sealed ${i}` })))

test('what was done is sealed with the next turn, and verifies', async () => {
  await work(5)
  await world.ask({ from: 'account', select: ['name', 'arr'] })
  const { rows } = await world.owner.query('select count(*)::int as n from ledger.act')
  const sealed = await sealOnce(sealing())
  expect(sealed).toEqual({ workspaces: 1, leaves: rows[0].n })
  expect(await verify()).toMatchObject({ ok: true, size: rows[0].n, heads: 1, unsealed: 0 })
  await work(1)
  expect(await verify()).toMatchObject({ ok: true, unsealed: 1, unsealedSince: '2026-11-15T10:00:00.000Z' })
  expect(await sealOnce(sealing())).toEqual({ workspaces: 1, leaves: 1 })
  expect(await sealOnce(sealing())).toEqual({ workspaces: 0, leaves: 0 })
})

test('sealers at once, on a ledger that is written meanwhile, leave one line of heads, and the check raises no false alarm', async () => {
  const sealers = [sealing(), sealing(), sealing()].map((each) => startSealer(each, { everyMs: 5 }))
  for (let i = 0; i < 8; i++) {
    await work(6)
    expect(await verify()).toMatchObject({ ok: true })
  }
  await Promise.all(sealers.map((each) => each.stop()))
  expect(await verify()).toMatchObject({ ok: true, unsealed: 0 })
  const all = await heads()
  expect(new Set(all.map((head) => head.previous.toString('hex'))).size).toBe(all.length)
  expect(new Set(file().trim().split('\n')).size).toBe(all.length)
})

test('a sealer that died between its commit and the file is made good by the next one, a torn line and all', async () => {
  await work(2)
  const dying = sealing()
  dying.headsFile.isBehind = false
  dying.headsFile.append = () => Promise.reject(new Error('the process died here'))
  expect(await sealOnce(dying)).toMatchObject({ leaves: 0 })
  const before = (await heads()).length
  await sealOnce(sealing())
  expect(file().trim().split('\n')).toHaveLength(before)
  appendFileSync(join(folder, 'ledger', 'heads.jsonl'), '{"workspace":"0199')
  await work(1)
  await sealOnce(sealing())
  expect(file().endsWith('\n')).toBe(true)
  expect(await verify()).toMatchObject({ ok: true, unreadable: [before + 1] })
})

test('a ledger whose last head was altered is not sealed any further', async () => {
  const other = await openWorld()
  try {
    const of = { ...sealing(), pool: other.system }
    await other.create('account', { name: 'One' })
    await sealOnce(of)
    await other.owner.query(`update ledger.head set root = sha256('forged')`)
    await other.create('account', { name: 'Two' })
    const said: object[] = []
    expect(await sealOnce({ ...of, log: { ...silentLog, error: (details) => said.push(details) } })).toEqual({
      workspaces: 0,
      leaves: 0,
    })
    expect(JSON.stringify(said)).toContain('is not one that this installation signed')
  } finally {
    await other.close()
  }
})

test('the background role may number an act and nothing else of it', async () => {
  for (const tampering of [
    `update ledger.act set because = 'x'`,
    'delete from ledger.act',
    `update ledger.history set verb = 'x'`,
  ])
    await expect(world.system.query(tampering)).rejects.toThrow(/permission denied/)
  await expect(world.app.query('update ledger.act set leaf = 0')).rejects.toThrow(/permission denied/)
})

test('the file alone still shows a ledger that was cut back together with its heads', async () => {
  await work(2)
  await sealOnce(sealing())
  await work(2)
  await sealOnce(sealing())
  const [last, one] = (await heads()).reverse()
  const kept = file()
  await world.owner.query('begin')
  await world.owner.query('create table cut_acts as select * from ledger.act where leaf >= $1', [one.size])
  await world.owner.query(
    'create table cut_history as select h.* from ledger.history h join cut_acts a on a.id = h.act_id',
  )
  await world.owner.query('create table cut_heads as select * from ledger.head where size > $1', [one.size])
  await world.owner.query('commit')
  await world.owner.query('delete from ledger.history h using cut_acts a where a.id = h.act_id')
  await world.owner.query('delete from ledger.act where id in (select id from cut_acts)')
  await world.owner.query('delete from ledger.head where size in (select size from cut_heads)')
  expect(await verify()).toMatchObject({ ok: false, fault: 'tail_cut', at: one.size, before: last.size })
  writeFileSync(join(folder, 'ledger', 'heads.jsonl'), '')
  expect(await verify()).toMatchObject({ ok: true, size: one.size })
  writeFileSync(join(folder, 'ledger', 'heads.jsonl'), kept)
  for (const [table, copy] of [
    ['act', 'cut_acts'],
    ['history', 'cut_history'],
    ['head', 'cut_heads'],
  ])
    await world.owner.query(`insert into ledger.${table} select * from ${copy}`)
  expect(await verify()).toMatchObject({ ok: true, size: last.size })
})
