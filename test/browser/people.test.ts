// Where a CSM lives: the account's people and the lines between them, talks written down, and what a value was and whose word it is.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifest, type Words } from '../../dictionary/index.ts'
import { chromiumPath } from '../../scripts/browser.ts'
import { en, es } from '../../web/words/all.ts'
import { barriers, type Look, openStage, type Stage, settled, wordsOn } from './stage.ts'

if (!chromiumPath) console.warn('No Chromium found: the browser tests are skipped. Install it or set CHROMIUM_PATH.')

type Id = { id: string }

describe.skipIf(!chromiumPath)('people, talks and the past', { timeout: 90_000 }, () => {
  const leader = 'Marta Iglesias Peña'
  /** The records came in on the fifteenth of November; this is when they are looked at. */
  const now = '2026-12-28T10:00:00.000Z'
  let stage: Stage
  /** A customer of our own: a chief, two who report to her and one who reports to nobody. */
  let account: string
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    stage = await openStage()
    account = await make('account', { name: 'Windrose Mills', tier: 'strategic', city: 'Bilbao' })
    for (const [name, title, part] of [
      ['Ada Quill', 'Chief Financial Officer', { roles: ['decision_maker'], stance: 'neutral', strength: 'weak' }],
      [
        'Bo Lund',
        'Head of Operations',
        { roles: ['champion'], stance: 'champion', strength: 'strong', is_primary: true },
      ],
      ['Cy Marsh', 'Analyst', { roles: ['end_user'] }],
      ['Dee Park', 'IT Director', { roles: ['technical_buyer'], stance: 'detractor', strength: 'good' }],
    ] as const) {
      ids[name] = await make('contact', {
        name,
        title,
        ...(name === 'Bo Lund' ? { reports_to: ids['Ada Quill'] } : {}),
      })
      await make('account_contact', { account, contact: ids[name], is_current: true, ...part })
    }
    await make('ticket', {
      account,
      subject: 'Nightly import stops',
      status: 'open',
      opened_at: '2026-11-14T10:00:00Z',
    })
    const { clock, holdfast } = { clock: stage.served.world.clock, holdfast: stage.served.holdfast }
    clock.set(now)
    const moved = { verb: 'update' as const, id: account, values: { city: 'Vitoria' } }
    await holdfast.records.change(stage.operator, 'account', [moved])
  }, 120_000)
  afterAll(() => stage.close())

  async function make(object: string, values: Record<string, unknown>): Promise<string> {
    const { results } = await stage.served.holdfast.records.change(stage.operator, object, [{ verb: 'create', values }])
    const [made] = results
    if (!made || !('id' in made)) throw new Error(`No ${object} was made: ${JSON.stringify(made)}`)
    return made.id
  }

  async function ask<T>(text: string): Promise<T[]> {
    const { parseQuestion } = await import('../../src/records/index.ts')
    return JSON.parse((await stage.served.holdfast.records.ask(stage.operator, parseQuestion(text))).data)
  }

  async function open(who: string, path: string, look: Look = {}): Promise<Page> {
    const page = await stage.openAs(who, path, { viewport: { width: 1440, height: 900 }, now, ...look })
    await page.locator('h1').waitFor()
    return page
  }

  const card = (page: Page, name: string): Locator =>
    page.locator('.react-flow__node', { has: page.locator('strong', { hasText: name }) })
  const toast = (page: Page, text: string): Locator =>
    page.getByRole('region', { name: en.toast.region }).getByText(text)
  const bossOf = async (name: string) =>
    (await ask<{ reports_to: string | null }>(`contact where id is "${ids[name]}" select reports_to`))[0]?.reports_to

  test('a person is dragged onto whom they report to, a line is drawn from one to another, and both can be undone', async () => {
    const page = await open(leader, `/accounts/${account}?tab=people`)
    await card(page, 'Cy Marsh').waitFor()
    await drag(page, card(page, 'Cy Marsh'), card(page, 'Bo Lund'))
    await toast(page, 'Cy Marsh now reports to Bo Lund').waitFor()
    expect(await bossOf('Cy Marsh')).toBe(ids['Bo Lund'])
    await page.getByRole('button', { name: en.toast.undo }).click()
    await toast(page, en.toast.undone).waitFor()
    expect(await bossOf('Cy Marsh')).toBeNull()
    // Nobody comes to lead their own lead.
    await drag(page, card(page, 'Ada Quill'), card(page, 'Bo Lund'))
    expect(await bossOf('Ada Quill')).toBeNull()

    await card(page, 'Dee Park').hover()
    await drag(page, card(page, 'Dee Park').locator('[class*=dot]'), card(page, 'Ada Quill'))
    const dialog = page.getByRole('dialog', { name: en.stakeholders.informal })
    await dialog.getByRole('radio', { name: 'Has the ear of' }).check()
    await dialog.getByRole('button', { name: en.stakeholders.save }).click()
    await page.getByRole('button', { name: 'Dee Park: Has the ear of Ada Quill' }).first().waitFor()
    await toast(page, 'Dee Park and Ada Quill are connected').waitFor()
    expect(await ask(`contact_connection where account is "${account}" select kind`)).toMatchObject([
      { kind: 'advises' },
    ])
  })

  async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (!start || !end) throw new Error('What is dragged is not on the page.')
    await page.mouse.move(start.x + start.width / 3, start.y + start.height / 2)
    await page.mouse.down()
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 })
    await page.mouse.up()
  }

  test('all of it goes without a mouse, and gaps name what mends them', async () => {
    const page = await open(leader, `/accounts/${account}?tab=people`)
    const gaps = page.getByRole('listitem').filter({ hasText: 'No economic buyer is known' })
    await gaps.getByRole('button', { name: 'Name the economic buyer' }).press('Enter')
    const who = page.getByRole('dialog')
    await who.getByRole('combobox', { name: en.stakeholders.known }).fill('Ada')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await who.getByRole('button', { name: en.stakeholders.save }).press('Enter')
    await gaps.waitFor({ state: 'hidden' })

    await page
      .getByRole('button', { name: /Cy Marsh/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    const boss = page.getByRole('region', { name: 'Cy Marsh' }).getByRole('combobox', { name: 'Reports to' })
    await boss.fill('Dee')
    await page.getByRole('option', { name: /Dee Park/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await toast(page, 'Cy Marsh now reports to Dee Park').waitFor()
    expect(await bossOf('Cy Marsh')).toBe(ids['Dee Park'])
    await page.getByRole('radio', { name: en.stakeholders.list }).press('Space')
    await page
      .getByRole('row', { name: /Cy Marsh/ })
      .getByText('Dee Park')
      .waitFor()
    expect(page.url()).toContain('view=list')
  })

  test('a call is written down with who was there and what is to be done; a reload loses nothing; one press takes it back', async () => {
    const page = await open(leader, `/accounts/${account}`)
    await page.getByRole('heading', { name: en.timeline.title }).waitFor()
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: en.talk.title })
    await form.getByLabel('Subject').fill('Renewal call')
    await page.reload()
    await page.getByRole('button', { name: 'Go on writing: Renewal call' }).click()
    const box = page.locator('form', { has: page.getByLabel('Subject') })
    expect(await box.getByLabel('Subject').inputValue()).toBe('Renewal call')
    await box.getByText('Business review', { exact: true }).click()
    await pick(page, box.getByRole('combobox', { name: en.talk.theirs }), 'Bo Lund')
    await pick(page, box.getByRole('combobox', { name: en.talk.theirs }), 'Eve Stone')
    await box.getByLabel('Notes').fill('They want the second site in spring.')
    await box.getByLabel('Promised').fill('A price by Friday.')
    await box.getByRole('button', { name: en.talk.addItem }).click()
    await page.keyboard.type('Send the price')
    await box.getByLabel('Item 1 is due').fill('2027-01-08')

    // The server is out of reach: what was written stays, and says so.
    await page.route('**/api/v1/capture/**', (route) => route.abort())
    await box.getByRole('button', { name: en.talk.save }).click()
    await box.getByRole('alert').getByText(en.trouble.unreachable).waitFor()
    await page.unroute('**/api/v1/capture/**')
    await box.getByRole('button', { name: en.talk.save }).click()
    await toast(page, 'Written down at Windrose Mills, with 1 task').waitFor()

    const line = page.getByRole('listitem').filter({ hasText: 'Renewal call' })
    await line.getByText(en.talk.whatWasSaid).click()
    await line.getByText('They want the second site in spring.').waitFor()
    expect(await line.textContent()).toContain('Send the price')
    expect(await line.textContent()).toContain('Bo Lund')
    expect(await line.textContent()).toContain('Eve Stone')
    await page.getByRole('region', { name: en.account.tasks }).getByText('Send the price').waitFor()
    await page.getByRole('button', { name: en.toast.undo }).click()
    await toast(page, en.toast.undone).waitFor()
    await line.waitFor({ state: 'hidden' })
    expect(await ask<Id>(`task where account is "${account}" select name`)).toEqual([])
    expect(await ask<Id>('contact where name is "Eve Stone" select name')).toEqual([])
  })

  async function pick(page: Page, from: Locator, name: string): Promise<void> {
    await from.fill(name)
    await page
      .getByRole('listbox')
      .getByRole('option', { name: new RegExp(name) })
      .click()
  }

  test('a value tells whose word it is, the record is seen as it was last month, and its value brought back', async () => {
    const page = await open(leader, `/accounts/${account}?tab=data`)
    const sources = page.getByRole('region', { name: en.record.sources, exact: true })
    await sources.getByRole('row', { name: /^City/ }).getByRole('button').click()
    const told = page.getByRole('dialog')
    await told.getByText(en.systems.hand).waitFor()
    await page.keyboard.press('Escape')

    await page.getByText('As it was at the end of Nov 28, 2026').waitFor()
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'City' }) })
    await row.filter({ hasText: 'Bilbao' }).filter({ hasText: 'Vitoria' }).waitFor()
    await row.getByRole('button', { name: 'Bring back “City”' }).first().click()
    await toast(page, 'City is now Bilbao').waitFor()
    expect(await cityNow()).toBe('Bilbao')
    await page.getByText(en.record.same).waitFor()
    await page.getByRole('button', { name: en.toast.undo }).click()
    await toast(page, en.toast.undone).waitFor()
    expect(await cityNow()).toBe('Vitoria')
    await page.getByRole('slider').focus()
    await page.keyboard.press('End')
    await page.getByText(en.record.same).waitFor()
    expect(page.url()).toContain('day=2026-12-28')
  })

  const cityNow = async () => (await ask<{ city: string }>(`account where id is "${account}" select city`))[0]?.city

  test('a person’s page says that nobody made sure of them, and is put right where it is read', async () => {
    const page = await open(leader, `/contacts/${ids['Bo Lund']}`)
    await page.getByRole('link', { name: 'Windrose Mills' }).waitFor()
    await page.getByText(en.contact.neverVerified).waitFor()
    await page.getByRole('button', { name: en.contact.verifyNow }).click()
    await toast(page, 'Bo Lund is verified today').waitFor()
    await page.getByText('Verified Dec 28, 2026').waitFor()
    const seen = await ask<{ last_verified_on: string; status: string }>(
      `contact where id is "${ids['Bo Lund']}" select last_verified_on, status`,
    )
    expect(seen).toMatchObject([{ last_verified_on: '2026-12-28', status: 'current' }])
  })

  test('a family of companies is seen as one: who belongs to whom, and what each comes to with all beneath it', async () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' })
    const group = await make('account', { name: 'Windlass Group', arr: usd(100_000) })
    const iberia = await make('account', {
      name: 'Windlass Iberia',
      parent: group,
      arr: { amount: 50_000, currency: 'EUR' },
    })
    const port = await make('account', {
      name: 'Windlass Port',
      parent: iberia,
      arr: usd(20_000),
      renewal_date: '2027-03-01',
    })
    await make('ticket', { account: port, subject: 'Crane offline', status: 'open', opened_at: '2026-11-20T10:00:00Z' })
    const page = await open(leader, `/accounts/${iberia}`)
    await page
      .getByRole('navigation', { name: en.account.parts })
      .getByRole('link', { name: en.account.tab_family })
      .click()
    const family = page.getByRole('region', { name: en.account.tab_family }).locator('tbody tr')
    await family.first().waitFor()
    const told = (await family.allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()))
    expect(told.map(([name, own, all, tickets]) => [name, own, all, tickets])).toEqual([
      ['Windlass Group', '$1,000', '€500 + $1,200', '1'],
      ['Windlass Iberia', '€500', '€500 + $200', '1'],
      ['Windlass Port', '$200', '$200', '1'],
    ])
    expect(await barriers(page)).toEqual([])
    await family.getByRole('link', { name: 'Windlass Port' }).click()
    await page.getByRole('heading', { level: 1, name: 'Windlass Port' }).waitFor()
  })

  test('who may not is offered nothing: no talk, no stance, no line, no role; and no word of what is hidden', async () => {
    const page = await open('Graham Foster', `/accounts/${account}?tab=people`)
    await card(page, 'Dee Park').waitFor()
    const text = await page.locator('#main').textContent()
    expect(text).not.toMatch(/Detractor|Champion\b.*Strong|Has the ear of/)
    expect(await page.locator('.react-flow__handle[class*=dot]').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Name the|Choose the primary|Add a person/ }).count()).toBe(0)
    await page
      .getByRole('button', { name: /Dee Park/ })
      .first()
      .click()
    expect(
      await page
        .getByRole('region', { name: 'Dee Park' })
        .getByRole('combobox', { name: 'Roles' })
        .getAttribute('readonly'),
    ).not.toBeNull()
    expect(await page.getByRole('button', { name: en.stakeholders.connect }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.goto(`/contacts/0190a000-0000-7000-8000-000000000000`)
    await page.getByText(en.contact.missing).waitFor()
  })

  test('nothing stands in anybody’s way, in either theme', async () => {
    const page = await open(leader, `/accounts/${account}?tab=people&person=${ids['Bo Lund']}`)
    const look = async () => {
      await settled(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
        expect(await barriers(page), `${page.url()} in the ${colorScheme} theme`).toEqual([])
      }
    }
    await card(page, 'Dee Park').waitFor()
    await look()
    for (const [path, sign] of [
      [`/accounts/${account}`, en.timeline.title],
      [`/accounts/${account}?tab=data`, en.record.history],
      [`/contacts/${ids['Bo Lund']}`, en.contact.connections],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { name: sign }).waitFor()
      await look()
    }
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await look()
  })

  test('in Spanish nothing is left in English, and 360 pixels are enough', async () => {
    const used = await ask<Id>('account where some usage (daily_active > 0) select name limit 1')
    const page = await open(leader, `/accounts/${account}?tab=people&view=map`, {
      locale: 'es-MX',
      viewport: { width: 360, height: 740 },
    })
    const seen = new Set<string>()
    const look = async () => {
      await settled(page)
      for (const word of await wordsOn(page)) seen.add(word)
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), page.url()).toBe(0)
    }
    await page.locator('.react-flow__node').first().waitFor()
    await look()
    for (const [path, sign] of [
      [`/accounts/${account}?tab=people&person=${ids['Bo Lund']}`, es.stakeholders.gaps],
      [`/accounts/${account}?tab=data`, es.record.history],
      [`/accounts/${account}?tab=support`, es.account.ticketsBy],
      [`/accounts/${used[0]?.id}?tab=usage`, es.account.usageYear],
      [`/contacts/${ids['Bo Lund']}`, es.contact.connections],
      [`/accounts/${account}`, es.timeline.title],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { name: sign }).first().waitFor()
      await look()
    }
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await look()
    expect(seen).toContain(es.talk.theirs)
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
})
