import { append, type Layout, take } from './append.ts'
import {
  type Columns,
  countCodes,
  createLists,
  createNumbers,
  finished,
  type Lists,
  rowsBy,
  sharedInts,
} from './columns.ts'
import type { EncodeOptions, Encoder, Values } from './encode.ts'
import { readAddress } from './normalise/address.ts'
import { type CompanyName, readCompany } from './normalise/company.ts'
import { readDay } from './normalise/day.ts'
import { readDomain } from './normalise/domain.ts'
import { formNumber } from './normalise/legal-forms.ts'
import { latinised } from './normalise/letters.ts'
import { readMailbox } from './normalise/mailbox.ts'
import { countryOfPhone, digitsOf, readPhone } from './normalise/phone.ts'
import { countryIn } from './normalise/places.ts'
import { createTexts } from './texts.ts'
import { text, textsOf } from './values.ts'

/** Accounts as columns. A company may have several names and several domains, so these are lists under the row. */
export function openAccounts(options: EncodeOptions): Encoder {
  const numbers = {
    name: createNumbers(),
    form: createNumbers(),
    branch: createNumbers(),
    /** The country that a branch is named by: "Carrington (United States)". */
    branch_country: createNumbers(),
    /** The town, where it only stood in brackets: "Palm (Los Angeles)". */
    branch_city: createNumbers(),
    domain: createNumbers(),
    /** The domain most of its people write from, where it is nobody's free mail. */
    mail: createNumbers(),
    phone: createNumbers(),
    country: createNumbers(),
    /** Where the country is not known, those whose law knows the legal form. */
    form_countries: createNumbers(),
    house: createNumbers(),
    street: createNumbers(),
    postcode: createNumbers(),
    city: createNumbers(),
    industry: createNumbers(),
    registration: createNumbers(),
    /** Days on which the contract began and is to be renewed, 20240229; `term` is the code of the first that is known. */
    start: createNumbers(),
    renewal: createNumbers(),
    term: createNumbers(),
    /** Rows that tell of one record already, where that is known. */
    record: createNumbers(),
  }
  const texts = {
    name: createTexts(),
    word: createTexts(),
    /** Names and domains' first labels without any spaces, so that "GMK Energy" meets gmkenergy.com. */
    joined: createTexts(),
    branch: createTexts(),
    domain: createTexts(),
    phone: createTexts(),
    country: createTexts(),
    form_countries: createTexts(),
    house: createTexts(),
    street: createTexts(),
    postcode: createTexts(),
    city: createTexts(),
    industry: createTexts(),
    registration: createTexts(),
    person: createTexts(),
    term: createTexts(),
    record: createTexts(),
    list: createTexts(),
  }
  const lists = {
    /** The lists that have an entry of the record: each system, each sheet. */
    lists: createLists(),
    people: createLists(),
    names: createLists(),
    domains: createLists(),
    labels: createLists(),
    name_words: createLists({ isUnderCodes: true }),
  }
  const facts = { name_joined: [0], domain_label: [0], phone_tail: [0] }
  let rows = 0

  const nameCode = (words: readonly string[]): number => {
    const code = texts.name.codeOf(words.join(' '))
    if (code === lists.name_words.size()) {
      lists.name_words.push(words.map((word) => texts.word.codeOf(word)))
      facts.name_joined.push(texts.joined.codeOf(words.join('')))
    }
    return code
  }
  const domainCode = (domain: string): number => {
    const own = readDomain(domain)
    if (!own) return 0
    const code = texts.domain.codeOf(own.domain)
    if (code === facts.domain_label.length) facts.domain_label.push(texts.joined.codeOf(own.label))
    return code
  }
  const personCode = (email: string): number[] => {
    const mailbox = readMailbox(email)
    return mailbox && !mailbox.isRole ? [texts.person.codeOf(mailbox.key)] : []
  }
  const phoneCode = (number: string, country: string): number => {
    const phone = number === '' ? null : readPhone(number, country)
    if (!phone) return 0
    const code = texts.phone.codeOf(phone.key)
    if (code === facts.phone_tail.length) facts.phone_tail.push(Number(phone.tail))
    return code
  }

  function add(values: Values): void {
    const names = [values['name'], values['legal_name'], ...textsOf(values['other_names'])].flatMap((name) =>
      readCompany(text(name)),
    )
    const codes = [...new Set(names.map((name) => nameCode(name.words)))]
    lists.names.push(codes)
    numbers.name.push(codes[0] ?? 0)
    numbers.form.push(formNumber(names.find((name) => name.form)?.form ?? null))
    const branched = names.find((name) => name.branch.length > 0)
    const branch = branched?.branch.join(' ') ?? ''
    const city = latinised(text(values['city']))
    // Who names another place than their own is a branch called by it.
    const isOwnPlace = branched?.isAside && (city === '' || city === branch)
    numbers.branch_city.push(texts.city.codeOf(isOwnPlace ? branch : ''))
    numbers.branch.push(texts.branch.codeOf(branch))
    numbers.branch_country.push(texts.country.codeOf((branch && countryIn(branch)) || ''))
    const domains = [...textsOf(values['domains']), ...textsOf(values['website'])].map(domainCode).filter(Boolean)
    lists.domains.push([...new Set(domains)])
    lists.labels.push([...new Set(domains.map((code) => facts.domain_label[code] ?? 0))])
    numbers.domain.push(domains[0] ?? 0)
    lists.people.push([...new Set(textsOf(values['people']).flatMap(personCode))])
    numbers.mail.push(mostOften(textsOf(values['mail_domains']).map(domainCode)))
    const phone = text(values['phone'])
    const country = text(values['country']) || countryOfPhone(phone) || names.map(countryBehind).find(Boolean) || ''
    numbers.phone.push(phoneCode(phone, country))
    numbers.country.push(texts.country.codeOf(country.toUpperCase()))
    const possible = country ? '' : (names.find(({ formCountries }) => formCountries)?.formCountries ?? '')
    numbers.form_countries.push(texts.form_countries.codeOf(possible))
    const address = readAddress(text(values['street']))
    numbers.house.push(texts.house.codeOf(address.house))
    numbers.street.push(texts.street.codeOf(address.street))
    numbers.postcode.push(texts.postcode.codeOf(text(values['postcode']).toLowerCase().replace(/[\s-]/g, '')))
    numbers.city.push(texts.city.codeOf(city))
    numbers.industry.push(texts.industry.codeOf(latinised(text(values['industry']))))
    numbers.registration.push(texts.registration.codeOf(text(values['registration']).toUpperCase().replace(/\W/g, '')))
    const [start, renewal] = [readDay(values['contract_start']), readDay(values['renewal_date'])]
    numbers.start.push(start)
    numbers.renewal.push(renewal)
    numbers.term.push(texts.term.codeOf(text(values[start ? 'contract_start' : 'renewal_date'])))
    numbers.record.push(texts.record.codeOf(text(values['record'])))
    lists.lists.push([...new Set(textsOf(values['lists']).map(texts.list.codeOf))])
    rows++
  }

  function columns(): Columns {
    const all = finished(numbers)
    const finishedLists = finished(lists)
    const nameCounts = countCodes(texts.name.size(), finishedLists.names.items)
    return {
      kind: 'account',
      rows,
      population: options.population ?? rows,
      numbers: { ...all, phone_digits: rowsBy(all.phone, (code) => digitsOf(facts.phone_tail[code] ?? 0)) },
      texts: finished(texts),
      lists: finishedLists,
      facts: {
        name_count: nameCounts,
        word_count: countWords(texts.word.size(), finishedLists.name_words, nameCounts),
        domain_count: countCodes(texts.domain.size(), finishedLists.domains.items),
        street_count: countCodes(texts.street.size(), all.street),
        city_count: countCodes(texts.city.size(), all.city),
        country_count: countCodes(texts.country.size(), all.country),
        industry_count: countCodes(texts.industry.size(), all.industry),
        term_count: countCodes(texts.term.size(), all.term),
        name_joined: sharedInts(facts.name_joined.length, facts.name_joined),
        domain_label: sharedInts(facts.domain_label.length, facts.domain_label),
        phone_tail: sharedInts(facts.phone_tail.length, facts.phone_tail),
      },
    }
  }

  return {
    add,
    take() {
      const page = take({ numbers, texts, lists, facts }, rows)
      rows = 0
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
    name: 'name',
    form: null,
    branch: 'branch',
    branch_country: 'country',
    branch_city: 'city',
    domain: 'domain',
    mail: 'domain',
    phone: 'phone',
    country: 'country',
    form_countries: 'form_countries',
    house: 'house',
    street: 'street',
    postcode: 'postcode',
    city: 'city',
    industry: 'industry',
    registration: 'registration',
    start: null,
    renewal: null,
    term: 'term',
    record: 'record',
  },
  lists: {
    lists: { under: null, items: 'list' },
    people: { under: null, items: 'person' },
    names: { under: null, items: 'name' },
    domains: { under: null, items: 'domain' },
    labels: { under: null, items: 'joined' },
    name_words: { under: 'name', items: 'word' },
  },
  facts: {
    name_joined: { under: 'name', items: 'joined' },
    domain_label: { under: 'domain', items: 'joined' },
    phone_tail: { under: 'phone', items: null },
  },
}

/** The country that a name ends with: "Bergmann Versicherungen Germany", and not "Air France" or "Bank of China". */
function countryBehind({ words }: CompanyName): string | null {
  for (let length = 1; length <= 3; length++) {
    const before = words.at(-length - 1) ?? ''
    if (words.length - length >= 2 && before.length > 3) {
      const country = countryIn(words.slice(-length).join(' '))
      if (country) return country
    }
  }
  return null
}

/** In how many rows' names each word stands. */
function countWords(size: number, words: Lists, nameCounts: Int32Array): Int32Array {
  const counts = sharedInts(size)
  nameCounts.forEach((rows, name) => {
    for (const word of new Set(words.items.subarray(words.starts[name], words.starts[name + 1])))
      counts[word] = (counts[word] ?? 0) + rows
  })
  return counts
}

/** The code that occurs most often, the first of several that do; 0 where there is none. */
function mostOften(codes: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const code of codes) if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0] ?? 0
}
