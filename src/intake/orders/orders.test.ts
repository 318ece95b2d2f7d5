// What an import does with people's files: which record a row means, what is asked, several files that refer to each other, the same file
// again, and taking it back months later.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsAFlush } from '../imports/run.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { type Desk, openDesk } from './desk.fixture.ts'
import { carryOutStep } from './steps.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n')
const matchedBy =
  (object: string, ...keys: string[]) =>
  (mapping: Mapping): Mapping => ({
    ...mapping,
    records: mapping.records.map((record) => (record.object === object ? { ...record, match: keys } : record)),
  })
const one = async (object: string, id: string, ...select: string[]) =>
  (await desk.world.ask({ from: object, select, where: { field: 'id', op: 'is', value: id } }))[0]

test('a key of one’s choice finds the record; where several bear it, the row is a question until it is answered', async () => {
  const { world } = desk
  const first = await world.create('contact', { name: 'Uma Keys', phone: '+12125550101', email: 'uma@keys.example' })
  const second = await world.create('contact', { name: 'Uma Other', phone: '+12125550101' })
  const third = await world.create('contact', { name: 'Una Alone', phone: '+12125550102' })
  const text = csv(
    ['Full name', 'E-mail', 'Phone', 'Job title'],
    ['U. Keys', 'u@x.example', '+1 212 555 0101', 'CFO'],
    ['Alone', 'a@x.example', '+1 212 555 0102', 'CEO'],
  )
  const view = await desk.map(await desk.send({ 'phones.csv': text }), matchedBy('contact', 'phone'))
  const previewed = await desk.step(view, 'preview')
  expect(previewed.preview?.counts).toMatchObject({ question: 1, updated: 1 })
  const [question, found] = await desk.results(view, { of: 'preview' })
  expect(question?.records?.[0]?.candidates?.map(({ title }) => title).sort()).toEqual(['Uma Keys', 'Uma Other'])
  expect(found?.records?.[0]).toMatchObject({ id: third, how: 'phone', cells: { title: [null, 'CEO'] } })

  await world.imports.answer(world.operator, view.id, { 'phones.csv:2:contact': second })
  const done = await desk.step(view, 'run')
  expect(done.counts, JSON.stringify(await desk.results(view, { of: 'run' }))).toMatchObject({
    rows: 2,
    updated: 2,
    question: 0,
  })
  expect(await one('contact', second, 'title')).toMatchObject({ title: 'CFO' })
  expect(await one('contact', first, 'title')).toMatchObject({ title: null })
})

test('rows of one key in one file become one record, and are named before anything is written', async () => {
  const text = csv(
    ['Full name', 'E-mail', 'Job title'],
    ['Ida Twice', 'ida@twice.example', 'CFO'],
    ['Ida Twice', 'IDA@twice.example', 'CEO'],
  )
  const view = await desk.map(await desk.send({ 'twice.csv': text }), matchedBy('contact', 'email'))
  await desk.step(view, 'profile')
  const { data } = await desk.world.imports.profile(desk.world.operator, view.id, view.files[0]?.id ?? '')
  expect(data?.repeats).toMatchObject({ count: 1, examples: [{ row: 3, of: 2, key: 'email ida@twice.example' }] })
  expect((await desk.step(view, 'run')).counts).toMatchObject({ created: 1, updated: 1 })
  expect(
    await desk.world.ask({ from: 'contact', where: { field: 'email', op: 'is', value: 'ida@twice.example' } }),
  ).toHaveLength(1)
})

