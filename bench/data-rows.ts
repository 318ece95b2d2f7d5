// The rows of the measured set, as SQL that works every value out from the number of its row.
import { manifest } from '../dictionary/index.ts'

export type Size = { workspaces: number; accounts: number; busy: number }
export const full: Size = { workspaces: 20, accounts: 5_000, busy: 50 }
export const small: Size = { workspaces: 20, accounts: 100, busy: 10 }

export const contactsEach = 10
const usersEach = 10

// Identities: a UUIDv7 whose time and random parts both follow from kind, workspace and number.

const kinds = {
  user: 1,
  account: 2,
  contact: 3,
  link: 4,
  act: 5,
  ticket: 6,
  interaction: 7,
  invoice: 8,
  subscription: 9,
  task: 10,
  survey: 11,
  usage: 12,
  contract: 13,
  objective: 14,
  member: 15,
} as const
type Kind = keyof typeof kinds

const firstMoment = Date.parse('2026-01-05T08:00:00Z')
const said = `'2026-01-05T08:00:00Z'::timestamptz`

const idSql = (kind: Kind, n: number, i: string): string =>
  `(lpad(to_hex(${firstMoment} + (${i})::bigint), 12, '0') || '7' || lpad(to_hex(${kinds[kind]} * 64 + ${n}), 3, '0') || '8' || substr(md5('${kinds[kind]} ${n} ' || (${i})), 1, 15))::uuid`

export const userId = (n: number, i: number): string => {
  const time = (firstMoment + i).toString(16).padStart(12, '0')
  // Of a user only the place in time matters: their random part is made plain so that it is the same here and in SQL.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${(kinds.user * 64 + n).toString(16).padStart(3, '0')}-8000-000000000000`
}
const userSql = (n: number, i: string): string =>
  `(lpad(to_hex(${firstMoment} + (${i})::bigint), 12, '0') || '7' || lpad(to_hex(${kinds.user * 64 + n}), 3, '0') || '8000000000000000')::uuid`

// Values: a number between 0 and below `of`, spread as by chance.

const spread = (seed: string, of: number): string => `((hashint8((${seed})::bigint) & 2147483647) % ${of})`
const pick = (seed: string, words: readonly string[]): string =>
  `(array[${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(',')}])[1 + ${spread(seed, words.length)}]`
const listed = (vocabulary: string): string[] =>
  (manifest.vocabularies.get(vocabulary)?.terms ?? []).map((term) => term.value)

const companyFirst =
  'Northern Southern Blue Bright Silver Harbour River Summit Cedar Granite Maple Delta Orchid Falcon Quartz Meridian'.split(
    ' ',
  )
const companyLast =
  'Logistics Foods Systems Energy Retail Media Clinics Motors Textiles Software Farms Builders Insurance Airlines Hotels Schools'.split(
    ' ',
  )
const given = 'Ana Luis Mei Omar Sofia Jorge Aisha Pedro Nora Ivan Lucia Amir Clara Rafael Siti Hugo'.split(' ')
const family =
  'Silva Torres Tan Rahman Garcia Lopez Abdullah Costa Olsen Petrov Rossi Haddad Weber Souza Ibrahim Martin'.split(' ')
const titles = [
  'Head of Operations',
  'IT Manager',
  'Finance Director',
  'Product Owner',
  'Analyst',
  'Chief of Staff',
  'Buyer',
  'Engineer',
]
const departments = ['Operations', 'IT', 'Finance', 'Product', 'Procurement', 'Support']

type Making = Size & { n: number; w: string }

