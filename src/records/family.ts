// A tree of records over one reference, upwards to the highest that the actor sees and down to all below it. Who may not see a member
// sees neither it nor, through it, what hangs on it: for them the tree ends there, or begins.
import type { Access, Actor } from '../access/index.ts'
import { Failure, ident, isId, raw, sql, statement } from '../platform/index.ts'
import { type Asking, carryOut, type Plan, startCompiling } from './ask/ask.ts'
import { fieldAt, liveAndInScope, openFrame } from './ask/frame.ts'

export type FamilyOf = { object: string; by: string; id: string }
export type Member = { id: string; parent: string | null; depth: number }
/** `isCut`: there are more than are shown. */
export type Family = { members: readonly Member[]; isCut: boolean }

/** As many as a question takes ids. */
export const mostMembers = 1_000
const deepest = 50

/** From the highest down. Errors: record_unavailable, object_unavailable, field_unavailable. */
export async function family(asking: Asking, actor: Actor, of: FamilyOf): Promise<Family> {
  const [found] = await carryOut<[Family]>(asking, actor, (access) => [familyPlan(asking, access, of)])
  if (found.members.length === 0) throw new Failure('record_unavailable', { object: of.object, id: of.id })
  return found
}

function familyPlan(asking: Asking, access: Access, { object, by, id }: FamilyOf): Plan<Family> {
  const compiling = startCompiling(access, 'list', {}, asking.clock)
  const frame = openFrame(compiling, object)
  const [parent = raw('null')] = fieldAt(frame, by).columns
  const visible = liveAndInScope(frame)
  const alias = raw(frame.alias)
  const table = sql`customer.${ident(object)} ${alias}`
  const limit = raw(String(mostMembers + 1))
  return {
    statements: [
      statement(
        sql`with recursive up(id, parent, depth, path) as (
            select ${alias}.id, ${parent}, 0, array[${alias}.id] from ${table} where ${visible} and ${alias}.id = ${isId(id) ? id : null}::uuid
            union all
            select ${alias}.id, ${parent}, up.depth + 1, up.path || ${alias}.id from up join ${table} on ${alias}.id = up.parent
              where ${visible} and up.depth < ${raw(String(deepest))} and ${alias}.id <> all(up.path)),
          down(id, parent, depth, path) as (
            select h.id, null::uuid, 0, array[h.id] from (select up.id from up order by up.depth desc limit 1) h
            union all
            select ${alias}.id, down.id, down.depth + 1, down.path || ${alias}.id from down join ${table} on ${parent} = down.id
              where ${visible} and down.depth < ${raw(String(deepest))} and ${alias}.id <> all(down.path))
          select id, parent, depth from down order by depth, id limit ${limit}`,
      ),
    ],
    finish([rows = []]) {
      const members = rows.slice(0, mostMembers).map((row) => ({
        id: row['id'] as string, // uuid, uuid and integer
        parent: row['parent'] as string | null,
        depth: row['depth'] as number,
      }))
      const recordIds = members.map((member) => member.id)
      return {
        result: { members, isCut: rows.length > mostMembers },
        seen: { object, classes: compiling.classes, recordIds },
      }
    },
  }
}
