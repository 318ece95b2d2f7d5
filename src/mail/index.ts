// A mail server that takes in files of recurring imports and nothing else: it relays nothing, signs nobody in, and has no mailboxes.
import { mkdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { words } from '../../dictionary/words.ts'
import type { Holdfast } from '../holdfast.ts'
import { type Addressee, addressee, openAddresses } from '../intake/index.ts'
import type { MailConfig } from '../platform/index.ts'
import { Unusable } from '../platform/index.ts'
import { deliver, type Post, type Receiving, saidOf } from './deliver.ts'
import { type Limits, limitsFor } from './limits.ts'
import { closing, noSuchAddress, type Reply, tryAgain } from './reply.ts'

export type MailServer = {
  domain: string
  port: number
  /** Lets mails that are coming in end, for some seconds, and closes. */
  stop(): Promise<void>
}

/** What is known of a connection. */
type Talk = { to: Addressee | null; misses: number; timer: NodeJS.Timeout }

const patienceMs = 10_000

/** Listens where the configuration says; null where it says nothing. */
export async function receiveMail(
  holdfast: Receiving & Pick<Holdfast, 'config' | 'secret'>,
  given: Partial<Limits> = {},
): Promise<MailServer | null> {
  const { config, log, secret } = holdfast
  const { mail } = config
  if (mail === null || mail.port === null) return null
  const limits = { ...limitsFor(mail.largest), ...given }
  const post: Post = { folder: join(config.folder, 'mail'), limits, busy: new Set() }
  await rm(post.folder, { recursive: true, force: true }) // what was coming in when this was killed comes again
  await mkdir(post.folder, { recursive: true, mode: 0o700 })
  const { app, system, records } = holdfast
  const books = { app, system, records, addresses: openAddresses({ secret, domain: mail.domain }) }
  const talks = new Map<string, Talk>()

  const server = new SMTPServer({
    ...(await optionsFor(mail, limits)),
    onConnect({ id }, done) {
      const end = () => {
        for (const connection of server.connections) if (connection.id === id) connection.close()
      }
      talks.set(id, { to: null, misses: 0, timer: setTimeout(end, limits.wholeMs) })
      done()
    },
    onClose({ id }) {
      clearTimeout(talks.get(id)?.timer)
      talks.delete(id)
    },
    onRcptTo({ address: to }, { id, envelope: { mailFrom } }, done) {
      const talk = talks.get(id)
      const from = mailFrom ? mailFrom.address : ''
      recipient(to, from, talk).then(() => done(), done)
    },
    onData(message, { id }, done) {
      const talk = talks.get(id)
      const delivered = talk?.to
        ? deliver(holdfast, post, talk.to, message)
        : Promise.reject(tryAgain('Say again for whom it is.'))
      delivered
        .finally(() => {
          if (talk) talk.to = null
          message.resume() // what was not read has to go by before an answer is heard
        })
        .then(() => done(null, 'Taken in'), done)
    },
  })
  server.on('error', (error) => log.debug({ error: saidOf(error) }, 'a mail connection broke'))

  async function recipient(to: string, from: string, talk: Talk | undefined): Promise<void> {
    const since = performance.now()
    const found = await addressee(books, { to, from }).catch((error: unknown) => {
      log.warn({ error: saidOf(error) }, 'whom a mail is for could not be looked up')
      return tryAgain('Whom it is for can not be looked up now.')
    })
    if (found instanceof Error) throw found
    if (found && talk) talk.to = found
    else throw await refusal(talk, since)
  }
  /** In the same words after the same time, whatever the reason; who goes on asking is sent away. */
  async function refusal(talk: Talk | undefined, since: number): Promise<Reply> {
    const left = limits.refusalMs - (performance.now() - since)
    await new Promise((resolve) => setTimeout(resolve, left))
    if (talk) talk.misses += 1
    return (talk?.misses ?? 0) > limits.misses ? closing('Too many addresses that are not here') : noSuchAddress()
  }

  await listen(server, mail.host, mail.port)
  return {
    domain: mail.domain,
    port: (server.server.address() as AddressInfo).port, // it listens on a port
    async stop() {
      for (const connection of server.connections) if (!talks.get(connection.id)?.to) connection.close()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}

async function optionsFor({ domain, certificate }: MailConfig, limits: Limits): Promise<SMTPServerOptions> {
  const unused = ['AUTH', 'VRFY', 'HELP', 'WIZ', 'SHELL', 'KILL']
  return {
    name: domain,
    banner: 'Holdfast',
    ...(certificate ? { cert: await readFile(certificate.cert), key: await readFile(certificate.key) } : {}),
    disabledCommands: certificate ? unused : [...unused, 'STARTTLS'],
    authOptional: true,
    size: limits.bytes,
    rejectOversized: true,
    maxClients: limits.connections,
    maxRecipients: 1,
    socketTimeout: limits.idleMs,
    closeTimeout: patienceMs,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
  }
}

/** A port that can't be had is said with the mend. */
async function listen(server: SMTPServer, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject)
      server.listen(port, host, () => {
        server.server.off('error', reject)
        resolve()
      })
    })
  } catch (error) {
    const isTaken = (error as { code?: unknown }).code === 'EADDRINUSE'
    const why = isTaken ? '' : ` (${saidOf(error)})`
    const say = words(
      `Port ${port} on ${host} for mail ${isTaken ? 'is taken' : "can't be had"}${why}. Choose another: HOLDFAST_MAIL_IN_PORT.`,
      `El puerto ${port} en ${host} para el correo ${isTaken ? 'está ocupado' : 'no está disponible'}${why}. Elija otro: HOLDFAST_MAIL_IN_PORT.`,
      `A porta ${port} em ${host} para o e-mail ${isTaken ? 'está ocupada' : 'não está disponível'}${why}. Escolha outra: HOLDFAST_MAIL_IN_PORT.`,
      `Port ${port} di ${host} untuk mel ${isTaken ? 'sudah digunakan' : 'tidak tersedia'}${why}. Pilih yang lain: HOLDFAST_MAIL_IN_PORT.`,
    )
    throw new Unusable(say, { cause: error })
  }
}