export function statementsFor(m: Making): string[] {
  const { n, w } = m
  const account = idSql('account', n, 'a')
  const contacts = m.accounts * contactsEach
  const system = `'${w}'::uuid as workspace_id`
  const times = `1 as version, ${said} as created_at, ${said} as updated_at`
  return [
    insert('customer."user"', {
      from: `generate_series(1, ${usersEach}) i`,
      columns: {
        id: userSql(n, 'i'),
        name: `'User ' || i`,
        email: `'user' || i || '@vendor.example'`,
        is_active: 'true',
      },
    }),
    insert('customer.account', {
      from: `generate_series(1, ${m.accounts}) a`,
      columns: {
        id: account,
        name: `${pick('a * 7', companyFirst)} || ' ' || ${pick('a * 11', companyLast)} || ' ' || a`,
        domains: `array['company${n}x' || a || '.example']`,
        website: `'https://company${n}x' || a || '.example/'`,
        phone: `'+1415' || (2000000 + a)`,
        industry: pick('a * 13', listed('industry')),
        employees: `10 + ${spread('a * 17', 5_000)}`,
        country: pick('a * 19', ['US', 'BR', 'MX', 'MY', 'ES', 'DE']),
        city: pick('a * 23', ['Austin', 'Recife', 'Puebla', 'Ipoh', 'Bilbao', 'Bremen']),
        type: `'customer'`,
        tier: pick('a * 29', ['standard', 'standard', 'standard', 'strategic', 'enterprise']),
        lifecycle_stage: pick('a * 31', ['onboarding', 'adoption', 'value', 'growth', 'renewal']),
        growth_potential: pick('a * 37', listed('growth_potential')),
        owner: userSql(n, `1 + a % ${usersEach}`),
        region: pick('a * 41', listed('region')),
        acquisition_channel: pick('a * 43', listed('acquisition_channel')),
        internal_note: `case when a % 10 = 0 then 'Prefers to be called before noon.' end`,
        arr: `(1000 + ${spread('a * 47', 200_000)}) * 100`,
        arr_currency: `'USD'`,
        mrr: `round((1000 + ${spread('a * 47', 200_000)}) * 100 / 12.0)::bigint`,
        mrr_currency: `'USD'`,
        payment_status: pick('a * 53', ['active', 'active', 'active', 'past_due']),
        contract_start: `date '2024-01-01' + ${spread('a * 59', 700)}`,
        renewal_date: `date '2026-12-01' + ${spread('a * 61', 700)}`,
        renewal_forecast: pick('a * 67', listed('renewal_forecast')),
        discount: `${spread('a * 71', 30)}`,
        went_live_on: `date '2024-04-01' + ${spread('a * 73', 700)}`,
      },
    }),
    insert('customer.contact', {
      from: `(select i, (i - 1) / ${contactsEach} + 1 as a, ${pick('i * 7', given)} as given, ${pick('i * 11', family)} as family from generate_series(1, ${contacts}) i) s`,
      columns: {
        id: idSql('contact', n, 'i'),
        name: `given || ' ' || family`,
        first_name: 'given',
        last_name: 'family',
        title: pick('i * 13', titles),
        department: pick('i * 17', departments),
        can_decide_renewal: `i % ${contactsEach} = 1`,
        user_kind: pick('i * 19', listed('user_kind')),
        relationship_owner: userSql(n, `1 + a % ${usersEach}`),
        email: `lower(given) || '.' || lower(family) || '.' || i || '@company${n}x' || a || '.example'`,
        phone: `'+1415' || (3000000 + i)`,
        preferred_channels: `array['email']`,
        language: `'en'`,
        timezone: `'America/Chicago'`,
        email_opt_out: `i % 9 = 0`,
        status: `'current'`,
        last_verified_on: `date '2026-01-01' + ${spread('i * 23', 300)}`,
      },
    }),
    insert('customer.account_contact', {
      from: `(select i, (i - 1) / ${contactsEach} + 1 as a from generate_series(1, ${contacts}) i) s`,
      columns: {
        id: idSql('link', n, 'i'),
        account,
        contact: idSql('contact', n, 'i'),
        roles: `array[${pick('i * 29', listed('contact_role'))}]`,
        stance: pick('i * 31', listed('stance')),
        is_primary: `i % ${contactsEach} = 1`,
        since: `date '2024-01-01' + ${spread('i * 37', 700)}`,
        is_current: 'true',
      },
    }),
    ...claims(m, 'account', m.accounts),
    ...claims(m, 'contact', contacts),
    ...claims(m, 'account_contact', contacts),
    matchKeys('account', 'name', 'lower(name)'),
    matchKeys('account', 'domain', 'domains[1]'),
    matchKeys('contact', 'email', 'email'),
    ...busyAccounts(m),
  ]

  function matchKeys(object: string, kind: string, key: string): string {
    const number = `hashtextextended('${object} ${kind} ' || ${key}, 0) & ${Number.MAX_SAFE_INTEGER}` // as in key-number.ts
    return `insert into records.match_key (workspace_id, number, record_id, object, kind, key)
      select workspace_id, ${number}, id, '${object}', '${kind}', ${key} from customer.${object} where workspace_id = '${w}'`
  }

  function insert(table: string, { from, columns }: { from: string; columns: Record<string, string> }): string {
    const names = Object.keys(columns).map((name) => `"${name}"`)
    return `insert into ${table} (workspace_id, version, created_at, updated_at, ${names}) select ${system}, ${times}, ${Object.values(columns)} from ${from}`
  }

  /** What fills an account's page: a year of tickets, talks, bills and use, for the accounts that the page is asked of. */
  function busyAccounts({ busy }: Making): string[] {
    const several = (count: number) =>
      `(select a, j, (a - 1) * ${count} + j as i from generate_series(1, ${busy}) a, generate_series(1, ${count}) j) s`
    const contact = idSql('contact', n, `(a - 1) * ${contactsEach} + 1 + j % ${contactsEach}`)
    const user = userSql(n, `1 + j % ${usersEach}`)
    const moment = (days: number) => `timestamptz '2026-11-01T09:00:00Z' - make_interval(days => j * ${days})`
    return [
      insert('customer.subscription', {
        from: several(2),
        columns: {
          id: idSql('subscription', n, 'i'),
          account,
          name: `'Plan ' || j`,
          status: `'active'`,
          started_on: `date '2024-01-01'`,
          quantity: '25',
          arr: '1200000',
          arr_currency: `'USD'`,
        },
      }),
      insert('customer.contract', {
        from: several(1),
        columns: {
          id: idSql('contract', n, 'i'),
          account,
          name: `'Main agreement'`,
          status: `'active'`,
          starts_on: `date '2024-01-01'`,
          renewal_date: `date '2027-01-01'`,
          arr: '2400000',
          arr_currency: `'USD'`,
        },
      }),
      insert('customer.invoice', {
        from: several(8),
        columns: {
          id: idSql('invoice', n, 'i'),
          account,
          number: `'F-' || i`,
          status: `'paid'`,
          issued_on: `date '2026-11-01' - j * 30`,
          due_on: `date '2026-12-01' - j * 30`,
          total: '600000',
          total_currency: `'USD'`,
          outstanding: '0',
          outstanding_currency: `'USD'`,
        },
      }),
      insert('customer.ticket', {
        from: several(20),
        columns: {
          id: idSql('ticket', n, 'i'),
          account,
          requester: contact,
          assignee: user,
          number: `'T-' || i`,
          subject: `'Export of report ' || j || ' fails'`,
          kind: `'bug'`,
          status: pick('i', ['open', 'solved', 'closed']),
          priority: pick('i * 3', listed('ticket_priority')),
          opened_at: moment(9),
        },
      }),
      insert('customer.interaction', {
        from: several(40),
        columns: {
          id: idSql('interaction', n, 'i'),
          account,
          kind: pick('i * 3', ['call', 'meeting', 'email', 'note']),
          direction: `'outbound'`,
          happened_at: moment(5),
          logged_at: moment(5),
          author: user,
          subject: `'Weekly call ' || j`,
          notes: `repeat('They roll the product out to the second plant and ask for help with training. ', 5)`,
          tone: `'positive'`,
        },
      }),
      insert('customer.survey_response', {
        from: several(10),
        columns: {
          id: idSql('survey', n, 'i'),
          account,
          contact,
          survey: `'Quarterly NPS'`,
          kind: `'nps'`,
          score: spread('i', 11),
          category: `'passive'`,
          comment: `'Good product, slow reports.'`,
          responded_at: moment(30),
        },
      }),
      insert('customer.objective', {
        from: several(3),
        columns: {
          id: idSql('objective', n, 'i'),
          account,
          name: `'Roll out to plant ' || j`,
          kind: `'objective'`,
          target: `'80 % of the crew'`,
          due_on: `date '2027-01-31'`,
          status: `'on_track'`,
          owner: user,
        },
      }),
      insert('customer.task', {
        from: several(6),
        columns: {
          id: idSql('task', n, 'i'),
          account,
          name: `'Send the plan ' || j`,
          due_on: `date '2026-11-20' + j`,
          status: `'open'`,
          priority: `'normal'`,
          owner: user,
        },
      }),
      insert('customer.account_team_member', {
        from: several(3),
        columns: { id: idSql('member', n, 'i'), account, user, role: `'account_executive'` },
      }),
      insert('customer.usage_day', {
        from: several(90),
        columns: {
          id: idSql('usage', n, 'i'),
          account,
          day: `date '2026-11-20' - j`,
          daily_active: spread('i', 40),
          weekly_active: '60',
          monthly_active: '90',
          actions: spread('i * 3', 900),
        },
      }),
    ]
  }
}

