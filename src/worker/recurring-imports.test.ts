import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../test/harness/global.ts'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Actor } from '../access/index.ts'
import { openAddresses, openRecurring, type RecurringImports } from '../intake/index.ts'
import { openSecret, silentLog } from '../platform/index.ts'
import { importStep } from './import-steps.ts'
import { runDaily, takeInFiles, tellOfDue, type Working } from './index.ts'

let world: World
let working: Working
let recurring: RecurringImports
let ops: Actor & { userId: string }
let data: string
beforeAll(async () => {
  world = await openWorld()
  const secret = openSecret({ folder: '', given: testSecret })
  working = { ...world, log: silentLog, secret, ownerUrl: world.url }
  recurring = openRecurring({
    ...{ pool: world.app, records: world.records, clock: world.clock, ids: world.ids },
    addresses: openAddresses({ secret, domain: null }),
  })
  ops = await world.person('cs_operations', 'Olga Ops')
  data = mkdtempSync(join(tmpdir(), 'holdfast-inbox-'))
})
afterAll(async () => {
  rmSync(data, { recursive: true, force: true })
  await world.close()
})

const dayMs = 86_400_000
const today = () => world.clock().toISOString().slice(0, 10)
const daysFromNow = (days: number) => new Date(Date.parse(today()) + days * dayMs).toISOString().slice(0, 10)
const told = async (who: Actor) =>
  (await world.collaboration.notifications.list(who, { after: null, limit: 50, unread: false })).data.map(
    ({ kind, note }) => `${kind} ${note}`,
  )
const finish = (id: string) => importStep(working, { workspace: world.workspace.id, id })

function put(path: string, name: string, content: string) {
  mkdirSync(join(data, path), { recursive: true })
  writeFileSync(join(data, path, name), content)
}
/** A minute after the last file was put there. */
const later = () => Date.now() + 60_000

const people = (...names: string[]) =>
  `Full name,E-mail,Job title\n${names.map((name) => `${name},${name.toLowerCase().replace(' ', '.')}@lantern.example,Buyer\n`).join('')}`

test('one that is due is told of to its owner, and again when it is late; what came puts it on time', async () => {
  const it = await recurring.add(ops, { name: 'Zendesk tickets', everyDays: 7, beginsOn: today() })
  expect(it).toMatchObject({ dueOn: today(), state: 'due', daysLate: 0, last: null, isOwn: true, folder: null })
  expect(it.owner).toEqual({ id: ops.userId, name: 'Olga Ops' })
  await tellOfDue(working, ops)
  await tellOfDue(working, ops)
  expect(await told(ops)).toEqual(['import_due Zendesk tickets'])
  await recurring.change(ops, it.id, { beginsOn: daysFromNow(-3) })
  expect((await recurring.list(ops))[0]).toMatchObject({ state: 'late', daysLate: 3 })
  await runDaily(working)
  expect(await told(ops)).toEqual(['import_due Zendesk tickets', 'import_due Zendesk tickets'])

  const opened = await world.imports.open(ops, { recurring: it.id })
  expect(opened).toMatchObject({ name: 'Zendesk tickets', recurring: it.id })
  const content = Buffer.from(people('Ana Silva'))
  const { files } = await world.imports.addFile(ops, opened.id, { name: 'people.csv', size: content.length })
  const parts = (async function* () {
    yield content
  })()
  await world.imports.receive(ops, opened.id, files[0]?.id ?? '', { offset: 0, content: parts })
  await world.imports.ask(ops, opened.id, 'run')
  await finish(opened.id)
  const [after] = await recurring.list(ops)
  expect(after).toMatchObject({ state: 'on_time', dueOn: daysFromNow(7), last: { id: opened.id } })

  await recurring.remove(ops, it.id)
  expect(await recurring.list(ops)).toEqual([])
  expect(await world.imports.get(ops, opened.id)).toMatchObject({ state: 'done', recurring: null })
})

