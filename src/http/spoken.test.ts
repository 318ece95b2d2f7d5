// What is wrong with a record or a file is said in the language of whoever asked, by whichever way it came; its code is the same in all.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOneTrip, type SqlFragment, sql, statement } from '../platform/index.ts'
import { settle } from '../worker/index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
let leader: string
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
})
afterAll(() => served.close())

const said = {
  en: {
    industry: 'Industry "Sorcery" is not in the list.',
    renewal_date: 'is no day of the calendar (a day that exists, as YYYY-MM-DD)',
    rule: 'The renewal date is before the contract start.',
    pdf: 'This looks like a PDF, whatever its name says.',
  },
  es: {
    industry: 'Industria "Sorcery" no está en la lista.',
    renewal_date: 'no es un día del calendario (un día que exista, como AAAA-MM-DD)',
    rule: 'La fecha de renovación es anterior al inicio del contrato.',
    pdf: 'Esto parece un PDF, diga lo que diga su nombre.',
  },
  pt: {
    industry: 'Setor de atuação "Sorcery" não está na lista.',
    renewal_date: 'não é um dia do calendário (um dia que exista, como AAAA-MM-DD)',
    rule: 'A data de renovação é anterior ao início do contrato.',
    pdf: 'Isto parece um PDF, seja qual for o nome.',
  },
  ms: {
    industry: 'Industri "Sorcery" tiada dalam senarai.',
    renewal_date: 'bukan hari dalam kalendar (hari yang wujud, seperti YYYY-MM-DD)',
    rule: 'Tarikh pembaharuan lebih awal daripada mula kontrak.',
    pdf: 'Ini nampaknya PDF, walau apa pun namanya.',
  },
}
type Fault = { field: string; code: string; message: string }
const languages = ['en', 'es', 'pt', 'ms'] as const

test.each(languages)('in %s: by form, in a batch, in a file, and of a file', async (language) => {
  const ask = async (method: 'GET' | 'POST', route: string, body?: unknown) =>
    (
      await served.ask(method, `/api/v1/${route}`, {
        as: leader,
        headers: { 'accept-language': language },
        ...(body === undefined ? {} : { body }),
      })
    ).json
  const values = { name: 'Brisk Ltd', industry: 'Sorcery', renewal_date: '31/02/2027' }
  const { faults } = await ask('POST', 'accounts', values)
  expect(faults.map(({ code }: Fault) => code).sort()).toEqual(['invalid_date', 'unknown_industry'])
  const sentence = (of: readonly Fault[], field: string) => of.find((each) => each.field === field)?.message
  const isSaid = (of: readonly Fault[]) => {
    expect(sentence(of, 'industry')).toContain(said[language].industry)
    expect(sentence(of, 'renewal_date')).toContain(said[language].renewal_date)
  }
  isSaid(faults)
  const order = { name: 'Brisk Ltd', contract_start: '2027-02-01', renewal_date: '2027-01-31' }
  const { faults: ofRule } = await ask('POST', 'accounts', order)
  expect(ofRule).toMatchObject([
    { code: 'renewal_before_start', message: expect.stringContaining(said[language].rule) },
  ])
  const { results } = await ask('POST', 'accounts/bulk', { changes: [{ values }] })
  isSaid(results[0].faults)

  // The worker does it later, for whoever asked.
  const { id } = await ask('POST', 'imports/pasted', {
    text: 'Company,Industry,Renewal date\nBrisk Ltd,Sorcery,31/02/2027\nOther Ltd,Retail,30/01/2027',
  })
  await ask('POST', `imports/${id}/run`)
  await settle(served.holdfast, served.world.workspace.id)
  const { data } = await ask('GET', `imports/${id}/rows`)
  expect(sentence(data[0].faults, 'industry')).toContain(said[language].industry)
  const [day = ''] = said[language].renewal_date.split(' (')
  expect(sentence(data[0].faults, 'renewal_date')).toContain(day)

  const { files } = await ask('POST', 'imports/pasted', { text: '%PDF-1.7 nothing else' })
  expect(files[0].failure).toMatchObject({ code: 'not_a_table', message: expect.stringContaining(said[language].pdf) })
})

const asked = {
  en: {
    text: 'The question can\'t be answered: column 20: near "and": expected a value',
    clause: 'expected "and", "or", "," or one of search',
    operator: '"contains" does not fit a money; use',
    value: '"many" is no integer: a whole number',
    shape: 'limit: Too big: expected number to be <=1000',
    name: 'not a field name',
    parameter: 'there is no such parameter; use select',
    role: 'Your role may not create account.',
  },
  es: {
    text: 'La pregunta no se puede responder: columna 20: junto a "and": se esperaba un valor',
    clause: 'se esperaba "and", "or", "," o uno de search',
    operator: '"contains" no sirve para un campo money; use',
    value: '"many" no es un valor de integer: un número entero',
    shape: 'limit: Demasiado grande: se esperaba que número fuera <=1000',
    name: 'no es el nombre de un campo',
    parameter: 'no existe ese parámetro; use select',
    role: 'Su rol no permite crear account.',
  },
  pt: {
    text: 'A pergunta não pode ser respondida: coluna 20: perto de "and": esperava-se um valor',
    clause: 'esperava-se "and", "or", "," ou um de search',
    operator: '"contains" não serve para um campo money; use',
    value: '"many" não é um valor de integer: um número inteiro',
    shape: 'limit: Grande demais: esperava que o número fosse <= 1000',
    name: 'não é o nome de um campo',
    parameter: 'não existe esse parâmetro; use select',
    role: 'Sua função não permite criar account.',
  },
  ms: {
    text: 'Soalan tidak dapat dijawab: lajur 20: berhampiran "and": dijangka nilai',
    clause: 'dijangka "and", "or", "," atau salah satu daripada search',
    operator: '"contains" tidak sesuai bagi medan money; guna',
    value: '"many" bukan nilai integer: nombor bulat',
    shape: 'limit: Terlalu besar: dijangka number adalah <=1000',
    name: 'bukan nama medan',
    parameter: 'tiada parameter itu; guna select',
    role: 'Peranan anda tidak membenarkan anda mencipta account.',
  },
}

