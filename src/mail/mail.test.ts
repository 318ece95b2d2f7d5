import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import nodemailer from 'nodemailer'
import pg from 'pg'
import tlsOptions from 'smtp-server/lib/tls-options.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../test/harness/global.ts'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Actor } from '../access/index.ts'
import { carryOutStep, openAddresses, openRecurring, type RecurringImports } from '../intake/index.ts'
import { type Log, openSecret, readConfig, silentLog } from '../platform/index.ts'
import { steppingOf } from '../worker/index.ts'
import { type MailServer, receiveMail } from './index.ts'
import type { Limits } from './limits.ts'

const domain = 'in.vendor.example'
const secret = openSecret({ folder: '', given: testSecret })
const addresses = openAddresses({ secret, domain })

let world: World
let recurring: RecurringImports
let ops: Actor & { userId: string }
let data: string
let server: MailServer
/** All that was logged, as it would be written. */
let logged = ''
const log: Log = Object.fromEntries(
  (['debug', 'info', 'warn', 'error'] as const).map((level) => [
    level,
    (details: object, message: string) => {
      logged += `${level} ${JSON.stringify(details)} ${message}\n`
    },
  ]),
) as Log // those four levels

const refusalMs = 60

async function listen(limits: Partial<Limits> = {}, over: Partial<World> = {}, env: NodeJS.ProcessEnv = {}) {
  const config = readConfig({
    HOLDFAST_DATA: data,
    HOLDFAST_MAIL_IN_DOMAIN: domain,
    HOLDFAST_MAIL_IN_PORT: '0',
    ...env,
  })
  const listening = await receiveMail({ ...world, ...over, config, secret, log }, { refusalMs, ...limits })
  if (!listening) throw new Error('it does not listen')
  return listening
}

beforeAll(async () => {
  world = await openWorld()
  recurring = openRecurring({ ...world, pool: world.app, addresses })
  ops = await world.person('cs_operations', 'Olga Ops')
  data = mkdtempSync(join(tmpdir(), 'holdfast-mail-'))
  server = await listen()
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
  await world.close()
})

const people = (...names: string[]) =>
  `Full name,E-mail,Job title\n${names.map((name) => `${name},${name.toLowerCase().replace(' ', '.')}@lantern.example,Buyer\n`).join('')}`

type Sent = Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0]

/** What the server answered: its last line. */
async function send(to: string | null | undefined, mail: Sent, port = server.port): Promise<string> {
  const client = nodemailer.createTransport({ host: 'localhost', port, ignoreTLS: true })
  try {
    const sent = await client.sendMail({
      from: 'Reports <reports@tool.example>',
      to: to ?? '',
      subject: 'Report',
      text: 'Here it is.',
      ...mail,
    })
    return sent.response
  } catch (error) {
    return String((error as { response?: unknown }).response ?? error)
  } finally {
    client.close()
  }
}
const withTable = (content: string | Buffer, filename = 'people.csv'): Sent => ({
  attachments: [{ filename, content }],
})
const expecting = (name: string, senders: readonly string[] = [], owner = ops) =>
  recurring.add(owner, { name, everyDays: 7, mail: { senders } })
const importsOf = async (id: string, owner: Actor = ops) =>
  (await world.imports.list(owner, {})).data.filter((each) => each.recurring === id)
const told = async (who: Actor) =>
  (await world.collaboration.notifications.list(who, { after: null, limit: 50, unread: false })).data.map(
    ({ kind, note }) => `${kind} ${note}`,
  )
const finish = (id: string) =>
  carryOutStep(steppingOf({ ...world, log: silentLog, secret, ownerUrl: world.url }), {
    workspace: world.workspace.id,
    id,
  })

const refused = '550 5.1.1 No such address here'

