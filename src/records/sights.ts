// Which of some records an actor may see, of any objects at once, deleted ones too: for rooms that keep something beside a record and
// may tell of it only to who may see that record.
import { type Access, type Actor, grantsFor } from '../access/index.ts'
import { ident, isId, raw, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { documentOf } from './ask/document.ts'
import { anyScope, openFrame } from './ask/frame.ts'

export type Looked = { object: string; ids: readonly string[] }
/** `title` is null where it may not be read, is no text, or was not asked for. */
export type Sight = { object: string; id: string; title: string | null; isDeleted: boolean }

/** By id; records that the actor may not see are left out as those that do not exist, and so are objects. */
export async function sights(
  asking: Asking,
  actor: Actor,
  looked: readonly Looked[],
  { titles = false }: { titles?: boolean } = {},
): Promise<ReadonlyMap<string, Sight>> {
  const asked = looked.filter(({ ids }) => ids.length > 0)
  if (asked.length === 0) return new Map()
  const found = await carryOut<readonly (readonly Sight[])[]>(asking, actor, (access) =>
    asked.map((each) => sightPlan(asking, access, each, titles)),
  )
  return new Map(found.flat().map((sight) => [sight.id, sight]))
}

function sightPlan(asking: Asking, access: Access, { object: name, ids }: Looked, titles: boolean): Plan<Sight[]> {
  const object = access.manifest.objects.get(name)
  if (!object || grantsFor(access, name, 'list').length === 0) return { statements: [], finish: () => nothing }
  const compiling = startCompiling(access, 'list', {}, asking.clock)
  const frame = openFrame(compiling, name)
  const alias = raw(frame.alias)
  const title = object.fields.get(object.title)
  const isTitled = titles && title?.columns[0]?.type === 'text'
  const document = isTitled ? documentOf(frame, readableTitle(access, name, object.title), 0) : raw('null')
  const scope = anyScope(
    frame,
    frame.grants.map((grant) => grant.rows),
  )
  return {
    statements: [
      statement(
        sql`select ${alias}.id, ${alias}.deleted_at is not null as is_deleted, ${document} as document from customer.${ident(name)} ${alias}
          where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = any(${[...new Set(ids.filter(isId))]}::uuid[]) and ${scope}`,
      ),
    ],
    finish([rows = []]) {
      const result = rows.map((row): Sight => {
        const said = (row['document'] as Record<string, unknown> | null)?.[object.title] // a JSON object, as asked above
        return {
          object: name,
          id: row['id'] as string, // uuid column
          title: typeof said === 'string' ? said : null,
          isDeleted: row['is_deleted'] === true,
        }
      })
      return { result, seen: { object: name, classes: compiling.classes, recordIds: result.map(({ id }) => id) } }
    },
  }
}

const nothing = { result: [], seen: null }

const readableTitle = (access: Access, object: string, title: string): string[] => {
  const field = access.manifest.objects.get(object)?.fields.get(title)
  const grants = grantsFor(access, object, 'list')
  return field && grants.some((grant) => grant.read.includes(field.sensitivity)) ? [title] : []
}
