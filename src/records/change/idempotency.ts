// An answer is kept with what was asked, and given again to who asks the same with the same key.
import { createHash } from 'node:crypto'
import type { Access } from '../../access/index.ts'
import {
  type ColumnOf,
  Failure,
  namesOf,
  type Rows,
  rowSource,
  type Sql,
  type SqlFragment,
  sql,
  statement,
} from '../../platform/index.ts'
import type { ChangeResult } from './types.ts'

const principalOf = (access: Access): string => `${access.actor.kind}:${access.actor.id}`
const fingerprint = (asked: unknown): Buffer => createHash('sha256').update(JSON.stringify(asked)).digest()

export const answersOf = (access: Access, keys: readonly string[]): Sql =>
  statement(
    sql`select key, request_hash, answer from records.idempotency where workspace_id = ${access.actor.workspace} and principal = ${principalOf(access)} and key = any(${keys})`,
    { prepared: true },
  )

/**
 * The answer that was given under this key, if any; `asked` is null where the key alone says what is meant. Errors:
 * idempotency_conflict, where something else was asked under it.
 */
export function replayed<T = ChangeResult>(answers: Rows, key: string, asked: unknown): T | null {
  const row = answers.find((each) => each['key'] === key)
  if (!row) return null
  const hash = row['request_hash'] as Buffer // bytea column
  if (asked !== null && !fingerprint(asked).equals(hash)) throw new Failure('idempotency_conflict', {})
  return row['answer'] as T // written by keepAnswers, under a key that means one kind of request
}

const columns: readonly ColumnOf[] = [
  { name: 'key', type: 'text' },
  { name: 'request_hash', type: 'bytea' },
  { name: 'answer', type: 'jsonb' },
]

export type Answered = { key: string; asked: unknown; answer: unknown }

export function keepAnswers(access: Access, answers: readonly Answered[], at: string): SqlFragment {
  const rows = answers.map(({ key, asked, answer }) => [key, fingerprint(asked ?? key), JSON.stringify(answer)])
  const names = namesOf(columns)
  return sql`insert into records.idempotency (workspace_id, principal, at, ${names}) select ${access.actor.workspace}::uuid, ${principalOf(access)}, ${at}::timestamptz, ${names} from ${rowSource(columns, rows, 'r')}`
}
