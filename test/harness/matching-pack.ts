// Pack A, the exports of one customer base out of many systems, as records for the matching engine. Only the way its columns map is
// here; which records are one is the engine's to say. Ids by which one system names another's record are kept as such.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Values } from '../../src/matching/index.ts'
import { dataFolder, rowsOf } from './matching-sets.ts'

export type PackRecord = {
  system: string
  file: string
  id: string
  /** The record of an account that this one names as its own, or works for. */
  account: string | null
  values: Values
}

/** Accounts hold companies that the truth counts as none, because a list of people names them. */
export type Pack = { accounts: PackRecord[]; contacts: PackRecord[]; truth: Map<string, string> }

export const keyOf = (record: { system: string; file: string; id: string }): string =>
  `${record.system} ${record.file} ${record.id}`

export function readPack(): Pack {
  const [accounts, contacts]: [PackRecord[], PackRecord[]] = [[], []]
  readCrm(accounts, contacts)
  readBilling(accounts)
  readSupport(accounts, contacts)
  readProduct(accounts, contacts)
  for (const sheet of sheets) readSheet(sheet, accounts, contacts)
  addPeople(accounts, contacts)
  const truth = new Map(
    rowsOf('exports/truth/entities.csv').map((row) => [
      `${row['entity_type']} ${row['system']} ${row['file']} ${row['local_id']}`,
      row['true_id'] ?? '',
    ]),
  )
  return {
    accounts,
    contacts: contacts.filter((record) => truth.has(`contact ${keyOf(record)}`)),
    truth,
  }
}

/** Whoever writes from where: an account knows the people that name it as theirs, and these its country. */
function addPeople(accounts: PackRecord[], contacts: PackRecord[]): void {
  const byKey = new Map(accounts.map((account) => [keyOf(account), account]))
  const people = new Map<PackRecord, string[]>()
  for (const contact of contacts) {
    const account = contact.account === null ? undefined : byKey.get(contact.account)
    if (!account) continue
    people.set(account, [...(people.get(account) ?? []), textOf(contact.values['email'])])
    contact.values = { country: account.values['country'], ...contact.values }
  }
  for (const account of accounts) {
    const mails = [...(people.get(account) ?? []), ...((account.values['mail_domains'] as string[] | undefined) ?? [])] // set above
    account.values = { ...account.values, mail_domains: mails, people: mails }
  }
}

const crmAccount = (id: string | null | undefined): string | null => (id ? `crm crm_accounts.csv ${id}` : null)

function readCrm(accounts: PackRecord[], contacts: PackRecord[]): void {
  for (const row of rowsOf('exports/crm_accounts.csv'))
    accounts.push({
      system: 'crm',
      file: 'crm_accounts.csv',
      id: row['Id'] ?? '',
      account: null,
      values: {
        name: row['Name'],
        website: row['Website'],
        phone: row['Phone'],
        country: countryOf(row['BillingCountry']),
        city: row['BillingCity'],
        industry: row['Industry'],
        contract_start: row['Contract_Start__c'],
        renewal_date: row['Renewal_Date__c'],
      },
    })
  for (const row of rowsOf('exports/crm_contacts.csv'))
    contacts.push({
      system: 'crm',
      file: 'crm_contacts.csv',
      id: row['Id'] ?? '',
      account: crmAccount(row['AccountId']),
      values: {
        first_name: row['FirstName'],
        last_name: row['LastName'],
        email: row['Email'],
        phone: row['Phone'],
        mobile_phone: row['MobilePhone'],
        bounced_on: row['EmailBouncedDate'],
        title: row['Title'],
      },
    })
}

function readBilling(accounts: PackRecord[]): void {
  for (const customer of jsonOf('billing_customers.json', 'data'))
    accounts.push({
      system: 'billing',
      file: 'billing_customers.json',
      id: textOf(customer['id']),
      account: crmAccount(textOf(inside(customer, 'metadata')['salesforce_id'])),
      values: {
        name: customer['name'],
        country: inside(customer, 'address')['country'],
        city: inside(customer, 'address')['city'],
        mail_domains: [textOf(customer['email'])],
      },
    })
}

function readSupport(accounts: PackRecord[], contacts: PackRecord[]): void {
  const file = 'support_users.json'
  const mails = new Map<string, string[]>()
  for (const user of jsonOf(file, 'users')) {
    const organization = textOf(user['organization_id'])
    const email = textOf(user['email'])
    mails.set(organization, [...(mails.get(organization) ?? []), email])
    contacts.push({
      system: 'support',
      file,
      id: textOf(user['id']),
      account: organization ? `support support_organizations.json ${organization}` : null,
      values: { name: user['name'], email, phone: user['phone'], title: inside(user, 'user_fields')['job_title'] },
    })
  }
  for (const organization of jsonOf('support_organizations.json', 'organizations'))
    accounts.push({
      system: 'support',
      file: 'support_organizations.json',
      id: textOf(organization['id']),
      account: crmAccount(textOf(organization['external_id'])),
      values: {
        name: organization['name'],
        domains: organization['domain_names'],
        mail_domains: mails.get(textOf(organization['id'])),
      },
    })
}

