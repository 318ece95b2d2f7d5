// One mail to a recurring import, from its first byte to what its sender is answered: taken in when it returns, and otherwise why not.
import { hash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Holdfast } from '../holdfast.ts'
import { type Addressee, takeInMailed } from '../intake/index.ts'
import { asFailure, Failure } from '../platform/index.ts'
import { tellOwner } from '../worker/index.ts'
import type { Limits } from './limits.ts'
import { isReply, noRoom, noSuchAddress, notTaken, type Reply, tryAgain } from './reply.ts'
import { type Brought, tablesIn } from './tables.ts'

export type Receiving = Pick<Holdfast, 'app' | 'system' | 'records' | 'imports' | 'collaboration' | 'clock' | 'log'>

export type Post = {
  /** Where mails lie while they come in. */
  folder: string
  limits: Limits
  /** Mails that are being taken in by this process. */
  busy: Set<string>
}

/** Throws the reply. */
export async function deliver(receiving: Receiving, post: Post, to: Addressee, message: Readable): Promise<void> {
  const folder = await mkdtemp(join(post.folder, 'mail-'))
  try {
    const brought = await tablesIn(message, folder, post.limits)
    if (brought.tables.length === 0) throw notTaken('No table is attached. Attach a CSV, TSV, XLSX or JSON file.')
    await takeIn(receiving, post, to, brought)
  } catch (error) {
    const answer = replyTo(error)
    const { workspace, recurring } = to
    const about = { workspace, recurring: recurring.id, code: answer.responseCode }
    receiving.log.warn({ ...about, error: saidOf(error) }, 'a mail to a recurring import is not taken in')
    if (answer.responseCode >= lasting) await tellUnread(receiving, to)
    throw answer
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeIn(receiving: Receiving, { busy }: Post, to: Addressee, brought: Brought): Promise<void> {
  const { app: pool, imports, log } = receiving
  const { workspace, recurring } = to
  const mail = markOf(brought)
  const key = `${recurring.id} ${mail}`
  if (busy.has(key)) throw tryAgain('This mail is being taken in already.')
  busy.add(key)
  try {
    const came = await takeInMailed({ imports, pool }, to, { mail, files: brought.tables })
    if (came.state === 'refused') throw notTaken(came.why)
    if (came.state === 'waits') await tellOwner(receiving, workspace, recurring, 'import_waiting', came.import)
    log.info({ workspace, recurring: recurring.id, ...came }, 'a mail to a recurring import is taken in')
  } finally {
    busy.delete(key)
  }
}

/** A mail that is delivered again has the id it had, and brings the same. Without an id nothing tells one from another. */
function markOf({ messageId, tables }: Brought): string {
  if (messageId === null) return randomUUID()
  const parts = [messageId, ...tables.flatMap(({ name, digest }) => [name, digest])]
  return hash('sha256', JSON.stringify(parts), 'base64url')
}

/** From this code on, sending it again is of no use. */
const lasting = 551

/** Once a day: whoever knows the address could fill an inbox with it. */
async function tellUnread(receiving: Receiving, { workspace, recurring }: Addressee): Promise<void> {
  const day = receiving.clock().toISOString().slice(0, 10)
  try {
    await tellOwner(receiving, workspace, recurring, 'import_unread', `${recurring.id} ${day}`)
  } catch (error) {
    receiving.log.warn({ workspace, error: saidOf(error) }, 'an owner could not be told of a mail')
  }
}

/** Whatever is wrong with us goes by: the sender keeps the mail until it does. */
function replyTo(error: unknown): Reply {
  if (isReply(error)) return error
  const known = asFailure(error)
  if (known instanceof Failure && gone.has(known.code)) return noSuchAddress()
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return isFull ? noRoom('There is no room for it now.') : tryAgain('It can not be taken in now.')
}

/** What somebody took away since the address was looked up. */
const gone: ReadonlySet<string> = new Set(['not_signed_in', 'not_allowed', 'record_unavailable'])

export const saidOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
