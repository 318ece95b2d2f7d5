// What an act changed, record by record and cell by cell, of what the reader may read: for previews and for those who look at a run.
import { type Actor, grantsFor, readableUnder } from '../access/index.ts'
import { Failure, ident, raw, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { documentOf } from './ask/document.ts'
import { anyScope, openFrame } from './ask/frame.ts'

export type ActChange = {
  id: string
  version: number
  verb: string
  title: string | null
  /** Whose word it was. */
  source: { system: string; localId: string }
  /** Field → [old, new]. */
  changed: Readonly<Record<string, readonly [unknown, unknown]>>
}

/** In the order in which the act made them; of one object, at most a batch. */
export async function actChanges(
  asking: Asking,
  actor: Actor,
  objectName: string,
  act: string,
): Promise<readonly ActChange[]> {
  const [found] = await carryOut<[readonly ActChange[]]>(asking, actor, (access) => {
    const object = access.manifest.objects.get(objectName)
    if (!object || grantsFor(access, objectName, 'list').length === 0)
      throw new Failure('object_unavailable', { object: objectName })
    const frame = openFrame(startCompiling(access, 'list', {}, asking.clock), objectName)
    // Only what every grant reads, as in the history of a record.
    const readable = [...object.fields.values()].filter(
      (field) => readableUnder(frame.grants, field.sensitivity) === 'every',
    )
    const names = new Set(readable.map((field) => field.name))
    const alias = raw(frame.alias)
    const title = names.has(object.title) ? [object.title] : []
    const plan: Plan<readonly ActChange[]> = {
      statements: [
        statement(
          sql`select h.record_id as id, h.version, h.verb, h.system, h.local_id, h.changed, ${documentOf(frame, title, 0)} as doc
            from ledger.history h join customer.${ident(objectName)} ${alias} on ${alias}.workspace_id = ${actor.workspace} and ${alias}.id = h.record_id
            where h.workspace_id = ${actor.workspace} and h.act_id = ${act} and h.object = ${objectName} and ${anyScope(
              frame,
              frame.grants.map((grant) => grant.rows),
            )}
            order by h.n`,
        ),
      ],
      finish([rows = []]) {
        const result = rows.map((row) => {
          const doc = row['doc'] as Record<string, unknown> // a JSON object
          const text = doc[object.title]
          const changed = row['changed'] as ActChange['changed'] // jsonb column
          return {
            id: row['id'] as string, // uuid, integer and text columns
            version: row['version'] as number,
            verb: row['verb'] as string,
            title: typeof text === 'string' ? text : null,
            source: { system: row['system'] as string, localId: row['local_id'] as string },
            changed: Object.fromEntries(Object.entries(changed).filter(([name]) => names.has(name))),
          }
        })
        const classes = new Set(
          result.flatMap(({ changed }) =>
            Object.keys(changed).flatMap((name) => object.fields.get(name)?.sensitivity ?? []),
          ),
        )
        classes.delete('general')
        return { result, seen: { object: objectName, classes, recordIds: [...new Set(result.map(({ id }) => id))] } }
      },
    }
    return [plan]
  })
  return found
}
