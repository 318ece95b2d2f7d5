// Signing in and out, and who one is.
import type { FastifyInstance } from 'fastify'
import { words } from '../../../dictionary/words.ts'
import type { Verb } from '../../access/index.ts'
import { Failure, told } from '../../platform/index.ts'
import { tourOf } from '../../welcome/index.ts'
import { objectBody } from '../body.ts'
import { currentAccess } from '../current-access.ts'
import { createLimit, unlimited } from '../limits.ts'
import { languageOf } from '../problem.ts'
import type { Shell } from '../shell.ts'
import { requireOwnOrigin } from '../sign-in/origin.ts'
import { openSession } from '../sign-in/passwords.ts'
import { endSession, readSession, sessionCookie, tokenOf } from '../sign-in/session.ts'
import { known, sessionOf } from '../sign-in/who.ts'

export function sessionRoutes(app: FastifyInstance, shell: Shell): void {
  const { holdfast, options } = shell
  const { rates } = options
  const perAccount = rates ? createLimit(rates.signInAccount, holdfast.clock) : unlimited
  const perAddress = rates ? createLimit(rates.signInAddress, holdfast.clock) : unlimited

  app.post('/api/v1/session', { config: { isOpen: true } }, async (request, reply) => {
    if (request.headers.origin !== undefined) requireOwnOrigin(holdfast, request) // nobody is signed in as somebody else
    const { email, password } = objectBody(request.body)
    if (typeof email !== 'string' || typeof password !== 'string')
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'give "email" and "password"',
            'dé "email" y "password"',
            'informe "email" e "password"',
            'beri "email" dan "password"',
          ),
        ),
      })
    perAddress.take(request.ip)
    perAccount.take(email.slice(0, 320).toLowerCase())
    const userAgent = request.headers['user-agent']?.slice(0, 300)
    const token = await openSession(holdfast, { email, password, ip: request.ip, userAgent }).catch(
      (error: unknown) => {
        if (error instanceof Failure) holdfast.log.warn({ address: request.ip }, 'a sign-in was refused')
        throw error
      },
    )
    const session = await readSession(holdfast, token)
    reply.header('set-cookie', sessionCookie(holdfast, token))
    return { email: session?.email, name: session?.person, workspaces: session?.memberships.map(shown) ?? [] }
  })

  app.get('/api/v1/session', { config: { isOpen: true } }, async () => ({ demo: options.demo }))

  app.delete('/api/v1/session', { config: { isOpen: true } }, async (request, reply) => {
    const token = tokenOf(holdfast, request.headers.cookie)
    if (token) {
      requireOwnOrigin(holdfast, request)
      await endSession(holdfast, token)
    }
    return reply.header('set-cookie', sessionCookie(holdfast, null)).code(204).send()
  })

  app.get('/api/v1/me', async (request) => {
    const actor = known(request)
    const access = await currentAccess(shell, actor)
    const session = actor.kind === 'user' ? await sessionOf(holdfast, request) : null
    const tour = await tourOf(holdfast.app, actor.workspace, access.userId)
    const objects = [...access.manifest.objects.keys()].flatMap((name) => {
      const verbs = new Set<Verb>(
        access.roles.flatMap((role) => (role.objects[name] ?? role.objects['*'])?.verbs ?? []),
      )
      return verbs.size > 0 ? [[name, [...verbs].sort()] as const] : []
    })
    return {
      kind: actor.kind,
      ...(await namedBy(shell, actor)),
      email: session?.email ?? null,
      workspaces: session?.memberships.map(shown) ?? [],
      userId: access.userId,
      may: Object.fromEntries(objects),
      administers: [...new Set(access.roles.flatMap((role) => role.administers))],
      smallestGroup: access.smallestGroup,
      language: languageOf(request),
      tour,
    }
  })
}

const shown = ({ workspace, slug, name }: { workspace: string; slug: string; name: string }) => ({
  id: workspace,
  slug,
  name,
})

async function namedBy({ holdfast }: Shell, actor: ReturnType<typeof known>) {
  const from = actor.kind === 'key' ? 'access.api_key p on p.id = $2' : 'access.member p on p.user_id = $2'
  const { rows } = await holdfast.system.query(
    `select p.name, p.roles, w.workspace_id, w.slug, w.name as workspace_name, w.currency, w.timezone
      from access.workspace w join ${from} and p.workspace_id = w.workspace_id where w.workspace_id = $1`,
    [actor.workspace, actor.id],
  )
  const [row] = rows
  return {
    name: row?.name ?? null,
    roles: row?.roles ?? [],
    workspace: {
      id: row?.workspace_id,
      slug: row?.slug,
      name: row?.workspace_name,
      currency: row?.currency,
      timezone: row?.timezone,
    },
  }
}
