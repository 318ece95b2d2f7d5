// The browser's session: a cookie with the session's token and our seal on it, so that reading the directory's table is not enough
// to be somebody. One statement tells whose it is and where they may go; nothing is remembered, so signing out is immediate.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Shell } from '../shell.ts'
import { sessionDays } from './passwords.ts'

type Installation = Pick<Shell['holdfast'], 'system' | 'secret' | 'config'>

export type Membership = { workspace: string; userId: string; slug: string; name: string }
export type Session = { email: string; person: string; memberships: readonly Membership[] }

export const isSecure = ({ config }: Pick<Installation, 'config'>): boolean =>
  config.publicUrl?.startsWith('https://') ?? false
const cookieName = (installation: Installation): string => (isSecure(installation) ? '__Host-holdfast' : 'holdfast')

export function sessionCookie(installation: Installation, token: string | null): string {
  const value = token === null ? '' : `${token}.${seal(installation, token).toString('base64url')}`
  const age = token === null ? 0 : sessionDays * 86_400
  return `${cookieName(installation)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${isSecure(installation) ? '; Secure' : ''}`
}

/** The token in a cookie header, if the seal is ours. */
export function tokenOf(installation: Installation, cookies: string | undefined): string | null {
  const value = cookieNamed(cookies, cookieName(installation))
  const [, token, given] = /^([A-Za-z0-9]{16,64})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '') ?? []
  if (!token || !given) return null
  return timingSafeEqual(Buffer.from(given, 'base64url'), seal(installation, token)) ? token : null
}

export function cookieNamed(cookies: string | undefined, name: string): string | null {
  for (const part of (cookies ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

export async function readSession({ system }: Installation, token: string): Promise<Session | null> {
  const { rows } = await system.query<{ email: string; person: string } & Membership>({
    name: 'session',
    text: `select u.email, u.name as person, m.workspace_id as workspace, m.user_id as "userId", w.slug, w.name
      from directory.session s
      join directory.user u on u.id = s.user_id
      left join access.member m on m.email = u.email and m.suspended_at is null
      left join access.workspace w on w.workspace_id = m.workspace_id
      where s.token = $1 and s.expires_at > now()
      order by w.created_at`,
    values: [token],
  })
  const [first] = rows
  if (!first) return null
  const memberships = rows.filter((row) => row.workspace !== null)
  return { email: first.email, person: first.person, memberships }
}

/** Those of these sessions that are still open. */
export async function openSessions({ system }: Installation, tokens: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await system.query<{ token: string }>({
    name: 'open sessions',
    text: 'select token from directory.session where token = any($1) and expires_at > now()',
    values: [tokens],
  })
  return new Set(rows.map(({ token }) => token))
}

export async function endSession({ system }: Installation, token: string): Promise<void> {
  await system.query('delete from directory.session where token = $1', [token])
}

const seals = new WeakMap<Installation['secret'], Buffer>()

function seal({ secret }: Installation, token: string): Buffer {
  const key = seals.get(secret) ?? secret.derive('browser cookies')
  seals.set(secret, key)
  return createHmac('sha256', key).update(token).digest()
}