test('what looks like a record there is, without being it for certain, is asked; answered as new it is one', async () => {
  await desk.world.create('account', {
    name: 'Larkspur Instruments Holding',
    domains: ['larkspur.example'],
    country: 'US',
    city: 'Boston',
  })
  const text = csv(
    ['Company', 'Domain', 'Country', 'City', 'ARR (USD)'],
    ['Larkspur Instrument Holdings', 'larkspur.example', 'US', 'Boston', '10.00'],
  )
  const view = await desk.send({ 'alike.csv': text })
  expect((await desk.step(view, 'preview')).preview).toMatchObject({ questions: 1 })
  const [asked] = await desk.results(view, { of: 'preview', outcome: 'question' })
  expect(asked?.records?.[0]?.candidates, 'what it says in the fields that the row speaks of').toMatchObject([
    {
      title: 'Larkspur Instruments Holding',
      says: { name: 'Larkspur Instruments Holding', domains: 'larkspur.example', country: 'US', city: 'Boston' },
    },
  ])
  await desk.world.imports.answer(desk.world.operator, view.id, { 'alike.csv:2:account': 'new' })
  expect((await desk.step(view, 'preview')).preview?.counts).toMatchObject({ created: 1, question: 0 })
  expect((await desk.step(view, 'run')).counts).toMatchObject({ created: 1 })
})

test('files that refer to each other come in together, in whatever order they were sent', async () => {
  const files = {
    'deals.csv': csv(
      ['Deal name', 'Account ID', 'Stage', 'Amount', 'Close date'],
      ['Big deal', '7', 'Negotiation', '100.00', '2027-01-31'],
    ),
    'people.csv': csv(
      ['Full name', 'E-mail', 'Company', 'Reports to'],
      ['Pat Chief', 'pat@orion.example', 'Orion Works', ''],
      ['Lee Staff', 'lee@orion.example', 'Orion Works', 'pat@orion.example'],
    ),
    'notes.csv': csv(
      ['Account', 'Subject', 'Happened at', 'Type', 'Notes'],
      ['Orion Works', 'Kick-off', '2026-05-01', 'Meeting', 'All is well'],
    ),
    'accounts.csv': csv(
      ['Id', 'Account name', 'Parent', 'ARR (USD)'],
      ['7', 'Orion Works', 'Nebula Group', '5000.00'],
      ['8', 'Nebula Group', '', '0.00'],
    ),
  }
  const view = await desk.send(files)
  const done = await desk.step(view, 'run')
  expect(done.failure).toBeNull()
  expect(done.counts, JSON.stringify(await desk.results(view, { of: 'run' }))).toMatchObject({
    rows: 6,
    rejected: 0,
    question: 0,
  })
  const [orion] = await desk.world.ask<{ id: string }>({
    from: 'account',
    select: ['name', 'parent.name'],
    where: { field: 'name', op: 'is', value: 'Orion Works' },
  })
  expect(orion).toMatchObject({ 'parent.name': 'Nebula Group' })
  const where = { field: 'account', op: 'is', value: orion?.id }
  expect(await desk.world.ask({ from: 'opportunity', select: ['name'], where })).toMatchObject([{ name: 'Big deal' }])
  expect(await desk.world.ask({ from: 'interaction', select: ['subject'], where })).toMatchObject([
    { subject: 'Kick-off' },
  ])
  expect(await desk.world.ask({ from: 'account_contact', where })).toHaveLength(2)
  expect(
    await desk.world.ask({
      from: 'contact',
      select: ['reports_to.name'],
      where: { field: 'name', op: 'is', value: 'Lee Staff' },
    }),
  ).toMatchObject([{ 'reports_to.name': 'Pat Chief' }])
})

test('a kept mapping is used for the next file with the same headers, in another order too', async () => {
  const { imports, operator } = desk.world
  const view = await desk.send({ 'odd.csv': csv(['Wer', 'Womit'], ['Kai Odd', 'kai@odd.example']) })
  const file = view.files[0]
  const mapping = {
    records: [{ name: 'contact', object: 'contact' }],
    columns: [
      { index: 0, header: 'Wer', to: { record: 'contact', field: 'name' } },
      { index: 1, header: 'Womit', to: { record: 'contact', field: 'email' } },
    ],
  }
  await imports.map(operator, view.id, file?.id ?? '', mapping, { template: 'Wer und womit' })
  const next = await desk.send({ 'later.csv': csv(['Womit', 'Wer'], ['ulf@odd.example', 'Ulf Odd']) })
  expect(next.files[0]).toMatchObject({ mappedBy: 'template' })
  expect((await desk.step(next, 'run')).counts).toMatchObject({ created: 1 })
  expect(
    await desk.world.ask({ from: 'contact', where: { field: 'email', op: 'is', value: 'ulf@odd.example' } }),
  ).toHaveLength(1)
})

