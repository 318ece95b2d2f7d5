// The people at a customer: who they are, the part they play, and which of them our systems know.
import type { Company } from './company.ts'
import type { World } from './customer.ts'
import { personName, plain } from './names.ts'
import { type Country, type Language, phoneIn } from './places.ts'
import { type Post, posts } from './posts.ts'
import { type Random, randomAt } from './random.ts'
import type { Story } from './story.ts'

export type Person = {
  /** In the CRM, C-00102; null for people only the product knows. */
  crmId: string | null
  name: string
  first: string
  last: string | null
  email: string
  phone: string
  country: Country
  title: string
  department: string
  roles: readonly string[]
  isPrimary: boolean
  /** Their id in the product, where they sign in. */
  productUser: string | null
  /** How much of a user: 1 is most working days. */
  intensity: number
  joinedAgo: number
  leftAgo: number | null
  /** Days since somebody made sure the record is right; null: never. */
  verifiedAgo: number | null
}

export function peopleOf(o: { world: World; company: Company; story: Story }): Person[] {
  const { world, company, story } = o
  const random = randomAt(world.seed, 'people', company.index)
  const count = headcount(o, random)
  const logins = new Set<string>()
  return Array.from({ length: count }, (_, at) => {
    const post = postFor(at, random)
    const person = personAt({ ...o, random, at, post, logins })
    const isChampion = at === 0
    if (isChampion && story.championLeftAgo !== null) return { ...person, leftAgo: story.championLeftAgo }
    return person
  })
}

export const contactId = (index: number, at: number): string => `C-${String((index + 1) * 100 + at).padStart(5, '0')}`

const shareOfMean = { enterprise: 2.05, strategic: 1.5, standard: 0.73 }

function headcount(
  { world, company, story }: { world: World; company: Company; story: Story },
  random: Random,
): number {
  if (story.isSingleThreaded) return 1
  const mean = world.contactsPerAccount * 1.22 * shareOfMean[company.tier]
  return Math.min(90, Math.max(2, Math.round(random.around(mean, mean * 0.3))))
}

const [sponsor, buyer, ...others] = posts
const postFor = (at: number, random: Random): Post => (at === 0 ? sponsor : at === 1 ? buyer : random.pick(others))

type Making = {
  world: World
  company: Company
  story: Story
  random: Random
  at: number
  post: Post
  logins: Set<string>
}

function personAt({ company, story, random, at, post, logins }: Making): Person {
  const { country } = company
  const culture = random.weighted(country.people)
  const name = personName(culture, random)
  const isOnlyInProduct = at > 2 && random.chance(0.12)
  const isUser = isOnlyInProduct || random.chance(post.uses)
  const joinedAgo = Math.min(story.startedAgo, random.int(10, 1600))
  const isGone = at > 0 && random.chance(0.07)
  return {
    crmId: isOnlyInProduct ? null : contactId(company.index, at),
    name: name.full,
    first: name.first,
    last: name.last,
    email: `${freeLogin(name.login, random, logins)}@${company.domain}`,
    phone: phoneIn(country, random),
    country,
    title: random.pick(post.titles[titleLanguage(country)]),
    department: post.department[titleLanguage(country)],
    roles: post.roles,
    isPrimary: at === 0 || (at === 1 && random.chance(0.4)),
    productUser: isUser ? `usr_${String(company.index + 1).padStart(6, '0')}${String(at).padStart(2, '0')}` : null,
    intensity: Math.min(1, Math.max(0.05, random.around(post.intensity, 0.2))),
    joinedAgo,
    leftAgo: isGone ? random.int(10, Math.max(11, Math.min(joinedAgo, 500))) : null,
    verifiedAgo: random.chance(0.72) ? Math.round(20 + 900 * random.next() ** 2.2) : null,
  }
}

/** Germans, Malaysians and Indians of this trade carry English titles. */
const titleLanguage = (country: Country): Exclude<Language, 'ms'> =>
  country.language === 'ms' ? 'en' : country.language

function freeLogin(login: string, random: Random, taken: Set<string>): string {
  const [first = '', last = ''] = login.split('.')
  const shapes = [login, `${first.slice(0, 1)}${last}`, first ? `${first}${last.slice(0, 1)}` : last] as const
  const shape = random.weighted([
    [shapes[0], 7],
    [shapes[1], 2],
    [shapes[2], 1],
  ])
  let free = shape
  for (let more = 2; taken.has(free); more++) free = `${shape}${more}`
  taken.add(free)
  return free
}

/** The same person as a hurried colleague typed them: no accents, letters swapped, a shortened name. */
export function mistyped(name: string, random: Random): string {
  const at = random.int(1, Math.max(1, name.length - 3))
  return random.pick([
    name
      .split(' ')
      .map((word) => (word === word.toLowerCase() ? word : capital(plain(word))))
      .join(' '),
    `${name.slice(0, at)}${name.slice(at + 1, at + 2)}${name.slice(at, at + 1)}${name.slice(at + 2)}`,
    name.replace(/^(\S)\S*/, '$1.'),
    name.toUpperCase(),
  ])
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
