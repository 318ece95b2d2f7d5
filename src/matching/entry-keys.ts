// The keys under which a record is found when another one like it is written: a handful, each likely to survive the ways in which
// people and systems write one thing differently. A key only proposes; the scorer decides.
import type { Values } from './encode.ts'
import { readAddress } from './normalise/address.ts'
import { readCompany } from './normalise/company.ts'
import { readDay } from './normalise/day.ts'
import { readDomain } from './normalise/domain.ts'
import { genericWords } from './normalise/generic-words.ts'
import { readMailbox } from './normalise/mailbox.ts'
import { readPerson } from './normalise/person.ts'
import { readPhone } from './normalise/phone.ts'
import { soundOf } from './normalise/sound.ts'
import { text, textsOf } from './values.ts'

type Key = { kind: string; key: string }

/** At most so many keys a record, the most telling ones first. */
export const mostKeys = 8

/** Keys of a contact or an account from its canonical values, for a b-tree of `kind` and `key`. */
export function entryKeysOf(kind: 'contact' | 'account', values: Values): Key[] {
  const keys = kind === 'contact' ? contactKeys(values) : accountKeys(values)
  const seen = new Set<string>()
  return keys
    .filter(({ kind: each, key }) => key !== '' && !seen.has(`${each} ${key}`) && seen.add(`${each} ${key}`))
    .slice(0, mostKeys)
}

function contactKeys(values: Values): Key[] {
  const name = readPerson({
    full: text(values['name']),
    first: text(values['first_name']),
    last: text(values['last_name']),
  })
  const mailbox = text(values['email']) ? readMailbox(text(values['email'])) : null
  const country = text(values['country'])
  const phones = [values['phone'], values['mobile_phone']].map((each) => readPhone(text(each), country)?.tail ?? '')
  // A number among the words of a name is no name.
  const [given, family] = [name.given, name.family].map((words) =>
    words.filter((word) => /\p{L}/u.test(word)).map(soundOf),
  ) as [string[], string[]]
  const birth = readDay(values['birth_date'])
  const postcode = text(values['postcode']).toLowerCase().replace(/[\s-]/g, '')
  const own = mailbox && !mailbox.isFree ? (readDomain(mailbox.domain)?.domain ?? '') : ''
  const at = text(values['account']) || own
  const street = readAddress(text(values['street'])).street
  return [
    { kind: 'id', key: text(values['national_id']).toLowerCase() },
    { kind: 'email', key: mailbox?.key ?? '' },
    ...phones.map((key) => ({ kind: 'phone', key })),
    { kind: 'birth', key: birth ? `${birth}` : '' },
    // Both words in one order, for which of them is the family's is not always known.
    { kind: 'name', key: pair(given[0], family[0]) },
    { kind: 'name', key: pair(given[0], family.at(-1)) },
    { kind: 'name', key: given.length > 1 ? pair(given[0], given[1]) : '' },
    { kind: 'at', key: at && family[0] ? `${at} ${family[0]}` : '' },
    { kind: 'at', key: at && given[0] ? `${at} ${given[0]}` : '' },
    { kind: 'place', key: postcode && family[0] ? `${postcode} ${family[0]}` : '' },
    { kind: 'place', key: street && given[0] ? `${soundOf(street.replaceAll(' ', ''))} ${given[0]}` : '' },
    { kind: 'mailbox', key: mailbox && !mailbox.isRole && mailbox.local.length >= 6 ? mailbox.local : '' },
  ]
}

function accountKeys(values: Values): Key[] {
  const names = [values['name'], values['legal_name'], ...textsOf(values['other_names'])].flatMap((name) =>
    readCompany(text(name)),
  )
  const domains = [...textsOf(values['domains']), ...textsOf(values['website'])].flatMap(
    (each) => readDomain(each) ?? [],
  )
  const telling = names.flatMap((name) => name.words.filter((word) => !genericWords.has(word) && word.length > 2))
  const address = readAddress(text(values['street']))
  return [
    { kind: 'registration', key: text(values['registration']).toUpperCase().replace(/\W/g, '') },
    ...domains.map(({ domain }) => ({ kind: 'domain', key: domain })),
    ...names.map((name) => ({ kind: 'name', key: name.words.join('').slice(0, 10) })),
    // A company's domain is its name written in one word more often than not.
    ...domains.map(({ label }) => ({ kind: 'name', key: label.slice(0, 10) })),
    ...telling.slice(0, 3).map((word) => ({ kind: 'word', key: soundOf(word) + word.slice(0, 2) })),
    { kind: 'phone', key: readPhone(text(values['phone']), text(values['country']))?.tail ?? '' },
    { kind: 'place', key: address.house && address.street ? `${address.house} ${address.street}` : '' },
  ]
}

const pair = (a: string | undefined, b: string | undefined): string => (a && b ? [a, b].sort().join(' ') : '')
