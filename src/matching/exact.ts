// Recognising by keys and exact rules: what two systems write of one company or person when they mean the same one.
// Pure. Graded matching comes on top of this; a key only proposes, `isSame` decides.
import { fold } from '../../dictionary/index.ts'
import { companyKey, formOf } from './company-name.ts'
import { type NumberedKey, numbered } from './key-number.ts'
import { isFreeMail, isRoleMailbox } from './mailboxes.ts'
import { formGroupOf } from './normalise/company.ts'
import { isSamePerson } from './person-name.ts'
import { isSlip } from './slip.ts'

export type Key = { kind: string; key: string }
type Values = Readonly<Record<string, unknown>>

/** Two entries of one list: what it says of each, and whether each has an id of its own there, which no other company is given. */
export type Entries = { a: Values; b: Values; haveIds: boolean }

/** Whether a list that has two entries of one name may mean two by them. */
export const mayBeTwoEntries = (object: string, entries: Entries): boolean =>
  object === 'account' && mayBeTwoCompanies(entries)

type Rules = {
  fields: readonly string[]
  keysOf(values: Values): Key[]
  isSame(a: Values, b: Values): boolean
  mayBeSame(a: Values, b: Values): boolean
}

/** The keys a record can be found by. Objects without rules are found by their ids alone. */
export const matchKeysOf = (object: string, values: Values): NumberedKey[] =>
  (rules[object]?.keysOf(values) ?? []).map((key) => numbered(object, key))

/** Fields that keys are made from: where none of them changed, neither did the keys. */
export const matchFieldsOf = (object: string): readonly string[] => rules[object]?.fields ?? []

/** Whether two records that share a key are one thing. Where it is not certain, the answer is no. */
export const isSame = (object: string, a: Values, b: Values): boolean => rules[object]?.isSame(a, b) ?? false

/** Whether two records that share a key are to be taken for one thing until somebody says otherwise: where there is somebody to ask. */
export const mayBeSame = (object: string, a: Values, b: Values): boolean => rules[object]?.mayBeSame(a, b) ?? false

const rules: Readonly<Record<string, Rules>> = {
  account: {
    fields: ['name', 'legal_name', 'domains', 'country'],
    keysOf: (values) => [
      ...[...new Set(namesOf(values).map(companyKey))].filter(Boolean).map((key) => ({ kind: 'name', key })),
      ...domainsOf(values).map((key) => ({ kind: 'domain', key })),
    ],
    isSame: isSameCompany,
    mayBeSame: mayBeSameCompany,
  },
  contact: {
    fields: ['name', 'email'],
    keysOf: (values) => (typeof values['email'] === 'string' ? [{ kind: 'email', key: values['email'] }] : []),
    isSame: isSameContact,
    mayBeSame: mayBeSameContact,
  },
}

/** One name is borne by many: it takes the same domain, country or legal form besides, and nothing that speaks against it. */
function isSameCompany(a: Values, b: Values): boolean {
  const [names, others] = [namesOf(a), namesOf(b)]
  const common = commonNames(names, others)
  if (common.length === 0) return mayBeSameCompany(a, b)
  if (!mayBeSameCompany(a, b) || areOfTwoForms(names, others)) return false
  const [domains, otherDomains] = [domainsOf(a), domainsOf(b)]
  if (domains.length > 0 && otherDomains.length > 0) return domains.some((domain) => otherDomains.includes(domain))
  const forms = new Set(others.map(formOf))
  return Boolean(a['country'] && b['country']) || common.some((name) => formOf(name) !== '' && forms.has(formOf(name)))
}

/** One name, and neither another country nor, where the country is not known to be one, another domain. */
function mayBeSameCompany(a: Values, b: Values): boolean {
  const [names, others] = [namesOf(a), namesOf(b)]
  if (commonNames(names, others).length === 0) return isSameSlip(a, b, names.map(companyKey), others.map(companyKey))
  const [country, otherCountry] = [a['country'], b['country']]
  if (country && otherCountry && country !== otherCountry) return false
  const [domains, otherDomains] = [domainsOf(a), domainsOf(b)]
  const isApart =
    domains.length > 0 && otherDomains.length > 0 && !domains.some((domain) => otherDomains.includes(domain))
  return !isApart || Boolean(country && otherCountry)
}

const commonNames = (names: readonly string[], others: readonly string[]): string[] => {
  const keys = others.map(companyKey)
  return names.filter((name) => companyKey(name) !== '' && keys.includes(companyKey(name)))
}

/** A limited company is not the public one of its name, which may be the one above it. */
function areOfTwoForms(names: readonly string[], others: readonly string[]): boolean {
  const [forms, otherForms] = [names, others].map((all) => all.flatMap((name) => formGroupOf(name) ?? [])) as [
    string[],
    string[],
  ]
  return forms.length > 0 && otherForms.length > 0 && !forms.some((form) => otherForms.includes(form))
}

/**
 * A sheet repeats a company for each of its people, but under one contract; and what a system keeps under two ids it takes for two,
 * such as a branch that goes by its parent's name, unless a contract or a telephone says otherwise.
 */
function mayBeTwoCompanies({ a, b, haveIds }: Entries): boolean {
  const terms = ['contract_start', 'renewal_date'].flatMap((field) => {
    const [day, other] = [textOf(a[field]), textOf(b[field])]
    return day && other ? [day === other] : []
  })
  if (terms.length > 0) return !terms.includes(true)
  const phone = textOf(a['phone'])
  return haveIds && !(phone && phone === textOf(b['phone']))
}

function isSameContact(a: Values, b: Values): boolean {
  if (!mayBeSameContact(a, b)) return false
  const [email, other] = [textOf(a['email']), textOf(b['email'])]
  if (!email || !other) return true
  // Who has two addresses at one company may be two of one name, and so may those behind one that is shared.
  if (email !== other) return hostOf(email) !== hostOf(other) || isFreeMail(hostOf(email))
  return !isRoleMailbox(email) || haveOneName(a, b)
}

function mayBeSameContact(a: Values, b: Values): boolean {
  const [email, other] = [textOf(a['email']), textOf(b['email'])]
  const [name, otherName] = [textOf(a['name']), textOf(b['name'])]
  if (email && email === other) return !name || !otherName ? !isRoleMailbox(email) : isSamePerson(name, otherName)
  // Found by another key, such as a name at an account: then the whole name has to agree.
  return haveOneName(a, b)
}

function haveOneName(a: Values, b: Values): boolean {
  const [name, other] = [textOf(a['name']), textOf(b['name'])]
  return Boolean(name && other && fold(name) === fold(other))
}

/** Two spellings at one domain that differ by a slip of the pen, or where one was cut off in the middle of a word. */
function isSameSlip(a: Values, b: Values, names: readonly string[], others: readonly string[]): boolean {
  if (!domainsOf(a).some((domain) => domainsOf(b).includes(domain))) return false
  return names.some((name) =>
    others.some((other) => isSlip(name, other, 8) || isCutOff(name, other) || isCutOff(other, name)),
  )
}

const isCutOff = (short: string, long: string): boolean =>
  short.length >= 10 && long.startsWith(short) && long[short.length] !== ' '

const hostOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const namesOf = (values: Values): string[] =>
  [values['name'], values['legal_name']].flatMap((name) => textOf(name) ?? [])
const domainsOf = (values: Values): string[] =>
  (Array.isArray(values['domains']) ? (values['domains'] as string[]) : []).filter((domain) => !isFreeMail(domain)) // canonical domains
