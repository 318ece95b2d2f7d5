// The first hour in a real browser: an empty workspace that leads somewhere, and the tour.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { workOnDemo } from '../../src/welcome/index.ts'
import { en, es } from '../../web/words/all.ts'
import { barriers, goTo, letIn, openStage, type Stage } from './stage.ts'

describe.skipIf(!chromiumPath)('a workspace that is empty', { timeout: 90_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ isEmpty: true })
    await letIn(stage, 'Odile Marchetti', 'cs_operations')
    await letIn(stage, 'Lena Fuchs', 'cs_leader')
    await letIn(stage, 'Cal Reyes', 'csm')
  }, 120_000)
  afterAll(() => stage.close())

  const work = () => workOnDemo(stage.served.world, { workspace: stage.operator.workspace })
  const begin = (page: Page) => page.getByRole('region', { name: en.begin.title })

  test('says how to begin, to each what they may', async () => {
    const leader = await stage.openAs('Lena Fuchs', '/', { locale: 'es', colorScheme: 'dark' })
    await leader.getByRole('link', { name: es.begin.bringNow }).waitFor()
    expect(await leader.getByText(es.begin.demoText).count()).toBe(0)
    expect(await barriers(leader)).toEqual([])
    await leader.getByRole('link', { name: es.begin.bringNow }).click()
    await leader.waitForURL('**/imports')
    await leader.getByRole('heading', { level: 1, name: es.imports.title }).waitFor()

    const csm = await stage.openAs('Cal Reyes', '/')
    await csm.getByRole('region', { name: en.home.due }).waitFor()
    expect(await begin(csm).count()).toBe(0)
  })

  test('loads the demo company while one looks on, and takes it out again', async () => {
    const page = await stage.openAs('Odile Marchetti', '/accounts')
    await page.getByRole('link', { name: en.accounts.begin }).click()
    await begin(page).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: en.begin.demoNow }).click()
    await page.getByText(en.begin.waiting).first().waitFor()
    await stage.served.world.owner.query('update welcome.demo set accounts = 5')
    await work()
    await page.getByText(en.begin.here).waitFor()
    await page.getByRole('region', { name: en.begin.title }).waitFor({ state: 'detached' })
    await goTo(page, en.rail.accounts)
    await page.locator('tbody tr').nth(4).waitFor()

    await goTo(page, en.rail.home)
    await page.getByRole('button', { name: en.begin.remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: en.begin.remove }).click()
    await page.getByText(en.begin.leaving).first().waitFor()
    await work()
    await begin(page).waitFor()
    await goTo(page, en.rail.accounts)
    await page.getByText(en.accounts.none).waitFor()
  })

  test('the tour is taken by keys, put off, gone on with elsewhere, and not offered again once finished', async () => {
    const { world } = stage.served
    await world.create('account', { name: 'Quay Nine' }, stage.operator)
    const page = await stage.openAs('Lena Fuchs', '/')
    const step = (name: string, of = page) => of.getByRole('dialog', { name })
    await page.getByRole('button', { name: en.tour.start }).press('Enter')
    await step(en.tour.day).waitFor()
    expect(await barriers(page)).toEqual([])
    for (const next of ['search', 'list', 'record'] as const) {
      await step(en.tour[next === 'search' ? 'day' : next === 'list' ? 'search' : 'list'])
        .locator('[data-next]:focus')
        .waitFor()
      await page.keyboard.press('Enter')
      await step(en.tour[next]).waitFor()
    }
    await page.getByRole('heading', { level: 1, name: 'Quay Nine' }).waitFor()
    await step(en.tour.record).locator('[data-next]:focus').waitFor()
    expect(await barriers(page)).toEqual([])
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/me/tour'))
    await page.keyboard.press('Escape')
    await step(en.tour.record).waitFor({ state: 'detached' })
    await kept

    const phone = await stage.openAs('Lena Fuchs', '/', { viewport: { width: 360, height: 740 } })
    await phone.getByText('You stopped the tour at step 4 of 7.').waitFor()
    await phone.getByRole('button', { name: en.tour.goOn }).click()
    for (const name of ['record', 'write', 'told', 'keys'] as const) {
      await step(en.tour[name], phone).waitFor()
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
      await step(en.tour[name], phone).locator('[data-next]').click()
    }
    await step(en.tour.keys, phone).waitFor({ state: 'detached' })
    await phone.goto('/')
    await phone.locator('dl').first().waitFor()
    expect(await phone.getByRole('button', { name: en.tour.start }).count()).toBe(0)
    expect(await phone.getByRole('button', { name: en.tour.goOn }).count()).toBe(0)
  })
})
