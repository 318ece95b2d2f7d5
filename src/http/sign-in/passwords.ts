// Passwords and the sessions they open, kept by better-auth. It is loaded when the first person signs in, because it costs half
// a second and 50 MB that an installation serving keys alone, or not yet serving anyone, need not pay.
import { words } from '../../../dictionary/words.ts'
import { Failure, Unusable } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'

/** What it takes to know passwords; a whole installation is not needed, so that commands can set them too. */
export type Directory = Pick<Shell['holdfast'], 'system' | 'secret' | 'config'>

export type SignIn = { email: string; password: string; ip: string; userAgent: string | undefined }

const shortest = 10
const longest = 128

/** Checks a password and opens a session. An unknown address costs as much time, and answers the same, as a wrong password. */
export async function openSession(directory: Directory, { email, password, ip, userAgent }: SignIn): Promise<string> {
  const auth = await authOf(directory)
  if (password.length > longest) throw new Failure('sign_in_refused', {})
  const headers = new Headers({ 'x-forwarded-for': ip, ...(userAgent ? { 'user-agent': userAgent } : {}) })
  try {
    const { token } = await auth.api.signInEmail({ body: { email: email.toLowerCase(), password }, headers })
    return token
  } catch (error) {
    if (isRefusal(error)) throw new Failure('sign_in_refused', {}, error)
    throw error
  }
}

/**
 * Gives a person a password, or another one; whoever is signed in as them is signed out. It lets nobody into a workspace:
 * that is `admin.setMember`.
 */
export async function setPassword(
  directory: Directory,
  { email, name, password }: { email: string; name: string; password: string },
): Promise<void> {
  if (password.length < shortest || password.length > longest)
    throw new Unusable(
      words(
        `A password has ${shortest} to ${longest} characters; this one has ${password.length}.`,
        `Una contraseña tiene de ${shortest} a ${longest} caracteres; esta tiene ${password.length}.`,
        `Uma senha tem de ${shortest} a ${longest} caracteres; esta tem ${password.length}.`,
        `Kata laluan ada ${shortest} hingga ${longest} aksara; yang ini ada ${password.length}.`,
      ),
    )
  if (password.toLowerCase() === email.toLowerCase())
    throw new Unusable(
      words(
        'A password must not be the e-mail address.',
        'La contraseña no puede ser la dirección de correo.',
        'A senha não pode ser o endereço de e-mail.',
        'Kata laluan tidak boleh sama dengan alamat e-mel.',
      ),
    )
  const auth = await authOf(directory)
  const { internalAdapter, password: passwords } = await auth.$context
  const hash = await passwords.hash(password)
  const address = email.toLowerCase()
  const known = await internalAdapter.findUserByEmail(address, { includeAccounts: true })
  const user =
    known?.user ??
    (await internalAdapter.createUser({ email: address, name, emailVerified: true }, { method: 'email-password' }))
  if (known?.accounts.some((account) => account.providerId === 'credential')) {
    await internalAdapter.updatePassword(user.id, hash)
    await directory.system.query('delete from directory.session where user_id = $1', [user.id])
  } else
    await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
}

const opened = new WeakMap<Directory['system'], ReturnType<typeof openAuth>>()

function authOf(directory: Directory): ReturnType<typeof openAuth> {
  const known = opened.get(directory.system)
  if (known) return known
  const auth = openAuth(directory)
  opened.set(directory.system, auth)
  return auth
}

export const sessionDays = 7

async function openAuth({ system, secret, config }: Directory) {
  const { betterAuth } = await import('better-auth')
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    database: { db: await directoryDatabase(system), type: 'postgres' },
    secret: secret.derive('browser sessions').toString('base64url'),
    baseURL: config.publicUrl ?? `http://${config.host}:${config.port}`,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortest,
      maxPasswordLength: longest,
    },
    session: {
      expiresIn: sessionDays * 86_400,
      fields: {
        ...times,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    user: { fields: { ...times, emailVerified: 'email_verified' } },
    account: {
      fields: {
        ...times,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { fields: { ...times, expiresAt: 'expires_at' } },
    rateLimit: { enabled: false }, // ours counts by account too (limits.ts)
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

async function directoryDatabase(system: Directory['system']) {
  const { Kysely, PostgresDialect } = await import('kysely')
  return new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new PostgresDialect({ pool: system }),
  }).withSchema('directory')
}

const isRefusal = (error: unknown): boolean => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return status === 400 || status === 401 || status === 403
}