function readProduct(accounts: PackRecord[], contacts: PackRecord[]): void {
  const file = 'product_events.jsonl'
  const groups = new Map<string, Record<string, unknown>>()
  const users = new Map<string, Record<string, unknown>>()
  const groupsOf = new Map<string, string[]>()
  for (const line of readFileSync(join(dataFolder, 'exports', file), 'utf8').split('\n')) {
    if (line === '' || line.includes('"type":"track"')) continue
    const event = JSON.parse(line) as Record<string, unknown> // every line is one object
    const [user, group] = [textOf(event['userId']), textOf(event['groupId'])]
    if (event['type'] === 'identify' && user) users.set(user, { ...users.get(user), ...inside(event, 'traits') })
    if (event['type'] === 'group') {
      groups.set(group, { ...groups.get(group), ...inside(event, 'traits') })
      if (user) groupsOf.set(user, [...(groupsOf.get(user) ?? []), group])
    }
  }
  const mails = new Map<string, string[]>()
  for (const [id, traits] of users) {
    const own = groupsOf.get(id) ?? []
    for (const group of own) mails.set(group, [...(mails.get(group) ?? []), textOf(traits['email'])])
    contacts.push({
      system: 'product',
      file,
      id,
      account: own[0] ? `product ${file} ${own[0]}` : null,
      values: { name: traits['name'], email: traits['email'], title: traits['title'] },
    })
  }
  for (const [id, traits] of groups)
    accounts.push({
      system: 'product',
      file,
      id,
      account: crmAccount(textOf(traits['crmId'])),
      values: { name: traits['name'], domains: traits['domain'], mail_domains: mails.get(id) },
    })
}

type Sheet = {
  file: string
  encoding?: string
  delimiter?: string
  columns: Readonly<Record<string, number>>
  country?: string
  isMonthFirst?: boolean
}

const sheets: readonly Sheet[] = [
  {
    file: 'hoja_clientes.csv',
    encoding: 'windows-1252',
    delimiter: ';',
    columns: { company: 0, country: 2, start: 3, renewal: 4, name: 7, email: 8, title: 9, phone: 10 },
  },
  {
    file: 'senarai_pelanggan.csv',
    columns: { company: 1, start: 3, renewal: 4, name: 7, email: 8, title: 9, phone: 10 },
    country: 'MY',
  },
  { file: 'us_renewals.csv', columns: { company: 0, start: 2, renewal: 3, name: 6, email: 7 }, isMonthFirst: true },
  { file: 'planilha_contatos.csv', columns: { company: 0, name: 1, email: 2, phone: 3, title: 4 } },
]

/** A row is an account and its main contact, named by the physical line on which it starts. */
function readSheet(sheet: Sheet, accounts: PackRecord[], contacts: PackRecord[]): void {
  const bytes = readFileSync(join(dataFolder, 'exports', sheet.file))
  const rows = parse(new TextDecoder(sheet.encoding ?? 'utf-8').decode(bytes), {
    bom: true,
    delimiter: sheet.delimiter ?? ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[] // what `info: true` makes of rows
  let line = 1
  for (const { record, info } of rows) {
    const id = String(line)
    line = info.lines + 1
    const cell = (name: string): string => record[sheet.columns[name] ?? -1]?.trim() ?? ''
    const country = sheet.country ?? countryOf(cell('country'))
    const account = { system: 'spreadsheet', file: sheet.file, id }
    accounts.push({
      ...account,
      account: null,
      values: {
        name: cell('company'),
        country,
        mail_domains: [cell('email')],
        contract_start: dayOf(cell('start'), sheet.isMonthFirst),
        renewal_date: dayOf(cell('renewal'), sheet.isMonthFirst),
      },
    })
    contacts.push({
      ...account,
      account: keyOf(account),
      values: {
        name: cell('name'),
        email: cell('email'),
        phone: cell('phone'),
        title: cell('title'),
        country,
        employer: cell('company'),
      },
    })
  }
}

function jsonOf(file: string, list: string): Record<string, unknown>[] {
  const all = JSON.parse(readFileSync(join(dataFolder, 'exports', file), 'utf8')) as Record<string, unknown>
  return all[list] as Record<string, unknown>[] // the list that the pack's README names
}

/** 05/11/2027 as 2027-11-05. */
function dayOf(cell: string, isMonthFirst = false): string {
  const [, one, other, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? []
  return year ? [year, ...(isMonthFirst ? [one, other] : [other, one])].join('-') : ''
}

const inside = (record: Record<string, unknown>, name: string): Record<string, unknown> =>
  (record[name] ?? {}) as Record<string, unknown> // an object or nothing in these exports

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim())

const names = new Map<string, string>()

// Codes that ISO has withdrawn, which the runtime still has names for.
const withdrawn = new Set(['UK', 'FX', 'SU', 'DD', 'YU', 'ZR', 'TP', 'BU', 'AN', 'NT', 'CS'])

function countryOf(text: string | undefined): string {
  const given = text?.trim() ?? ''
  if (/^[A-Z]{2}$/.test(given)) return given
  if (names.size === 0)
    for (const language of ['en', 'es', 'pt', 'ms', 'de', 'fr']) {
      const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      for (let a = 65; a <= 90; a++)
        for (let b = 65; b <= 90; b++) {
          const code = String.fromCharCode(a, b)
          const name = inLanguage.of(code)
          if (name && !withdrawn.has(code)) names.set(plain(name), code)
        }
    }
  return names.get(plain(given)) ?? ''
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
