// Who asks: the one place that turns a request into an actor. A key speaks for a program, a session for a person.
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../access/index.ts'
import { Failure } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { requireOwnOrigin } from './origin.ts'
import { cookieNamed, type Membership, readSession, type Session, tokenOf } from './session.ts'

export async function actorOf({ holdfast }: Shell, request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    const known = key ? await holdfast.admin.verifyKey(key) : null
    if (!known) throw new Failure('not_signed_in', {})
    return { kind: 'key', ...known, via: 'api' }
  }
  const session = await sessionOf(holdfast, request)
  if (!session) throw new Failure('not_signed_in', {})
  requireOwnOrigin(holdfast, request)
  const { workspace, userId } = chosen(session, request)
  return { kind: 'user', workspace, id: userId, via: 'web' }
}

export async function sessionOf(holdfast: Shell['holdfast'], request: FastifyRequest): Promise<Session | null> {
  const token = tokenOf(holdfast, request.headers.cookie)
  return token ? readSession(holdfast, token) : null
}

/** The workspace named by header or cookie, else the person's first. */
function chosen({ memberships }: Session, request: FastifyRequest): Membership {
  const header = request.headers['x-workspace']
  const name = (typeof header === 'string' ? header : null) ?? cookieNamed(request.headers.cookie, 'holdfast-workspace')
  const found =
    name === null ? memberships[0] : memberships.find((each) => each.slug === name || each.workspace === name)
  if (!found) throw new Failure('workspace_unavailable', { workspace: name ?? '' })
  return found
}

/** The actor that the closed routes rely on. */
export function known(request: FastifyRequest): Actor {
  if (!request.actor) throw new Failure('not_signed_in', {})
  return request.actor
}