test('a table comes by mail: it waits until its owner has said what its columns mean, and the next one runs by itself', async () => {
  const it = await expecting('Event guests')
  expect(it.mail?.address).toMatch(/^import-[a-z2-7]{26}@in\.vendor\.example$/)
  const logo = { filename: 'logo.png', content: Buffer.from('89504e470d0a1a0a', 'hex') }
  const answer = await send(it.mail?.address, {
    html: '<p>Here it is.</p><img src="cid:logo">',
    attachments: [
      { ...logo, cid: 'logo' },
      { filename: 'Gäste “Süd”.csv', content: people('Bea Costa', 'Caio Lima') },
    ],
  })
  expect(answer).toBe('250 2.6.0 Taken in')
  const [order] = await importsOf(it.id)
  expect(order).toMatchObject({ name: 'Event guests', isOwn: true, step: null, startedAt: null })
  expect(order?.files.map(({ name }) => name)).toEqual(['Gäste “Süd”.csv'])
  expect(order?.files[0]?.digest).toBe(createHash('sha256').update(people('Bea Costa', 'Caio Lima')).digest('hex'))
  expect(await told(ops)).toEqual(['import_waiting Event guests'])
  expect(readdirSync(join(data, 'mail'))).toEqual([])

  const file = order?.files[0]
  const mapping = file && 'mapping' in file ? file.mapping : null
  await world.imports.map(ops, order?.id ?? '', file?.id ?? '', mapping, { template: 'Guests' })
  expect(await send(it.mail?.address?.toUpperCase(), withTable(people('Bea Costa', 'Edu Rocha')))).toContain('250')
  const [next] = await importsOf(it.id)
  expect(next?.step?.step).toBe('run')
  await finish(next?.id ?? '')
  expect(await world.imports.get(ops, next?.id ?? '')).toMatchObject({ state: 'done', counts: { created: 2 } })
  expect((await recurring.list(ops))[0]).toMatchObject({ state: 'on_time', last: { id: next?.id } })
  expect(await told(ops)).toEqual(['import_waiting Event guests'])
})

test('a mail that is delivered twice is taken in once; the same file in another mail comes again', async () => {
  const it = await expecting('Twice')
  const mail = { ...withTable(people('Ida Twice')), messageId: '<1@tool.example>' }
  expect(await send(it.mail?.address, mail)).toContain('250')
  expect(await send(it.mail?.address, mail)).toContain('250')
  expect(await importsOf(it.id)).toHaveLength(1)
  expect(await send(it.mail?.address, { ...mail, messageId: '<2@tool.example>' })).toContain('250')
  expect(await send(it.mail?.address, { ...mail, ...withTable(people('Ida Other')) })).toContain('250')
  expect(await importsOf(it.id)).toHaveLength(3)
  // What a process that was killed left of a mail goes when the mail comes again.
  await world.owner.query('update intake.import set is_mail_taken = false where recurring_id = $1', [it.id])
  expect(await send(it.mail?.address, mail)).toContain('250')
  expect(await importsOf(it.id)).toHaveLength(3)
})

test('an address that nobody has, or had, or may use is refused in the same words after the same time', async () => {
  const it = await expecting('Guarded', ['reports@tool.example', 'other.example'])
  const address = it.mail?.address ?? ''
  const mail = withTable(people('Una Guard'))
  const since = performance.now()
  for (const nobody of [
    'import-aaaaaaaaaaaaaaaaaaaaaaaaaa@in.vendor.example',
    'olga@in.vendor.example',
    address.replace(domain, 'elsewhere.example'),
  ])
    expect(await send(nobody, mail)).toBe(refused)
  expect(performance.now() - since).toBeGreaterThan(3 * refusalMs - 5)
  for (const from of [
    'reports@tool.example.evil.example',
    'bob@tool.example',
    'x@another.example',
    'x@notother.example',
  ])
    expect(await send(address, { ...mail, from })).toBe(refused)
  expect(await send(address, { ...mail, envelope: { from: '', to: address } })).toBe(refused)
  for (const from of ['Reports@Tool.example', 'x@other.example', 'bounce+1@em.other.example'])
    expect(await send(address, { ...mail, from })).toContain('250')

  // Another address is asked for: the old one refuses, and who may send stays.
  const changed = await recurring.change(ops, it.id, { mail: { address: 'new' } })
  expect(changed.mail?.senders).toEqual(['reports@tool.example', 'other.example'])
  expect(await send(address, mail)).toBe(refused)
  expect(await send(changed.mail?.address, mail)).toContain('250')
  expect((await recurring.change(ops, it.id, { name: 'Still guarded' })).mail).toEqual(changed.mail)
  expect((await recurring.change(ops, it.id, { mail: null })).mail).toBeNull()
  expect(await send(changed.mail?.address, mail)).toBe(refused)
  const again = await recurring.change(ops, it.id, { mail: {} })
  expect([address, changed.mail?.address]).not.toContain(again.mail?.address)
  await recurring.remove(ops, it.id)
  expect(await send(again.mail?.address, mail)).toBe(refused)
})

