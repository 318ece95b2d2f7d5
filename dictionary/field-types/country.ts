import { fold, words } from '../words.ts'
import { nominal, pick, textual } from './kind.ts'

/** ISO 3166-1 alpha-2. */
export const countryCodes: readonly string[] =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
  CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
  GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT
  LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL
  PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR
  TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/)

// What people write that no list of country names holds.
const alsoWritten: Record<string, string> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  'united states of america': 'US',
  america: 'US',
  eeuu: 'US',
  'ee uu': 'US',
  eua: 'US',
  uk: 'GB',
  'u k': 'GB',
  england: 'GB',
  'great britain': 'GB',
  inglaterra: 'GB',
  'gran bretana': 'GB',
  scotland: 'GB',
  wales: 'GB',
  deutschland: 'DE',
  espana: 'ES',
  brasil: 'BR',
  mexico: 'MX',
  'republic of korea': 'KR',
  korea: 'KR',
  'south korea': 'KR',
  holland: 'NL',
  holanda: 'NL',
  nederland: 'NL',
  'viet nam': 'VN',
  czechia: 'CZ',
  'czech republic': 'CZ',
  turkey: 'TR',
  turkiye: 'TR',
  uae: 'AE',
  russia: 'RU',
}

/** ISO 3166-1 alpha-2; understood by code and by name in the product's languages. */
export const country = textual({
  label: words('Country', 'País', 'País', 'Negara'),
  parse: (input) => {
    const given = typeof input === 'string' ? input.trim() : ''
    const code = countryCodes.includes(given.toUpperCase()) ? given.toUpperCase() : countryNames().get(fold(given))
    return code
      ? { value: code }
      : {
          fault: 'invalid_country',
          hint: words(
            'a country code such as MX, or its name',
            'un código de país como MX, o su nombre',
            'um código de país como MX, ou seu nome',
            'kod negara seperti MX, atau namanya',
          ),
        }
  },
  schema: { pattern: '^[A-Z]{2}$' },
  operators: nominal,
  sample: (random) => pick(random, ['US', 'MX', 'BR', 'MY', 'ES', 'DE']),
})

let names: Map<string, string> | undefined

function countryNames(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const language of ['en', 'es', 'pt', 'ms', 'de', 'fr']) {
    const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of countryCodes) names.set(fold(inLanguage.of(code) ?? code), code)
  }
  for (const [name, code] of Object.entries(alsoWritten)) if (countryCodes.includes(code)) names.set(name, code)
  return names
}
