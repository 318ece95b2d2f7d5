// How the process is: for the supervisor (healthz), the balancer (readyz) and the collector (metrics).
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure, type Pool, readMigrations } from '../../platform/index.ts'
import type { Gauge, Metrics } from '../metrics.ts'
import type { Shell } from '../shell.ts'

export function stateRoutes(app: FastifyInstance, shell: Shell, metrics: Metrics): void {
  const { holdfast, options, state } = shell
  const needed = readMigrations().length

  app.get('/healthz', async () => ({ status: 'up' }))

  app.get('/readyz', async (_, reply) => {
    const isReady = !state.isStopping && (await isCurrent(holdfast.system, needed))
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' })
  })

  app.get('/metrics', async (request, reply) => {
    if (!mayCollect(request, options.metricsToken)) throw new Failure('not_signed_in', {})
    return reply.type('text/plain; version=0.0.4').send(metrics.text(await gaugesOf(shell)))
  })
}

async function isCurrent(system: Pool, needed: number): Promise<boolean> {
  try {
    const { rows } = await system.query<{ done: number }>('select holdfast.migrations_done() as done')
    return Number(rows[0]?.done) >= needed
  } catch {
    return false
  }
}

/** This machine without a proxy between, or whoever holds the token. */
function mayCollect(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) {
    const expected = Buffer.from(`Bearer ${token}`)
    const given = Buffer.from(request.headers.authorization ?? '')
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  const isLocal = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '')
  return isLocal && request.headers['x-forwarded-for'] === undefined && request.headers['forwarded'] === undefined
}

async function gaugesOf({ holdfast }: Shell): Promise<Gauge[]> {
  const pools = [
    { name: 'app', pool: holdfast.app },
    { name: 'system', pool: holdfast.system },
  ]
  return [
    {
      name: 'holdfast_pool_connections',
      help: 'Database connections, and requests waiting for one.',
      values: pools.flatMap(({ name, pool }) => [
        { labels: `pool="${name}",state="open"`, value: pool.totalCount },
        { labels: `pool="${name}",state="idle"`, value: pool.idleCount },
        { labels: `pool="${name}",state="waiting"`, value: pool.waitingCount },
      ]),
    },
    {
      name: 'holdfast_memory_bytes',
      help: 'Resident memory of this process.',
      values: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'holdfast_unsealed_seconds',
      help: 'Age of the oldest act that no signed head covers yet.',
      values: [{ value: await oldestUnsealed(holdfast.system) }],
    },
  ]
}

async function oldestUnsealed(system: Pool): Promise<number> {
  const { rows } = await system.query<{ seconds: number }>(
    `select coalesce(extract(epoch from now() - min(oldest.at)), 0)::float8 as seconds
      from access.workspace w
      cross join lateral (select a.at from ledger.act a where a.workspace_id = w.workspace_id and a.leaf is null order by a.id limit 1) oldest`,
  )
  return Math.max(0, rows[0]?.seconds ?? 0)
}