test('what its owner may not do any more, a mail may not', async () => {
  const gone = await world.person('cs_operations', 'Gone Soon')
  const [one, other] = [await expecting('Of one who goes', [], gone), await expecting('Of one who changes', [], gone)]
  const mail = withTable(people('Eve Goes'))
  expect(await send(one.mail?.address, mail)).toContain('250')
  await world.admin.setMember(world.workspace.id, {
    userId: gone.userId,
    email: 'gone@vendor.example',
    name: 'Gone Soon',
    roles: ['sales'],
  })
  expect(await send(other.mail?.address, mail)).toBe(refused)
})

test('an address leads into its own workspace and no other', async () => {
  const neighbour = await world.admin.createWorkspace({ name: 'Neighbour', slug: 'neighbour' })
  const operator: Actor = { ...world.operator, workspace: neighbour.id }
  const userId = world.ids.next(0)
  await world.admin.setMember(neighbour.id, {
    userId,
    email: 'nia@neighbour.example',
    name: 'Nia',
    roles: ['cs_operations'],
  })
  const nia: Actor = { kind: 'user', workspace: neighbour.id, id: userId, via: 'api' }
  const theirs = await recurring.add(nia, { name: 'Theirs', everyDays: 7, mail: {} })
  const ours = (await world.imports.list(ops, {})).data.length
  expect(await send(theirs.mail?.address, withTable(people('Nia Own')))).toContain('250')
  expect((await world.imports.list(ops, {})).data).toHaveLength(ours)
  expect((await world.imports.list(operator, {})).data.map(({ name }) => name)).toEqual(['Theirs'])
  expect((await recurring.list(ops)).map(({ name }) => name)).not.toContain('Theirs')
})