test('records that columns speak of are added, each tied to those that it refers to; of what one may not bring in there are none', async () => {
  const text = csv(['Kunde', 'Wer', 'Post', 'Handel'], ['Alster Werft', 'Ina Boje', 'ina@alster.example', 'Great deal'])
  const as = await desk.world.person('cs_operations', 'Mapper')
  const view = await desk.send({ 'deutsch.csv': text }, { as })
  const column = (index: number, header: string, record: string, field: string) => ({
    ...{ index, header, to: { record, field } },
  })
  const columns = [
    column(3, 'Handel', 'opportunity', 'name'),
    column(1, 'Wer', 'contact', 'name'),
    column(0, 'Kunde', 'account', 'name'),
    column(2, 'Post', 'contact', 'email'),
  ]
  const file = view.files[0]?.id ?? ''
  const map = (given: unknown) => desk.world.imports.map(as, view.id, file, given, {})
  const [mapped] = (await map({ columns })).files
  expect(mapped && 'mapping' in mapped && mapped.mapping?.records.map(({ name, links }) => [name, links])).toEqual([
    ['account', {}],
    ['contact', {}],
    ['account_contact', { account: 'account', contact: 'contact' }],
    ['opportunity', { account: 'account' }],
  ])
  await expect(map({ columns: [{ ...columns[0], to: null }] })).rejects.toMatchObject({ code: 'mapping_refused' })
  const mayBring = (await desk.world.imports.targets(as)).map(({ object }) => object)
  const { manifest } = await desk.world.records.book.of(as)
  const others = [...manifest.objects.keys()].filter((object) => !mayBring.includes(object))
  expect(others).toContain('usage_day')
  const refused = (record: string) =>
    map({ columns: [column(0, 'Kunde', record, 'name')] }).catch((error) => error.message.replaceAll(record, '…'))
  for (const other of others) expect(await refused(other)).toBe(await refused('nothing'))
})

test('words of the file mean terms of the list where somebody said so', async () => {
  const view = await desk.send({
    'words.csv': csv(
      ['Company', 'Industry', 'ARR (USD)'],
      ['Velvet Foundry', 'Zauberei', '1.00'],
      ['Velvet Works', 'Nix', '1.00'],
    ),
  })
  await desk.step(view, 'profile')
  const { data } = await desk.world.imports.profile(desk.world.operator, view.id, view.files[0]?.id ?? '')
  expect(data?.columns[1]?.unknownWords.map(({ word }) => word).sort()).toEqual(['Nix', 'Zauberei'])
  const mapped = await desk.map(view, (mapping) => ({
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.to?.field === 'industry' ? { ...column, words: { Zauberei: 'technology', nix: null } } : column,
    ),
  }))
  expect((await desk.step(mapped, 'run')).counts).toMatchObject({ created: 2, rejected: 0 })
  expect(
    await desk.world.ask({
      from: 'account',
      select: ['industry'],
      where: { field: 'name', op: 'starts_with', value: 'Velvet' },
    }),
  ).toMatchObject([{ industry: 'Technology' }, { industry: null }])
})

