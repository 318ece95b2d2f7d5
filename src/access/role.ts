// A role as data: for each object which rows, which field classes to read and to write, and which verbs. What is not named is denied.
import type { Sensitivity } from '../../dictionary/index.ts'

/** `accept`: take over what another team hands on, or return it. */
export type Verb = 'list' | 'create' | 'update' | 'delete' | 'export' | 'import' | 'measure' | 'accept'

/**
 * Which rows. `all`; `parent`: those whose parent (the object's `partOf`) may be seen; otherwise a condition in the question
 * language, where `{ "visible": "path" }` means "the record this leads to may be seen" and `{ "me": true }` is the actor's user.
 */
export type RowScope = 'all' | 'parent' | Record<string, unknown>

export type Grant = {
  rows: RowScope
  read: readonly Sensitivity[]
  write: readonly Sensitivity[]
  verbs: readonly Verb[]
}

/**
 * A role among others: what its scopes call visible is what the role itself shows. Two roles together show what each shows, and no
 * more: somebody who sees every account for its money does not thereby see the tickets that another role shows of own accounts.
 * `{ parent: place }` and `{ visible, as: place }` say whose eyes are meant, by the role's place among the actor's.
 */
export const besideOthers = (role: RoleDefinition, place: number): RoleDefinition => ({
  ...role,
  objects: Object.fromEntries(
    Object.entries(role.objects).map(([object, grant]) => [object, { ...grant, rows: seenBy(grant.rows, place) }]),
  ),
})

const seenBy = (rows: RowScope, place: number): RowScope =>
  rows === 'all' ? rows : rows === 'parent' ? { parent: place } : (withEyes(rows, place) as Record<string, unknown>) // an object stays one

function withEyes(part: unknown, place: number): unknown {
  if (Array.isArray(part)) return part.map((each) => withEyes(each, place))
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, value]) => [key, withEyes(value, place)] as const)
  return { ...Object.fromEntries(entries), ...('visible' in part ? { as: place } : {}) }
}

export type RoleDefinition = {
  describe: string
  /** `*` stands for every object not named. */
  objects: Readonly<Record<string, Grant>>
  /** Answers about groups only, and none smaller than this many records. */
  smallestGroup?: number
  administers: readonly ('users' | 'structure' | 'keys' | 'imports')[]
}
