import { append, type Layout, take } from './append.ts'
import {
  type Columns,
  countCodes,
  countPartners,
  createLists,
  createNumbers,
  finished,
  rowsBy,
  sharedInts,
} from './columns.ts'
import { lengthOf } from './compare/strings.ts'
import type { EncodeOptions, Encoder, Values } from './encode.ts'
import { readAddress } from './normalise/address.ts'
import { companyWords, readCompany } from './normalise/company.ts'
import { readDay } from './normalise/day.ts'
import { readDomain } from './normalise/domain.ts'
import { latinised } from './normalise/letters.ts'
import { readMailbox } from './normalise/mailbox.ts'
import { handleOf, nameOfMailbox, spelledOut } from './normalise/mailbox-name.ts'
import { nicknameClasses } from './normalise/nicknames.ts'
import { type PersonName, readPerson } from './normalise/person.ts'
import { digitsOf, readPhone } from './normalise/phone.ts'
import { createTexts, type Texts } from './texts.ts'
import { text } from './values.ts'

/** Contacts as columns. Names share one set of codes, so that a given name written as a surname is still the same code. */
export function openContacts(options: EncodeOptions): Encoder {
  const numbers = {
    given: createNumbers(),
    family: createNumbers(),
    generation: createNumbers(),
    email: createNumbers(),
    domain: createNumbers(),
    phone: createNumbers(),
    mobile: createNumbers(),
    birth: createNumbers(),
    national_id: createNumbers(),
    house: createNumbers(),
    street: createNumbers(),
    postcode: createNumbers(),
    city: createNumbers(),
    employer: createNumbers(),
    company: createNumbers(),
    title: createNumbers(),
    /** 1 where the person is known to have left, or mail to the address comes back. */
    has_left: createNumbers(),
  }
  const texts = {
    name: createTexts(),
    word: createTexts(),
    email: createTexts(),
    local: createTexts(),
    handle: createTexts(),
    domain: createTexts(),
    phone: createTexts(),
    national_id: createTexts(),
    house: createTexts(),
    street: createTexts(),
    postcode: createTexts(),
    city: createTexts(),
    employer: createTexts(),
    company: createTexts(),
    title: createTexts(),
  }
  const lists = { name_words: createLists({ isUnderCodes: true }), word_classes: createLists({ isUnderCodes: true }) }
  // Under the codes of e-mail addresses and telephones; code 0 is none.
  const facts = { email_is_role: [0], email_domain: [0], email_local: [0], email_handle: [0], phone_tail: [0] }
  let rows = 0

  // Names come as the lists that were read when they first came.
  let namesKnown = new WeakMap<readonly string[], number>()
  const nameCode = (parts: readonly string[]): number => {
    const known = namesKnown.get(parts)
    if (known !== undefined) return known
    const code = codeOfName(parts)
    namesKnown.set(parts, code)
    return code
  }
  const codeOfName = (parts: readonly string[]): number => {
    const code = texts.name.codeOf(parts.length === 1 ? (parts[0] ?? '') : parts.join(' '))
    if (code === lists.name_words.size()) lists.name_words.push(parts.map(wordCode))
    return code
  }
  const wordCode = (part: string): number => {
    const code = texts.word.codeOf(part)
    if (code === lists.word_classes.size()) lists.word_classes.push(nicknameClasses(part))
    return code
  }
  const emailCode = (address: string): number => {
    const mailbox = address === '' ? null : readMailbox(address)
    if (!mailbox) return 0
    const code = texts.email.codeOf(mailbox.key)
    if (code === facts.email_is_role.length) {
      facts.email_is_role.push(mailbox.isRole ? 1 : 0)
      const own = mailbox.isFree ? null : readDomain(mailbox.domain)
      facts.email_domain.push(texts.domain.codeOf(own?.domain ?? ''))
      facts.email_local.push(texts.local.codeOf(mailbox.local))
      facts.email_handle.push(texts.handle.codeOf(handleOf(mailbox.local)))
    }
    return code
  }
  const phoneCode = (number: string, country: string): number => {
    const phone = number === '' ? null : readPhone(number, country)
    if (!phone) return 0
    const code = texts.phone.codeOf(phone.key)
    if (code === facts.phone_tail.length) facts.phone_tail.push(Number(phone.tail))
    return code
  }

  function add(values: Values): void {
    const name = nameOf(values)
    numbers.given.push(nameCode(name.given))
    numbers.family.push(nameCode(name.family))
    numbers.generation.push(name.generation)
    const email = emailCode(text(values['email']))
    numbers.email.push(email)
    numbers.domain.push(facts.email_domain[email] ?? 0)
    const country = text(values['country'])
    const mobile = phoneCode(text(values['mobile_phone']), country)
    const phone = phoneCode(text(values['phone']), country) || mobile
    numbers.phone.push(phone)
    numbers.mobile.push(mobile === phone ? 0 : mobile)
    numbers.birth.push(readDay(values['birth_date']))
    numbers.national_id.push(texts.national_id.codeOf(plainId(text(values['national_id']))))
    const address = readAddress(text(values['street']))
    numbers.house.push(texts.house.codeOf(text(values['house_number']).toLowerCase() || address.house))
    numbers.street.push(texts.street.codeOf(address.street))
    numbers.postcode.push(texts.postcode.codeOf(plainId(text(values['postcode']))))
    numbers.city.push(texts.city.codeOf(latinised(text(values['city']))))
    numbers.employer.push(texts.employer.codeOf(text(values['account'])))
    numbers.title.push(texts.title.codeOf(titleOf(text(values['title']))))
    numbers.has_left.push(text(values['bounced_on']) || text(values['status']) === 'left' ? 1 : 0)
    numbers.company.push(texts.company.codeOf(companyOf(values)))
    rows++
  }

  function columns(): Columns {
    const all = finished(numbers)
    const allTexts = finished(texts)
    return {
      kind: 'contact',
      rows,
      population: options.population ?? rows,
      numbers: { ...all, ...glancesOf(all, allTexts, facts) },
      texts: allTexts,
      lists: finished(lists),
      facts: {
        given_count: countCodes(texts.name.size(), all.given),
        family_count: countCodes(texts.name.size(), all.family),
        domain_count: countCodes(texts.domain.size(), all.domain),
        street_count: countCodes(texts.street.size(), all.street),
        postcode_count: countCodes(texts.postcode.size(), all.postcode),
        city_count: countCodes(texts.city.size(), all.city),
        title_count: countCodes(texts.title.size(), all.title),
        employer_count: countCodes(texts.employer.size(), all.employer),
        email_is_role: sharedInts(facts.email_is_role.length, facts.email_is_role),
        email_domain: sharedInts(facts.email_domain.length, facts.email_domain),
        email_local: sharedInts(facts.email_local.length, facts.email_local),
        email_handle: sharedInts(facts.email_handle.length, facts.email_handle),
        phone_tail: sharedInts(facts.phone_tail.length, facts.phone_tail),
        email_holders: countPartners(texts.email.size(), all.email, all.given),
        phone_holders: countPartners(texts.phone.size(), all.phone, all.given),
      },
    }
  }

  return {
    add,
    take() {
      const page = take({ numbers, texts, lists, facts }, rows)
      rows = 0
      namesKnown = new WeakMap()
      return page
    },
    append(page) {
      append({ numbers, texts, lists, facts }, page, layout)
      rows += page.rows
    },
    columns,
  }
}

