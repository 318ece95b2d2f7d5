import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecret } from '../../../test/harness/global.ts'
import { openWorld, type World } from '../../../test/harness/world.ts'
import { silentLog } from '../log.ts'
import { openSecret } from '../secret.ts'
import type { Roles } from './ensure-roles.ts'
import { migrate, readMigrations } from './migrate.ts'
import { rolesOf, urlAs } from './roles.ts'

const [name, password] = [`owner_${randomUUID().slice(0, 8)}`, 'of-a-test']
const own = rolesOf(openSecret({ folder: '', given: testSecret }))
const roles: Roles = {
  app: { ...own.app, name: `${name}_app` },
  system: { ...own.system, name: `${name}_system` },
}
let world: World
let url: string
beforeAll(async () => {
  world = await openWorld()
  await world.owner.query(`create role ${name} login createrole password '${password}'`)
  await world.owner.query(`create database ${name} owner ${name}`)
  const own = new URL(world.url)
  Object.assign(own, { username: name, password, pathname: `/${name}` })
  url = own.href
})
afterAll(async () => {
  await world.owner.query(`drop database ${name} with (force)`)
  for (const role of [roles.app.name, roles.system.name, name]) await world.owner.query(`drop role if exists ${role}`)
  await world.close()
})

test('an owner who is bound by row-level security, and would lose what a migration moves, is refused with the mend', async () => {
  await expect(migrate({ url, roles, log: silentLog })).rejects.toThrow(
    `Let a superuser say: alter role "${name}" bypassrls createrole.`,
  )
})

test('an owner who is no superuser migrates as often as they like, and what was there is there', async () => {
  await world.owner.query(`alter role ${name} bypassrls`)
  const before = readMigrations().filter((migration) => migration.name < '0041')
  await migrate({ url, roles, log: silentLog, migrations: before })
  const client = new pg.Client(url)
  await client.connect()
  try {
    const [workspace, record] = [randomUUID(), randomUUID()]
    const key = [workspace, 'contact', 'email', 'ana@porto.example', record]
    await client.query(
      'insert into records.match_key (workspace_id, object, kind, key, record_id) values ($1, $2, $3, $4, $5)',
      key,
    )
    expect((await migrate({ url, roles, log: silentLog })).length).toBeGreaterThan(0)
    const { rows } = await client.query('select workspace_id, object, kind, key, record_id from records.match_key')
    expect(rows.map((row) => Object.values(row))).toEqual([key])
    expect(await migrate({ url, roles, log: silentLog })).toEqual([])
  } finally {
    await client.end()
  }
})

test('roles that are as they should be are left alone, whoever starts meanwhile; another password, or a right too many, is put right', async () => {
  const start = () =>
    migrate({ url: Object.assign(new URL(world.url), { pathname: `/${name}` }).href, roles, log: silentLog })
  const written = async () =>
    (
      await world.owner.query('select rolname, xmin::text from pg_authid where rolname like $1 order by 1', [
        `${name}_%`,
      ])
    ).rows
  const mayEnter = async () => {
    const client = new pg.Client(urlAs(url, roles.app))
    await client.connect()
    await client.end()
  }
  await start()
  const before = await written()
  await Promise.all(Array.from({ length: 4 }, start))
  expect(await written()).toEqual(before)

  await world.owner.query(`alter role ${roles.app.name} password 'another' createdb`)
  await world.owner.query(`revoke connect on database ${name} from public, ${roles.app.name}`)
  await expect(mayEnter()).rejects.toThrow('password authentication failed')
  await start()
  await mayEnter()
  const { rows } = await world.owner.query('select rolcreatedb from pg_roles where rolname = $1', [roles.app.name])
  expect(rows).toEqual([{ rolcreatedb: false }])
})
