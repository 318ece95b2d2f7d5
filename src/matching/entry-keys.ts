// The keys under which a record is found when another one like it is written: a handful, each likely to survive the ways in which
// people and systems write one thing differently. A key only proposes; the scorer decides.
import type { Values } from './encode.ts'
import { readCompany } from './normalise/company.ts'
import { readDomain } from './normalise/domain.ts'
import { genericWords } from './normalise/generic-words.ts'
import { readMailbox } from './normalise/mailbox.ts'
import { readPerson } from './normalise/person.ts'
import { readPhone } from './normalise/phone.ts'
import { soundOf } from './normalise/sound.ts'
import { text, textsOf } from './values.ts'

type Key = { kind: string; key: string }

/** Each key is a row that every record writes, so there are at most so many, the most telling ones first. */
const mostKeys = 4

/** Keys of a contact or an account from its canonical values. */
export function entryKeysOf(kind: 'contact' | 'account', values: Values): Key[] {
  const keys: Key[] = []
  for (const each of kind === 'contact' ? contactKeys(values) : accountKeys(values)) {
    if (each.key === '' || keys.some(({ kind, key }) => kind === each.kind && key === each.key)) continue
    keys.push(each)
    if (keys.length === mostKeys) break
  }
  return keys
}

function contactKeys(values: Values): Key[] {
  const name = readPerson({
    full: text(values['name']),
    first: text(values['first_name']),
    last: text(values['last_name']),
  })
  const mailbox = text(values['email']) ? readMailbox(text(values['email'])) : null
  const country = text(values['country'])
  const phones = [values['phone'], values['mobile_phone']].map((each) =>
    each ? (readPhone(text(each), country)?.tail ?? '') : '',
  )
  const [given, family] = [soundsOf(name.given), soundsOf(name.family)]
  const own = mailbox && !mailbox.isFree ? (readDomain(mailbox.domain)?.domain ?? '') : ''
  const at = text(values['account']) || own
  return [
    ...phones.map((key) => ({ kind: 'phone', key })),
    // Both words in one order, for which of them is the family's is not always known.
    { kind: 'name', key: pair(given[0], family[0]) },
    { kind: 'name', key: pair(given[0], family.at(-1)) },
    { kind: 'name', key: given.length > 1 ? pair(given[0], given[1]) : '' },
    { kind: 'at', key: at && family[0] ? `${at} ${family[0]}` : '' },
    { kind: 'at', key: at && given[0] ? `${at} ${given[0]}` : '' },
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
  return [
    ...names.map((name) => ({ kind: 'name', key: name.words.join('').slice(0, 10) })),
    // A company's domain is its name written in one word more often than not.
    ...domains.map(({ label }) => ({ kind: 'name', key: label.slice(0, 10) })),
    ...telling.slice(0, 3).map((word) => ({ kind: 'word', key: soundOf(word) + word.slice(0, 2) })),
    { kind: 'phone', key: readPhone(text(values['phone']), text(values['country']))?.tail ?? '' },
  ]
}

/** A number among the words of a name is no name. */
const soundsOf = (words: readonly string[]): string[] =>
  words.filter((word) => /^[a-z]/.test(word) || /\p{L}/u.test(word)).map(soundOf)

const pair = (a: string | undefined, b: string | undefined): string =>
  a && b ? (a < b ? `${a} ${b}` : `${b} ${a}`) : ''
