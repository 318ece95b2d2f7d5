// Imports step by step from the command line alone: sent, mapped, looked at, asked, answered, run, mended and taken back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbook } from '../../test/harness/workbook.ts'
import type { ImportView, Mapping } from '../intake/index.ts'
import { holdfast, json } from './bin.fixture.ts'
import { type Installed, openInstalled } from './installed.fixture.ts'

let quay: Installed
beforeAll(async () => {
  quay = await openInstalled([
    { email: 'olga@quay.example', role: 'cs_operations' },
    { email: 'sam@quay.example', role: 'support' },
  ])
})
afterAll(() => quay.close())

type Opened = {
  id: string
  files: { file: string; columns: { header: string; record: string; field: string | null }[] }[]
}
type Done = {
  state: string
  counts: Record<string, number>
  rejects: { row: number; code: string }[]
  questions: { row: number; records: { record: string; candidates?: { id: string; title: string }[] }[] }[]
}

function file(name: string, ...lines: string[]): string {
  const path = join(quay.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const imports = (...words: string[]) => holdfast(quay.place, ['imports', ...words])
const answered = <T>(...words: string[]) => json<T>(quay.place, 'imports', ...words)
const ask = async (question: string) =>
  (await json<{ data: Record<string, unknown>[] }>(quay.place, 'ask', question)).data
const column = ({ files }: Opened, header: string) => files[0]?.columns.find((each) => each.header === header)

test('a sheet is opened, its columns corrected and its words mapped, and the next one with these columns is known', async () => {
  const path = file(
    'kunden.csv',
    'Kunde;Sector;Nota;Ref',
    'Alster Werft;Espacial;quiet;x1',
    'Isar Druck;Technology;loud;x2',
  )
  const opened = await answered<Opened>('open', path)
  expect(column(opened, 'Kunde')).toMatchObject({ field: null })
  const corrected = await answered<Opened>(
    'map',
    opened.id,
    'Kunde=account.name',
    'Sector=account.industry',
    'Nota=account.internal_note',
    'Ref=',
  )
  expect(column(corrected, 'Nota')).toMatchObject({ record: 'account', field: 'internal_note' })
  expect(column(corrected, 'Ref')).toMatchObject({ field: null })
  const before = await answered<Done>('preview', opened.id)
  expect(before).toMatchObject({ counts: { created: 1, rejected: 1 }, rejects: [{ row: 2, code: 'unknown_industry' }] })

  const mapping: Mapping = JSON.parse((await imports('mapping', opened.id)).stdout)
  const columns = mapping.columns.map((each) =>
    each.header === 'Sector' ? { ...each, words: { Espacial: 'Manufacturing' } } : each,
  )
  const mended = file('kunden.json', JSON.stringify({ ...mapping, columns }))
  await answered('map', opened.id, '--mapping', mended, '--keep', 'Kunden')
  expect(await answered('preview', opened.id)).toMatchObject({ counts: { created: 2 }, rejects: [], questions: [] })
  const looked = await imports('rows', opened.id, '--of', 'preview')
  expect(looked.stdout).toMatch(/^kunden\.csv +2 +created +account created, .*name: – → Alster Werft/m)
  expect(await ask('account select name')).toEqual([])

  expect(await answered('run', opened.id)).toMatchObject({ state: 'done', counts: { created: 2 } })
  expect(await ask('account select name, industry order by name')).toMatchObject([
    { name: 'Alster Werft', industry: 'Manufacturing' },
    { name: 'Isar Druck', industry: 'Technology' },
  ])
  const next = await answered<Opened>('open', file('april.csv', 'Kunde;Sector;Nota;Ref', 'Elbe Bau;Espacial;;x3'))
  expect(next).toMatchObject({ files: [{ mappedBy: 'template' }] })
  expect(await answered('preview', next.id)).toMatchObject({ counts: { created: 1 }, rejects: [] })
  await answered('remove', next.id)
  await answered('forget', 'Kunden')
  expect(await answered('templates')).toEqual({ templates: [] })
})

test('rows that may be somebody wait, are answered one by one or all at once, and rows refused are mended and come again', async () => {
  const people = file(
    'people.csv',
    'Full name,E-mail,Phone',
    'Uma Keys,uma@keys.example,+12125550101',
    'Uma Other,other@keys.example,+12125550101',
  )
  expect((await json<{ files: object[] }>(quay.place, 'import', people, '--yes')).files).toHaveLength(1)
  const path = file(
    'phones.csv',
    'Full name,E-mail,Phone,Job title',
    'U. Keys,u@x.example,+12125550101,CFO',
    'V. Keys,v@x.example,+12125550101,CEO',
    'Wim Bad,wim at x,+12125550109,CTO',
  )
  const { id } = await answered<Opened>('open', path, '--name', 'Telephones')
  const mapping: Mapping = JSON.parse((await imports('mapping', id)).stdout)
  const byPhone = { ...mapping, records: mapping.records.map((each) => ({ ...each, match: ['phone'] })) }
  await answered('map', id, '--mapping', file('by-phone.json', JSON.stringify(byPhone)))
  const done = await answered<Done>('run', id)
  expect(done).toMatchObject({
    counts: { question: 2, rejected: 1 },
    rejects: [{ row: 4, code: 'email_without_domain' }],
  })
  const [question] = done.questions
  const uma = question?.records[0]?.candidates?.find(({ title }) => title === 'Uma Keys')?.id ?? ''

  const refused = await holdfast(quay.place, ['imports', 'answer', id, '9=new', '--json'])
  expect([refused.code, JSON.parse(refused.stdout).error]).toMatchObject([1, { code: 'no_question' }])
  const { answered: given } = await answered<{ answered: object }>('answer', id, `2=${uma}`, '--others', 'skip')
  expect(given).toEqual({ 'phones.csv:2:contact': uma, 'phones.csv:3:contact': 'skip' })
  expect(await answered('run', id)).toMatchObject({ counts: { updated: 1, skipped: 1, rejected: 1 }, questions: [] })
  expect(await ask('contact where name is "U. Keys" select id, title')).toEqual([{ id: uma, title: 'CFO' }])

  const { stdout } = await imports('rejected', id)
  expect(stdout).toMatch(/^Full name,E-mail,Phone,Job title,.+\r\nWim Bad,wim at x,.*,CTO,.+\r\n$/)
  const again = await answered<Opened>(
    'open',
    file('phones.rejected.csv', stdout.replace('wim at x', 'wim@x.example').trim()),
  )
  expect(await answered('run', again.id)).toMatchObject({ state: 'done', counts: { rows: 1, created: 1 } })

  const undone = await holdfast(quay.place, ['undo', `import:${id}`])
  expect(undone.stdout).toContain('Taken back in 1 record')
  expect(await ask(`contact where id is "${uma}" select name, title`)).toMatchObject([
    { name: 'Uma Keys', title: null },
  ])
  expect((await answered<ImportView>('show', `import:${id}`)).state).toBe('undone')
  expect((await imports()).stdout).toMatch(new RegExp(`^${id} +Telephones +undone `, 'm'))
})

test('a row that a preview takes for another of its file is answered by the name of that one', async () => {
  const path = file(
    'twice.csv',
    'Id,Full name,E-mail,Phone',
    'T1,Ursula Tide,ursula@tide.example,+493055577701',
    'T2,Tide Úrsula,u.tide@tide.example,+493055577701',
  )
  const { id } = await answered<Opened>('open', path)
  const { questions } = await answered<Done>('preview', id)
  const as = 'as spreadsheet twice.csv#contact T1'
  expect(questions[0]?.records[0]?.candidates).toEqual([{ as, title: 'Ursula Tide' }])
  expect((await imports('preview', id)).stdout).toContain(
    [
      '  twice.csv, row 3: contact Tide Úrsula, u.tide@tide.example, +493055577701',
      `    may be Ursula Tide: twice.csv:3:contact=${as}`,
    ].join('\n'),
  )
  await answered('answer', id, `3=${as}`)
  expect(await answered('run', id)).toMatchObject({ counts: { created: 1, matched: 1 }, questions: [] })
})

test('an import of a colleague is worked on with the colleague’s rights, and who may not import is told so', async () => {
  const path = file('olga.csv', 'Full name,E-mail', 'Ona Reed,ona@reed.example')
  const { id } = await answered<Opened>('open', path, '--as', 'olga@quay.example')
  expect(await answered('run', id)).toMatchObject({ counts: { created: 1 } })
  expect((await holdfast(quay.place, ['history', 'contact', 'Ona Reed'])).stdout).toContain('olga@quay.example')
  const refused = await holdfast(quay.place, ['imports', 'show', id, '--as', 'sam@quay.example', '--json'])
  expect([refused.code, JSON.parse(refused.stdout).error.code]).toEqual([1, 'not_allowed'])
})

test.each([
  [['open'], 'PATH…'],
  [['show'], 'by its id'],
  [['map', 'ID'], 'COLUMN=RECORD.FIELD'],
  [['answer', 'ID'], '--others new|skip'],
  [['maps', 'ID'], 'Did you mean "map"?'],
])('%j is not understood, and is told why', async (words, sentence) => {
  const refused = await imports(...words)
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(sentence)])
})

