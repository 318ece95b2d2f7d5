// The twin of a database: the same in everything a role may see, and different in everything it may not.
import pg from 'pg'
import { fieldType, type ManifestField, type Sensitivity } from '../../dictionary/index.ts'
import { type Actor, openAdmin } from '../../src/access/index.ts'
import {
  createIds,
  createPool,
  fixedClock,
  openSecret,
  quoted,
  rolesOf,
  silentLog,
  urlAs,
} from '../../src/platform/index.ts'
import { openRecords, type Records } from '../../src/records/index.ts'
import { copyDatabase } from '../harness/database.ts'
import { testSecret } from '../harness/global.ts'
import { type Company, objectNamed, type Placed, type Random, randomOf, sampleOf } from './company.ts'
import { sight } from './oracle.ts'

export type Side = { records: Records; owner: pg.Pool; admin: ReturnType<typeof openAdmin>; close(): Promise<void> }

/** Opens a copy of a database that nobody is connected to. */
export async function openCopy(url: string): Promise<Side> {
  const database = await copyDatabase(url, new URL(url).pathname.slice(1))
  const copy = database.url
  const secret = openSecret({ folder: '', given: testSecret })
  const roles = rolesOf(secret)
  const app = createPool({ url: urlAs(copy, roles.app), size: 2, name: 'test app', log: silentLog })
  const system = createPool({ url: urlAs(copy, roles.system), size: 1, name: 'test system', log: silentLog })
  const owner = new pg.Pool({ connectionString: copy, max: 1 })
  owner.on('error', () => {}) // its last connection may end together with the database
  const clock = fixedClock('2026-11-15T10:00:00.000Z')
  const ids = createIds()
  return {
    records: openRecords({ pool: app, background: system, clock, ids, secret }),
    admin: openAdmin({ pool: system, clock, ids }),
    owner,
    async close() {
      await Promise.all([app.end(), system.end(), owner.end()])
      await database.close()
    },
  }
}

/** References that decide who sees what: they are not secret from whom they decide for, so the twin keeps them. */
const deciding = new Set([
  'account.owner',
  'account_contact.account',
  'account_contact.contact',
  'account_team_member.account',
  'account_team_member.user',
  'task.owner',
  'handoff.csm',
])

