// The person concerned: which side of a former merge a record belongs to by whom else it is about. A ticket names its requester,
// a note those who were there; who of them stands at which account is said by ties. Read off the manifest, for any object.
import { ident, join, raw, type SqlFragment, sql, statement } from '../../platform/index.ts'
import { inWorkspace, type Joining } from './joining.ts'
import { columnOf } from './move.ts'
import { identityOf, type ReferenceTo, referencesTo } from './registry.ts'

/** Of these records, the sides that they concern by what else they lead to. */
export async function concerned(
  joining: Joining,
  { object, field }: ReferenceTo,
  ids: readonly string[],
  sides: readonly string[],
): Promise<Map<string, Set<string>>> {
  const ways = waysBetween(joining, object.name, field.to ?? '')
  const found = new Map<string, Set<string>>()
  if (ways.length === 0) return found
  const each = ways.map(
    ({ others, about, side }) => sql`select o.id, ${columnOf(side, raw('x'))} as side from (${others(ids)}) o
      join customer.${ident(side.object.name)} x on ${columnOf(about, raw('x'))} = o.other and x.id <> o.id
      where ${inWorkspace(joining, raw('x'))} and x.deleted_at is null and ${columnOf(side, raw('x'))} = any(${sides}::uuid[])`,
  )
  for (const row of await joining.tx.query(statement(sql`${join(each, ' union ')}`))) {
    const id = row['id'] as string // uuid columns
    found.set(id, (found.get(id) ?? new Set()).add(row['side'] as string))
  }
  return found
}

type Way = {
  /** `id` and the `other` record it leads to. */
  others(ids: readonly string[]): SqlFragment
  /** The references of a tie: to that other, and to a side. */
  about: ReferenceTo
  side: ReferenceTo
}

/** From records of one object over some other object to a tie that says on which side that other stands. */
function waysBetween(joining: Joining, from: string, to: string): Way[] {
  const { manifest } = joining.access
  const object = manifest.objects.get(from)
  if (!object) return []
  const ties = referencesTo(manifest, to).filter((each) => identityOf(each.object).length > 0 && !each.field.customKey)
  return ties.flatMap((side) =>
    identityOf(side.object).flatMap((field) => {
      // A tie about a person says where that person stands; which colleague works for whom says nothing of a note.
      const isPersonal = [field.name, side.field.name].includes(side.object.subject ?? '')
      if (!field.to || field.to === to || !isPersonal) return []
      const about: ReferenceTo = { object: side.object, field }
      const direct = [...object.fields.values()].filter((each) => each.to === field.to)
      const over = referencesTo(manifest, from).filter(
        (each) => identityOf(each.object).length > 0 && each.object !== side.object,
      )
      return [
        ...direct.map((each) => ({
          about,
          side,
          others: (ids: readonly string[]) => directly(joining, { object, field: each }, ids),
        })),
        ...over.flatMap((tie) =>
          identityOf(tie.object)
            .filter((each) => each.to === field.to)
            .map((each) => ({
              about,
              side,
              others: (ids: readonly string[]) => overTie(joining, tie, { object: tie.object, field: each }, ids),
            })),
        ),
      ]
    }),
  )
}

const k = raw('k')

const directly = (joining: Joining, reference: ReferenceTo, ids: readonly string[]): SqlFragment =>
  sql`select k.id, ${columnOf(reference, k)} as other from customer.${ident(reference.object.name)} k where ${inWorkspace(joining, k)} and k.id = any(${ids}::uuid[])`

const overTie = (joining: Joining, tie: ReferenceTo, about: ReferenceTo, ids: readonly string[]): SqlFragment =>
  sql`select ${columnOf(tie, k)} as id, ${columnOf(about, k)} as other from customer.${ident(tie.object.name)} k
    where ${inWorkspace(joining, k)} and k.deleted_at is null and ${columnOf(tie, k)} = any(${ids}::uuid[])`
