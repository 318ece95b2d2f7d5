// One customer company, found by its number alone: its name and domain are its own among millions.
import { plain } from './names.ts'
import { type Country, countries, countryFor, phoneIn } from './places.ts'
import { type Random, randomAt } from './random.ts'
import { industries, stems, thirdWords, tradeOf } from './trades.ts'

export type Tier = 'enterprise' | 'strategic' | 'standard'

export type Company = {
  index: number
  /** As the CRM numbers it: A-0001. */
  id: string
  name: string
  legalName: string
  domain: string
  country: Country
  city: string
  timezone: string
  phone: string
  industry: string
  verticals: readonly string[]
  tier: Tier
  employees: number
  /** The number of the company that owns this one. */
  parent: number | null
}

export const accountId = (index: number): string => `A-${String(index + 1).padStart(4, '0')}`

export function companyAt(seed: number, index: number): Company {
  const parent = parentOf(seed, index)
  return parent === null ? independent(seed, index) : subsidiary(seed, index, independent(seed, parent))
}

function independent(seed: number, index: number): Company {
  const random = randomAt(seed, 'company', index)
  const country = countryFor(random)
  const industry = random.weighted(industries)
  const trade = tradeOf(industry)
  const stem = stemAt(country.naming, index)
  const word = random.pick(trade.words[country.naming])
  const name = country.naming === 'hispanic' || country.naming === 'lusophone' ? `${word} ${stem}` : `${stem} ${word}`
  const form = random.pick(country.forms)
  return {
    ...seatedIn(country, random),
    index,
    id: accountId(index),
    name: random.chance(0.25) ? stem : name,
    legalName: `${name} ${form}`,
    domain: `${plain(stem)}.example`,
    industry,
    verticals: random.some(trade.verticals, random.int(0, 2)),
    ...sizeOf(random),
    parent: null,
  }
}

/** Named for the group and the country, and seated in another one than its next sister, so that no two share a domain. */
function subsidiary(seed: number, index: number, group: Company): Company {
  const random = randomAt(seed, 'company', index)
  const country =
    countries[(countries.indexOf(group.country) + index - group.index) % countries.length] ?? group.country
  const size = sizeOf(random)
  const name = `${stemAt(group.country.naming, group.index)} ${country.name}`
  return {
    ...group,
    ...seatedIn(country, random),
    index,
    id: accountId(index),
    name,
    legalName: `${name} ${random.pick(country.forms)}`,
    domain: group.domain.replace('.', `-${country.code.toLowerCase()}.`),
    tier: group.tier === 'enterprise' ? 'strategic' : size.tier,
    employees: Math.max(12, Math.round(group.employees * (0.05 + random.next() * 0.3))),
    parent: group.index,
  }
}

/** About one account in sixteen belongs to a group among the eight before it; groups have no groups above them here. */
function parentOf(seed: number, index: number): number | null {
  const random = randomAt(seed, 'family', index)
  if (!random.chance(0.065)) return null
  const candidate = index - random.int(1, 8)
  return candidate >= 0 && !randomAt(seed, 'family', candidate).chance(0.065) ? candidate : null
}

const seatedIn = (country: Country, random: Random) => {
  const [city, timezone] = random.pick(country.cities)
  return { country, city, timezone, phone: phoneIn(country, random) }
}

function sizeOf(random: Random): { tier: Tier; employees: number } {
  const tier = random.weighted<Tier>([
    ['enterprise', 14],
    ['strategic', 11],
    ['standard', 75],
  ])
  const [from, to] = ({ enterprise: [1200, 38_000], strategic: [400, 4500], standard: [14, 700] } as const)[tier]
  return { tier, employees: Math.round(from * (to / from) ** random.next()) }
}

/** Walks all pairs of a head and a tail in a scattered order; past the last pair a third word sets the rounds apart. */
function stemAt(naming: keyof typeof stems, index: number): string {
  const { heads, tails, join } = stems[naming]
  const pairs = heads.length * tails.length
  // 7,919 is prime and divides no list's length, so that the walk meets each pair once before it meets one again.
  const at = (index * 7919) % pairs
  const head = heads[at % heads.length] ?? ''
  const tail = tails[Math.floor(at / heads.length)] ?? ''
  const round = Math.floor(index / pairs)
  const third = round > 0 ? ` ${thirdWords[(round - 1) % thirdWords.length] ?? ''}` : ''
  const lap = Math.floor((round - 1) / thirdWords.length)
  return `${head}${join}${tail}${third}${lap > 0 ? ` ${lap + 1}` : ''}`
}
