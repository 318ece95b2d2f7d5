// What one has to do and what one is told, in a real browser.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { en as all, es } from '../../web/words/all.ts'
import { barriers, openStage, type Stage } from './stage.ts'

describe.skipIf(!chromiumPath)('tasks and notifications', { timeout: 90_000 }, () => {
  const csm = 'Ximena Robles Luna'
  let stage: Stage
  let account: { id: string; name: string }
  beforeAll(async () => {
    stage = await openStage()
    const { records } = stage.served.holdfast
    const ask = async (question: object) => JSON.parse((await records.ask(stage.operator, question)).data)
    const [user] = await ask({ from: 'user', select: ['id'], where: { field: 'name', op: 'is', value: csm } })
    ;[account] = await ask({
      from: 'account',
      select: ['id', 'name'],
      where: { field: 'owner', op: 'is', value: user.id },
      limit: 1,
    })
    await records.change(stage.operator, 'task', [
      {
        verb: 'create',
        values: {
          name: 'Send the berth plan',
          account: account.id,
          owner: user.id,
          due_on: '2020-01-31',
          status: 'open',
        },
      },
    ])
  }, 120_000)
  afterAll(() => stage.close())

  test('a late task is ticked off by a key, undone, and leads to its customer', async () => {
    const page = await stage.openAs(csm, '/tasks', { viewport: { width: 1440, height: 900 } })
    const late = page.getByRole('region', { name: all.taskWhen.late })
    const task = late.getByText('Send the berth plan')
    await task.waitFor()
    expect(await barriers(page)).toEqual([])
    await late.getByRole('checkbox', { name: 'Send the berth plan' }).click()
    await page.getByText(all.tasks.ticked.replace('{{name}}', 'Send the berth plan')).waitFor()
    await task.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: all.toast.undo }).click()
    await task.waitFor()
    await late.getByRole('link', { name: account.name }).first().click()
    await page.getByRole('heading', { level: 1, name: account.name }).waitFor()
  })

  test('somebody who is called in a comment finds it behind the bell', async () => {
    const leader = await stage.openAs('Marta Iglesias Peña', '/accounts')
    await leader.locator('#main').waitFor()
    await leader.evaluate(`fetch('/api/v1/comments', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ object: 'account', record: '${account.id}', body: 'Who sees to it? @[${await idOf(csm)}]' }) })`)
    const phone = { locale: 'es', colorScheme: 'dark', viewport: { width: 390, height: 844 } } as const
    const page = await stage.openAs(csm, '/accounts', phone)
    await page.getByRole('button', { name: es.frame.toldNew_one.replace('{{count}}', '1') }).click()
    const inbox = page.getByRole('region', { name: es.frame.told })
    await inbox.getByText('Who sees to it?').waitFor()
    expect(await barriers(page, '[data-inbox]')).toEqual([])
    await inbox.getByRole('button', { name: account.name }).click()
    await page.getByRole('heading', { level: 1, name: account.name }).waitFor()
    await page.getByRole('button', { name: es.frame.told, exact: true }).waitFor()
  })

  async function idOf(name: string): Promise<string> {
    const { data } = await stage.served.holdfast.records.ask(stage.operator, {
      from: 'user',
      select: ['id'],
      where: { field: 'name', op: 'is', value: name },
    })
    const [user] = JSON.parse(data) as { id: string }[] // as selected
    return user?.id ?? ''
  }
})