const actSize = 5_000

/** One claim per record by the CRM, saying what the record holds; and the acts and history of their arrival. */
function claims({ n, w }: Making, object: 'account' | 'contact' | 'account_contact', count: number): string[] {
  const declared = manifest.objects.get(object)
  const fields = [...(declared?.fields.values() ?? [])].filter((field) => !field.from)
  const pairs = fields.map((field) =>
    field.type === 'money'
      ? `'${field.name}', case when t."${field.name}" is not null then jsonb_build_object('amount', t."${field.name}", 'currency', t."${field.name}_currency") end`
      : `'${field.name}', to_jsonb(t."${field.columns[0]?.name}")`,
  )
  const chunks = Array.from({ length: Math.ceil(pairs.length / 40) }, (_, i) => pairs.slice(i * 40, i * 40 + 40))
  const document = `jsonb_strip_nulls(${chunks.map((chunk) => `jsonb_build_object(${chunk})`).join(' || ')})`
  const offset = { account: 1_000, contact: 2_000, account_contact: 3_000 }[object]
  const act = idSql('act', n, `${offset} + (r - 1) / ${actSize}`)
  const acts = Math.ceil(count / actSize)
  return [
    `insert into records.source_record (workspace_id, object, system, local_id, record_id, act_id, said_at, verified_on, claims)
     select '${w}', '${object}', 'crm', '${object}-' || r, id, ${act}, ${said}, date '2026-01-05', doc
     from (select t.id, row_number() over (order by t.id) as r, ${document} as doc from customer.${object} t where t.workspace_id = '${w}') s`,
    `insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, because, object, details, salt)
     select '${w}', ${idSql('act', n, `${offset} + k - 1`)}, ${said}, 'change', 'operator', 'bench', 'cli', 'the measured set', '${object}', '{}', decode(md5(k::text), 'hex') from generate_series(1, ${acts}) k`,
    `insert into ledger.history (workspace_id, act_id, n, object, record_id, version, verb, system, local_id, changed)
     select '${w}', act_id, row_number() over (partition by act_id order by record_id), '${object}', record_id, 1, 'created', 'crm', local_id,
       (select jsonb_object_agg(key, jsonb_build_array(null, value)) from jsonb_each(claims))
     from records.source_record where workspace_id = '${w}' and object = '${object}'`,
  ]
}
