import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.fixture.ts'
import { keptAfterEndDays, keptWaitingDays, removeOldFiles } from './remove-files.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const day = 86_400_000
const sheet = 'Full name,E-mail\nIva Kept,iva@kept.example\nNo Address,\n'

test('files go a month after their import ended; what became of the rows stays, and can still be taken back', async () => {
  const { world } = desk
  const { imports, operator, clock, workspace } = world
  const ran = await desk.send({ 'people.csv': sheet })
  await desk.step(ran, 'run')
  const waiting = await desk.send({ 'others.csv': sheet })
  const { rows } = await world.owner.query('select stored_as from intake.file order by import_id')
  const paths: string[] = rows.map((row) => world.uploads.pathOf(workspace.id, row.stored_as))
  const areThere = () => paths.map((path) => existsSync(path))
  const remove = () => removeOldFiles({ pool: world.app, uploads: world.uploads, clock }, workspace.id)
  const file = ran.files[0]?.id ?? ''

  clock.advance((keptAfterEndDays - 1) * day)
  expect(await remove()).toBe(0)
  expect(areThere()).toEqual([true, true])

  clock.advance(2 * day)
  expect(await remove()).toBe(1)
  expect(await remove()).toBe(0)
  expect(areThere()).toEqual([false, true])
  const view = await imports.get(operator, ran.id)
  expect(view.files[0]).toMatchObject({ state: 'removed', removedAt: clock().toISOString() })
  expect(view.counts).toMatchObject({ created: 1, rejected: 1 })
  expect(await desk.results(ran, { of: 'run' })).toHaveLength(2)
  const wanted = [
    () => imports.rows(operator, ran.id, file),
    () => imports.rejectedRows(operator, ran.id, file),
    () => imports.ask(operator, ran.id, 'run'),
  ]
  for (const ask of wanted)
    await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/step_unavailable|mapping_refused/) })
  expect((await desk.step(ran, 'undo')).state).toBe('undone')

  clock.advance((keptWaitingDays - keptAfterEndDays) * day)
  expect(await remove()).toBe(1)
  expect((await imports.get(operator, waiting.id)).files[0]?.state).toBe('removed')
})
