// What each field type must read and refuse, by example. The compiler asks for every type's line.

import { term } from './define.ts'
import type { FieldOptions } from './facts.ts'
import type { FaultCode, FieldContext, FieldTypeName } from './field-types/index.ts'
import { words } from './words.ts'

type Example = {
  options?: FieldOptions & Pick<FieldContext, 'terms'>
  /** What is given, and the canonical value it must become. */
  reads: readonly (readonly [given: unknown, value: unknown])[]
  refuses: readonly (readonly [given: unknown, fault: FaultCode])[]
}

const stages = [
  term('onboarding', 'Onboarding', 'Puesta en marcha', 'Implantação', 'Penyediaan awal', 'setting up'),
  term('at_risk', 'At risk', 'En riesgo', 'Em risco', 'Berisiko', 'in danger'),
]

export const examples = {
  text: {
    reads: [
      ['  Acme \t Corp\n', 'Acme Corp'],
      ['Peña', 'Peña'],
      ['A\u0000B\u202eC', 'A BC'],
      ['\ud800x', '\ufffdx'],
      [42, '42'],
    ],
    refuses: [
      ['', 'wrong_type'],
      ['\u0000', 'wrong_type'],
      ['x'.repeat(301), 'too_long'],
    ],
  },
  long_text: {
    reads: [['one\n\ttwo\n', 'one\n\ttwo']],
    refuses: [
      [42, 'wrong_type'],
      ['x'.repeat(20_001), 'too_long'],
    ],
  },
  integer: {
    options: { min: 0, max: 10 },
    reads: [
      ['7', 7],
      [' +7 ', 7],
      [-0, 0],
    ],
    refuses: [
      [7.5, 'wrong_type'],
      ['7.0', 'wrong_type'],
      ['9007199254740993', 'wrong_type'],
      [11, 'out_of_range'],
      [-1, 'out_of_range'],
    ],
  },
  decimal: {
    reads: [
      ['1.5', 1.5],
      [0.1 + 0.2, 0.3],
      ['12.00005', 12.0001],
    ],
    refuses: [
      ['1,5', 'wrong_type'],
      ['1e3', 'wrong_type'],
      [1e11, 'wrong_type'],
      [Number.NaN, 'wrong_type'],
    ],
  },
  percent: {
    reads: [
      ['12.5 %', 12.5],
      ['100%', 100],
      [0, 0],
    ],
    refuses: [
      [100.5, 'out_of_range'],
      ['-1 %', 'out_of_range'],
    ],
  },
  money: {
    reads: [
      [
        { amount: 1250, currency: 'usd' },
        { amount: 1250, currency: 'USD' },
      ],
      [
        { amount: 300, currency: 'JPY' },
        { amount: 300, currency: 'JPY' },
      ],
      [
        { amount: 1250, currency: 'KWD', extra: 1 },
        { amount: 1250, currency: 'KWD' },
      ],
    ],
    refuses: [
      [{ amount: 12.5, currency: 'USD' }, 'wrong_type'],
      [{ amount: '1250', currency: 'USD' }, 'wrong_type'],
      [{ amount: 1250, currency: 'BTC' }, 'invalid_currency'],
      [{ amount: 1250 }, 'invalid_currency'],
      ['12.50 USD', 'wrong_type'],
    ],
  },
  date: {
    reads: [[' 2028-02-29 ', '2028-02-29']],
    refuses: [
      ['2026-02-30', 'invalid_date'],
      ['2026-02-29', 'invalid_date'],
      ['0000-01-01', 'invalid_date'],
      ['01/02/2026', 'invalid_date'],
      ['2026-1-2', 'invalid_date'],
      [20260102, 'invalid_date'],
    ],
  },
  datetime: {
    reads: [
      ['2026-11-21T09:30+0800', '2026-11-21T01:30:00.000Z'],
      ['2026-11-21 09:30:00.123Z', '2026-11-21T09:30:00.123Z'],
      [new Date(Date.UTC(2026, 10, 21)), '2026-11-21T00:00:00.000Z'],
    ],
    refuses: [
      ['2026-11-21T09:30:00', 'invalid_datetime'],
      ['2026-02-30T09:30:00Z', 'invalid_datetime'],
      ['2026-11-21T25:00:00Z', 'invalid_datetime'],
      ['9999-12-31T23:59:59-23:00', 'invalid_datetime'],
      ['0001-01-01T00:00:00+14:00', 'invalid_datetime'],
      ['2026-11-21', 'invalid_datetime'],
    ],
  },
  boolean: {
    reads: [
      ['true', true],
      [0, false],
    ],
    refuses: [
      ['maybe', 'wrong_type'],
      [2, 'wrong_type'],
    ],
  },
  choice: {
    options: { vocabulary: 'stage', terms: stages },
    reads: [
      ['at_risk', 'at_risk'],
      ['AT-RISK', 'at_risk'],
      ['En riesgo', 'at_risk'],
      ['  in   danger ', 'at_risk'],
      ['implantacao', 'onboarding'],
    ],
    refuses: [
      ['churned', 'unknown_term'],
      ['', 'unknown_term'],
      [1, 'wrong_type'],
    ],
  },
  choices: {
    options: { vocabulary: 'stage', terms: stages },
    reads: [
      ['onboarding; En riesgo | at risk', ['at_risk', 'onboarding']],
      [[], []],
    ],
    refuses: [
      [['onboarding', 'churned'], 'unknown_term'],
      [['onboarding', null], 'wrong_type'],
    ],
  },
  tags: {
    reads: [
      ['API heavy; beta, Beta', ['api-heavy', 'beta']],
      [
        ['한국', '🔥'],
        ['한국', '🔥'],
      ],
    ],
    refuses: [
      [['x'.repeat(61)], 'too_long'],
      [['\ufdfa'.repeat(30)], 'too_long'],
      [Array.from({ length: 101 }, (_, i) => `tag ${i}`), 'wrong_type'],
    ],
  },
  email: {
    reads: [
      [' Ana.Ruiz+x@Acme.COM ', 'ana.ruiz+x@acme.com'],
      ['mailto:a@b.co', 'a@b.co'],
      ['josé@españa.es', 'josé@españa.es'],
    ],
    refuses: [
      ['karthik.reddy@', 'email_without_domain'],
      ['njones', 'email_without_domain'],
      ['njones@localhost', 'email_without_domain'],
      ['@acme.com', 'invalid_email'],
      ['a..b@acme.com', 'invalid_email'],
      ['a@b.com, c@d.com', 'invalid_email'],
      ['a@-acme.com', 'invalid_email'],
      [`${'a'.repeat(65)}@acme.com`, 'invalid_email'],
      [7, 'wrong_type'],
    ],
  },
  phone: {
    reads: [
      [{ number: '(212) 241-4371 ext. 12', country: 'US' }, '+12122414371;ext=12'],
      [{ number: '55 5123 4567', country: 'MX' }, '+525551234567'],
      [{ number: '03-2141 8000', country: 'MY' }, '+60321418000'],
      [{ number: '(11) 91234-5678', country: 'BR' }, '+5511912345678'],
      [{ number: '+34 912 345 678', country: 'US' }, '+34912345678'],
      ['0034 912 345 678', '+34912345678'],
    ],
    refuses: [
      ['(212) 241-4371', 'invalid_phone'],
      [{ number: '2122414371', country: '__proto__' }, 'invalid_phone'],
      ['+1 555', 'invalid_phone'],
      ['n/a', 'invalid_phone'],
      [{}, 'wrong_type'],
    ],
  },
  url: {
    reads: [
      ['Acme.com/Über', 'https://acme.com/%C3%9Cber'],
      ['http://acme.com', 'http://acme.com/'],
    ],
    refuses: [
      ['javascript:alert(1)', 'invalid_url'],
      ['data:text/html,x', 'invalid_url'],
      ['https://me:secret@acme.com', 'invalid_url'],
      ['https://localhost', 'invalid_url'],
      [`https://acme.com/${'é'.repeat(1500)}`, 'too_long'],
    ],
  },
  domain: {
    reads: [
      ['www.shop.acme.co.uk', 'acme.co.uk'],
      ['https://WWW.Acme.com/contact?x=1', 'acme.com'],
      ['sales@acme.com.br', 'acme.com.br'],
      ['acme.github.io', 'acme.github.io'],
    ],
    refuses: [
      ['co.uk', 'invalid_domain'],
      ['10.0.0.1', 'invalid_domain'],
      ['localhost', 'invalid_domain'],
      ['a\ud800.com', 'invalid_domain'],
    ],
  },
  domains: {
    reads: [['www.acme.com, acme.com; acme.de', ['acme.com', 'acme.de']]],
    refuses: [['acme.com, nowhere', 'invalid_domain']],
  },
  country: {
    reads: [
      ['mx', 'MX'],
      ['Estados Unidos', 'US'],
      ['Alemanha', 'DE'],
      ['Malaysia', 'MY'],
      ['U.S.A.', 'US'],
      ['España', 'ES'],
    ],
    refuses: [
      ['ZZ', 'invalid_country'],
      ['Atlantis', 'invalid_country'],
      ['constructor', 'invalid_country'],
    ],
  },
  currency: {
    reads: [[' usd ', 'USD']],
    refuses: [
      ['$', 'invalid_currency'],
      ['BTC', 'invalid_currency'],
    ],
  },
  language: {
    reads: [
      ['PT_br', 'pt-BR'],
      ['zh_Hant_TW', 'zh-Hant-TW'],
    ],
    refuses: [
      ['español', 'invalid_language'],
      ['e', 'invalid_language'],
    ],
  },
  timezone: {
    reads: [
      ['america/mexico_city', 'America/Mexico_City'],
      ['Asia/Kuala_Lumpur', 'Asia/Kuala_Lumpur'],
    ],
    refuses: [
      ['+05:00', 'invalid_timezone'],
      ['Europe/Atlantis', 'invalid_timezone'],
    ],
  },
  reference: {
    reads: [[' 01890000-0000-7000-8000-00000000ABCD', '01890000-0000-7000-8000-00000000abcd']],
    refuses: [
      ['01890000', 'invalid_reference'],
      [7, 'invalid_reference'],
    ],
  },
  computed: {
    options: { of: 'date', from: () => '2026-01-01' },
    reads: [['2026-01-01', '2026-01-01']],
    refuses: [['2026-13-01', 'invalid_date']],
  },
} satisfies Record<FieldTypeName, Example>

/** What a type's parser sees of a field of that type. */
export function contextOf(name: FieldTypeName): FieldContext {
  const example: Example = examples[name]
  return { name: 'sample', label: words('Sample', 'Muestra', 'Amostra', 'Sampel'), ...example.options }
}