test('a mail without a table is refused with what is wrong, and its owner is told, once a day', async () => {
  const it = await expecting('Unread')
  const said = (mail: Sent) => send(it.mail?.address, mail)
  expect(await said({})).toBe('554 5.6.0 No table is attached. Attach a CSV, TSV, XLSX or JSON file.')
  expect(await said(withTable('%PDF-1.7', 'report.pdf'))).toContain('554 5.6.0 No table is attached')
  expect(await said(withTable('%PDF-1.7', 'report.csv'))).toMatch(/^554 5\.6\.0 report\.csv: This looks like a PDF/)
  expect(await said(withTable(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.xls'))).toContain('old Excel workbook')
  expect(await said(withTable('Sent from my phone.\nBye.\n', 'ATT00001.txt'))).toContain('554 5.6.0')
  const many = Array.from({ length: 11 }, (_, n) => ({ filename: `${n}.csv`, content: people('Max Many') }))
  expect(await said({ attachments: many })).toContain('554 5.6.0 More than 10 tables are attached.')
  expect(await importsOf(it.id)).toEqual([])
  expect((await told(ops)).filter((each) => each.endsWith('Unread'))).toEqual(['import_unread Unread'])
  expect(readdirSync(join(data, 'mail'))).toEqual([])
})

test('several tables of a mail are one import; texts that mail programs add are left off', async () => {
  const it = await expecting('Several')
  const added = { filename: 'disclaimer.txt', content: 'This mail is for its recipient alone.\n' }
  const tabs = { filename: 'tabs.txt', content: people('Tab Tan').replaceAll(',', '\t') }
  const json = {
    filename: 'x',
    contentType: 'application/json',
    content: JSON.stringify([{ name: 'Jay Son', email: 'jay@lantern.example' }]),
  }
  const attachments = [
    added,
    tabs,
    json,
    {
      filename: '../../etc/people.csv',
      content: people('Sly Path'),
      contentTransferEncoding: 'quoted-printable' as const,
    },
  ]
  expect(await send(it.mail?.address, { attachments })).toContain('250')
  const [order] = await importsOf(it.id)
  expect(order?.files.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'tabs.txt ready',
    'x.json ready',
    'people.csv ready',
  ])
})

test('a mail that is larger than was said is not taken, and nothing of it stays', async () => {
  const small = await listen({ bytes: 20_000 })
  try {
    const it = await expecting('Large')
    const large = withTable(people(...Array.from({ length: 1_000 }, (_, n) => `Lou Large${n}`)))
    // A client that says how large it is, is told at once; one that does not, when it has ended.
    expect(await send(it.mail?.address, large, small.port)).toMatch(/^552 5\.\d\.\d/)
    const talk = await talkTo(small.port)
    await talk.say('EHLO tool.example', 250)
    expect(talk.lines.join('\n')).toMatch(/SIZE 20000/)
    expect(talk.lines.join('\n')).not.toMatch(/AUTH|STARTTLS/)
    await talk.say('MAIL FROM:<reports@tool.example>', 250)
    await talk.say(`RCPT TO:<${it.mail?.address}>`, 250)
    await talk.say('RCPT TO:<second@in.vendor.example>', 452)
    await talk.say('DATA', 354)
    await talk.say(`${'filler of a line\r\n'.repeat(5_000)}.`, 552)
    await talk.say('QUIT', 221)
    expect(await importsOf(it.id)).toEqual([])
    expect(readdirSync(join(data, 'mail'))).toEqual([])
  } finally {
    await small.stop()
  }
})

test('a head, a line or parts without end are refused; nobody signs in, and who guesses addresses is sent away', async () => {
  const it = await expecting('Hostile')
  const bodies = [
    `Subject: ${'x'.repeat(200_000)}\r\n\r\nHello`,
    `Content-Type: text/csv\r\n\r\n${'x'.repeat(1_200_000)}`,
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(500)}--b--`,
  ]
  for (const body of bodies) {
    const talk = await talkTo(server.port)
    await talk.say('EHLO tool.example', 250)
    await talk.say('AUTH PLAIN AGEAYg==', 500)
    await talk.say('MAIL FROM:<reports@tool.example>', 250)
    await talk.say(`RCPT TO:<${it.mail?.address}>`, 250)
    await talk.say('DATA', 354)
    await talk.say(`${body}\r\n.`, 554)
    talk.end()
  }
  const talk = await talkTo(server.port)
  await talk.say('EHLO tool.example', 250)
  await talk.say('MAIL FROM:<reports@tool.example>', 250)
  for (let n = 0; n < 5; n += 1) await talk.say(`RCPT TO:<import-${n}@in.vendor.example>`, 550)
  await talk.say('RCPT TO:<import-5@in.vendor.example>', 421)
})

test('a mail that is cut off leaves nothing, and comes whole when it is sent again', async () => {
  const it = await expecting('Cut off')
  const talk = await talkTo(server.port)
  await talk.say('EHLO tool.example', 250)
  await talk.say('MAIL FROM:<reports@tool.example>', 250)
  await talk.say(`RCPT TO:<${it.mail?.address}>`, 250)
  await talk.say('DATA', 354)
  talk.write(`Content-Type: text/csv; name=people.csv\r\n\r\n${people('Cut Off')}`)
  await expect.poll(() => readdirSync(join(data, 'mail'))).toHaveLength(1)
  talk.end()
  await expect.poll(() => readdirSync(join(data, 'mail'))).toEqual([])
  expect(await importsOf(it.id)).toEqual([])
  expect(await send(it.mail?.address, withTable(people('Cut Off')))).toContain('250')
})

test('with a certificate mails come in secret', async () => {
  const it = await expecting('Secret')
  const { cert, key } = tlsOptions({})
  const [certFile, keyFile] = [join(data, 'cert.pem'), join(data, 'key.pem')]
  writeFileSync(certFile, String(cert))
  writeFileSync(keyFile, String(key))
  const secure = await listen({}, {}, { HOLDFAST_MAIL_IN_CERT: certFile, HOLDFAST_MAIL_IN_KEY: keyFile })
  const tls = { requireTLS: true, tls: { rejectUnauthorized: false } }
  const client = nodemailer.createTransport({ host: 'localhost', port: secure.port, ...tls })
  try {
    const mail = { from: 'reports@tool.example', to: it.mail?.address ?? '', ...withTable(people('Sue Secret')) }
    expect((await client.sendMail(mail)).response).toContain('250')
  } finally {
    client.close()
    await secure.stop()
  }
  const read = (env: NodeJS.ProcessEnv) => () => readConfig(env)
  expect(read({ HOLDFAST_MAIL_IN_DOMAIN: domain, HOLDFAST_MAIL_IN_CERT: certFile })).toThrow('HOLDFAST_MAIL_IN_KEY')
  expect(read({ HOLDFAST_MAIL_IN_PORT: '25' })).toThrow('HOLDFAST_MAIL_IN_DOMAIN')
})

test('while the database is away, the sender is asked to try again', async () => {
  const it = await expecting('Away')
  const mail = { ...withTable(people('Abe Away')), messageId: '<away@tool.example>' }
  const away = new pg.Pool({ host: 'localhost', port: 1 })
  const without = await listen({}, { system: away })
  const without2 = await listen({}, { imports: { ...world.imports, open: () => away.query('select 1') as never } })
  try {
    expect(await send(it.mail?.address, mail, without.port)).toMatch(/^451 4\.3\.0/)
    expect(await send(it.mail?.address, mail, without2.port)).toMatch(/^451 4\.3\.0/)
  } finally {
    await Promise.all([without.stop(), without2.stop(), away.end()])
  }
  expect(await send(it.mail?.address, mail)).toContain('250')
  expect(await importsOf(it.id)).toHaveLength(1)
})

test('an installation that receives no mail says so, and an address is not in its log, nor in the database', async () => {
  const without = openRecurring({ ...world, pool: world.app, addresses: openAddresses({ secret, domain: null }) })
  await expect(without.add(ops, { name: 'No mail', everyDays: 1, mail: {} })).rejects.toMatchObject({
    code: 'unreadable_request',
  })
  expect(
    await receiveMail({ ...world, config: readConfig({ HOLDFAST_MAIL_IN_DOMAIN: domain }), secret, log }),
  ).toBeNull()
  const given = (await recurring.list(ops)).flatMap(({ mail }) => mail?.address ?? [])
  const { rows } = await world.owner.query<{ text: string }>(
    'select string_agg(r::text, $1) as text from intake.recurring r',
    [' '],
  )
  expect(given.length).toBeGreaterThan(5)
  expect(logged).toContain('is taken in')
  for (const address of given) {
    const token = address.slice('import-'.length, address.indexOf('@'))
    expect(logged).not.toContain(token)
    expect(rows[0]?.text).not.toContain(token)
  }
})

/** A client that says what no mail program would. */
async function talkTo(port: number) {
  const socket: Socket = connect(port, 'localhost')
  const lines: string[] = []
  let heard = () => {}
  socket.on('error', () => {})
  createInterface({ input: socket }).on('line', (line) => {
    lines.push(line)
    heard()
  })
  /** Until a last line of an answer came. */
  const answer = async (from: number): Promise<string> => {
    for (;;) {
      const last = lines.slice(from).find((line) => /^\d{3} /.test(line))
      if (last) return last
      await new Promise<void>((resolve) => {
        heard = resolve
      })
    }
  }
  await answer(0)
  return {
    lines,
    write: (text: string) => socket.write(text),
    async say(text: string, code: number) {
      const from = lines.length
      socket.write(`${text}\r\n`)
      expect(await answer(from)).toMatch(new RegExp(`^${code}`))
    },
    end: () => socket.destroy(),
  }
}
