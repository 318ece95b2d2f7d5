// A Spanish spreadsheet on its way in and out again, in a real browser, with the worker doing the work.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../scripts/browser.ts'
import { startWorker, type Worker } from '../../src/worker/index.ts'
import { en as all, es } from '../../web/words/all.ts'
import { workbook } from '../harness/workbook.ts'
import { barriers, openStage, type Stage, wordsOn } from './stage.ts'

const sheet = [
  'Razón social;Sector;País;Fecha de renovación;ARR (EUR);Contacto principal;Correo contacto principal;Cargo',
  'Molinos Garza, S.L.;Industria inventada;España;31/03/2027;12.500,50;Inés Garza Prieto;ines@molinosgarza.example;Directora',
  'Talleres Orduña, S.A.;Educación;España;31/02/2027;8.000,00;Jon Orduña;jon@ordunia.example;Gerente',
  'Viveros Lasarte;Educación;España;15/05/2027;4.200,00;Ane Lasarte;ane@viveroslasarte.example;Socia',
].join('\r\n')

describe.skipIf(!chromiumPath)('imports', { timeout: 120_000 }, () => {
  let stage: Stage
  let worker: Worker | undefined
  beforeAll(async () => {
    stage = await openStage()
    worker = await startWorker(stage.served.holdfast)
  }, 120_000)
  afterAll(async () => {
    await worker?.stop()
    await stage.close()
  })

  const names = async (): Promise<string[]> => {
    const { data } = await stage.served.holdfast.records.ask(stage.operator, {
      from: 'account',
      select: ['name'],
      where: { field: 'country', op: 'is', value: 'ES' },
      limit: 200,
    })
    return (JSON.parse(data) as { name: string }[]).map(({ name }) => name) // as selected
  }

  const idOf = async (name: string): Promise<string> => {
    const { data } = await stage.served.holdfast.records.ask(stage.operator, {
      from: 'user',
      select: ['name'],
      where: { field: 'name', op: 'is', value: name },
    })
    const [user] = JSON.parse(data) as { id: string }[] // every row has its id
    return user?.id ?? ''
  }

  const daysAgo = (days: number): string => {
    const day = new Date(stage.served.world.clock().getTime() - days * 86_400_000)
    return day.toLocaleDateString('en', { timeZone: 'UTC' })
  }

  test('a Spanish sheet is understood, tried out, brought in, and taken back', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/accounts', { viewport: { width: 1440, height: 900 } })
    await page.getByRole('link', { name: all.rail.imports, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: all.imports.title }).waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: 'clientes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet, 'latin1'),
    })

    // What the columns mean was guessed from Spanish headings and values.
    const meaning = (column: string) => page.getByLabel(all.imports.meaningOf.replace('{{column}}', column))
    await meaning('Razón social').waitFor()
    expect(await meaning('Razón social').inputValue()).toBe('account.name')
    expect(await meaning('Fecha de renovación').inputValue()).toBe('account.renewal_date')
    expect(await meaning('Correo contacto principal').inputValue()).toBe('contact.email')
    expect(await barriers(page)).toEqual([])

    await page.getByLabel(all.imports.recognisedBy.replace('{{object}}', 'Account')).selectOption('name')
    await page.getByText(all.importMappedBy.person).waitFor()

    // A word that is in no list is given its meaning once.
    await page.getByRole('button', { name: all.imports.toCheck }).click()
    const word = page.getByLabel(all.imports.wordMeans.replace('{{word}}', 'Industria inventada'))
    await word.selectOption({ label: 'Manufacturing' })
    await page.getByText('31/02/2027').first().waitFor()
    expect(await barriers(page)).toEqual([])

    await page.getByRole('button', { name: all.imports.preview }).click()
    const counted = (outcome: 'created' | 'rejected') =>
      page.locator(`[data-outcome=${outcome}]`).filter({ hasText: all.importOutcome[`${outcome}_other`] })
    await counted('rejected').waitFor()
    expect(await counted('created').locator('strong').textContent()).toBe('2')
    expect(await counted('rejected').locator('strong').textContent()).toBe('1')
    await page.getByText('€12,500.50').first().waitFor()
    expect(await names()).not.toContain('Molinos Garza, S.L.')
    expect(await barriers(page)).toEqual([])

    await page.getByRole('button', { name: all.imports.run_other.replace('{{count}}', '2') }).click()
    await page.getByText(all.importEnded.done).waitFor()
    expect((await names()).filter((name) => /Molinos Garza|Viveros Lasarte/.test(name))).toHaveLength(2)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: all.imports.rejectedRows.replace('{{name}}', 'clientes.csv') }).click()
    expect((await download).suggestedFilename()).toMatch(/\.csv$/)

    await page.getByRole('button', { name: all.imports.undo }).click()
    await page.getByText(all.importEnded.undone).waitFor()
    expect((await names()).filter((name) => /Molinos Garza|Viveros Lasarte/.test(name))).toEqual([])
  })

  test('what is to come every week is due, is brought, and is in time again', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/imports', { viewport: { width: 1440, height: 900 } })
    await page.getByText(all.recurring.none).waitFor()
    await page.getByRole('button', { name: all.recurring.addOne }).click()
    const form = page.getByRole('dialog', { name: all.recurring.addOne })
    await form.getByRole('textbox', { name: all.imports.name }).fill('Berth list')
    await form.getByLabel(all.recurring.days).fill('400')
    await form.getByLabel(all.recurring.beginsOn).fill(daysAgo(2))
    await form.getByLabel(all.recurring.folder).fill('berth-list')
    await form.getByRole('button', { name: all.edit.save }).click()
    await form.getByText(all.recurring.daysWrong).waitFor()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await form.getByLabel(all.recurring.days).fill('7')
    await form.getByRole('button', { name: all.edit.save }).click()
    const row = page.getByRole('region', { name: all.recurring.title }).getByRole('row', { name: 'Berth list' })
    await row.getByText(all.recurringState.late_other.replace('{{count}}', '2')).waitFor()
    await row.getByText('inbox/demo/berth-list').waitFor()
    await row.getByText(all.recurring.never).waitFor()
    expect(await barriers(page)).toEqual([])
    await row.getByRole('button', { name: all.edit.edit.replace('{{field}}', 'Berth list') }).click()
    await page.getByLabel(all.recurring.beginsOn).fill(daysAgo(0))
    await page.getByRole('button', { name: all.edit.save }).click()
    await row.getByText(all.recurringState.due).waitFor()

    // It may come by mail: it has an address then, and another one when that is asked for.
    const change = row.getByRole('button', { name: all.edit.edit.replace('{{field}}', 'Berth list') })
    const address = row.getByText(/^import-[a-z2-7]{26}@/)
    await change.click()
    await page.getByLabel(all.recurring.mailed).check()
    await page.getByLabel(all.recurring.senders).fill('two words')
    await page.getByRole('button', { name: all.edit.save }).click()
    await page.getByText(all.recurring.sendersWrong).waitFor()
    await page.getByLabel(all.recurring.senders).fill('reports@tool.example, harbour.example')
    await page.getByRole('button', { name: all.edit.save }).click()
    const given = await address.textContent()
    await change.click()
    expect(await page.getByLabel(all.recurring.address, { exact: true }).inputValue()).toBe(given)
    expect(await page.getByLabel(all.recurring.senders).inputValue()).toBe('reports@tool.example, harbour.example')
    await page.getByLabel(all.recurring.newAddress).check()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.getByRole('button', { name: all.edit.save }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect([null, given]).not.toContain(await address.textContent())

    // How its rows are read is said by keyboard, on a telephone's width, and stands when it is opened again.
    await page.setViewportSize({ width: 390, height: 844 })
    const edit = row.getByRole('button', { name: all.edit.edit.replace('{{field}}', 'Berth list') })
    await edit.click()
    const currency = page.getByRole('combobox', { name: all.recurring.currency })
    const questions = page.getByRole('combobox', { name: all.recurring.questions })
    await page.getByText(all.recurring.currencyText.replace('{{currency}}', 'USD')).waitFor()
    expect([await currency.inputValue(), await questions.inputValue()]).toEqual(['', all.recurringQuestions.ask])
    await currency.focus()
    await page.keyboard.type('mxn')
    await page.getByRole('option', { name: /^MXN/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await questions.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await questions.inputValue()).toBe(all.recurringQuestions.create)
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.getByRole('button', { name: all.edit.save }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await edit.click()
    expect(await currency.inputValue()).toMatch(/^MXN/)
    expect(await questions.inputValue()).toBe(all.recurringQuestions.create)
    await page.getByRole('button', { name: all.edit.cancel }).click()
    await page.setViewportSize({ width: 1440, height: 900 })

    // What its owner is told leads here, by its name.
    await stage.served.holdfast.collaboration.notifications.tell(stage.operator, {
      ...{ to: [await idOf('Marta Iglesias Peña')], kind: 'import_due', key: 'berth list', note: 'Berth list' },
      ...{ object: null, record: null },
    })
    await page.goto('/accounts')
    await page.getByRole('button', { name: all.frame.toldNew_one.replace('{{count}}', '1') }).click()
    await page.getByRole('button', { name: all.inboxKind.import_due.replace('{{what}}', 'Berth list') }).click()

    await row.getByRole('button', { name: all.recurring.bringNamed.replace('{{name}}', 'Berth list') }).click()
    await page.getByText(all.recurring.of.replace('{{name}}', 'Berth list')).waitFor()
    const buffer = Buffer.from('Razón social;Sector\r\nAstilleros Bermeo, S.L.;Educación')
    await page.locator('input[type=file]').setInputFiles({ name: 'berths.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: all.imports.toMapping }).click()
    await page.getByRole('button', { name: all.imports.toCheck }).click()
    await page.getByRole('button', { name: all.imports.preview }).click()
    await page.getByRole('button', { name: all.imports.run_one.replace('{{count}}', '1') }).click()
    await page.getByText(all.importEnded.done).waitFor()
    const { pathname } = new URL(page.url())

    await page.getByRole('link', { name: all.imports.toAll }).click()
    await row.getByText(all.recurringState.on_time).waitFor()
    expect(await row.getByRole('link').getAttribute('href')).toBe(pathname)
    expect(await barriers(page)).toEqual([])

    await row.getByRole('button', { name: all.recurring.removeNamed.replace('{{name}}', 'Berth list') }).click()
    await page.getByRole('button', { name: all.recurring.remove, exact: true }).click()
    await page.getByText(all.recurring.none).waitFor()
    await page.getByRole('link', { name: 'Berth list' }).waitFor()
  })

  test('a field may be proposed for a column that means nothing we hold, and the column says so from then on', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/imports', { viewport: { width: 1440, height: 900 } })
    await page.getByText(all.imports.paste).click()
    const pasted = 'Company\tE-mail\tTax region\nQuay Goods\tmaia@quay.example\t17\nPier Goods\tana@pier.example\t4'
    await page.getByLabel(all.imports.pasteLabel).fill(pasted)
    await page.getByRole('button', { name: all.imports.pasteTake }).click()
    const region = page.getByRole('row', { name: 'Tax region' })
    const offer = page.getByRole('button', { name: all.imports.proposeFieldFor.replace('{{column}}', 'Tax region') })
    await offer.waitFor()
    expect(await page.getByRole('button', { name: /^Propose a field/ }).count(), 'not for what is known').toBe(1)
    await offer.click()

    const { newName, type, meaning, because, propose, approve, decideBecause, approved } = all.dictionary
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(all.imports.fieldOf).selectOption({ label: 'Account' })
    expect(await dialog.getByLabel(newName).inputValue()).toBe('Tax region')
    expect(await dialog.getByLabel(type).inputValue()).toBe('integer')
    expect(await dialog.getByLabel(meaning).inputValue()).toContain('Tax region')
    await dialog.getByText(all.imports.seenValues.replace('{{values}}', '17 · 4')).waitFor()
    expect(await barriers(page, '[role=dialog]')).toEqual([])
    await dialog.getByLabel(because).fill('Finance asks for it.')
    await dialog.getByRole('button', { name: propose }).click()
    await region.getByText(all.imports.fieldProposed).waitFor()
    await dialog.waitFor({ state: 'detached' })
    expect(await offer.count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    await page.reload()
    await region.getByText(all.imports.fieldProposed).waitFor()
    const means = page.getByLabel(all.imports.meaningOf.replace('{{column}}', 'Tax region'))
    expect(await means.inputValue(), 'it is left out').toBe('-')

    // Who puts the structure in order accepts it, and it may be chosen.
    const operations = await stage.openAs('Claire Dixon', '/dictionary?view=proposals')
    const proposal = operations.getByRole('listitem').filter({ hasText: 'Finance asks for it.' })
    await proposal.getByText(all.fieldType.integer).waitFor()
    await operations.getByLabel(decideBecause).fill('So be it.')
    await operations.getByRole('button', { name: approve }).click()
    await operations.getByText(approved).waitFor()
    await page.reload()
    await means.selectOption({ label: 'Tax region' })
    await region.getByText(all.importBecause.person).waitFor()
    expect(await means.inputValue()).toBe('account.tax_region')
  })

  test('what can’t be read says why and may go; headings nobody could guess are given a meaning', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/imports', { viewport: { width: 390, height: 844 } })
    const put = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await put('really.csv', Buffer.from('%PDF-1.7'))
    await page.getByText('This looks like a PDF, whatever its name says.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: all.imports.removeFile.replace('{{name}}', 'really.csv') }).click()
    await page.getByText('This looks like a PDF').waitFor({ state: 'detached' })

    await put('kunden.csv', Buffer.from('Kunde;Ort\nAlster Werft;Hamburg\nIsar Druck;Passau'))
    await page.getByRole('button', { name: all.imports.toMapping }).click()
    const meaning = page.getByLabel(all.imports.meaningOf.replace('{{column}}', 'Kunde'))
    await meaning.selectOption('account.name')
    await page.getByText(all.importMappedBy.person).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.getByRole('button', { name: all.imports.toCheck }).click()
    await page.getByRole('button', { name: all.imports.preview }).click()
    await page.getByText('Alster Werft').first().waitFor()
  })

  test('the sheets of a team’s workbook come in together; which are taken is seen and chosen', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/imports', { viewport: { width: 1280, height: 900 } })
    const book = workbook({
      'Read me': [['How we keep this workbook']],
      Mills: [
        ['Id', 'Company', 'Country'],
        ['M1', 'Fjord Mill', 'Norway'],
        ['M2', 'Skerry Mill', 'Norway'],
        ['M3', 'Voe Mill', 'Norway'],
      ],
      People: [
        ['List of people'],
        ['Full name', 'E-mail', 'Company'],
        ['Ana Rey', 'ana@rey.example', 'Voe Mill'],
        ['Bo Lund', 'bo at lund', 'Fjord Mill'],
      ],
      Shelf: [
        ['Colour', 'Height'],
        ['green', '12'],
        ['red', '14'],
      ],
    })
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'team.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(book) },
    })
    // Both are mapped by themselves, and what was left out is said.
    await page.getByText(all.imports.sheetsLeft.replace('{{sheets}}', 'Read me, Shelf')).waitFor()
    const meaning = (column: string) => page.getByLabel(all.imports.meaningOf.replace('{{column}}', column))
    await meaning('Country').waitFor()
    await page.getByRole('radiogroup', { name: all.imports.file }).getByText('People').click()
    await meaning('E-mail').waitFor()
    expect(await barriers(page)).toEqual([])

    await page.getByRole('link', { name: all.imports.sheetsChoose }).click()
    const sheets = page.getByRole('group', { name: all.imports.sheets.replace('{{name}}', 'team.xlsx') })
    await sheets.getByText('It does not look like a table').waitFor()
    const heading = (sheet: string) => page.getByRole('heading', { name: `team.xlsx · ${sheet}` })
    await heading('Mills').waitFor()
    expect(await barriers(page)).toEqual([])
    await sheets.getByLabel('Mills').uncheck()
    await heading('Mills').waitFor({ state: 'detached' })
    expect(await sheets.getByLabel('People').isDisabled(), 'one has to stay').toBe(true)
    await sheets.getByLabel('Shelf').check()
    await heading('Shelf').waitFor()
    await sheets.getByLabel('Mills').check()
    await heading('Mills').waitFor()
    await sheets.getByLabel('Shelf').uncheck()
    await heading('Shelf').waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.setViewportSize({ width: 1280, height: 900 })
    // The headings of one sheet are moved, and it stays that sheet.
    await page.getByLabel(all.imports.headerRow).first().selectOption('3')
    await page.getByRole('columnheader', { name: 'ana@rey.example' }).waitFor()
    await page.getByLabel(all.imports.headerRow).first().selectOption('2')
    await page.getByRole('columnheader', { name: 'Full name' }).waitFor()

    await page.getByRole('button', { name: all.imports.toMapping }).click()
    await page.getByRole('button', { name: all.imports.toCheck }).click()
    await page.getByRole('button', { name: all.imports.preview }).click()
    await page.getByText('team.xlsx · Mills row 2').waitFor()
    await page.getByRole('button', { name: /^Import \d rows/ }).click()
    await page.getByText(all.importEnded.done).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: all.imports.rejectedRows.replace('{{name}}', 'team.xlsx · People') }).click()
    expect((await download).suggestedFilename()).toBe('team.xlsx (People).rejected.csv')
    await page.getByRole('button', { name: all.imports.undo }).click()
    await page.getByText(all.importEnded.undone).waitFor()
  })

  test('an address that is no import’s is answered in words; what comes every week stands with all imports', async () => {
    const page = await stage.openAs('Marta Iglesias Peña', '/imports/recurring')
    await page.getByRole('region', { name: all.recurring.title }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/imports')
    await page.goto('/imports/targets')
    await page.getByRole('heading', { level: 1, name: all.imports.missing }).waitFor()
    await page.getByRole('link', { name: all.imports.toAll }).click()
    await page.getByRole('heading', { level: 1, name: all.imports.title }).waitFor()
  })

  test('a CSM may not bring in files, and is told so', async () => {
    const page = await stage.openAs('Ximena Robles Luna', '/accounts')
    await page.locator('#main').waitFor()
    expect(await page.getByRole('link', { name: all.rail.imports, exact: true }).count()).toBe(0)
    await page.goto('/imports')
    await page.getByText(all.trouble.closed).waitFor()
  })

  test('pasted rows on a phone, in Spanish, dark', async () => {
    const look = { locale: 'es', colorScheme: 'dark', viewport: { width: 360, height: 740 } } as const
    const page = await stage.openAs('Marta Iglesias Peña', '/imports', look)
    await page.getByText(es.imports.paste).click()
    await page
      .getByLabel(es.imports.pasteLabel)
      .fill('Nombre completo\tCorreo\tMuelle\nNerea Sanz\tnerea@sanz.example\tB 7')
    await page.getByRole('button', { name: es.imports.pasteTake }).click()
    // In a cell of the mapping: what was pasted stands in its field too, for as long as it is being sent.
    await page.getByRole('cell', { name: 'nerea@sanz.example' }).first().waitFor()
    await page.getByRole('button', { name: es.imports.proposeFieldFor.replace('{{column}}', 'Muelle') }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await barriers(page)).toEqual([])
    const said = await wordsOn(page)
    for (const sentence of Object.values(all.imports))
      if (sentence.split(' ').length > 2) expect(said).not.toContain(sentence)
  })
})