test('a terminal that speaks another language is told in it what is wrong', async () => {
  const path = file('ruim.csv', 'Razão social;Setor', 'Cais Ltda.;Feitiçaria')
  const { stdout } = await holdfast(quay.place, ['import', path, '--preview'], { env: { LANG: 'pt_BR.UTF-8' } })
  expect(stdout).toContain('ruim.csv, linha 2: Setor de atuação "Feitiçaria" não está na lista.')
})

test('the sheets of a workbook come in beside each other, are chosen, and none is passed over in silence', async () => {
  const path = join(quay.folder, 'book.xlsx')
  const sheets = {
    Mills: [
      ['Company', 'Country'],
      ['Fjord Mill', 'Norway'],
      ['Skerry Mill', 'Norway'],
      ['Voe Mill', 'Norway'],
    ],
    People: [
      ['List of people'],
      ['Full name', 'E-mail', 'Company'],
      ['Ana Rey', 'ana@rey.example', 'Voe Mill'],
      ['Bo Lund', 'bo@lund.example', 'Fjord Mill'],
    ],
    Notes: [['Kept by Bo']],
  }
  writeFileSync(path, workbook(sheets))
  const { stdout } = await holdfast(quay.place, ['import', path, '--preview'])
  expect(stdout).toContain('book.xlsx/People (contact sheet): 4 rows: 2 created, 2 skipped')
  expect(stdout).toContain('Not known: book.xlsx/Notes: It does not look like a table')

  const opened = await imports('open', path)
  expect(opened.stdout).toMatch(/^book.xlsx\/Mills +Company +account.name/m)
  expect(opened.stdout).toContain('Left out: "Notes" of book.xlsx. It does not look like a table')
  const { id, files } = await answered<Opened>('open', path, '--sheets', 'People')
  expect(files.map((each) => each.file)).toEqual(['book.xlsx/People'])
  const wrong = await imports('sheets', id, 'Persons')
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('“Mills”, “People”, “Notes”')])
  const both = await answered<Opened>('sheets', id, 'People', 'Mills')
  expect(both.files.map((each) => each.file)).toEqual(['book.xlsx/People', 'book.xlsx'])
  expect((await imports('map', id, '--file', 'Mills', 'Country=')).stdout).toMatch(/Mills +Country +left out/)

  const nowhere = await imports('read', id, '--file', 'Mills', '--sheet', 'Persons')
  expect(nowhere.stderr).toContain('There are: Mills, People, Notes.')
  const read = await answered<Opened>('read', id, '--file', 'book.xlsx/Mills', '--sheet', 'Notes', '--header-row', '1')
  expect(read.files.map((each) => each.file)).toEqual(['book.xlsx/People', 'book.xlsx/Notes'])
  await answered<Opened>('sheets', id, 'People', 'Mills')
  expect(await answered<Done>('run', id)).toMatchObject({ counts: { created: 5, skipped: 2, rejected: 0 } })
  expect(await ask('contact where name is "Bo Lund" select name')).toHaveLength(1)
  await holdfast(quay.place, ['undo', `import:${id}`])
  expect(await ask('contact where name is "Bo Lund" select name')).toEqual([])
})
