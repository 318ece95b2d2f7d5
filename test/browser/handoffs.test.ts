// A customer on the way from sales to customer success, in a real browser.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { en as all, es } from '../../web/words/all.ts'
import { barriers, type Look, openStage, type Stage, wordsOn } from './stage.ts'

const en = all.handoffs

describe.skipIf(!chromiumPath)('handoffs', { timeout: 90_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    const { results } = await stage.served.holdfast.records.change(stage.operator, 'account', [
      { verb: 'create', values: { name: 'Kestrel Wharves', country: 'GB' } },
    ])
    const [account] = results
    if (!account || !('version' in account)) throw new Error('The account was not taken.')
    await stage.served.holdfast.records.change(stage.operator, 'opportunity', [
      {
        verb: 'create',
        values: {
          name: 'Kestrel first year',
          account: account.id,
          stage: 'closed_won',
          amount: { amount: 4_800_000, currency: 'GBP' },
        },
      },
    ])
  }, 120_000)
  afterAll(() => stage.close())

  const open = async (name: string, address = '/accounts', look: Look = {}): Promise<Page> => {
    const page = await stage.openAs(name, address, look)
    await page.locator('#main').waitFor()
    return page
  }
  const missing = (page: Page) => page.getByText(/things? (is|are) missing/)

  test('sales hands over what is known and what is asked; customer success returns it once, then accepts', async () => {
    const sales = await open('Luke Mercer')
    await sales.getByRole('link', { name: en.title }).first().click()
    await sales.getByRole('button', { name: en.begin }).click()
    await sales.getByRole('combobox', { name: 'Deal' }).fill('Kestrel')
    await sales.getByRole('option', { name: /Kestrel first year/ }).click()
    await sales.getByRole('dialog').getByRole('button', { name: en.begin }).click()
    await sales.getByRole('heading', { level: 1, name: 'Kestrel Wharves' }).waitFor()
    // The amount came from the deal, and the form says so.
    expect(await sales.getByRole('textbox', { name: 'ARR', exact: true }).inputValue()).toMatch(/48,?000/)
    await sales.getByText('Kestrel first year').first().waitFor()
    await missing(sales).waitFor()

    await sales.getByRole('button', { name: en.submit }).click()
    await missing(sales).waitFor()
    await fill(sales)
    await sales.getByText(en.complete).waitFor()
    expect(await barriers(sales)).toEqual([])
    await sales.getByRole('button', { name: en.submit }).click()
    await sales.getByText(en.submitted).waitFor()

    const leader = await open('Marta Iglesias Peña', sales.url(), { colorScheme: 'dark' })
    await leader.getByLabel(en.reasons).fill('Who decides about the renewal?')
    await leader.getByRole('button', { name: en.return }).click()
    await leader.getByText(en.returned).waitFor()

    await sales.reload()
    await sales.getByText('Who decides about the renewal?').waitFor()
    await sales.getByRole('textbox', { name: 'Executive sponsor', exact: true }).fill('Hal Osei')
    await sales.getByRole('textbox', { name: 'Executive sponsor', exact: true }).blur()
    await sales.getByRole('button', { name: en.submit }).click()
    await sales.getByText(en.submitted).waitFor()

    await leader.reload()
    await leader.getByText('Hal Osei').waitFor()
    expect(await barriers(leader)).toEqual([])
    await leader.getByRole('button', { name: en.accept }).click()
    await leader.waitForURL('**/accounts/*')
    await leader.getByRole('heading', { level: 1, name: 'Kestrel Wharves' }).waitFor()
    await leader.getByText('Rhoswen Pike').filter({ visible: true }).first().waitFor()
  })

  async function fill(page: Page) {
    const type = async (name: string, text: string) => {
      const input = page.getByRole('textbox', { name, exact: true })
      await input.fill(text)
      await input.blur()
    }
    await type('Primary contact', 'Rhoswen Pike')
    await type('E-mail of the primary contact', 'rhoswen@kestrelwharves.example')
    await type('Use case', 'Berth planning in one place')
    await type('Success criteria', 'Hours per berth plan: 9 -> 2')
    await type('Promises made', 'Training for two shifts')
    await page.getByLabel('Renewal date', { exact: true }).fill('2028-01-31')
    await page.getByLabel('Renewal date', { exact: true }).blur()
    await page.getByRole('combobox', { name: 'Role of the primary contact' }).click()
    await page.getByRole('option', { name: 'Champion' }).click()
    await page.getByRole('combobox', { name: 'CSM' }).fill('Ximena')
    await page.getByRole('option', { name: /Ximena Robles/ }).click()
  }

  test('support finds no handoffs, neither in the rail nor by their address', async () => {
    const page = await open('Graham Foster')
    expect(await page.getByRole('link', { name: en.title }).count()).toBe(0)
    await page.goto('/handoffs')
    await page.getByText(all.trouble.closed).waitFor()
    expect(await page.content()).not.toContain('Kestrel Wharves')
  })

  test('on a phone and in Spanish it is whole, and nothing is left in English', async () => {
    const page = await open('Luke Mercer', '/handoffs', { locale: 'es', viewport: { width: 360, height: 740 } })
    await page.getByRole('link', { name: 'Kestrel Wharves' }).click()
    await page.getByRole('heading', { name: es.handoffs.people }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const said = await wordsOn(page)
    for (const sentence of Object.values(en)) if (sentence.split(' ').length > 2) expect(said).not.toContain(sentence)
  })
})
