// Writes that are not changes of records — decisions, settings — repeated under their Idempotency-Key: the first answer is given again.
// The answer is kept after the act. Where a crash comes between, the repeat finds nothing left to do and says so; never is it done twice.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Failure, inOneTrip, sql, statement } from '../../platform/index.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { certain } from './certain.ts'
import { idempotencyOf } from './one-change.ts'

export async function onceOnly<T>(shell: Shell, request: FastifyRequest, write: () => Promise<T>): Promise<T> {
  const { idempotencyKey: key } = idempotencyOf(request)
  if (key === undefined) return certain(write())
  const kept = await keptAnswer<T>(shell, request, key)
  if (kept) return kept.answer
  try {
    const answer = await certain(write(), { isRepeatable: true })
    // It is done, whether or not it can be told again.
    await keep(shell, request, key, answer).catch((error: unknown) =>
      shell.holdfast.log.warn({ error: error instanceof Error ? error.message : error }, 'an answer was not kept'),
    )
    return answer
  } catch (error) {
    // The same request may have been done meanwhile, and left nothing to do for this one.
    const meanwhile = await keptAnswer<T>(shell, request, key)
    if (meanwhile) return meanwhile.answer
    throw error
  }
}

async function keptAnswer<T>({ holdfast }: Shell, request: FastifyRequest, key: string): Promise<{ answer: T } | null> {
  const { workspace, kind, id } = known(request)
  const [[row] = []] = await inOneTrip(holdfast.app, workspace, [
    statement(
      sql`select request_hash, answer from records.idempotency where workspace_id = ${workspace} and principal = ${`${kind}:${id}`} and key = ${key}`,
    ),
  ])
  if (!row) return null
  const hash = row['request_hash'] as Buffer // bytea column
  if (!hash.equals(fingerprint(request.body))) throw new Failure('idempotency_conflict', {})
  return { answer: row['answer'] as T } // written by keep, under a key that names the route
}

async function keep({ holdfast }: Shell, request: FastifyRequest, key: string, answer: unknown): Promise<void> {
  const { workspace, kind, id } = known(request)
  const at = holdfast.clock().toISOString()
  await inOneTrip(holdfast.app, workspace, [
    statement(sql`insert into records.idempotency (workspace_id, principal, key, request_hash, answer, at)
      values (${workspace}, ${`${kind}:${id}`}, ${key}, ${fingerprint(request.body)}, ${JSON.stringify(answer)}, ${at}) on conflict do nothing`),
  ])
}

const fingerprint = (body: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest()
