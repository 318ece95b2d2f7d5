// A world with the server in front of it: what the tests of this room begin with.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { testSecret } from '../../test/harness/global.ts'
import { openWorld, type World } from '../../test/harness/world.ts'
import type { Holdfast } from '../holdfast.ts'
import { openAddresses, openRecurring } from '../intake/index.ts'
import { createIds, openSecret, readConfig, silentLog } from '../platform/index.ts'
import type { HttpOptions } from './options.ts'
import { buildServer } from './server.ts'

export type Answered = {
  status: number
  headers: Record<string, unknown>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests, which say what they expect
  json: any
}

export type Served = {
  world: World
  holdfast: Holdfast
  app: FastifyInstance
  /** A key for these roles; `as` in a request. */
  key(...roles: string[]): Promise<string>
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, o?: Asked): Promise<Answered>
  /** See World.close. */
  close(keepAs?: string): Promise<void>
}

const mailDomain = 'in.vendor.example'

export type Asked = { as?: string; body?: unknown; headers?: Record<string, string> }

/** `from`: see openWorld. */
export async function serveWorld(options: Partial<HttpOptions> = {}, from?: string): Promise<Served> {
  const world = await openWorld(from ? { from } : {})
  const { url, app: pool, system, clock, admin, records, duplicates, collaboration } = world
  const ids = createIds()
  const secret = openSecret({ folder: '', given: testSecret })
  const holdfast: Holdfast = {
    config: readConfig({ LOG_LEVEL: 'silent', PORT: '0', HOLDFAST_MAIL_IN_DOMAIN: mailDomain }),
    log: silentLog,
    clock,
    ids,
    secret,
    app: pool,
    system,
    ownerUrl: url,
    adopted: false,
    admin,
    records,
    duplicates,
    collaboration,
    uploads: world.uploads,
    imports: world.imports,
    recurring: openRecurring({ pool, records, clock, ids, addresses: openAddresses({ secret, domain: mailDomain }) }),
    close: () => world.close(),
  }
  const app = buildServer(holdfast, options)
  await app.ready()
  let keys = 0
  return {
    world,
    holdfast,
    app,
    async key(...roles) {
      keys += 1
      const { id: userId } = await world.person(roles, `Keeper of key ${keys}`)
      return (await admin.createKey(world.workspace.id, { name: `key ${keys}`, roles, userId })).key
    },
    async ask(method, address, { as, body, headers = {} } = {}) {
      const sent: InjectOptions = {
        method,
        url: address,
        headers: { ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
      }
      if (typeof body === 'string') {
        sent.payload = body
        sent.headers = { 'content-type': 'application/json', ...sent.headers }
      } else if (body !== undefined) sent.payload = body as object // given as JSON by the tests
      const answer = await app.inject(sent)
      const isJson = String(answer.headers['content-type']).includes('json')
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.payload,
        json: isJson && answer.payload ? answer.json() : null,
      }
    },
    async close(keepAs) {
      await app.close()
      await world.close(keepAs)
    },
  }
}
