// The dictionary in a real browser: read by anybody, changed by who answers for it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { en as all, es } from '../../web/words/all.ts'
import { barriers, openStage, type Stage, wordsOn } from './stage.ts'

const en = all.dictionary

describe.skipIf(!chromiumPath)('dictionary', { timeout: 90_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  }, 120_000)
  afterAll(() => stage.close())

  test('sales proposes a value; who may not decide is offered nothing; CS operations approves it, and it holds', async () => {
    const industry = '/dictionary?object=account&field=industry'
    const sales = await stage.openAs('Luke Mercer', industry, { viewport: { width: 1440, height: 900 } })
    await sales.getByText('account.industry').waitFor()
    // How full the field is, of the records that they see.
    await sales.locator('tr[data-field=industry]').getByText('%').waitFor()
    expect(await barriers(sales)).toEqual([])
    await sales.getByRole('button', { name: en.propose, exact: true }).click()
    const dialog = sales.getByRole('dialog')
    await dialog.getByLabel(en.newTerm).fill('Aquaculture')
    await dialog.getByLabel(en.because).fill('Three customers farm fish.')
    await dialog.getByRole('button', { name: en.propose }).click()
    await sales.getByText(en.proposed).waitFor()
    await sales.getByRole('link', { name: new RegExp(`^${en.proposals}`) }).click()
    await sales.getByText('Aquaculture').waitFor()
    expect(await sales.getByRole('button', { name: en.approve }).count()).toBe(0)

    const operations = await stage.openAs('Claire Dixon', '/dictionary?view=proposals', { colorScheme: 'dark' })
    await operations.getByText('Aquaculture').waitFor()
    await operations.getByLabel(en.decideBecause).fill('So be it.')
    expect(await barriers(operations)).toEqual([])
    await operations.getByRole('button', { name: en.approve }).click()
    await operations.getByText(en.approved).waitFor()
    await operations.goto(industry)
    await operations.getByText(/Aquaculture/).waitFor()
  })

  test('on a phone and in Spanish', async () => {
    const phone = { locale: 'es', viewport: { width: 360, height: 740 } }
    const page = await stage.openAs('Marta Iglesias Peña', '/dictionary?object=contact', phone)
    await page.getByRole('heading', { level: 2 }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const said = await wordsOn(page)
    for (const sentence of Object.values(en)) if (sentence.split(' ').length > 2) expect(said).not.toContain(sentence)
    expect(said).toContain(es.dictionary.field)
  })
})
