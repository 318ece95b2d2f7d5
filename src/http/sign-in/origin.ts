// A cookie is sent by the browser whoever wrote the page, so a request that changes something and leans on one must come from a
// page of ours. Programs with a key carry it themselves and need no such proof.
import type { FastifyRequest } from 'fastify'
import { Failure } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export function requireOwnOrigin({ config }: Shell['holdfast'], request: FastifyRequest): void {
  if (reading.has(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site'] // written by browsers alone; pages can't forge it
  const own = hostOf(config.publicUrl ?? `${request.protocol}://${request.headers.host}`)
  const isOwn = origin === undefined ? site === 'same-origin' : own !== null && hostOf(origin) === own
  if (!isOwn || (site !== undefined && site !== 'same-origin'))
    throw new Failure('other_origin', { own: config.publicUrl ?? `${request.protocol}://${own}` })
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
