import { words } from '../words.ts'
import { nominal, pick, textual } from './kind.ts'

// ISO 4217: digits after the point where that is not 2.
const exponents: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS
    KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD
    TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
}

/** ISO 4217 code → digits after the decimal point. */
export const currencies: ReadonlyMap<string, number> = new Map(
  Object.entries(exponents).flatMap(([digits, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, Number(digits)] as const),
  ),
)

/** What is said of a code that is none. */
export const notACurrency = {
  fault: 'invalid_currency',
  hint: words(
    'an ISO 4217 code such as USD',
    'un código ISO 4217 como USD',
    'um código ISO 4217 como USD',
    'kod ISO 4217 seperti USD',
  ),
} as const

export const currency = textual({
  label: words('Currency', 'Moneda', 'Moeda', 'Mata wang'),
  parse: (input) => {
    const code = typeof input === 'string' ? input.trim().toUpperCase() : ''
    return currencies.has(code) ? { value: code } : notACurrency
  },
  schema: { pattern: '^[A-Z]{3}$' },
  operators: nominal,
  sample: (random) => pick(random, ['USD', 'EUR', 'JPY', 'KWD']),
})
