// Where the day begins, for each kind of role, in a real browser.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { en as all, es } from '../../web/words/all.ts'
import { barriers, type Look, openStage, type Stage, wordsOn } from './stage.ts'

describe.skipIf(!chromiumPath)('home', { timeout: 90_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  }, 120_000)
  afterAll(() => stage.close())

  const open = (name: string, look: Look = {}): Promise<Page> => stage.openAs(name, '/', look)

  test('a CSM sees what is due, what is at risk and why, what renews and what to mend, and opens it', async () => {
    const page = await open('Ximena Robles Luna')
    await page.getByRole('region', { name: all.home.due }).waitFor()
    await page.getByRole('region', { name: all.home.renewals }).waitFor()
    await page.getByRole('region', { name: all.home.toMend }).waitFor()
    expect(await barriers(page)).toEqual([])
    const risky = page.getByRole('region', { name: all.home.atRisk }).getByRole('link').first()
    const name = await risky.textContent()
    await risky.click()
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
  })

  test('a leader sees the portfolios, and the accounts behind one of them', async () => {
    const page = await open('Marta Iglesias Peña', { colorScheme: 'dark' })
    const row = page.getByRole('row').filter({ hasText: 'Daniel Whitaker' })
    await row.waitFor()
    expect(await barriers(page)).toEqual([])
    await row.getByRole('link').click()
    await page.waitForURL(/\/accounts\?where=/)
  })

  test('an executive sees groups and no customer, on a phone and in Spanish', async () => {
    const page = await open('Helen Osborne', { locale: 'es', viewport: { width: 360, height: 740 } })
    await page.getByRole('region', { name: es.homePart.byTier }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const said = await wordsOn(page)
    for (const sentence of [...Object.values(all.home), ...Object.values(all.homePart)])
      if (sentence.split(' ').length > 2) expect(said).not.toContain(sentence)
    const { data } = await stage.served.holdfast.records.ask(stage.operator, {
      from: 'account',
      select: ['name'],
      limit: 200,
    })
    const shown = await page.content()
    for (const { name } of JSON.parse(data) as { name: string }[]) expect(shown).not.toContain(name)
    expect(await barriers(page)).toEqual([])
  })
})
