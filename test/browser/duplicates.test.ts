// Looking at duplicates in a real browser: side by side, why, merged, and taken apart again.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { en, es } from '../../web/words/all.ts'
import { barriers, goTo, type Look, openStage, type Stage, settled, wordsOn } from './stage.ts'

if (!chromiumPath) console.warn('No Chromium found: the browser tests are skipped. Install it or set CHROMIUM_PATH.')

/** Where pictures of what was seen are left, if wanted. */
const pictures = process.env['HOLDFAST_PICTURES']

describe.skipIf(!chromiumPath)('duplicates', { timeout: 90_000 }, () => {
  const leader = 'Marta Iglesias Peña'
  const csm = 'Ximena Robles Luna'
  const words = en.duplicates
  let stage: Stage
  let pairs: [string, string][]
  beforeAll(async () => {
    stage = await openStage()
    const { id: owner } = (await ask<{ id: string }>(`user where name is "${csm}" select name`))[0] ?? { id: '' }
    pairs = []
    for (const [i, name] of ['Zephyrine Lighting', 'Quillon Freight', 'Oxbow Dairy', 'Umbral Optics'].entries()) {
      const common = { owner, domains: [`${name.split(' ')[0]?.toLowerCase()}.example`], country: 'DE' }
      const one = await create({
        name: `${name} GmbH`,
        city: 'Kiel',
        arr: { amount: (9 - i) * 10_000_000, currency: 'USD' },
        ...common,
      })
      const other = await create({ name, city: 'Hamburg', region: 'emea', ...common })
      pairs.push([one, other])
      await create({ subject: 'Lamp flickers', status: 'open', account: other }, 'ticket')
    }
    await stage.served.holdfast.duplicates.find(finder(), { object: 'account', mergeFrom: null })
  }, 120_000)
  afterAll(() => stage.close())

  const finder = () =>
    ({ kind: 'job', workspace: stage.operator.workspace, id: 'finder', via: 'job', because: 'looking' }) as const

  async function create(values: Record<string, unknown>, object = 'account'): Promise<string> {
    const changes = [{ verb: 'create' as const, values, allowDuplicate: true }]
    const { results } = await stage.served.holdfast.records.change(stage.operator, object, changes)
    const [made] = results
    if (made && 'id' in made && made.id) return made.id
    throw new Error(`Not created: ${JSON.stringify(results)}`)
  }

  async function ask<T>(text: string): Promise<T[]> {
    const { parseQuestion } = await import('../../src/records/index.ts')
    const { data } = await stage.served.holdfast.records.ask(stage.operator, parseQuestion(text))
    return JSON.parse(data)
  }

  const queueOf = (page: Page) => page.getByRole('region', { name: words.queue }).getByRole('listitem')
  const review = (page: Page) => page.getByRole('region', { name: words.compare, exact: true }).first()
  const row = (page: Page, field: string): Locator =>
    review(page)
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${field}`) }) })
      .first()

  async function openQueue(who: string, look: Look = {}): Promise<Page> {
    const page = await stage.openAs(who, '/accounts', look)
    await goTo(page, words.title)
    await queueOf(page).first().waitFor()
    await row(page, 'City').waitFor()
    await settled(page)
    return page
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', fullPage: true })
  }

  test('a leader sees two side by side, settles a field, merges, and undoes it', async () => {
    const page = await openQueue(leader, { viewport: { width: 1440, height: 900 } })
    expect(await queueOf(page).first().textContent()).toContain('Zephyrine Lighting GmbH')
    const [one = '', other = ''] = pairs[0] ?? []
    expect(await review(page).textContent()).toContain(words.nothingHangs)
    expect(await review(page).textContent()).toContain(`${words.hangs}: Tickets (1)`)
    expect(await row(page, 'City').getAttribute('data-differs')).toBe('true')
    expect(await row(page, 'Country').getAttribute('data-differs')).toBeNull()

    await row(page, 'City')
      .getByRole('radio', {
        name: words.choose.replace('{{field}}', 'City').replace('{{name}}', 'Zephyrine Lighting GmbH'),
      })
      .check()
    await row(page, 'City').getByText(words.rule_chosen).waitFor()
    expect(await row(page, 'City').getByRole('cell').last().textContent()).toContain('Kiel')
    await page.getByText(words.comesOver.replace('{{what}}', 'Tickets (1)')).waitFor()
    await picture(page, 'duplicates')

    await page.getByRole('button', { name: words.merge, exact: true }).click()
    await page.getByText('Merged into Zephyrine Lighting').waitFor()
    expect(await exists(other)).toBe(false)
    expect((await ask<{ city: string }>(`account where id is "${one}" select city`))[0]?.city).toBe('Kiel')
    await expect.poll(() => inQueue(page, 'Zephyrine')).toBe(false)
    await page.getByRole('button', { name: words.undo }).click()
    await page.getByText(words.undone).waitFor()
    expect(await exists(other)).toBe(true)
    expect((await ask<{ city: string }>(`account where id is "${other}" select city`))[0]?.city).toBe('Hamburg')
    await expect.poll(() => inQueue(page, 'Zephyrine')).toBe(true)
  })

  const inQueue = async (page: Page, name: string): Promise<boolean> =>
    (await queueOf(page).allTextContents()).some((each) => each.includes(name))

  const exists = async (id: string): Promise<boolean> =>
    (await ask(`account where id is "${id}" select name`)).length === 1

  test('the evidence adds up to the score, in figures as in bars', async () => {
    const page = await openQueue(leader)
    const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: en.evidence.bits }) })
    const figures = (await table.locator('tbody td:last-child').allInnerTexts()).map((each) =>
      Number(each.replace('−', '-')),
    )
    const total = figures.pop() ?? Number.NaN
    // Each is shown to a tenth.
    expect(Math.abs(figures.reduce((sum, each) => sum + each, 0) - total)).toBeLessThan(0.06 * figures.length)
    expect(await table.textContent()).toContain(en.evidence.field_domain)
    expect(await page.locator('[data-sign]').count()).toBe(figures.length + 1)
  })

  test('a whole queue goes by keys: on and back, later, not the same; nothing is pressed while somebody types', async () => {
    const page = await openQueue(leader)
    const here = () => page.locator('button[aria-current=true]').textContent()
    const first = await here()
    await page.keyboard.press('j')
    await expect.poll(here).not.toBe(first)
    const second = await here()
    await page.keyboard.press('k')
    await expect.poll(here).toBe(first)
    await page.getByLabel(words.reason).fill('jsn')
    expect(await here()).toBe(first)
    await page.getByLabel(words.reason).blur()
    await page.keyboard.press('s')
    await expect.poll(here).toBe(second)
    expect(await queueOf(page).last().textContent()).toContain(words.later)
    await row(page, 'City').waitFor()
    await page.keyboard.press('n')
    await page.getByText('stay two').waitFor()
    await expect.poll(async () => (await queueOf(page).allTextContents()).includes(second ?? '')).toBe(false)
    await page.getByRole('button', { name: words.undo }).click()
    await page.getByText(words.reopened).waitFor()
    await expect.poll(async () => (await queueOf(page).allTextContents()).includes(second ?? '')).toBe(true)
  })

  test('a merged account says what it was merged from, and is taken apart on its own page', async () => {
    const [one = '', other = ''] = pairs[2] ?? []
    stage.served.world.clock.advance(60_000)
    await stage.served.holdfast.duplicates.merge(stage.operator, 'account', {
      ids: [one, other],
      because: 'they are one',
    })
    const page = await stage.openAs(leader, `/accounts/${other}`)
    // The old address leads to what it is today.
    await page.waitForURL(`**/accounts/${one}`)
    const merged = page.getByRole('region', { name: words.mergedFrom })
    await merged.getByText('Oxbow Dairy').waitFor()
    expect(await merged.textContent()).toContain('they are one')
    expect(await barriers(page)).toEqual([])
    await merged.getByRole('button', { name: words.unmerge }).click()
    await merged.waitFor({ state: 'detached' })
    expect(await exists(other)).toBe(true)
  })

  test('three that are one are put side by side and merged at once', async () => {
    const third = await create({ name: 'Umbral Optics AG', domains: ['umbral.example'], country: 'DE', city: 'Bonn' })
    const [one = '', other = ''] = pairs[3] ?? []
    const found = [one, other].map((id) => ({ a: id, b: third, bits: 12, vector: null }))
    await stage.served.holdfast.duplicates.record(finder(), 'account', found)
    const page = await openQueue(leader, { viewport: { width: 1440, height: 900 } })
    await queueOf(page).filter({ hasText: 'Umbral Optics' }).first().getByRole('button').click()
    await page.getByRole('button', { name: words.add.replace('{{name}}', 'Umbral Optics AG') }).click()
    await page.getByRole('columnheader', { name: 'Umbral Optics AG' }).waitFor()
    expect(await row(page, 'City').getByRole('radio').count()).toBe(3)
    await page.getByRole('button', { name: 'Merge 3' }).waitFor()
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'duplicates-three')
    await page.getByRole('button', { name: 'Merge 3' }).click()
    await page.getByText('Merged into Umbral Optics').waitFor()
    expect([await exists(one), await exists(other), await exists(third)].filter(Boolean)).toHaveLength(1)
    await picture(page, 'duplicates-merged')
    await page.getByRole('button', { name: words.undo }).click()
    await page.getByText(words.undone).waitFor()
    expect([await exists(one), await exists(other), await exists(third)]).toEqual([true, true, true])
  })

  test('a CSM compares what they own, and is told that merging is not theirs', async () => {
    const page = await openQueue(csm)
    await page.getByText(words.mayNotMerge).waitFor()
    expect(await page.getByRole('button', { name: words.merge, exact: true }).count()).toBe(0)
    await page.keyboard.press('m')
    expect(await page.getByText('Merged into').count()).toBe(0)
    const [one = '', other = ''] = pairs[0] ?? []
    expect([await exists(one), await exists(other)]).toEqual([true, true])
  })

  test('an executive finds no queue', async () => {
    const page = await stage.openAs('Helen Osborne', '/accounts')
    await page.getByText(en.accounts.closed).waitFor()
    expect(await page.getByRole('link', { name: words.title, exact: true }).count()).toBe(0)
    await page.goto('/duplicates')
    await page.getByText(words.closed).waitFor()
    expect(await page.content()).not.toContain('Zephyrine')
  })

  test.each(['light', 'dark'] as const)('nothing stands in anybody’s way, in the %s theme', async (colorScheme) => {
    const page = await openQueue(leader, { colorScheme, viewport: { width: 1440, height: 900 } })
    await page.getByText(en.evidence.total, { exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, `duplicates-${colorScheme}`)
  })

  test('at 360 px nothing is cut off', async () => {
    const page = await openQueue(leader, { viewport: { width: 360, height: 780 } })
    await page.getByText(en.evidence.total, { exact: true }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'duplicates-360')
  })

  test('in Spanish nothing of it is left in English', async () => {
    const page = await stage.openAs(leader, '/accounts', { locale: 'es-MX' })
    await goTo(page, es.duplicates.title)
    await page.getByText(es.evidence.total, { exact: true }).waitFor()
    const seen = new Set(await wordsOn(page))
    const spanish = new Set<string>([...Object.values(es.duplicates), ...Object.values(es.evidence)])
    const english = [...Object.values(en.duplicates), ...Object.values(en.evidence)].filter(
      (each) => !spanish.has(each),
    )
    expect(english.filter((each) => seen.has(each))).toEqual([])
    expect([...seen].filter((each) => /\{\{|^(duplicates|evidence)\./.test(each))).toEqual([])
    await picture(page, 'duplicates-es')
  })
})