test('a mapping may not reach what its author may not: a hidden field, one that is none and a server’s own have one answer', async () => {
  const operations = await desk.world.person('cs_operations')
  const view = await desk.send(
    { 'reach.csv': csv(['Full name', 'E-mail'], ['A B', 'a@b.example']) },
    { as: operations },
  )
  const target = async (field: string) =>
    desk
      .map(
        view,
        (mapping) => ({
          ...mapping,
          columns: [{ index: 0, header: 'x', to: { record: 'contact', field }, confidence: 1, because: 'person' }],
        }),
        operations,
      )
      .then(
        () => 'taken',
        (error) => `${error.code} ${error.message}`.replaceAll(field, '…'),
      )
  const none = await target('no_such_field')
  expect(none).toContain('field_unavailable')
  for (const hidden of ['internal_note', 'constructor', '__proto__', 'workspace_id'])
    expect(await target(hidden)).toBe(none)
  await expect(desk.world.imports.get(await desk.world.person('csm'), view.id)).rejects.toMatchObject({
    code: 'not_allowed',
  })
})

test('a preview shows old values as its reader may read them, and is shown no more when their rights change', async () => {
  const operations = await desk.world.person('cs_operations')
  await desk.world.create('contact', {
    name: 'Quinn Secret',
    email: 'quinn@secret.example',
    internal_note: 'owes us dinner',
  })
  const text = csv(
    ['Full name', 'E-mail', 'Job title', 'Notes'],
    ['Quinn Secret', 'quinn@secret.example', 'CTO', 'hello'],
  )
  const view = await desk.send({ 'secret.csv': text }, { as: operations })
  await desk.step(view, 'preview', operations)
  const [row] = await desk.results(view, { of: 'preview' }, operations)
  expect(row?.records?.[0]).toMatchObject({ how: 'email', cells: { title: [null, 'CTO'] } })
  expect(JSON.stringify(row)).not.toMatch(/dinner|internal_note/)
  await desk.world.admin.setMember(desk.world.workspace.id, {
    userId: operations.id,
    email: 'o@vendor.example',
    name: 'O',
    roles: ['cs_leader'],
  })
  await expect(desk.results(view, { of: 'preview' }, operations)).rejects.toMatchObject({ code: 'step_unavailable' })
})

test('what a candidate says is shown as its reader may read it now, and nothing of what they may not', async () => {
  const operations = await desk.world.person('cs_operations', 'Asker')
  for (const name of ['Vera Twin', 'Vera Twain'])
    await desk.world.create('contact', {
      ...{
        name,
        email: `${name.replace(' ', '.')}@twin.example`,
        phone: '+493055577702',
        internal_note: 'hard to please',
      },
    })
  const view = await desk.send(
    {
      'twin.csv': csv(['Full name', 'E-mail', 'Phone', 'Notes'], ['Vera T.', 'v@twin.example', '+493055577702', 'hi']),
    },
    { as: operations },
  )
  const byPhone = await desk.map(
    view,
    (mapping) => ({ ...mapping, records: mapping.records.map((each) => ({ ...each, match: ['phone'] })) }),
    operations,
  )
  await desk.step(byPhone, 'preview', operations)
  const [row] = await desk.results(view, { of: 'preview' }, operations)
  const says = row?.records?.[0]?.candidates?.map((each) => each.says)
  const of = (name: string, email: string) => ({ name, email, phone: '+493055577702' })
  expect(says?.toSorted((a, b) => (String(a?.['name']) < String(b?.['name']) ? -1 : 1))).toEqual([
    of('Vera Twain', 'vera.twain@twin.example'),
    of('Vera Twin', 'vera.twin@twin.example'),
  ])
  expect(JSON.stringify(row)).not.toMatch(/please|internal_note/)
})