test('files that were put into its folder come in as the owner’s import; columns that were never mapped wait for them', async () => {
  const it = await recurring.add(ops, { name: 'Event guests', everyDays: 30, folder: 'event-guests' })
  const path = it.folder ?? ''
  expect(path).toBe(`inbox/${world.workspace.slug}/event-guests`)
  put(path, 'guests.csv', people('Bea Costa', 'Caio Lima'))
  put(path, 'more-guests.csv', people('Dora Nunes'))
  // Whatever day a file is dated by: it came just now.
  utimesSync(join(data, path, 'guests.csv'), 0, 0)
  utimesSync(join(data, path, 'more-guests.csv'), new Date('2099-01-01'), new Date('2099-01-01'))
  expect(await takeInFiles(working, data)).toBe(0)
  symlinkSync('/etc/hostname', join(data, path, 'link.csv'))
  expect(await takeInFiles(working, data, later())).toBe(1)
  expect(await takeInFiles(working, data, later())).toBe(0)

  const [order] = (await world.imports.list(ops, {})).data.filter((each) => each.recurring === it.id)
  expect(order).toMatchObject({ name: 'Event guests', isOwn: true, step: null, startedAt: null })
  expect(order?.files.map(({ name }) => name)).toEqual(['guests.csv', 'more-guests.csv'])
  expect(await told(ops)).toContain('import_waiting Event guests')
  expect(readdirSync(join(data, path))).toEqual(['link.csv'])

  // Its owner says once what the columns mean; the next file with the same columns runs by itself.
  const file = order?.files[0]
  const mapping = file && 'mapping' in file ? file.mapping : null
  await world.imports.map(ops, order?.id ?? '', file?.id ?? '', mapping, { template: 'Guests' })
  put(path, 'guests.csv', people('Bea Costa', 'Caio Lima', 'Edu Rocha'))
  expect(await takeInFiles(working, data, later())).toBe(1)
  const [next] = (await world.imports.list(ops, {})).data.filter((each) => each.recurring === it.id)
  expect(next?.step?.step).toBe('run')
  await finish(next?.id ?? '')
  expect(await world.imports.get(ops, next?.id ?? '')).toMatchObject({ state: 'done', counts: { created: 3 } })
  expect((await recurring.list(ops))[0]).toMatchObject({ state: 'on_time', last: { id: next?.id } })
})

test('nobody looks when one runs by itself: its owner is told of rows that were left, and not of what they asked for themselves', async () => {
  const { id, folder } = await recurring.add(ops, { name: 'Fair guests', everyDays: 30, folder: 'fair-guests' })
  const bring = async (content: string) => {
    put(folder ?? '', 'guests.csv', content)
    expect(await takeInFiles(working, data, later())).toBe(1)
    const [order] = (await world.imports.list(ops, {})).data.filter((each) => each.recurring === id)
    await finish(order?.id ?? '')
    return order?.id ?? ''
  }
  const left = async () => (await told(ops)).filter((each) => each.startsWith('import_in_part'))
  await bring(people('Ada Whole'))
  expect(await left()).toEqual([])
  const faulty = await bring(`${people('Bo Part')}Nobody,not an address,Buyer\n`)
  expect(await world.imports.get(ops, faulty)).toMatchObject({ state: 'done', counts: { created: 1, rejected: 1 } })
  expect(await left()).toEqual(['import_in_part Fair guests'])
  await finish(faulty) // again, after a crash
  expect(await left()).toHaveLength(1)
  await world.imports.ask(ops, faulty, 'run')
  await finish(faulty)
  expect(await left()).toHaveLength(1)
})

test('what its owner may not do any more when it runs is not done, and they are told', async () => {
  const eva = await world.person('cs_operations', 'Eva Elsewhere')
  const { id, folder } = await recurring.add(eva, { name: 'Left behind', everyDays: 30, folder: 'left-behind' })
  const newest = async () => (await world.imports.list(ops, {})).data.find((each) => each.recurring === id)?.id ?? ''
  const bring = async () => {
    put(folder ?? '', 'guests.csv', people('Lea Behind'))
    expect(await takeInFiles(working, data, later())).toBe(1)
  }
  await bring()
  const [file] = (await world.imports.get(eva, await newest())).files
  const mapping = file && 'mapping' in file ? file.mapping : null
  await world.imports.map(eva, await newest(), file?.id ?? '', mapping, { template: 'Guests' })
  await bring()
  const member = { userId: eva.userId, email: 'eva@vendor.example', name: 'Eva Elsewhere' }
  await world.admin.setMember(world.workspace.id, { ...member, roles: ['support'] })
  await finish(await newest())
  expect(await world.imports.get(ops, await newest())).toMatchObject({ state: 'failed', counts: { created: 0 } })
  expect(await told(eva)).toContain('import_failed Left behind')
})

