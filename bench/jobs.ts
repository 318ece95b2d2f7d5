// What is asked of both: the same work over the same records, spread over all workspaces where nothing else is said, in each server's own
// way of asking.
import pg from 'pg'
import type { Installation } from './installation.ts'
import type { Request } from './load.ts'

export type Job = {
  name: string
  says: string
  /** Requests and p99 as shares of the limit's, CPU as a multiple; what the issue asks for, where it asks. */
  goal: { rate?: number; p99?: number; cpu?: number }
  limit: readonly Request[]
  /** By who asks, with what they ask for besides: a role that field classes are hidden from; and a CSM, who sees a tenth of the rows. */
  holdfast: Readonly<Record<string, readonly Request[]>>
}

type Sample = {
  workspace: Installation['workspaces'][number]
  account: string
  industry: string
  tier: string
  /** Whether the CSM of the set owns it. */
  isOwn: boolean
}

const listed =
  'name,industry,tier,country,region,lifecycle_stage,employees,owner,arr,payment_status,renewal_date,renewal_forecast,version'
/** What somebody who is called wants to see: who they are, what was said, what is open, what they use. */
const callersLists = 'contacts,tickets,interactions,tasks,usage'
const people = 'contacts (contact (name, title, email, phone, status), roles, is_primary limit 10)'

export async function jobsFor(installation: Installation): Promise<readonly Job[]> {
  const samples = await sampled(installation)
  const own = samples.filter((sample) => sample.isOwn)
  const as = (role: string, some: readonly Sample[], request: (sample: Sample, i: number) => Request, what = '') => ({
    [`${role}${what}`]: some.map((sample, i) => ({
      ...request(sample, i),
      headers: { authorization: `Bearer ${sample.workspace.keys[role]}` },
    })),
  })

  const list = ({ industry, tier }: Sample) =>
    get('/api/v1/accounts', {
      select: listed,
      where: `industry is "${industry}" and tier is ${tier}`,
      order: 'renewal_date',
      limit: '50',
    })
  const account = ({ account }: Sample) =>
    get(`/api/v1/accounts/${account}`, { select: `${listed},website,city,discount,${people}` })
  const withoutTerms = ({ account }: Sample) =>
    get(`/api/v1/accounts/${account}`, { select: `${listed},website,city,${people}` })
  const page = ({ account }: Sample) => get(`/api/v1/accounts/${account}/360`, {})
  const partOfPage = ({ account }: Sample) => get(`/api/v1/accounts/${account}/360`, { lists: callersLists })
  const create = () => ({ method: 'POST', path: '/api/v1/contacts', body: newContact })
  const patch = ({ account }: Sample, i: number) => ({
    method: 'PATCH',
    path: `/api/v1/accounts/${account}`,
    body: news(i),
  })
  const inOne = samples.filter(({ workspace }) => workspace === samples[0]?.workspace)
  const writing = (where: string, some: readonly Sample[]): Job[] => [
    {
      name: where ? 'create-one' : 'create',
      says: `create a contact${where}`,
      goal: { rate: 0.35, p99: 2.5 },
      limit: some.map(({ workspace }) => ({ method: 'POST', path: `/contact/${workspace.id}`, body: newContact })),
      holdfast: as('cs_operations', some, create),
    },
    {
      name: where ? 'patch-one' : 'patch',
      says: `patch an account${where}`,
      goal: { rate: 0.35, p99: 2.5 },
      limit: some.map(({ workspace, account }, i) => ({
        method: 'PATCH',
        path: `/account/${workspace.id}/${account}`,
        body: news(i),
      })),
      holdfast: {
        ...as('cs_operations', some, patch),
        ...as(
          'csm',
          some.filter(({ isOwn }) => isOwn),
          patch,
        ),
      },
    },
  ]
  const limitAccount = samples.map(({ workspace, account }) => get(`/account/${workspace.id}/${account}`, {}))

  return [
    {
      name: 'list',
      says: 'list of 50, filtered and sorted',
      goal: { rate: 0.6, p99: 2.5 },
      limit: samples.map(({ workspace, industry, tier }) =>
        get(`/list/${workspace.id}/${encodeURIComponent(industry)}/${tier}`, {}),
      ),
      holdfast: { ...as('sales', samples, list), ...as('csm', samples, list) },
    },
    {
      name: 'account',
      says: 'account with ten contacts',
      goal: { rate: 0.5, p99: 2.5 },
      limit: limitAccount,
      holdfast: { ...as('sales', samples, account), ...as('csm', own, withoutTerms) },
    },
    ...writing('', samples),
    // As where one company has its own installation, and a program sends what it has to say all at once.
    ...writing(', all in one workspace', inOne),
    {
      name: 'page',
      says: 'account 360, beside L of account with ten contacts',
      goal: { cpu: 4 },
      limit: limitAccount,
      holdfast: {
        ...as('cs_leader', samples, page),
        ...as('sales', samples, page),
        ...as('cs_leader', samples, partOfPage, ', five lists of twelve'),
      },
    },
  ]
}

function get(path: string, query: Record<string, string>): Request {
  const text = new URLSearchParams(query).toString()
  return { method: 'GET', path: text ? `${path}?${text}` : path }
}

// Namesakes, but nobody's double: the check at entry looks at them and lets them in.
const newContact = JSON.stringify({
  name: 'Nora Weber {n}',
  first_name: 'Nora',
  last_name: 'Weber {n}',
  title: 'IT Manager',
  department: 'IT',
  email: 'nora.weber@bench-{n}.example',
  language: 'en',
  timezone: 'America/Chicago',
})

// Fields whose authority is what a person types, so that the record itself changes and not only a claim on it.
const forecasts = ['on_track', 'at_risk', 'red_alert']
const news = (i: number): string =>
  `{"renewal_risk":"Sponsor left on day {n}.","renewal_forecast":"${forecasts[i % forecasts.length]}"}`

/** Accounts of every workspace, with what their neighbours are listed by. The same ones in every run. */
async function sampled({ url, workspaces }: Installation): Promise<Sample[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const each = await Promise.all(
      workspaces.map(async (workspace) => {
        const { rows } = await client.query<Omit<Sample, 'workspace'>>(
          `select id as account, industry, tier, owner = (select user_id from access.member m where m.workspace_id = a.workspace_id) as "isOwn"
           from customer.account a where workspace_id = $1 order by id limit 50`,
          [workspace.id],
        )
        return rows.map((row) => ({ workspace, ...row }))
      }),
    )
    const places = Math.max(...each.map((rows) => rows.length))
    return Array.from({ length: places }, (_, i) => each.flatMap((rows) => rows[i] ?? [])).flat() // neighbours in time are of different workspaces
  } finally {
    await client.end()
  }
}