test('two rows of one file that look like one person are asked of in the preview, and the answer holds in the run', async () => {
  const view = await desk.send({
    'twice.csv': csv(
      ['Id', 'Full name', 'E-mail', 'Phone'],
      ['T1', 'Ursula Twice', 'ursula@onceagain.example', '+493055577701'],
      ['T2', 'Twice Úrsula', 'u.twice@onceagain.example', '+493055577701'],
    ),
  })
  expect((await desk.step(view, 'preview')).preview?.counts).toMatchObject({ created: 1, question: 1 })
  const question = (await desk.results(view, { of: 'preview' })).find(({ outcome }) => outcome === 'question')
  const [record] = question?.records ?? []
  expect(record?.candidates).toEqual([{ as: 'as spreadsheet twice.csv#contact T1', title: 'Ursula Twice' }])
  const values = { name: 'Twice Úrsula', email: 'u.twice@onceagain.example', phone: '+493055577701' }
  expect(question?.says, 'the row names its own person').toEqual([{ record: 'contact', object: 'contact', values }])
  await desk.world.imports.answer(desk.world.operator, view.id, {
    [`twice.csv:${question?.row}:${record?.record}`]: record?.candidates?.[0]?.as ?? '',
  })
  const answered = (await desk.results(view, { of: 'preview', outcome: 'question' }))[0]?.records?.[0]
  expect(answered, 'what was said is told until it is tried').toMatchObject({ answer: record?.candidates?.[0]?.as })
  expect((await desk.step(view, 'preview')).preview?.counts).toMatchObject({ created: 1, matched: 1, question: 0 })
  const [found] =
    (await desk.results(view, { of: 'preview' })).find(({ outcome }) => outcome === 'matched')?.records ?? []
  expect(found).toMatchObject({ how: 'earlier_row' })
  expect(found, 'what the preview made is gone again, and leads nowhere').not.toHaveProperty('id')
  expect((await desk.step(view, 'run')).counts).toMatchObject({ created: 1, matched: 1, question: 0 })
  const called = (await desk.results(view, { of: 'run' })).flatMap(({ records = [] }) =>
    records.map(({ title }) => title),
  )
  expect(called).toEqual(['Ursula Twice', 'Ursula Twice'])
  const { rows } = await desk.world.owner.query(
    `select email from customer.contact where email like '%@onceagain.example'`,
  )
  expect(rows).toHaveLength(1)
})

test('a run killed between two flushes goes on where it was, and no row is there twice', async () => {
  const rows = Array.from({ length: 4 * rowsAFlush + 100 }, (_, i) => [`Nils Flush${i}`, `nils${i}@flush.example`])
  const view = await desk.send({ 'many.csv': csv(['Full name', 'E-mail'], ...rows) }, { questions: 'create' })
  await desk.world.imports.ask(desk.world.operator, view.id, 'run')
  let flushes = 0
  const { stepping } = desk
  const dying = {
    ...stepping,
    importing(...given: Parameters<typeof stepping.importing>) {
      const importing = stepping.importing(...given)
      return {
        ...importing,
        records: {
          ...importing.records,
          // Dead after the door's commit, before the import's own note of it.
          async change(...args: Parameters<typeof importing.records.change>) {
            const done = await importing.records.change(...args)
            if (++flushes === 2) throw new Error('killed')
            return done
          },
        },
      }
    },
  }
  const job = { workspace: desk.world.workspace.id, id: view.id }
  await expect(carryOutStep(dying, job)).rejects.toThrow('killed')
  expect(await desk.world.imports.get(desk.world.operator, view.id)).toMatchObject({
    state: 'running',
    counts: { rows: rowsAFlush },
  })
  await carryOutStep(stepping, job)
  const done = await desk.world.imports.get(desk.world.operator, view.id)
  expect(done).toMatchObject({ state: 'done', counts: { rows: rows.length, created: rows.length } })
  const { rows: counted } = await desk.world.owner.query(
    `select count(*)::int as n from customer.contact where email like '%@flush.example'`,
  )
  expect(counted[0].n).toBe(rows.length)
})

