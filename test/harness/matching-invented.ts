// A customer base that is invented anew from a seed, as five systems would know it: other names, countries and mistakes than those of any
// file the weights were looked at with. It holds what must stay two as well: a company of the same name abroad, with a domain of its own or
// at its parent's, a site of a group at the same domain, of which a list that has its parent may know no more than the parent's name, a
// namesake at one company, a parent and child of one name.
import type { Values } from '../../src/matching/index.ts'

export type Invented = {
  accounts: { truth: string /** Companies that belong together without being one. */; group: string; values: Values }[]
  contacts: { truth: string /** The row of the account it is at. */; at: number; values: Values }[]
}

type Land = { code: string; dial: string; cities: string[]; forms: string[][]; trades: string[]; ending: string }

const lands: readonly Land[] = [
  { code: 'FR', dial: '+331', cities: ['Paris', 'Lyon', 'Nantes'], forms: [['SARL', 'S.A.R.L.'], ['SAS', 'S.A.S.']], trades: ['Menuiserie', 'Fonderie', 'Laiteries', 'Verreries'], ending: 'fr' }, // biome-ignore format: a table
  { code: 'IT', dial: '+3902', cities: ['Milano', 'Torino', 'Napoli'], forms: [['S.r.l.', 'SRL'], ['S.p.A.', 'SpA']], trades: ['Ceramiche', 'Tessuti', 'Vini', 'Trasporti'], ending: 'it' }, // biome-ignore format: a table
  { code: 'NL', dial: '+3120', cities: ['Utrecht', 'Eindhoven', 'Rotterdam'], forms: [['B.V.', 'BV'], ['N.V.', 'NV']], trades: ['Bloemen', 'Scheepsbouw', 'Zuivel', 'Drukkerij'], ending: 'nl' }, // biome-ignore format: a table
  { code: 'PL', dial: '+4822', cities: ['Gdańsk', 'Poznań', 'Łódź'], forms: [['Sp. z o.o.', 'sp. z o. o.'], ['S.A.', 'SA']], trades: ['Meble', 'Szkło', 'Budowa', 'Odlewnia'], ending: 'pl' }, // biome-ignore format: a table
  { code: 'TR', dial: '+9021', cities: ['Ankara', 'İzmir', 'Bursa'], forms: [['A.Ş.', 'AŞ'], ['Ltd. Şti.', 'Limited Şirketi']], trades: ['Tekstil', 'Gıda', 'Makina', 'İnşaat'], ending: 'com.tr' }, // biome-ignore format: a table
  { code: 'ZA', dial: '+2711', cities: ['Durban', 'Pretoria', 'Cape Town'], forms: [['(Pty) Ltd', 'Pty Ltd'], ['Ltd', 'Limited']], trades: ['Mining Supplies', 'Citrus', 'Freight', 'Optics'], ending: 'co.za' }, // biome-ignore format: a table
]
const [heads, middles, tails] = ['Bra Cor Del Fal Gar Hol Jun Kes Lor Mar Nor Pel Quin Ros Sal Tor Var Wes Zan Ost'.split(' '), 'a e i o an en ar el'.split(' '), 'dina mont vik sund feld bek ria tova nero lund stra gona cci ven'.split(' ')] // biome-ignore format: lists
const given = 'Camille Julien Margaux Étienne Giulia Matteo Chiara Davide Sanne Joost Femke Pieter Agnieszka Tomasz Zuzanna Krzysztof Elif Mehmet Zeynep Emre Thandi Sipho Lerato Johan Aurélie Lorenzo Maartje Wojciech Ayşe Nomsa'.split(' ') // biome-ignore format: a list
const family = 'Lefèvre Moreau Dubois Girard Bianchi Conti Ferrari Greco Jansen Bakker Visser Smit Kowalska Nowak Wiśniewska Zieliński Yılmaz Demir Kaya Şahin Nkosi Dlamini Botha Naidoo Chevalier Marchetti Hoekstra Mazur Aydın Mokoena Perrin Rinaldi Postma Krawczyk Özdemir Pillay'.split(' ') // biome-ignore format: a list
const posts = [
  'Buyer',
  'Head of Finance',
  'Site Manager',
  'Engineer',
  'Office Manager',
  'Controller',
  'Planner',
  'Nurse',
]

