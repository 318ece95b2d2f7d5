// Recurring imports from the command line.
import { mkdirSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../access/index.ts'
import { type RecurringView, sendFile } from '../intake/index.ts'
import { end, holdfast, json, serve, serveWith } from './bin.fixture.ts'
import { operatorOf } from './installation.ts'
import { type Installed, openInstalled } from './installed.fixture.ts'

let quay: Installed
beforeAll(async () => {
  quay = await openInstalled([
    { email: olga, name: 'Olga Ops', role: 'cs_operations' },
    { email: 'sam@quay.example', name: 'Sam Support', role: 'support' },
  ])
})
afterAll(() => quay.close())

const olga = 'olga@quay.example'
async function asOlga(): Promise<Actor> {
  const { id: workspace } = quay.workspace
  const owner = await quay.holdfast.admin.findMember(workspace, olga)
  return { kind: 'user', workspace, id: owner?.userId ?? '', via: 'api' }
}
const ask = (...words: string[]) => holdfast(quay.place, ['recurring', ...words])
const view = (...words: string[]) => json<RecurringView>(quay.place, 'recurring', ...words)
const list = async () => (await json<{ recurring: RecurringView[] }>(quay.place, 'recurring')).recurring

function file(name: string, ...lines: string[]): string {
  const path = join(quay.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const people = (...names: string[]) => [
  'Full name,E-mail,Job title',
  ...names.map((name) => `${name},${name.toLowerCase().replace(' ', '.')}@lantern.example,Buyer`),
]

type Brought = {
  id: string
  state: string
  counts: Record<string, number>
  rejects: { file: string; row: number; code: string }[]
  files: { file: string; mappedBy: string; columns: { header: string; field: string | null }[] }[]
}

test('one is added for its owner, is due, is changed a part at a time, and is shown', async () => {
  expect((await ask()).stdout).toContain('There are no recurring imports.')
  const added = await view('add', 'Event guests', '--every', '30', '--owner', olga, '--begins', '2026-01-05')
  expect(added).toMatchObject({ everyDays: 30, owner: { name: 'Olga Ops' }, state: 'late', dueOn: '2026-01-05' })
  expect(added).toMatchObject({ folder: null, settings: {}, last: null })
  const { stdout } = await ask('list')
  expect(stdout).toMatch(/^Name +Owner +Every +Due +Folder +Last \(UTC\)$/m)
  expect(stdout).toMatch(/^Event guests +Olga Ops +30 days +2026-01-05 +late by \d+ days$/m)

  const changed = await view('change', 'event guests', '--every', '1', '--folder', 'guests', '--currency', 'usd')
  expect(changed).toMatchObject({ id: added.id, name: 'Event guests', everyDays: 1, settings: { currency: 'USD' } })
  expect(changed.folder).toBe('inbox/quay/guests')
  const asked = await view('change', added.id, '--questions', 'create', '--name', 'Guests')
  expect(asked.settings).toEqual({ currency: 'USD', questions: 'create' })
  const { settings, folder: none } = await view('change', 'Guests', '--currency', 'none', '--folder', 'none')
  expect([settings, none]).toEqual([{ questions: 'create' }, null])
  expect((await ask('show', 'Guests')).stdout).toMatch(/^every +day\n(.*\n)*currency +the workspace’s own$/m)
  expect(await list()).toMatchObject([{ id: added.id, name: 'Guests' }])
})

test.each([
  [['add', 'Guests'], 2, 'usage', '--every DAYS'],
  [['add', 'Guests', '--every', '7'], 2, 'usage', '--owner EMAIL'],
  [['add', 'Guests', 'more', '--every', '7', '--owner', olga], 2, 'usage', `can't use "more"`],
  [['change', 'Guests'], 2, 'usage', 'Say what is to change'],
  [['bring', 'Guests'], 2, 'usage', 'PATH…'],
  [['show'], 2, 'usage', 'by its name or its id'],
  [['add', 'Weekly', '--every', 'weekly', '--owner', olga], 1, 'unreadable_request', 'from 1 to 366'],
  [['add', 'Weekly', '--every', '400', '--owner', olga], 1, 'unreadable_request', 'from 1 to 366'],
  [['add', 'Weekly', '--every', '7', '--owner', 'eva@quay.example'], 1, 'no_member', 'holdfast users'],
  [['change', 'Guests', '--folder', '../up'], 1, 'unreadable_request', 'lower-case letters'],
  [['change', 'Guests', '--begins', 'soon'], 1, 'unreadable_request', '2027-01-31'],
  [['change', 'Guests', '--mail', 'on'], 1, 'unreadable_request', 'HOLDFAST_MAIL_IN_DOMAIN'],
  [['change', 'Guests', '--mail', 'perhaps'], 2, 'usage', '--mail'],
  [['change', 'Guests', '--mail', 'off', '--senders', 'a.example'], 2, 'usage', '--senders'],
  [['change', 'Guests', '--senders', 'not an address'], 1, 'unreadable_request', 'reports@acme.com'],
  [['change', 'Guests', '--currency', 'EUT'], 1, 'unreadable_request', 'ISO 4217'],
  [['change', 'Guests', '--questions', 'perhaps'], 1, 'unreadable_request', 'settings.questions'],
  [['change', 'Gests', '--every', '7'], 1, 'record_unavailable', 'Did you mean "Guests"?'],
  [['list', '--as', 'sam@quay.example'], 1, 'not_allowed', 'import'],
  [['show', 'Guests', '--workspace', 'kay'], 1, 'no_workspace', 'quay'],
])('%j is refused, and is told why', async (words, code, name, sentence) => {
  const refused = await holdfast(quay.place, ['recurring', ...words, '--json'])
  const { error } = JSON.parse(refused.stdout)
  expect([refused.code, error.code, error.message]).toEqual([code, name, expect.stringContaining(sentence)])
})

test('files are looked at without a trace, wait while their columns are guessed, and come in as the owner’s when told so', async () => {
  await view('add', 'Trade fair', '--every', '7', '--as', olga, '--begins', '2026-01-05')
  const path = file('fair.csv', ...people('Ana Silva', 'Bea Costa'), 'Nobody,not an address,Buyer')
  const seen = await json<Brought>(quay.place, 'recurring', 'bring', 'Trade fair', path, '--preview')
  expect(seen).toMatchObject({ counts: { rows: 3, created: 2, rejected: 1 }, rejects: [{ file: 'fair.csv', row: 4 }] })
  expect(seen.files).toMatchObject([
    { file: 'fair.csv', mappedBy: 'guess', columns: [{ field: 'name' }, { field: 'email' }, {}] },
  ])
  const { stdout } = await ask('bring', 'Trade fair', path, '--preview')
  expect(stdout).toMatch(/^fair\.csv +E-mail +contact\.email +guessed, \d+%$/m)
  expect(stdout).toContain('Nothing was written.')

  const guessed = await holdfast(quay.place, ['recurring', 'bring', 'Trade fair', path, '--json'])
  expect([guessed.code, JSON.parse(guessed.stdout).error.code]).toEqual([1, 'columns_guessed'])
  const contacts = async () => (await json<{ data: object[] }>(quay.place, 'ask', 'contact select name')).data
  expect(await contacts()).toEqual([])

  const brought = await json<Brought>(quay.place, 'recurring', 'bring', 'Trade fair', path, '--yes')
  expect(brought).toMatchObject({ state: 'done', counts: seen.counts, rejects: seen.rejects })
  expect(await contacts()).toHaveLength(2)
  expect((await list()).find(({ name }) => name === 'Trade fair')).toMatchObject({
    ...{ state: 'on_time', last: { id: brought.id } },
  })
  // Taken back, it has not come: the next one is as late as it was.
  const undone = await holdfast(quay.place, ['undo', `import:${brought.id}`])
  expect([undone.code, undone.stdout]).toEqual([0, expect.stringContaining('2 records')])
  expect(await contacts()).toEqual([])
  expect((await list()).find(({ name }) => name === 'Trade fair')).toMatchObject({ state: 'late', last: null })
})

test('columns that its owner has kept the meaning of come in at once, as the owner’s import, also while a server runs', async () => {
  const { imports } = quay.holdfast
  const actor = await asOlga()
  const { id: opened } = await imports.open(actor, {})
  const content = await open(file('kept.csv', ...people('Caio Lima')))
  await sendFile(imports, actor, opened, { file: content, name: 'kept.csv' })
  await content.close()
  const [kept] = (await imports.get(actor, opened)).files
  const mapping = kept && 'mapping' in kept ? kept.mapping : null
  await imports.map(actor, opened, kept?.id ?? '', mapping, { template: 'People' })
  await imports.remove(actor, opened)

  const serving = await serve(quay.place)
  try {
    const inFolder = join(quay.folder, 'fair')
    mkdirSync(inFolder)
    file('fair/one.csv', ...people('Dora Nunes'))
    file('fair/two.csv', ...people('Edu Rocha', 'Fay Moor'))
    const { id, ...brought } = await json<Brought>(quay.place, 'recurring', 'bring', 'Trade fair', inFolder)
    expect(brought).toMatchObject({ state: 'done', counts: { rows: 3, created: 3 }, rejects: [] })
    expect(brought.files).toMatchObject([{ mappedBy: 'template' }, { mappedBy: 'template' }])
    const again = await ask('bring', 'Trade fair', join(inFolder, 'two.csv'), '--as', olga)
    expect(again.stdout).toContain('Trade fair: 2 rows: 2 unchanged')
    expect(await imports.get(actor, id)).toMatchObject({ isOwn: true, name: 'Trade fair', state: 'done' })
  } finally {
    await end(serving.child, 'SIGTERM')
  }
})

test('an address to mail files to is given, changed and shown, and while a server runs they come in by it', async () => {
  const env = { HOLDFAST_MAIL_IN_DOMAIN: 'in.quay.example', HOLDFAST_MAIL_IN_PORT: '0' }
  const change = async (...words: string[]): Promise<RecurringView> =>
    JSON.parse((await holdfast(quay.place, ['recurring', 'change', 'Trade fair', ...words, '--json'], { env })).stdout)
  const first = await change('--mail', 'on')
  expect(first.mail).toMatchObject({ address: expect.stringMatching(/^import-.{26}@in\.quay\.example$/), senders: [] })
  const { mail } = await change('--mail', 'new', '--senders', 'Reports@tool.example, acme.example')
  expect(mail?.senders).toEqual(['reports@tool.example', 'acme.example'])
  expect(mail?.address).not.toBe(first.mail?.address)
  expect((await change('--every', '7')).mail).toEqual(mail)
  const shown = await holdfast(quay.place, ['recurring', 'show', 'Trade fair'], { env })
  expect(shown.stdout).toContain(`${mail?.address}, from reports@tool.example, acme.example`)
  expect((await ask('show', 'Trade fair')).stdout).toContain('set HOLDFAST_MAIL_IN_DOMAIN')

  const serving = await serveWith(quay.place, env)
  try {
    const client = nodemailer.createTransport({ host: 'localhost', port: serving.mail?.port, ignoreTLS: true })
    const attachments = [{ filename: 'fair.csv', content: people('Gil Park').join('\n') }]
    await client.sendMail({ from: 'reports@tool.example', to: mail?.address ?? '', subject: 'Fair', attachments })
    const last = async () => (await list()).find(({ name }) => name === 'Trade fair')?.last?.id
    const before = await last()
    await vi.waitUntil(async () => (await last()) !== before, { timeout: 20_000, interval: 200 })
  } finally {
    await end(serving.child, 'SIGTERM')
  }
  const contacts = await json<{ data: object[] }>(quay.place, 'ask', 'contact where name is "Gil Park" select name')
  expect(contacts.data).toHaveLength(1)
  expect((await change('--mail', 'off')).mail).toBeNull()
})

test('what columns mean is said in a file and kept for the next ones; rows that wait are answered, run and taken back', async () => {
  await view('add', 'Badges', '--every', '7', '--owner', olga)
  const badges = (name: string, ...rows: string[]) => file(name, 'Guest,Mail,Tel', ...rows)
  const first = badges('badges.csv', 'Gil Moor,gil@moor.example,+12125550171', 'Ada Moor,ada@moor.example,+12125550171')
  const path = file('badges.json', JSON.stringify(byPhone))
  const looked = await json<Brought>(quay.place, 'recurring', 'bring', 'Badges', first, '--mapping', path, '--preview')
  expect(looked).toMatchObject({ counts: { rows: 2, created: 1 }, files: [{ mappedBy: 'person' }] })
  const other = file('other.csv', 'Name,Mail', 'Gil,gil@moor.example')
  const unfit = await holdfast(quay.place, ['recurring', 'bring', 'Badges', other, '--mapping', path, '--json'])
  expect([unfit.code, JSON.parse(unfit.stdout).error]).toMatchObject([
    1,
    { code: 'mapping_refused', message: expect.stringContaining('other.csv lacks: guest, tel') },
  ])
  for (const [name, email] of [
    ['Ivo Reed', 'ivo@reed.example'],
    ['Una Reed', 'una@reed.example'],
  ])
    await json(
      quay.place,
      'import',
      file(`${name}.csv`, 'Full name,E-mail,Phone', `${name},${email},+12125550172`),
      '--yes',
    )
  const second = badges('march.csv', 'I. Reed,reed@elsewhere.example,+12125550172')
  await json(quay.place, 'recurring', 'bring', 'Badges', first, '--mapping', path)
  // The next one is known, and runs unasked; whom its row means is not.
  const { stdout } = await ask('bring', 'Badges', second)
  expect(stdout).toContain('1 row waits for an answer')
  const [, line = '', id = ''] =
    /^ {4}may be Ivo Reed, \S+@\S+, \+12125550172: (march\.csv:2:contact=\S+)$[\s\S]*imports answer (\S+)/m.exec(
      stdout,
    ) ?? []
  expect((await holdfast(quay.place, ['imports', 'answer', id, line])).stdout).toContain(`holdfast imports run ${id}`)
  const ran = await json<Brought>(quay.place, 'imports', 'run', id)
  expect(ran).toMatchObject({ state: 'done', counts: { rows: 1, updated: 1, question: 0 } })
  const undone = await holdfast(quay.place, ['undo', `import:${id}`])
  expect(undone.stdout).toContain('Taken back in 1 record')
  const { data: ivo } = await json<{ data: object[] }>(
    quay.place,
    'ask',
    'contact where email is "ivo@reed.example" select name',
  )
  expect(ivo).toMatchObject([{ name: 'Ivo Reed' }])
  await view('remove', 'Badges')
})

const byPhone = {
  records: [{ name: 'contact', object: 'contact', match: ['phone'], links: {}, fixed: {} }],
  columns: [
    { index: 0, header: 'Guest', to: { record: 'contact', field: 'name' } },
    { index: 1, header: 'Mail', to: { record: 'contact', field: 'email' } },
    { index: 2, header: 'Tel', to: { record: 'contact', field: 'phone' } },
  ],
}

test('a file that is no table is refused and leaves nothing; one that is removed is expected no more', async () => {
  const pdf = file('really.csv', '%PDF-1.7 \u0000\u0001 binary')
  const imports = async () => (await quay.holdfast.imports.list(operatorOf(quay.workspace), {})).data
  const before = await imports()
  for (const words of [[], ['--yes'], ['--preview']]) {
    const refused = await holdfast(quay.place, ['recurring', 'bring', 'Guests', pdf, ...words, '--json'])
    expect([refused.code, JSON.parse(refused.stdout).error.code]).toEqual([1, 'mapping_refused'])
  }
  const gone = await holdfast(quay.place, ['recurring', 'bring', 'Guests', join(quay.folder, 'no-such.csv'), '--json'])
  expect([gone.code, JSON.parse(gone.stdout).error.code]).toEqual([1, 'unreadable_file'])
  expect(await imports()).toEqual(before)

  expect((await ask('remove', 'Guests')).stdout).toContain('"Guests" is expected no more')
  expect((await ask('remove', 'Guests')).code).toBe(1)
  expect((await list()).map(({ name }) => name)).toEqual(['Trade fair'])
})
