import { resolve } from 'node:path'
import { words } from '../../dictionary/words.ts'
import { Unusable } from './failures/unusable.ts'

export type Config = {
  /** Where everything of this installation lies: database, secret, sealed heads, uploads. */
  folder: string
  /** A PostgreSQL of one's own (15 or later); without it the embedded one is started. */
  databaseUrl: string | null
  secret: string | undefined
  port: number
  host: string
  publicUrl: string | null
  logLevel: string
  poolSize: number
  /** Where files of recurring imports are mailed to; null where nothing is. */
  mail: MailConfig | null
}

export type MailConfig = {
  /** What stands behind the @ of their addresses. */
  domain: string
  /** Null: addresses are known to this process, and another one listens. */
  port: number | null
  host: string
  /** Of one mail with all that is attached, as it travels. */
  largest: number
  /** PEM files, to be able to receive in secret; without them what sends is told that it can't. */
  certificate: { cert: string; key: string } | null
}

/** Reads the environment once; what is wrong in it is said with the mend, before anything starts. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    folder: resolve(env['HOLDFAST_DATA'] ?? '.holdfast'),
    databaseUrl: env['DATABASE_URL'] ? postgresUrl(env['DATABASE_URL']) : null,
    secret: env['HOLDFAST_SECRET'],
    port: wholeNumber('PORT', env['PORT'] ?? '4100', 0, 65_535),
    host: env['HOST'] ?? 'localhost',
    publicUrl: env['HOLDFAST_URL'] ?? null,
    logLevel: oneOf('LOG_LEVEL', env['LOG_LEVEL'] ?? 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    poolSize: wholeNumber('HOLDFAST_POOL', env['HOLDFAST_POOL'] ?? '10', 1, 200),
    mail: readMail(env),
  }
}

function readMail(env: NodeJS.ProcessEnv): MailConfig | null {
  const domain = env['HOLDFAST_MAIL_IN_DOMAIN']?.toLowerCase()
  const port = env['HOLDFAST_MAIL_IN_PORT']
  if (!domain) {
    if (!port) return null
    throw new Unusable(
      words(
        'HOLDFAST_MAIL_IN_PORT needs HOLDFAST_MAIL_IN_DOMAIN: what stands behind the @, such as in.acme.com.',
        'HOLDFAST_MAIL_IN_PORT necesita HOLDFAST_MAIL_IN_DOMAIN: lo que va tras la @, como in.acme.com.',
        'HOLDFAST_MAIL_IN_PORT precisa de HOLDFAST_MAIL_IN_DOMAIN: o que vem depois do @, como in.acme.com.',
        'HOLDFAST_MAIL_IN_PORT memerlukan HOLDFAST_MAIL_IN_DOMAIN: apa yang ada selepas @, seperti in.acme.com.',
      ),
    )
  }
  if (!/^(?=.{1,200}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain))
    throw new Unusable(
      words(
        `HOLDFAST_MAIL_IN_DOMAIN=${domain} is not usable: give a domain such as in.acme.com.`,
        `HOLDFAST_MAIL_IN_DOMAIN=${domain} no sirve: dé un dominio como in.acme.com.`,
        `HOLDFAST_MAIL_IN_DOMAIN=${domain} não serve: informe um domínio como in.acme.com.`,
        `HOLDFAST_MAIL_IN_DOMAIN=${domain} tidak boleh digunakan: beri domain seperti in.acme.com.`,
      ),
    )
  const [cert, key] = [env['HOLDFAST_MAIL_IN_CERT'], env['HOLDFAST_MAIL_IN_KEY']]
  if (!cert !== !key)
    throw new Unusable(
      words(
        'HOLDFAST_MAIL_IN_CERT and HOLDFAST_MAIL_IN_KEY go together: give both, or none.',
        'HOLDFAST_MAIL_IN_CERT y HOLDFAST_MAIL_IN_KEY van juntos: dé ambos o ninguno.',
        'HOLDFAST_MAIL_IN_CERT e HOLDFAST_MAIL_IN_KEY vão juntos: informe ambos ou nenhum.',
        'HOLDFAST_MAIL_IN_CERT dan HOLDFAST_MAIL_IN_KEY digunakan bersama: beri kedua-duanya, atau tiada.',
      ),
    )
  return {
    domain,
    port: port ? wholeNumber('HOLDFAST_MAIL_IN_PORT', port, 0, 65_535) : null,
    host: env['HOLDFAST_MAIL_IN_HOST'] ?? env['HOST'] ?? 'localhost',
    largest: wholeNumber('HOLDFAST_MAIL_IN_MB', env['HOLDFAST_MAIL_IN_MB'] ?? '150', 1, 65_536) * 1_000_000,
    certificate: cert && key ? { cert, key } : null,
  }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new Unusable(
    words(
      `${name}=${text} is not usable: give a whole number from ${min} to ${max}.`,
      `${name}=${text} no sirve: dé un número entero de ${min} a ${max}.`,
      `${name}=${text} não serve: informe um número inteiro de ${min} a ${max}.`,
      `${name}=${text} tidak boleh digunakan: beri nombor bulat dari ${min} hingga ${max}.`,
    ),
  )
}

function oneOf(name: string, text: string, allowed: readonly string[]): string {
  if (allowed.includes(text)) return text
  const list = allowed.join(', ')
  throw new Unusable(
    words(
      `${name}=${text} is not usable: give one of ${list}.`,
      `${name}=${text} no sirve: dé uno de ${list}.`,
      `${name}=${text} não serve: informe um de ${list}.`,
      `${name}=${text} tidak boleh digunakan: beri salah satu daripada ${list}.`,
    ),
  )
}

function postgresUrl(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  throw new Unusable(
    words(
      'DATABASE_URL is not usable: give postgres://user:password@host:5432/database.',
      'DATABASE_URL no sirve: dé postgres://usuario:contraseña@servidor:5432/base.',
      'DATABASE_URL não serve: informe postgres://usuario:senha@servidor:5432/banco.',
      'DATABASE_URL tidak boleh digunakan: beri postgres://pengguna:katalaluan@pelayan:5432/pangkalan.',
    ),
  )
}
