// The first pages in a real browser, on a real server and database.
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifest, type Words } from '../../dictionary/index.ts'
import { chromiumPath } from '../../scripts/browser.ts'
import type { FieldSources } from '../../src/records/index.ts'
import { en, es } from '../../web/words/all.ts'
import { barriers, openStage, type Stage, settled, signIn, wordsOn } from './stage.ts'

if (!chromiumPath) console.warn('No Chromium found: the browser tests are skipped. Install it or set CHROMIUM_PATH.')

describe.skipIf(!chromiumPath)('the first pages', { timeout: 90_000 }, () => {
  const csm = 'Ximena Robles Luna'
  let stage: Stage
  let own: { id: string; name: string }[]
  beforeAll(async () => {
    stage = await openStage()
    const user = await ask<{ id: string }>(`user where name is "${csm}" select name`)
    const me = user[0]?.id
    own = await ask(`account where owner is "${me}" or some team (user is "${me}") select name order by name limit 200`)
  }, 120_000)
  afterAll(() => stage.close())

  async function ask<T>(text: string): Promise<T[]> {
    const { parseQuestion } = await import('../../src/records/index.ts')
    const { data } = await stage.served.holdfast.records.ask(stage.operator, parseQuestion(text))
    return JSON.parse(data)
  }

  const rowNames = (page: Page) => page.locator('tbody th').allInnerTexts()

  test('a CSM signs in and sees the accounts that are theirs, and no other', async () => {
    const page = await stage.open()
    await signIn(page, csm)
    await page.locator('tbody tr').first().waitFor()
    expect((await rowNames(page)).sort()).toEqual(own.map((account) => account.name).sort())
    const all = await ask<{ id: string; name: string }>('account select name limit 200')
    expect(all.length).toBeGreaterThan(own.length)
    const other = all.find((account) => !own.some((each) => each.id === account.id))
    await page.goto(`/accounts/${other?.id}`)
    await page.getByText(en.account.missing).waitFor()
    expect(await page.content()).not.toContain(other?.name)
  })

  test('where the ARR comes from is one press away, and what other systems say of it', async () => {
    const found = await disputedArr()
    const page = await stage.openAs(csm, '/accounts')
    await page.getByRole('link', { name: found.name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: found.name }).waitFor()
    await page.getByRole('button', { name: 'Where “ARR” comes from; other systems say otherwise' }).first().focus()
    await page.keyboard.press('Enter')
    const told = page.getByRole('dialog')
    await told.waitFor()
    const text = await told.textContent()
    expect(text).toContain(en.systems[found.sources.from?.system as 'billing'])
    expect(text).toContain(found.sources.from?.localId)
    for (const other of found.sources.others) {
      expect(text).toContain(en.systems[other.system as 'crm'])
      expect(text).toContain(moneyText(other.value))
    }
    await page.keyboard.press('Escape')
    await told.waitFor({ state: 'hidden' })
  })

  async function disputedArr(): Promise<{ name: string; sources: FieldSources }> {
    for (const { id, name } of own) {
      const all = await stage.served.holdfast.records.sources(stage.operator, 'account', id)
      const sources = all.find((each) => each.field === 'arr')
      if (sources?.others.some((other) => JSON.stringify(other.value) !== JSON.stringify(sources.value)))
        return { name, sources }
    }
    throw new Error('The demo has no account whose systems disagree about its ARR.')
  }

  test('a wrong password is refused beside the field, and nothing is opened', async () => {
    const page = await stage.open()
    await signIn(page, csm, 'not the password')
    await page.getByText('E-mail and password do not fit together.').waitFor()
    expect(await page.locator('input[name=password]').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('table').count()).toBe(0)
    await page.locator('input[name=email]').fill('')
    await page.locator('form button[type=submit]').click()
    await page.getByText(en.signIn.noEmail).waitFor()
  })

  test('an executive is told that single accounts are not theirs, and shown none', async () => {
    const page = await stage.openAs('Helen Osborne', '/accounts')
    await page.getByText(en.accounts.closed).waitFor()
    expect(await page.locator('table').count()).toBe(0)
    await page.goto(`/accounts/${own[0]?.id}`)
    await page.getByText(en.account.missing).waitFor()
    expect(await page.content()).not.toContain(own[0]?.name)
  })

  test('search, condition and order are in the address, and a condition that is wrong says how to mend it', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/accounts')
    await page.locator('tbody tr').first().waitFor()
    await page.getByRole('button', { name: 'ARR' }).click()
    await page.getByRole('columnheader', { name: 'ARR' }).and(page.locator('[aria-sort=ascending]')).waitFor()
    await page.getByRole('button', { name: en.lists.filter, exact: true }).click()
    await page.getByText(en.lists.write, { exact: true }).click()
    await page.getByLabel(en.lists.condition).fill('tier is entrprise')
    await page.getByRole('button', { name: en.lists.apply }).click()
    await page.getByText('did you mean "enterprise"').waitFor()
    await page.getByLabel(en.lists.condition).fill('tier is enterprise')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Tier is Enterprise', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('tbody tr').first().waitFor()
    const [searched = ''] = await rowNames(page)
    await page.getByLabel(en.lists.search).fill(searched)
    await page.waitForURL(/search=/)
    const address = new URL(page.url())
    expect(Object.fromEntries(address.searchParams)).toEqual({
      order: 'arr',
      where: 'tier is enterprise',
      search: searched,
    })
    await page.reload()
    await page.getByText('1 record', { exact: true }).waitFor()
    expect(await rowNames(page)).toEqual([searched])
    await page.getByLabel(en.lists.search).fill('no such company')
    await page.getByText(en.lists.noMatch, { exact: true }).waitFor()
  })

  test('a session that has ended says so, and what was read is gone from the page', async () => {
    const page = await stage.open()
    await signIn(page, csm)
    await page.locator('tbody tr').first().waitFor()
    await page.context().clearCookies()
    await page.locator('tbody th a').first().click()
    await page.getByText(en.signIn.ended).waitFor()
    expect(await page.content()).not.toContain(own[0]?.name)
    await signIn(page, csm)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).toMatch(/\/accounts\/[0-9a-f-]{36}$/)
  })

  test.each(['light', 'dark'] as const)('nothing stands in anybody’s way, in the %s theme', async (colorScheme) => {
    const page = await stage.open({ colorScheme })
    expect(await barriers(page)).toEqual([])
    await signIn(page, csm)
    await page.locator('tbody tr').first().waitFor()
    expect(await barriers(page)).toEqual([])
    await openAccount(page)
    expect(await barriers(page)).toEqual([])
    await page
      .getByRole('button', { name: /^Where “ARR” comes from/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    expect(await barriers(page)).toEqual([])
  })

  async function openAccount(page: Page): Promise<void> {
    await page.locator('tbody th a').first().click()
    await page.locator('dl').first().waitFor()
    await settled(page)
  }

  test('in Spanish nothing is left in English', async () => {
    const page = await stage.open({ locale: 'es-MX' })
    const seen = new Set(await wordsOn(page))
    await signIn(page, csm)
    await page.locator('tbody tr').first().waitFor()
    for (const word of await wordsOn(page)) seen.add(word)
    await openAccount(page)
    await page
      .getByRole('button', { name: /^De dónde viene/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    for (const word of await wordsOn(page)) seen.add(word)
    expect(seen).toContain(es.timeline.title)
    const english = englishOnly()
    expect([...seen].filter((word) => english.has(word))).toEqual([])
    const nameOfSentence = new RegExp(`\\{\\{|^(${Object.keys(es).join('|')})\\.`)
    expect([...seen].filter((word) => nameOfSentence.test(word))).toEqual([])
  })

  /** Sentences and labels that are written otherwise in Spanish. */
  function englishOnly(): Set<string> {
    const fields = [...manifest.objects.values()].flatMap((object) => [...object.fields.values()])
    const labels: Words[] = fields.flatMap((field) => [field.label, ...(field.terms ?? []).map((term) => term.label)])
    const sentences = (catalogue: object) => Object.values(catalogue).flatMap((group) => Object.values<string>(group))
    const spanish = new Set([...sentences(es), ...labels.map((label) => label.es)])
    const all = [...sentences(en), ...labels.map((label) => label.en)]
    // ARR and its like are called so in every language.
    return new Set(all.filter((word) => !spanish.has(word) && !/^[A-Z]{2,4}$/.test(word)))
  }

  test('a list of more than a page is read on as one scrolls, and only what is in sight is drawn', async () => {
    const changes = Array.from({ length: 230 }, (_, i) => ({
      verb: 'create' as const,
      values: { name: `Zephyr ${i}` },
    }))
    await stage.served.holdfast.records.change(stage.operator, 'account', changes)
    const page = await stage.openAs('Marta Iglesias Peña', '/accounts')
    const [{ count = 0 } = {}] = await ask<{ count: number }>('account measure count(*) as count')
    await page.getByText(`${count} records`, { exact: true }).waitFor()
    const list = page.getByRole('region', { name: en.accounts.title })
    const toTheEnd = () => page.evaluate("document.querySelector('main section[tabindex]').scrollTo(0, 1e9)")
    await list.locator('tbody tr').first().waitFor()
    await list.getByRole('checkbox').nth(1).focus()
    await toTheEnd()
    await page.getByRole('link', { name: 'Zephyr 99', exact: true }).waitFor()
    await toTheEnd()
    expect(await list.locator(`tr[aria-rowindex="${count + 1}"]`).count()).toBe(1)
    expect(await list.locator('tbody tr').count()).toBeLessThan(80)
    // A row that left was drawn over: nobody is to find themselves on another, and at rest they are read in their order.
    expect(await list.evaluate((section) => section.ownerDocument.activeElement === section)).toBe(true)
    const places = () => list.locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.ariaRowIndex)))
    await expect
      .poll(async () => (await places()).every((each, i, all) => i === 0 || each > Number(all[i - 1])))
      .toBe(true)
  })

  test('on a narrow screen nothing is cut off, and the first load is small', async () => {
    const page = await stage.open({ viewport: { width: 390, height: 844 } })
    const scripts: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.reload()
    await signIn(page, csm)
    await page.locator('tbody tr').first().waitFor()
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(scripts)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000)
    const overhang = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect(await overhang()).toBe(0)
    await openAccount(page)
    expect(await overhang()).toBe(0)
  })

  const moneyText = (value: unknown): string => {
    const { amount, currency } = value as { amount: number; currency: string } // a claim on a money field
    const isWhole = amount % 100 === 0
    const format = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      ...(isWhole ? { maximumFractionDigits: 0 } : {}),
    })
    return format.format(amount / 100)
  }
})
