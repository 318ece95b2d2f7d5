// Lists in a real browser: found in two keystrokes, edited and undone, filtered, kept as views, changed many at once; and refused.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { en, es } from '../../web/words/all.ts'
import { barriers, goTo, openStage, type Stage, signIn, wordsOn } from './stage.ts'

if (!chromiumPath) console.warn('No Chromium found: the browser tests are skipped. Install it or set CHROMIUM_PATH.')

/** Where pictures of what was seen are left, if wanted. */
const pictures = process.env['HOLDFAST_PICTURES']

describe.skipIf(!chromiumPath)('lists', { timeout: 90_000 }, () => {
  const leader = 'Marta Iglesias Peña'
  const words = en.lists
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  }, 120_000)
  afterAll(() => stage.close())

  async function ask<T>(text: string): Promise<T[]> {
    const { parseQuestion } = await import('../../src/question/index.ts')
    const { data } = await stage.served.holdfast.records.ask(stage.operator, parseQuestion(text))
    return JSON.parse(data)
  }

  async function create(values: Record<string, unknown>, object = 'account'): Promise<string> {
    const changes = [{ verb: 'create' as const, values, allowDuplicate: true }]
    const { results } = await stage.served.holdfast.records.change(stage.operator, object, changes)
    const [made] = results
    if (made && 'id' in made && made.id) return made.id
    throw new Error(`Not created: ${JSON.stringify(results)}`)
  }

  const arrOf = async (id: string) =>
    (await ask<{ arr: { amount: number; currency: string } | null }>(`account where id is "${id}" select arr`))[0]?.arr

  async function openList(address = '/accounts', look: BrowserContextOptions = {}, who = leader): Promise<Page> {
    const page = await stage.openAs(who, address, look)
    await page.locator('tbody tr[aria-rowindex]').first().waitFor()
    return page
  }

  const rowOf = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  const toast = (page: Page) => page.getByRole('region', { name: en.toast.region })

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  }

  test('an account is found in two keystrokes and its name, and the palette remembers it', async () => {
    await create({ name: 'Quagmire Optics' })
    const page = await openList()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: en.palette.title }).pressSequentially('quagm')
    await page
      .getByRole('option', { name: /Quagmire Optics/ })
      .and(page.locator('[aria-selected=true]'))
      .waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'palette')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Quagmire Optics' }).waitFor()
    await goTo(page, en.rail.contacts)
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
    await page.keyboard.press('Control+k')
    await page
      .getByRole('option', { name: /Quagmire Optics/ })
      .and(page.locator('[aria-selected=true]'))
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Quagmire Optics' }).waitFor()
  })

  test('ARR is edited where it is read, by keys alone, and undone', async () => {
    const id = await create({ name: 'Quillback Foods', arr: { amount: 1_200_000, currency: 'USD' } })
    const page = await openList('/accounts?search=Quillback')
    await page.keyboard.press('j')
    await page.locator('tr[data-here]').waitFor()
    await rowOf(page, 'Quillback Foods').locator('td[data-field=arr]').click()
    const input = page.getByLabel('ARR', { exact: true })
    await input.waitFor()
    await input.fill('15,000.50')
    expect(await barriers(page)).toEqual([])
    await input.press('Enter')
    await rowOf(page, 'Quillback Foods').getByText('$15,000.50').waitFor()
    await toast(page).getByText('ARR is now $15,000.50.').waitFor()
    expect(await arrOf(id)).toEqual({ amount: 1_500_050, currency: 'USD' })
    await toast(page).getByRole('button', { name: en.toast.undo }).click()
    await toast(page).getByText(en.toast.undone).waitFor()
    await rowOf(page, 'Quillback Foods').getByText('$12,000', { exact: true }).waitFor()
    expect(await arrOf(id)).toEqual({ amount: 1_200_000, currency: 'USD' })
  })

  test('what is refused, or not reached, stays as it was typed, with the reason beside it', async () => {
    const id = await create({ name: 'Quoll Insurance', arr: { amount: 100_000, currency: 'USD' } })
    const page = await openList('/accounts?search=Quoll')
    await rowOf(page, 'Quoll Insurance').locator('td[data-field=arr]').click()
    const input = page.getByLabel('ARR', { exact: true })
    await input.fill('a lot')
    await input.press('Enter')
    await page.locator('form [class*=error]').first().waitFor()
    expect(await input.inputValue()).toBe('a lot')
    await input.fill('2000')
    await page.context().setOffline(true)
    await page.getByText(en.frame.offline).waitFor()
    await input.press('Enter')
    await page.getByText(en.edit.unsaved).waitFor()
    expect(await input.inputValue()).toBe('2000')
    await page.context().setOffline(false)
    await page.getByText(en.frame.offline).waitFor({ state: 'detached' })
    await page.context().clearCookies()
    await input.press('Enter')
    await page.getByText(en.signIn.ended).waitFor()
    await signIn(page, leader)
    await input.waitFor()
    expect(await input.inputValue()).toBe('2000')
    await input.press('Enter')
    await toast(page).getByText('ARR is now $2,000.').waitFor()
    expect(await arrOf(id)).toEqual({ amount: 200_000, currency: 'USD' })
  })

  test('two who edit one record do not write over each other unknowingly', async () => {
    const id = await create({ name: 'Quokka Marine', city: 'Perth' })
    const page = await openList('/accounts?search=Quokka&columns=name,city')
    await rowOf(page, 'Quokka Marine').locator('td[data-field=city]').click()
    const input = page.getByLabel('City', { exact: true })
    await input.fill('Albany')
    await stage.served.holdfast.records.change(stage.operator, 'account', [
      { verb: 'update', id, values: { city: 'Broome' } },
    ])
    await input.press('Enter')
    await page.getByText(en.edit.stale).waitFor()
    expect(await input.inputValue()).toBe('Albany')
    await input.press('Enter')
    await toast(page).getByText('City is now Albany.').waitFor()
  })

  test('a filter is built by pressing, reads as a sentence, is in the address, and is kept as a view', async () => {
    await create({ name: 'Quartz Aviation', tier: 'strategic', arr: { amount: 90_000_000, currency: 'USD' } })
    const page = await openList('/accounts', { viewport: { width: 1440, height: 900 } })
    await page.getByRole('button', { name: words.filter, exact: true }).click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('combobox', { name: words.field }).click()
    await page.getByRole('option', { name: 'Tier', exact: true }).click()
    await panel.getByRole('combobox', { name: 'Tier', exact: true }).click()
    await page.getByRole('option', { name: 'Strategic', exact: true }).click()
    await page.waitForURL(/where=tier\+is\+strategic/)
    await panel.getByRole('button', { name: words.addCondition, exact: true }).click()
    await panel.getByRole('combobox', { name: words.field }).nth(1).click()
    await page.getByRole('option', { name: 'ARR', exact: true }).click()
    await panel.getByRole('combobox', { name: words.operator }).nth(1).selectOption({ label: en.operators.gte })
    await panel.getByLabel('ARR', { exact: true }).fill('500000')
    await page.getByRole('button', { name: 'ARR at least $500,000', exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'filter')
    await panel.getByRole('button', { name: words.done }).click()
    await rowOf(page, 'Quartz Aviation').waitFor()
    expect(new URL(page.url()).searchParams.get('where')).toBe('tier is strategic and arr >= 500000 USD')

    await page.getByRole('button', { name: words.views, exact: true }).click()
    await page.getByRole('menuitem', { name: words.saveView }).click()
    await page.getByLabel(words.viewName).fill('Big and strategic')
    await page.getByLabel(words.workspaceLong).check()
    await page.getByRole('button', { name: en.edit.save }).click()
    await toast(page).getByText('The view Big and strategic is saved.').waitFor()

    const other = await openList('/accounts', { viewport: { width: 1440, height: 900 } }, 'Ximena Robles Luna')
    await other.getByRole('button', { name: words.views, exact: true }).click()
    await other.getByRole('menuitem', { name: /Big and strategic/ }).click()
    await other.getByRole('button', { name: 'Tier is Strategic', exact: true }).waitFor()
    expect(await other.content()).not.toContain('Quartz Aviation')
  })

  test('related records are part of a filter, and groups have subtotals', async () => {
    const where = 'some contacts (is_primary is true) or tier is standard'
    const page = await openList(`/accounts?where=${encodeURIComponent(where)}`, {
      viewport: { width: 1440, height: 900 },
    })
    await page
      .getByRole('button', { name: /^some of People at accounts: Primary contact is Yes or Tier is Standard$/ })
      .waitFor()
    await page.getByLabel(words.groupBy).selectOption('tier')
    const counted = await ask<{ tier: string | null; count: number }>(
      'account where some contacts (is_primary is true) or tier is standard group by tier measure count(*) as count',
    )
    const [largest] = counted.sort((a, b) => b.count - a.count)
    const first = page.locator('main li button[aria-expanded]').first()
    await first.waitFor()
    expect(await first.textContent()).toContain(String(largest?.count))
    await first.click()
    await page.locator('main li tbody tr').first().waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'groups')
    expect(new URL(page.url()).searchParams.get('group')).toBe('tier')
  })

  test('many accounts change hands in one act, seen before and undone as one', async () => {
    const ids = [
      await create({ name: 'Quince One' }),
      await create({ name: 'Quince Two' }),
      await create({ name: 'Quince Three' }),
    ]
    const owners = async () =>
      (
        await ask<{ id: string; 'owner.name': string | null }>(
          'account where name starts with Quince select owner.name',
        )
      )
        .filter(({ id }) => ids.includes(id))
        .map((each) => each['owner.name'])
    const page = await openList('/accounts?search=Quince', { viewport: { width: 1440, height: 900 } })
    await page.getByLabel(words.selectAll).check()
    await page.getByText('3 selected').waitFor()
    await page.getByRole('button', { name: words.reassign }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^New value of/).fill('ximena')
    await page.getByRole('option', { name: /Ximena Robles Luna/ }).click()
    await dialog.getByText('3 will change, 0 have this value already.').waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'bulk')
    await dialog.getByRole('button', { name: 'Change 3' }).click()
    await toast(page).getByText('3 records are changed.').waitFor()
    expect(await owners()).toEqual(Array(3).fill('Ximena Robles Luna'))
    await toast(page).getByRole('button', { name: en.toast.undo }).click()
    await toast(page).getByText(en.toast.undone).waitFor()
    expect(await owners()).toEqual([null, null, null])
  })

  test('what is seen is taken along as a file, and offered only to whose role may', async () => {
    await create({ name: 'Quiver Textiles', city: 'Lyon' })
    const page = await openList('/accounts?search=Quiver&columns=name,city,owner')
    await page.getByRole('button', { name: words.export }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: words.csv, exact: true }).click(),
    ])
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.trim().split(/\r?\n/)).toHaveLength(2)
    expect(text).toContain('Quiver Textiles')
    expect(text).toContain('Lyon')
    const support = await openList('/accounts', {}, 'Graham Foster')
    expect(await support.getByRole('button', { name: words.export }).count()).toBe(0)
  })

  test('who may not change accounts is offered nothing of it, and refused where they try', async () => {
    const page = await openList('/accounts', {}, 'Graham Foster')
    expect(await page.getByLabel(words.selectAll).count()).toBe(0)
    expect(await page.locator('td[data-edits]').count()).toBe(0)
    await page.locator('tbody td').first().click()
    expect(await page.locator('tbody input').count()).toBe(0)
    const [account] = await ask<{ id: string; name: string }>('account where some tickets select name limit 1')
    const status = await page.evaluate(
      `fetch('/api/v1/accounts/bulk', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ changes: [{ verb: 'update', id: '${account?.id}', values: { name: 'Mine' } }] }) }).then((answer) => answer.json()).then(JSON.stringify)`,
    )
    expect(status).toContain('not_allowed')
    expect((await ask<{ name: string }>(`account where id is "${account?.id}" select name`))[0]?.name).toBe(
      account?.name,
    )
  })

  test.each(['light', 'dark'] as const)('nothing stands in anybody’s way, in the %s theme', async (colorScheme) => {
    // A few rows stand for all, since each is looked at.
    const page = await openList('/contacts?search=mar', { colorScheme, viewport: { width: 1440, height: 900 } })
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: words.columns }).click()
    await page.getByLabel(words.findColumn).waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, `contacts-${colorScheme}`)
  })

  test.each([
    ['360 px', { viewport: { width: 360, height: 740 } }],
    ['200 %', { viewport: { width: 720, height: 450 } }],
  ])('at %s nothing is cut off', async (name, look) => {
    const page = await openList('/accounts?search=Qu', look)
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0)
    expect(await barriers(page)).toEqual([])
    await picture(page, `accounts-${name.replace(/\W/g, '')}`)
  })

  test('in Spanish nothing of it is left in English', async () => {
    const where = encodeURIComponent('tier is enterprise and renewal_date > 2026-01-01')
    const page = await openList(`/accounts?where=${where}`, { locale: 'es-MX', viewport: { width: 1440, height: 900 } })
    await page.getByRole('button', { name: es.lists.filter, exact: true }).click()
    await page.getByText(es.lists.allOf).first().waitFor({ state: 'attached' })
    const seen = new Set(await wordsOn(page))
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: es.lists.columns }).click()
    await page.getByLabel(es.lists.findColumn).waitFor()
    for (const word of await wordsOn(page)) seen.add(word)
    const spanish = new Set<string>(
      [es.lists, es.operators, es.frame, es.rail].flatMap((group) => Object.values(group)),
    )
    const english = [en.lists, en.operators, en.frame, en.rail].flatMap((group) => Object.values<string>(group))
    expect(english.filter((each) => !spanish.has(each) && seen.has(each))).toEqual([])
    expect([...seen].filter((each) => /\{\{|^(lists|operators|edit|frame)\./.test(each))).toEqual([])
    await picture(page, 'accounts-es')
  })
})
