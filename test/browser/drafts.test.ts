// What is typed outlives a session that ends and a connection that is gone, in every form that takes free words.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { parseQuestion } from '../../src/records/index.ts'
import { en } from '../../web/words/all.ts'
import { goThere, leader, settled } from './screens.ts'
import { openStage, type Stage, signIn } from './stage.ts'

type Form = {
  name: string
  address: string
  /** From the page to the form; also where it is found open again. */
  open(page: Page): Promise<unknown>
  /** Where words are typed. */
  box(page: Page): Locator
  /** It lies above the page. */
  isAbove?: true
}

const nothing = async () => {}

describe.skipIf(!chromiumPath)('what is being typed', { timeout: 120_000 }, () => {
  let stage: Stage
  let forms: readonly Form[]
  beforeAll(async () => {
    stage = await openStage()
    const { records } = stage.served.holdfast
    const first = async (text: string) => {
      const [row] = JSON.parse((await records.ask(stage.operator, parseQuestion(text))).data) as { id: string }[] // as asked
      return row?.id ?? ''
    }
    const account = await first('account where arr is not empty select name order by arr desc limit 1')
    const page = await stage.openAs(leader, '/')
    await settled(page)
    const post = (address: string, body: unknown) =>
      page.evaluate<{ id: string }>(
        `fetch('/api/v1/${address}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then((answer) => answer.json())`,
      )
    const { id: handoff } = await post('handoffs/begin', { account })
    await post('proposals', {
      ...{ object: 'account', field: 'city', because: 'Finance asks.' },
      change: { kind: 'describe', describe: 'The city of the head office.' },
    })
    await page.context().close()
    const capture = async (page: Page, label: string) => {
      await page.getByRole('button', { name: en.frame.add, exact: true }).click()
      await page.getByRole('menuitem', { name: label, exact: true }).click()
    }
    forms = [
      {
        name: 'a value that is edited',
        address: `/accounts/${account}`,
        open: (page) => page.locator('[data-edits=city]').first().click(),
        box: (page) => page.getByRole('textbox', { name: 'City' }),
      },
      {
        name: 'a comment',
        address: `/accounts/${account}`,
        open: nothing,
        box: (page) => page.getByPlaceholder(en.comments.hint),
      },
      {
        name: 'a talk',
        address: '/tasks',
        isAbove: true,
        open: (page) => capture(page, 'Interaction'),
        box: (page) => page.getByRole('dialog').getByLabel('Notes', { exact: true }),
      },
      {
        name: 'a new task',
        address: '/tasks',
        isAbove: true,
        open: (page) => capture(page, 'Task'),
        box: (page) => page.getByRole('dialog').getByRole('textbox', { name: 'Task', exact: true }),
      },
      {
        name: 'a handoff',
        address: `/handoffs/${handoff}`,
        open: nothing,
        box: (page) => page.getByLabel('Risks', { exact: true }),
      },
      {
        name: 'a handoff to begin',
        address: '/handoffs',
        isAbove: true,
        open: (page) => page.getByRole('button', { name: en.handoffs.begin }).click(),
        box: (page) => page.getByLabel(en.handoffs.orCustomer),
      },
      {
        name: 'a proposed field',
        address: '/dictionary?object=account',
        isAbove: true,
        open: (page) => page.getByRole('button', { name: en.dictionary.proposeField }).click(),
        box: (page) => page.getByRole('dialog').getByLabel(en.dictionary.because),
      },
      {
        name: 'the reason of a decision',
        address: '/dictionary?view=proposals',
        open: nothing,
        box: (page) => page.getByLabel(en.dictionary.decideBecause).first(),
      },
      {
        name: 'the reason of a merge',
        address: '/duplicates',
        open: nothing,
        box: (page) => page.getByLabel(en.duplicates.reason),
      },
    ]
  }, 120_000)
  afterAll(() => stage.close())

  /** `isBegun`: what was being typed opens its form by itself, where it stands on the page. */
  const show = async (page: Page, { address, open, box }: Form, isBegun = false) => {
    await goThere(page, address)
    const isOpen =
      isBegun &&
      (await box(page)
        .waitFor({ timeout: 1_500 })
        .then(
          () => true,
          () => false,
        ))
    if (!isOpen) await open(page)
    await box(page).waitFor()
    return box(page)
  }

  /** Several at once, where none lies above the others. */
  const rounds = (): readonly (readonly Form[])[] => [
    forms.filter(({ isAbove }) => !isAbove),
    ...forms.filter(({ isAbove }) => isAbove).map((form) => [form]),
  ]

  test('is there again after the session ended and one signed in anew', async () => {
    for (const round of rounds()) {
      const page = await stage.openAs(leader, '/', { viewport: { width: 1440, height: 1000 } })
      await settled(page)
      for (const form of round) await (await show(page, form)).fill(`Kept: ${form.name}`)
      await page.context().clearCookies()
      await page.evaluate("void window.__TSR_ROUTER__.history.push('/contacts')")
      await page.getByText(en.signIn.ended).waitFor()
      await signIn(page, leader)
      await page.locator('#main').waitFor()
      for (const form of round)
        expect(await (await show(page, form, true)).inputValue(), form.name).toBe(`Kept: ${form.name}`)
      await page.context().close()
    }
  })

  test('stays where it is, with the reason beside it, while nobody answers, and is taken once somebody does', async () => {
    const page = await stage.openAs(leader, '/', { viewport: { width: 1440, height: 1000 } })
    await settled(page)
    const comment = forms.find(({ name }) => name === 'a comment')
    if (!comment) throw new Error('There is no such form.')
    const box = await show(page, comment)
    await box.fill('Said without a connection')
    await page.context().setOffline(true)
    await page.getByText(en.frame.offline).waitFor()
    await page.getByRole('button', { name: en.comments.say, exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await box.inputValue()).toBe('Said without a connection')
    await page.context().setOffline(false)
    await page.getByText(en.frame.offline).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: en.comments.say, exact: true }).click()
    await page.getByText('Said without a connection', { exact: true }).first().waitFor()
    await expect.poll(() => box.inputValue()).toBe('')
  })
})