test('each sees their own, who administers imports all, and only they give one to somebody else', async () => {
  // As CS operations, without administering imports.
  await world.owner.query(
    `insert into access.role (workspace_id, name, definition) select workspace_id, 'importer', definition || '{"administers": []}' from access.role
     where workspace_id = $1 and name = 'cs_operations'`,
    [world.workspace.id],
  )
  const [ana, bob, leader] = [
    await world.person('importer', 'Ana'),
    await world.person('importer', 'Bob'),
    await world.person('cs_leader'),
  ]
  const own = await recurring.add(ana, { name: 'Ana’s', everyDays: 1 })
  expect(await recurring.list(ana)).toMatchObject([{ name: 'Ana’s', isOwn: true }])
  expect((await recurring.list(leader)).map(({ name }) => name)).toContain('Ana’s')
  expect(await recurring.list(bob)).toEqual([])
  const none = { code: 'record_unavailable' }
  for (const id of [own.id, world.ids.next(0), 'no id']) {
    await expect(recurring.change(bob, id, { name: 'Mine' })).rejects.toMatchObject(none)
    await expect(recurring.remove(bob, id)).rejects.toMatchObject(none)
    await expect(world.imports.open(bob, { recurring: id })).rejects.toMatchObject(none)
  }
  await expect(recurring.list(await world.person('sales'))).rejects.toMatchObject({ code: 'not_allowed' })

  await expect(recurring.change(ana, own.id, { owner: bob.userId })).rejects.toMatchObject({ code: 'not_allowed' })
  expect((await recurring.change(leader, own.id, { owner: bob.userId })).owner).toEqual({ id: bob.userId, name: 'Bob' })
  expect(await recurring.list(bob)).toMatchObject([{ id: own.id, isOwn: true }])
  // One that was brought for them they see, though not what is in it.
  const brought = await world.imports.open(leader, { recurring: own.id })
  expect(await world.imports.open(leader, { recurring: own.id })).toMatchObject({ id: brought.id })
  expect(await world.imports.get(bob, brought.id)).toMatchObject({ name: 'Ana’s', isOwn: false })
  await expect(world.imports.rename(bob, brought.id, { name: 'Mine' })).rejects.toMatchObject(none)
  await expect(world.imports.get(ana, brought.id)).rejects.toMatchObject(none)
  const stranger = { name: 'Nobody’s', everyDays: 1, owner: world.ids.next(0) }
  await expect(recurring.add(leader, stranger)).rejects.toMatchObject(none)
  const unowned = recurring.add(world.operator, { name: 'Whose?', everyDays: 1 })
  await expect(unowned).rejects.toMatchObject({ code: 'unreadable_request' })
})

test('two do not share a folder', async () => {
  await recurring.add(ops, { name: 'One', everyDays: 1, folder: 'shared' })
  await expect(recurring.add(ops, { name: 'Two', everyDays: 1, folder: 'shared' })).rejects.toMatchObject({
    code: 'unreadable_request',
    message: expect.stringContaining('shared'),
  })
})

test('a file that takes the place of one while that comes in stays, and comes in next', async () => {
  const { folder } = await recurring.add(ops, { name: 'Replaced', everyDays: 1, folder: 'replaced' })
  const path = folder ?? ''
  put(path, 'people.csv', people('Fay Moor'))
  const meanwhile: Working = {
    ...working,
    uploads: {
      ...working.uploads,
      async receive(...given) {
        const received = await working.uploads.receive(...given)
        rmSync(join(data, path, 'people.csv'))
        put(path, 'people.csv', people('Fay Moor', 'Gil Park'))
        return received
      },
    },
  }
  expect(await takeInFiles(meanwhile, data, later())).toBe(1)
  expect(readdirSync(join(data, path))).toEqual(['people.csv'])
  expect(await takeInFiles(working, data, later())).toBe(1)
  expect(readdirSync(join(data, path))).toEqual([])
})

test('a file that somebody took away while it came in is in all the same, and the others go from the folder', async () => {
  const { folder } = await recurring.add(ops, { name: 'Taken away', everyDays: 1, folder: 'taken-away' })
  const path = folder ?? ''
  put(path, 'a.csv', people('Ina Poole'))
  put(path, 'b.csv', people('Jon Quist'))
  const meanwhile: Working = {
    ...working,
    uploads: {
      ...working.uploads,
      async receive(...given) {
        const received = await working.uploads.receive(...given)
        rmSync(join(data, path, 'a.csv'), { force: true })
        return received
      },
    },
  }
  expect(await takeInFiles(meanwhile, data, later())).toBe(1)
  expect(readdirSync(join(data, path))).toEqual([])
})
