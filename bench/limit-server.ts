// The limit: what a bare server can do on the same tables and indexes — node:http, pg with eight connections, prepared statements
// written by hand, rows through JSON.stringify. It knows nobody, checks nothing, and remembers nothing of what it did.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'

const asText = (text: string) => text
const types = new pg.TypeOverrides()
for (const oid of [1082, 1184]) types.setTypeParser(oid, asText) // dates stay the text they are
for (const oid of [20, 1700]) types.setTypeParser(oid, Number)
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8, types })

const listed = `id, name, industry, tier, country, region, lifecycle_stage, employees, owner, arr, arr_currency, payment_status, renewal_date, renewal_forecast, version`

const statements = {
  list: `select ${listed} from customer.account where workspace_id = $1 and industry = $2 and tier = $3 and deleted_at is null order by renewal_date, id limit 50`,
  account: `select ${listed}, website, city, discount from customer.account where workspace_id = $1 and id = $2 and deleted_at is null`,
  contacts: `select c.id, c.name, c.title, c.email, c.phone, c.status, l.roles, l.is_primary from customer.account_contact l
    join customer.contact c on c.workspace_id = l.workspace_id and c.id = l.contact
    where l.workspace_id = $1 and l.account = $2 and l.deleted_at is null and c.deleted_at is null order by l.id limit 10`,
  create: `insert into customer.contact (workspace_id, id, version, created_at, updated_at, name, first_name, last_name, title, department, email, phone, language, timezone)
    values ($1, $2, 1, now(), now(), $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id, version`,
  patch: `update customer.account set renewal_risk = $3, renewal_forecast = $4, version = version + 1, updated_at = now() where workspace_id = $1 and id = $2 returning id, version`,
} as const

const rows = async (name: keyof typeof statements, values: unknown[]) =>
  (await pool.query({ name, text: statements[name], values })).rows

const server = createServer((request, response) => {
  answer(request).then(
    (value) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(value))
    },
    (error: Error) => {
      response.statusCode = 500
      response.end(error.message)
    },
  )
})

async function answer(request: IncomingMessage): Promise<unknown> {
  const [, what, workspace, a, b] = (request.url ?? '').split('/')
  if (request.method === 'POST') {
    const c = JSON.parse(await bodyOf(request))
    const values = [c.name, c.first_name, c.last_name, c.title, c.department, c.email, c.phone, c.language, c.timezone]
    return (await rows('create', [workspace, randomUUID(), ...values]))[0]
  }
  if (request.method === 'PATCH') {
    const { renewal_risk, renewal_forecast } = JSON.parse(await bodyOf(request))
    return (await rows('patch', [workspace, a, renewal_risk, renewal_forecast]))[0]
  }
  if (what === 'list') return { data: await rows('list', [workspace, decodeURIComponent(a ?? ''), b]) }
  const [[account], contacts] = await Promise.all([rows('account', [workspace, a]), rows('contacts', [workspace, a])])
  return { ...account, contacts }
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (text += chunk))
    request.on('end', () => resolve(text))
    request.on('error', reject)
  })
}

server.listen(Number(process.env['PORT']), '127.0.0.1')
