// What of a wished-for page a role may read. A page is asked for in one question, and a question with one unreadable name is refused
// whole; so the wish is cut to the actor's rights first. The door checks again: this decides nothing but what is asked.
import type { ManifestObject } from '../../dictionary/index.ts'
import { type Access, grantsFor, readableField } from '../access/index.ts'
import type { Question } from '../records/index.ts'

type Selected = NonNullable<Question['select']>[number]
export type Wish = string | WishedList
export type WishedList = {
  relation: string
  select: readonly Wish[]
  where?: { field: string; op: 'is' | 'in' | 'not_in'; value: unknown }
  order?: { field: string; dir?: 'asc' | 'desc' }[]
  limit?: number
}

const always = new Set(['id', 'version', 'created_at', 'updated_at'])

/** Names that may not be read are left out, and so are lists that are cut, sorted or reached by one. */
export function readable(access: Access, object: ManifestObject, wishes: readonly Wish[]): Selected[] {
  return wishes.flatMap((wish): Selected[] => {
    if (typeof wish === 'string') return mayRead(access, object, wish) ? [wish] : []
    const relation = object.relations.get(wish.relation)
    const target = relation && access.manifest.objects.get(relation.to)
    if (!relation || !target || grantsFor(access, target.name, 'list').length === 0) return []
    const reference =
      relation.kind === 'one' ? mayRead(access, object, relation.field) : mayRead(access, target, relation.field)
    const needed = [...(wish.where ? [wish.where.field] : []), ...(wish.order ?? []).map((each) => each.field)]
    if (!reference || !needed.every((name) => mayRead(access, target, name))) return []
    const { relation: name, where, order, limit } = wish
    const select = readable(access, target, wish.select)
    return select.length === 0
      ? []
      : [
          {
            relation: name,
            select,
            ...(where ? { where } : {}),
            ...(order ? { order } : {}),
            ...(limit ? { limit } : {}),
          },
        ]
  })
}

const mayRead = (access: Access, object: ManifestObject, name: string): boolean =>
  always.has(name) || readableField(access, object.name, name, 'list') !== null