test('taken back months later, it leaves alone what was edited since, and the history tells all of it', async () => {
  const { world } = desk
  const ids = []
  for (let i = 0; i < 6; i++)
    ids.push(await world.create('contact', { name: `Ola Late${i}`, email: `ola${i}@late.example`, title: 'Clerk' }))
  const text = csv(
    ['Full name', 'E-mail', 'Job title', 'Department'],
    ...ids.map((_, i) => [`Ola Late${i}`, `ola${i}@late.example`, 'Director', 'Sales']),
  )
  const view = await desk.send({ 'late.csv': text })
  const clerk = await one('contact', ids[0] ?? '', 'title')
  expect((await desk.step(view, 'run')).counts).toMatchObject({ matched: 6 })
  world.clock.advance(90 * 86_400_000)
  const edited = ids.slice(0, 2)
  for (const id of edited)
    await world.records.change(world.operator, 'contact', [
      { verb: 'update', id, values: { department: 'Purchasing' } },
    ])
  const undone = await desk.step(view, 'undo')
  const { rows: asked } = await world.owner.query(
    `select details ->> 'step' as step from ledger.act where kind = 'decision' and details ->> 'import' = $1 order by id`,
    [view.id],
  )
  expect(asked.map(({ step }) => step)).toEqual(['run', 'undo'])
  expect(undone.state).toBe('undone')
  for (const id of ids)
    expect(await one('contact', id, 'title', 'department')).toMatchObject({
      title: clerk?.['title'],
      department: edited.includes(id) ? 'Purchasing' : null,
    })
  const { items } = await world.records.history(world.operator, 'contact', ids[0] ?? '')
  expect(items.map(({ via }) => via)).toEqual(['cli', 'import', 'cli'])
  const { items: untouched } = await world.records.history(world.operator, 'contact', ids[5] ?? '')
  expect(untouched.map(({ via, changed }) => [via, changed['department']])).toEqual([
    ['import', { from: 'Sales', to: null }],
    ['import', { from: null, to: 'Sales' }],
    ['cli', undefined],
  ])
})

test('rows that say what their system has said before leave nothing behind, whatever their file is called', async () => {
  const { world } = desk
  const text = csv(
    ['Id', 'Full name', 'E-mail', 'Job title'],
    ['C1', 'Ines Again', 'ines@again.example', 'CFO'],
    ['C2', 'Ivo Again', 'ivo@again.example', 'CEO'],
  )
  const ofCrm = (mapping: Mapping): Mapping => ({ ...mapping, system: 'crm', isByHand: false })
  const bring = async (name: string) => desk.step(await desk.map(await desk.send({ [name]: text }), ofCrm), 'run')
  const kept = async () => {
    const { rows } = await world.owner.query(
      `select to_jsonb(s) as said, (select count(*) from ledger.history) as told from records.source_record s where local_id in ('C1', 'C2') order by local_id`,
    )
    return rows
  }
  expect((await bring('november.csv')).counts).toMatchObject({ rows: 2, created: 2 })
  const before = await kept()
  expect((await bring('december.csv')).counts).toMatchObject({ rows: 2, unchanged: 2 })
  expect(await kept()).toEqual(before)
  expect(before.map(({ said }) => [said.file, said.rows])).toEqual([
    ['november.csv', [2]],
    ['november.csv', [3]],
  ])
})

test('a heading that companies and people may have is of whom the rows speak, or whose list its words are of', async () => {
  const meaning = async (name: string, ...rows: string[]) => {
    const [file] = (await desk.send({ [name]: rows.join('\n') })).files
    return file && 'mapping' in file ? file.mapping?.columns.map(({ to }) => to && `${to.record}.${to.field}`) : null
  }
  expect(await meaning('alone.csv', 'Razão social;Setor', 'Cais Ltda.;Feitiçaria')).toEqual([
    'account.name',
    'account.industry',
  ])
  const people = 'Razão social;ARR (BRL);Setor;Contato;E-mail'
  const [, , words] = (await meaning('words.csv', people, 'Cais Ltda.;1,00;Saúde;Ana Luz;ana@cais.example')) ?? []
  const [, , rooms] = (await meaning('rooms.csv', people, 'Mar Ltda.;1,00;Compras;Rui Sá;rui@mar.example')) ?? []
  expect([words, rooms]).toEqual(['account.industry', 'contact.department'])
})