type Company = {
  id: string
  name: string
  form: string[]
  land: Land
  city: string
  domain: string
  phone: string
  groupOf: string
  bare: string
  term: Term
}
type Term = { contract_start: string; renewal_date: string }
type Person = { id: string; first: string; last: string; mail: string; mobile: string; desk: string; post: string }

export function invent(seed: number, size = 300): Invented {
  const random = sequence(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T // never beyond its end
  const chance = (share: number) => random() < share
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const invented: Invented = { accounts: [], contacts: [] }
  for (let i = 0; i < size; i++) {
    const listsOfParent = new Set<string>()
    for (const company of companiesOf(i)) tell(company, peopleOf(company), listsOfParent)
  }
  return invented

  /** A company; at times with one of its name abroad, or with a site of its own at its domain. */
  function companiesOf(i: number): Company[] {
    const land = pick(lands)
    const stem = pick(heads) + pick(middles) + pick(tails)
    const name = `${stem}${chance(0.4) ? ` ${pick(heads)}${pick(tails)}` : ''} ${pick(land.trades)}`
    const domain = `${letters(chance(0.7) ? name : stem)}.${chance(0.5) ? 'com' : land.ending}`
    const phone = () => `${land.dial}${digits(7)}`
    const company = {
      id: `c${i}`,
      name,
      form: pick(land.forms),
      land,
      city: pick(land.cities),
      domain,
      phone: phone(),
      groupOf: `c${i}`,
      bare: name,
      term: termOf(),
    }
    if (chance(0.08)) {
      const abroad = pick(lands.filter((other) => other !== land))
      const there = {
        land: abroad,
        form: pick(abroad.forms),
        city: pick(abroad.cities),
        phone: `${abroad.dial}${digits(7)}`,
        term: termOf(),
      }
      return [
        company,
        {
          ...company,
          ...there,
          id: `c${i}-abroad`,
          domain: chance(0.6) ? `${letters(name)}.${abroad.ending}` : domain,
        },
      ]
    }
    if (chance(0.06)) {
      const city = pick(land.cities)
      return [
        company,
        { ...company, id: `c${i}-site`, name: `${name} – ${city} Branch`, city, phone: phone(), term: termOf() },
      ]
    }
    return [company]
  }

  function termOf(): Term {
    const [year, month, day] = [
      2018 + Math.floor(random() * 8),
      1 + Math.floor(random() * 12),
      1 + Math.floor(random() * 28),
    ]
    const rest = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { contract_start: `${year}${rest}`, renewal_date: `${2027}${rest}` }
  }

  function peopleOf({ id, domain, land }: Company): Person[] {
    const people: Person[] = []
    const written = pick([
      (a: string, b: string) => `${a}.${b}`,
      (a: string, b: string) => `${a[0]}${b}`,
      (a: string, b: string) => `${b}.${a}`,
      (a: string) => a,
    ])
    const taken = new Set<string>()
    for (let n = 1 + Math.floor(random() * 6); n > 0; n--) {
      const namesake = chance(0.01) ? pick([undefined, ...people]) : undefined
      const [first, last] = namesake ? [namesake.first, namesake.last] : [pick(given), pick(family)]
      const plain = written(letters(first), letters(last))
      const local = taken.has(plain) ? `${plain}${taken.size + 1}` : plain
      taken.add(local)
      const mail = chance(0.08) ? `${letters(first)}${letters(last)}${digits(2)}@gmail.com` : `${local}@${domain}`
      people.push({
        id: `${id} p${n}`,
        first,
        last,
        mail,
        mobile: `${land.dial.slice(0, 3)}6${digits(8)}`,
        desk: `${land.dial}${digits(7)}`,
        post: pick(posts),
      })
      if (chance(0.02) && !namesake)
        people.push({
          ...(people.at(-1) as Person),
          id: `${id} p${n} jr`,
          last: `${last} Jr`,
          mail: `${local}.jr@${domain}`,
          mobile: `${land.dial.slice(0, 3)}6${digits(8)}`,
          desk: `${land.dial}${digits(7)}`,
          post: pick(posts),
        })
    }
    return people
  }

  function tell(company: Company, people: readonly Person[], listsOfParent: Set<string>): void {
    const { id: truth, groupOf: group, name, bare: parent, form, land, city, domain, phone, term } = company
    const maybe = <T>(share: number, value: T): T | undefined => (chance(share) ? value : undefined)
    // Somebody has to have told that there is one besides the parent, or nobody could know.
    const isRelative = truth !== group
    /** As a list writes it, which may leave away what tells a site from the company it belongs to. */
    const written = (list: string) =>
      parent !== name && list !== 'crm' && listsOfParent.has(list) && chance(0.1) ? parent : name
    const whole = (list: string) => `${written(list)} ${pick(form)}`
    const bare = (list: string) => (chance(0.5) ? written(list) : whole(list))
    // Who renewed is told of by the first year in one list and by the last in another.
    const years = (): Term => (chance(0.9) ? term : { ...term, contract_start: `2026${term.contract_start.slice(4)}` })
    const systems: { list: string; share: number; values: (list: string) => Values; people: number }[] = [
      {
        list: 'crm',
        share: isRelative ? 1 : 0.97,
        people: 0.8,
        values: (list) => ({
          name: slip(bare(list), 0.04),
          website: maybe(0.8, `https://www.${domain}`),
          phone: maybe(0.6, phone),
          country: maybe(isRelative ? 1 : 0.9, land.code),
          city: maybe(0.8, city),
          ...maybe(0.7, years()),
        }),
      },
      {
        list: 'billing',
        share: 0.8,
        people: 0.2,
        values: (list) => ({ name: slip(whole(list), 0.03), country: land.code, city }),
      },
      {
        list: 'support',
        share: 0.6,
        people: 0.5,
        values: (list) => ({ name: slip(bare(list), 0.05), domains: maybe(0.65, [domain]) }),
      },
      {
        list: 'product',
        share: 0.6,
        people: 0.5,
        values: (list) => ({
          name: chance(0.15) ? letters(name).slice(0, 18) : written(list),
          domains: maybe(0.6, [domain]),
        }),
      },
      {
        list: 'sheet',
        share: 0.3,
        people: 0.4,
        values: (list) => ({ name: slip(bare(list), 0.05), country: maybe(0.5, land.code), ...maybe(0.8, years()) }),
      },
    ]
    const lists = systems.flatMap((system) =>
      chance(system.share) ? (chance(0.05) ? [system, system] : [system]) : [],
    )
    for (const { list, values, people: known } of lists) {
      const here = people.filter(() => chance(known))
      const mails = here.map(({ mail }) => mail)
      const at =
        invented.accounts.push({
          truth,
          group,
          values: { ...values(list), lists: [list], people: mails, mail_domains: mails },
        }) - 1
      for (const { id, first, last, mail, mobile, desk, post } of here) {
        const full = chance(0.06) ? `${last} ${first}` : chance(0.06) ? `${first[0]}. ${last}` : `${first} ${last}`
        const said = {
          name: slip(full, 0.05),
          email: chance(0.06) ? undefined : chance(0.1) ? mail.toUpperCase() : mail,
          phone: maybe(0.4, desk),
          mobile_phone: maybe(0.25, mobile),
          title: maybe(0.5, post),
          country: land.code,
        }
        invented.contacts.push({ truth: id, at, values: said })
      }
    }
    for (const { list } of lists) listsOfParent.add(list)
  }

  /** One letter left out, doubled or changed places, now and then. */
  function slip(text: string, share: number): string {
    if (!chance(share)) return text
    const at = 1 + Math.floor(random() * (text.length - 2))
    return pick([
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + text.slice(at - 1),
      text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1),
    ])
  }
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/[^a-z]/g, '')

/** Numbers from 0 to 1, the same for one seed. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
