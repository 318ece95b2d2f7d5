// Where the demo's customers sit. Numbers are made in ranges no operator assigns, so that nobody's telephone rings.
import type { Random } from './random.ts'

export type Language = 'en' | 'es' | 'pt' | 'ms'
export type Culture = 'english' | 'hispanic' | 'lusophone' | 'malay' | 'german' | 'indian' | 'chinese'
export type Region = 'north_america' | 'latin_america' | 'emea' | 'asia_pacific'

export type Country = {
  code: string
  /** As the local branch of a group writes it. */
  name: string
  language: Language
  /** The tag a person there would choose. */
  locale: string
  region: Region
  currency: 'USD' | 'EUR' | 'BRL' | 'MXN' | 'MYR'
  /** Of companies, then of the people in them. */
  naming: 'english' | 'hispanic' | 'lusophone' | 'malay' | 'german'
  people: readonly [readonly [Culture, number], ...(readonly [Culture, number])[]]
  forms: readonly [string, ...string[]]
  cities: readonly [readonly [string, string], ...(readonly [string, string])[]]
  /** `#` is any digit. */
  numbers: readonly [string, ...string[]]
  /** Share of the customers. */
  weight: number
}

// biome-ignore format: a country is a few lines
export const countries: readonly [Country, ...Country[]] = [
  { code: 'US', name: 'USA', language: 'en', locale: 'en-US', region: 'north_america', currency: 'USD', naming: 'english', weight: 30,
    people: [['english', 6], ['hispanic', 2], ['indian', 1], ['chinese', 1]], forms: ['Inc.', 'LLC', 'Corp.'],
    cities: [['Chicago', 'America/Chicago'], ['Boston', 'America/New_York'], ['Austin', 'America/Chicago'], ['Denver', 'America/Denver'], ['Seattle', 'America/Los_Angeles'], ['Atlanta', 'America/New_York']],
    numbers: ['+131255501##', '+161755501##', '+151255501##', '+130355501##', '+120655501##', '+140455501##', '+170255501##', '+150355501##'] },
  { code: 'MX', name: 'México', language: 'es', locale: 'es-MX', region: 'latin_america', currency: 'MXN', naming: 'hispanic', weight: 13,
    people: [['hispanic', 1]], forms: ['S.A. de C.V.', 'S. de R.L. de C.V.'],
    cities: [['Ciudad de México', 'America/Mexico_City'], ['Monterrey', 'America/Monterrey'], ['Guadalajara', 'America/Mexico_City'], ['Querétaro', 'America/Mexico_City']], numbers: ['+520555######'] },
  { code: 'BR', name: 'Brasil', language: 'pt', locale: 'pt-BR', region: 'latin_america', currency: 'BRL', naming: 'lusophone', weight: 13,
    people: [['lusophone', 9], ['german', 1]], forms: ['Ltda.', 'S.A.'],
    cities: [['São Paulo', 'America/Sao_Paulo'], ['Curitiba', 'America/Sao_Paulo'], ['Belo Horizonte', 'America/Sao_Paulo'], ['Recife', 'America/Recife']], numbers: ['+5510955######', '+5520955######'] },
  { code: 'MY', name: 'Malaysia', language: 'ms', locale: 'ms', region: 'asia_pacific', currency: 'MYR', naming: 'malay', weight: 11,
    people: [['malay', 6], ['chinese', 3], ['indian', 1]], forms: ['Sdn. Bhd.', 'Berhad'],
    cities: [['Kuala Lumpur', 'Asia/Kuala_Lumpur'], ['Shah Alam', 'Asia/Kuala_Lumpur'], ['George Town', 'Asia/Kuala_Lumpur'], ['Johor Bahru', 'Asia/Kuala_Lumpur']], numbers: ['+60200######', '+60202######'] },
  { code: 'ES', name: 'España', language: 'es', locale: 'es-ES', region: 'emea', currency: 'EUR', naming: 'hispanic', weight: 8,
    people: [['hispanic', 1]], forms: ['S.L.', 'S.A.'],
    cities: [['Madrid', 'Europe/Madrid'], ['Barcelona', 'Europe/Madrid'], ['Valencia', 'Europe/Madrid'], ['Bilbao', 'Europe/Madrid']], numbers: ['+34500######'] },
  { code: 'GB', name: 'UK', language: 'en', locale: 'en-GB', region: 'emea', currency: 'USD', naming: 'english', weight: 7,
    people: [['english', 7], ['indian', 2], ['chinese', 1]], forms: ['Ltd', 'plc', 'LLP'],
    cities: [['London', 'Europe/London'], ['Manchester', 'Europe/London'], ['Bristol', 'Europe/London']], numbers: ['+447700900###'] },
  { code: 'DE', name: 'Deutschland', language: 'en', locale: 'de', region: 'emea', currency: 'EUR', naming: 'german', weight: 5,
    people: [['german', 1]], forms: ['GmbH', 'AG', 'GmbH & Co. KG'],
    cities: [['Hamburg', 'Europe/Berlin'], ['München', 'Europe/Berlin'], ['Leipzig', 'Europe/Berlin']], numbers: ['+493023125###'] },
  { code: 'CO', name: 'Colombia', language: 'es', locale: 'es-CO', region: 'latin_america', currency: 'USD', naming: 'hispanic', weight: 4,
    people: [['hispanic', 1]], forms: ['S.A.S.', 'S.A.'], cities: [['Bogotá', 'America/Bogota'], ['Medellín', 'America/Bogota']], numbers: ['+5700########'] },
  { code: 'SG', name: 'Singapore', language: 'en', locale: 'en-SG', region: 'asia_pacific', currency: 'USD', naming: 'english', weight: 3,
    people: [['chinese', 6], ['malay', 2], ['indian', 2]], forms: ['Pte. Ltd.'], cities: [['Singapore', 'Asia/Singapore']], numbers: ['+6520######'] },
  { code: 'PT', name: 'Portugal', language: 'pt', locale: 'pt-PT', region: 'emea', currency: 'EUR', naming: 'lusophone', weight: 2,
    people: [['lusophone', 1]], forms: ['Lda.', 'S.A.'], cities: [['Lisboa', 'Europe/Lisbon'], ['Porto', 'Europe/Lisbon']], numbers: ['+351500######'] },
  { code: 'IN', name: 'India', language: 'en', locale: 'en-IN', region: 'asia_pacific', currency: 'USD', naming: 'english', weight: 2,
    people: [['indian', 1]], forms: ['Pvt. Ltd.'], cities: [['Bengaluru', 'Asia/Kolkata'], ['Pune', 'Asia/Kolkata']], numbers: ['+911000######'] },
  { code: 'CL', name: 'Chile', language: 'es', locale: 'es-CL', region: 'latin_america', currency: 'USD', naming: 'hispanic', weight: 2,
    people: [['hispanic', 1]], forms: ['SpA', 'S.A.'], cities: [['Santiago', 'America/Santiago']], numbers: ['+56100######'] },
]

const [first, ...others] = countries

export const countryFor = (random: Random): Country =>
  random.weighted([[first, first.weight], ...others.map((country) => [country, country.weight] as const)])

export const phoneIn = (country: Country, random: Random): string =>
  random.pick(country.numbers).replace(/#/g, () => String(random.int(0, 9)))
