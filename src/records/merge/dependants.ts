// How much hangs on records, by relation, as far as this actor may see it: rows out of sight are not even a number.
import { type Access, grantsFor, readableUnder } from '../../access/index.ts'
import { raw, type Sql, sql, statement } from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { openFrame, sourceOf } from '../ask/frame.ts'
import { columnOf } from './move.ts'
import { type ReferenceTo, referencesTo } from './registry.ts'

/** `relation` is what the record calls these others (`tickets`); null where it has no name for them. */
export type Dependants = { object: string; field: string; relation: string | null; count: number }

export type DependantsPlan = { of: ReferenceTo; statement: Sql }

/** One statement for each reference that the actor may follow; each answers `id` and `count`. */
export function dependantsPlan(access: Access, object: string, ids: readonly string[]): DependantsPlan[] {
  return referencesTo(access.manifest, object).flatMap((of) => {
    const grants = grantsFor(access, of.object.name, 'list')
    if (readableUnder(grants, of.field.sensitivity) !== 'every') return []
    const frame = openFrame(
      startCompiling(access, 'list', {}, () => new Date(0)),
      of.object.name,
    )
    const { from, visible } = sourceOf(frame)
    const column = columnOf(of, raw(frame.alias))
    return [
      {
        of,
        statement: statement(
          sql`select ${column} as id, count(*)::integer as count from ${from} where ${visible} and ${column} = any(${ids}::uuid[]) group by 1`,
        ),
      },
    ]
  })
}

export const dependantsOf = ({ object, field }: ReferenceTo, count: number): Dependants => ({
  object: object.name,
  field: field.name,
  relation: field.as ?? null,
  count,
})