test.each(languages)(
  'in %s: what is wrong with a question, an address, a body and a role, down to how it is mended',
  async (language) => {
    const told = async (method: 'GET' | 'POST', route: string, body?: unknown, as = leader) =>
      (
        await served.ask(method, `/api/v1/${route}`, {
          ...{ as, headers: { 'accept-language': language } },
          ...(body === undefined ? {} : { body }),
        })
      ).json.detail
    const ask = (question: object) => told('POST', 'ask', question)
    const where = (field: string, op: string, value: unknown) => ask({ from: 'account', where: { field, op, value } })
    const { text, clause, operator, value, shape, name, parameter, role } = asked[language]
    expect(await ask({ text: 'account where a is and b is 2' })).toContain(text)
    expect(await ask({ text: 'account where a is on hold' })).toContain(clause)
    expect(await where('arr', 'contains', 'x')).toContain(operator)
    expect(await where('employees', 'is', 'many')).toContain(value)
    expect(await ask({ from: 'account', limit: 1_001 })).toContain(shape)
    expect(await ask({ from: 'account', order: [{ field: 'Nope!' }] })).toContain(name)
    expect(await told('GET', 'accounts?sort=name')).toContain(parameter)
    expect(await told('POST', 'accounts', { name: 'Denied Ltd' }, await served.key('support'))).toContain(role)
  },
)

test('what was refused of an import is told to whoever reads it in their language, on the page, in the file of these rows and of a file that can’t be read', async () => {
  const ask = async (language: string, method: 'GET' | 'POST', route: string, body?: unknown) =>
    served.ask(method, `/api/v1/imports${route}`, {
      ...{ as: leader, headers: { 'accept-language': language } },
      ...(body === undefined ? {} : { body }),
    })
  const text = 'Company,Industry,Renewal date\nBrisk Ltd,Sorcery,31/02/2027\nOther Ltd,Retail,30/01/2027'
  const { id, files } = (await ask('pt', 'POST', '/pasted', { text, name: 'brisk.csv' })).json
  await ask('pt', 'POST', `/${id}/preview`)
  await settle(served.holdfast, served.world.workspace.id)
  await ask('es', 'POST', `/${id}/run`)
  await settle(served.holdfast, served.world.workspace.id)
  const { id: pdf } = (await ask('ms', 'POST', '/pasted', { text: '%PDF-1.7 nothing else' })).json
  const header = {
    en: 'Holdfast: why it was not taken',
    es: 'Holdfast: por qué no se tomó',
    pt: 'Holdfast: por que não foi aceita',
    ms: 'Holdfast: sebab tidak diterima',
  }
  for (const language of languages) {
    const [day = ''] = said[language].renewal_date.split(' (')
    for (const at of ['preview', 'rows']) {
      const { data } = (await ask(language, 'GET', `/${id}/${at}?outcome=rejected`)).json
      expect(data).toHaveLength(1)
      const { faults } = data[0]
      expect(faults.map(({ code }: Fault) => code).sort()).toEqual(['invalid_date', 'unknown_industry'])
      for (const each of faults) expect(Object.keys(each).sort()).toEqual(['code', 'field', 'message'])
      const messages = faults.map(({ message }: Fault) => message).join(' ')
      expect(messages).toContain(said[language].industry)
      expect(messages).toContain(day)
    }
    const rejected = (await ask(language, 'GET', `/${id}/files/${files[0].id}/rejected.csv`)).text
    expect(rejected).toContain(header[language])
    expect(rejected).toContain(said[language].industry.replaceAll('"', '""'))
    expect(rejected).toContain(day)
    const shown = (await ask(language, 'GET', `/${pdf}`)).json
    expect(shown.files[0].failure).toEqual({
      code: 'not_a_table',
      message: expect.stringContaining(said[language].pdf),
    })
  }

  // Reasons that were kept in one language, row by row or with all of a row, are told as they were.
  const old = [{ row: 2, outcome: 'rejected', faults: [{ field: null, code: 'old', message: 'Wie es geschah.' }] }]
  const { app, workspace } = served.world
  const write = (change: SqlFragment) => inOneTrip(app, workspace.id, [statement(change)])
  const fileOfRejects = async () => (await ask('es', 'GET', `/${id}/files/${files[0].id}/rejected.csv`)).text
  await write(sql`update intake.outcome set rows = ${JSON.stringify(old)} where import_id = ${id}`)
  const { data } = (await ask('es', 'GET', `/${id}/rows`)).json
  expect(data[0].faults).toEqual(old[0]?.faults)
  expect(await fileOfRejects()).toContain('Wie es geschah.')
  await write(sql`delete from intake.outcome where import_id = ${id}`)
  expect(await fileOfRejects()).toContain(said.es.industry.replaceAll('"', '""'))
})