const layout: Layout = {
  numbers: {
    given: 'name',
    family: 'name',
    generation: null,
    email: 'email',
    domain: 'domain',
    phone: 'phone',
    mobile: 'phone',
    birth: null,
    national_id: 'national_id',
    house: 'house',
    street: 'street',
    postcode: 'postcode',
    city: 'city',
    employer: 'employer',
    company: 'company',
    title: 'title',
    has_left: null,
  },
  lists: { name_words: { under: 'name', items: 'word' }, word_classes: { under: 'word', items: null } },
  facts: {
    email_is_role: { under: 'email', items: null },
    email_domain: { under: 'email', items: 'domain' },
    email_local: { under: 'email', items: 'local' },
    email_handle: { under: 'email', items: 'handle' },
    phone_tail: { under: 'phone', items: null },
  },
}

/** What a first look at two addresses or telephones asks for, by row: almost every record has one of its own. */
function glancesOf(
  { birth, email, phone, mobile }: Readonly<Record<'birth' | 'email' | 'phone' | 'mobile', Int32Array>>,
  texts: Readonly<Record<'email', Texts>>,
  facts: Readonly<Record<'email_local' | 'email_handle' | 'phone_tail', readonly number[]>>,
) {
  const digits = facts.phone_tail.map(digitsOf)
  return {
    birth_digits: rowsBy(birth, digitsOf),
    email_local: rowsBy(email, (code) => facts.email_local[code] ?? 0),
    email_handle: rowsBy(email, (code) => facts.email_handle[code] ?? 0),
    email_length: rowsBy(email, (code) => lengthOf(texts.email, code)),
    email_letters: rowsBy(email, (code) => texts.email.letters[code] ?? 0),
    email_twice: rowsBy(email, (code) => texts.email.twice[code] ?? 0),
    phone_digits: rowsBy(phone, (code) => digits[code] ?? 0),
    mobile_digits: rowsBy(mobile, (code) => digits[code] ?? 0),
  }
}

function companyOf(values: Values): string {
  const employer = text(values['employer'])
  const name = employer === '' ? undefined : readCompany(employer)[0]
  return name ? companyWords(name) : ''
}

const isPlain = /^[a-z0-9]*$/

/** A job title without what comes and goes with a step on the ladder. */
const titleOf = (title: string): string =>
  title === ''
    ? ''
    : latinised(title)
        .replace(/\b(?:deputy|assistant|interim|acting|senior|junior|associate|vice|sr|jr)\b/g, '')
        .replace(/ +/g, ' ')
        .trim()

const plainId = (value: string): string =>
  isPlain.test(value) ? value : value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The name as it is written, else as the mailbox spells it. */
function nameOf(values: Values): PersonName {
  const name = readPerson({
    full: text(values['name']),
    first: text(values['first_name']),
    last: text(values['last_name']),
  })
  const isInitial = name.given[0]?.length === 1
  if (name.given.length + name.family.length > 0 && !isInitial) return name
  const mailbox = readMailbox(text(values['email']))
  if (!mailbox || mailbox.isRole) return name
  return isInitial ? spelledOut(name, handleOf(mailbox.local)) : (nameOfMailbox(mailbox.local) ?? name)
}