/** Changes everything that these roles may not see. Answers how much that was. */
export async function disturb(
  side: Side,
  company: Company,
  roles: readonly string[],
  operator: Actor,
): Promise<number> {
  const random = randomOf(roles.join().length * 7919)
  const ids = createIds()
  const newId = () => ids.next(Date.parse('2026-11-10T00:00:00Z'))
  const client = await side.owner.connect()
  let disturbed = 0
  try {
    await client.query('set session_replication_role = replica')
    for (const [n, placed] of company.records.entries()) {
      const seen = sight(roles, placed.object, placed.label)
      if (seen === null) await disturbRecord(client, placed, n, random, newId())
      else await disturbFields(client, placed, hiddenFrom(placed, seen), random, newId())
      disturbed += seen === null ? 1 : hiddenFrom(placed, seen).length
    }
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
  await foundNeighbour(side, operator)
  return disturbed
}

const hiddenFrom = (placed: Placed, seen: ReadonlySet<Sensitivity>): ManifestField[] =>
  [...objectNamed(placed.object).fields.values()].filter((field) => !seen.has(field.sensitivity))

type Client = pg.ClientBase

/** A record that must not be seen: other values, another version and past; some are gone, some are there twice. */
async function disturbRecord(client: Client, { object, id }: Placed, n: number, random: Random, twinId: string) {
  const fields = [...objectNamed(object).fields.values()]
  await setColumns(
    client,
    object,
    id,
    fields.filter((field) => !field.to && !field.required),
    random,
  )
  const table = `customer.${quoted(object)}`
  await client.query(`update ${table} set version = version + 1, updated_at = '2026-11-14' where id = $1`, [id])
  if (n % 4 === 1) await client.query(`update ${table} set deleted_at = '2026-11-14' where id = $1`, [id])
  if (n % 4 === 2 && objectNamed(object).kind === 'records') {
    const columns = fields.flatMap((field) => field.columns.map((column) => quoted(column.name))).join(', ')
    await client.query(
      `insert into ${table} (workspace_id, id, version, created_at, updated_at, ${columns})
       select workspace_id, $2, version, created_at, updated_at, ${columns} from ${table} where id = $1`,
      [id, twinId],
    )
  }
  await client.query(
    `update ledger.history set changed = jsonb_build_object('name', jsonb_build_array('other', 'than it was')) where record_id = $1`,
    [id],
  )
  await client.query(`update records.source_record set claims = '{"name": "another"}' where record_id = $1`, [id])
  await client.query('delete from records.match_key where record_id = $1', [id])
  await client.query('delete from records.search_key where record_id = $1', [id])
}

/** Fields that must not be seen of a record that may: other values now, before, and in what each source says. */
async function disturbFields(
  client: Client,
  { object, id }: Placed,
  hidden: readonly ManifestField[],
  random: Random,
  act: string,
) {
  if (hidden.length === 0) return
  await setColumns(client, object, id, hidden, random)
  const past = hidden.filter((field) => !field.to)
  for (const field of past) {
    const [was, is] = [sampleOf(field, random), sampleOf(field, random)].map((value) => JSON.stringify(value))
    await client.query(
      `update ledger.history set changed = changed || jsonb_build_object($2::text, jsonb_build_array($3::jsonb, $4::jsonb))
       where record_id = $1 and verb = 'updated'`,
      [id, field.name, was, is],
    )
    await client.query(
      `update records.source_record set claims = claims || jsonb_build_object($2::text, $3::jsonb) where record_id = $1`,
      [id, field.name, is],
    )
  }
  // A change of hidden fields alone, which must not even be a line.
  await client.query(
    `insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, object, salt)
     select workspace_id, $2, '2026-11-10', 'change', 'operator', 'operator', 'cli', $3, '' from customer.${quoted(object)} where id = $1`,
    [id, act, object],
  )
  await client.query(
    `insert into ledger.history (workspace_id, act_id, n, object, record_id, version, verb, system, local_id, changed)
     select workspace_id, $2, 0, $3, id, version, 'updated', 'hand', id::text, $4 from customer.${quoted(object)} where id = $1`,
    [
      id,
      act,
      object,
      JSON.stringify(Object.fromEntries(hidden.map((field) => [field.name, [null, sampleOf(field, random)]]))),
    ],
  )
}

async function setColumns(
  client: Client,
  object: string,
  id: string,
  fields: readonly ManifestField[],
  random: Random,
) {
  const columns = fields
    .filter((field) => !deciding.has(field.id))
    .flatMap((field) => {
      const isGone = field.to || (field.required !== true && random() < 0.2)
      const values = isGone ? field.columns.map(() => null) : fieldType(field).toColumns(sampleOf(field, random))
      return field.columns.map((column, i) => ({ ...column, value: values[i] }))
    })
  if (columns.length === 0) return
  const sets = columns.map(({ name, type }, i) => `${quoted(name)} = $${i + 2}::${type}`)
  await client.query(`update customer.${quoted(object)} set ${sets.join(', ')} where id = $1`, [
    id,
    ...columns.map(({ value }) => value),
  ])
}

/** Another workspace, with an account of every name that this one has. */
async function foundNeighbour(side: Side, operator: Actor) {
  const neighbour = await side.admin.createWorkspace({ name: 'Neighbour', slug: 'neighbour' })
  const here = JSON.parse((await side.records.ask(operator, { from: 'account', select: ['name', 'domains'] })).data)
  await side.records.change(
    { ...operator, workspace: neighbour.id },
    'account',
    here.map(({ name, domains }: { name: string; domains: unknown }) => ({
      verb: 'create',
      values: { name, domains },
      allowDuplicate: true,
    })),
  )
}
