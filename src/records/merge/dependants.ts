// How much hangs on records, by relation, as far as this actor may see it: rows out of sight are not even a number.
import { type Access, type Actor, grantsFor, readableUnder } from '../../access/index.ts'
import { isId, raw, type Sql, sql, statement } from '../../platform/index.ts'
import { type Asking, carryOut, startCompiling } from '../ask/ask.ts'
import { openFrame, sourceOf } from '../ask/frame.ts'
import { columnOf } from './move.ts'
import { type ReferenceTo, referencesTo } from './registry.ts'

/** `relation` is what the record calls these others (`tickets`); null where it has no name for them. */
export type Dependants = { object: string; field: string; relation: string | null; count: number }

/** Of each record by its id, in the order of the dictionary; relations that nothing hangs on are left out. */
export async function dependants(
  asking: Asking,
  actor: Actor,
  object: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Dependants[]>> {
  const known = [...ids].filter(isId)
  const [counts] = await carryOut<[ReadonlyMap<string, readonly Dependants[]>]>(asking, actor, (access) => {
    const plans = dependantsPlan(access, referencesTo(access.manifest, object), known)
    return [
      {
        statements: plans.map((plan) => plan.statement),
        finish(answers) {
          const result = new Map(known.map((id) => [id, [] as Dependants[]]))
          plans.forEach(({ of }, i) => {
            for (const row of answers[i] ?? [])
              result.get(row['id'] as string)?.push(dependantsOf(of, Number(row['count']))) // uuid column
          })
          return { result, seen: null }
        },
      },
    ]
  })
  return counts
}

export type DependantsPlan = { of: ReferenceTo; statement: Sql }

/** One statement for each of these references that the actor may follow; each answers `id` and `count`. */
export function dependantsPlan(
  access: Access,
  references: readonly ReferenceTo[],
  ids: readonly string[],
): DependantsPlan[] {
  return references.flatMap((of) => {
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
          { prepared: true },
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
