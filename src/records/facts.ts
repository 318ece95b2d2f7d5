// Facts the product works out from what happened: one row per key, replaced whole. No claims and no history — they can be worked
// out again at any time — but the same tables, scopes and questions as everything else.
import { fieldType } from '../../dictionary/index.ts'
import type { Actor } from '../access/index.ts'
import { type ColumnOf, Failure, ident, join, rowSource, sql, statement, transact } from '../platform/index.ts'
import type { Changing } from './change/change.ts'

/** Writes facts of one object, at most 5,000 a call; values are canonical. Only jobs and the operator may. */
export async function writeFacts(
  door: Changing,
  actor: Actor,
  name: string,
  facts: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'write facts of', object: name })
  const access = await door.book.of(actor)
  const object = access.manifest.objects.get(name)
  if (object?.kind !== 'facts') throw new Failure('object_unavailable', { object: name })
  if (facts.length === 0) return
  const fields = [...object.fields.values()]
  const at = door.clock()
  const columns: ColumnOf[] = [{ name: 'id', type: 'uuid' }, ...fields.flatMap((field) => field.columns)]
  const rows = facts.map((fact) => [
    door.ids.next(at.getTime()),
    ...fields.flatMap((field) => {
      const value = fact[field.name] ?? null
      return value === null ? field.columns.map(() => null) : fieldType(field).toColumns(value)
    }),
  ])
  const names = join(columns.map((column) => ident(column.name)))
  const replaced = columns.slice(1).filter((column) => !object.factKey.includes(column.name))
  await transact(door.pool, actor.workspace, (tx) =>
    tx.query(
      statement(
        sql`insert into customer.${ident(name)} (workspace_id, version, created_at, updated_at, ${names})
          select ${actor.workspace}::uuid, 1, ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz, ${names} from ${rowSource(columns, rows, 'r')}
          on conflict (workspace_id, ${join(object.factKey.map(ident))}) do update set updated_at = excluded.updated_at, ${join(replaced.map((column) => sql`${ident(column.name)} = excluded.${ident(column.name)}`))}`,
        { prepared: true },
      ),
    ),
  )
}

/** Takes away the facts of one object that lead to these records by a reference; whoever works them out anew writes what is so now. */
export async function dropFacts(
  door: Changing,
  actor: Actor,
  name: string,
  { by, ids }: { by: string; ids: readonly string[] },
): Promise<void> {
  if (actor.kind !== 'job' && actor.kind !== 'operator')
    throw new Failure('not_allowed', { verb: 'write facts of', object: name })
  const object = (await door.book.of(actor)).manifest.objects.get(name)
  const column = object?.fields.get(by)?.to ? object.fields.get(by)?.columns[0]?.name : undefined
  if (object?.kind !== 'facts' || !column) throw new Failure('object_unavailable', { object: name })
  await transact(door.pool, actor.workspace, (tx) =>
    tx.query(
      statement(
        sql`delete from customer.${ident(name)} where workspace_id = ${actor.workspace} and ${ident(column)} = any(${ids}::uuid[])`,
      ),
    ),
  )
}
