// A role as data: for each object which rows, which field classes to read and to write, and which verbs. What is not named is denied.
import type { Sensitivity } from '../../dictionary/index.ts'

export type Verb = 'list' | 'create' | 'update' | 'delete' | 'export' | 'import' | 'measure'

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

export type RoleDefinition = {
  describe: string
  /** `*` stands for every object not named. */
  objects: Readonly<Record<string, Grant>>
  /** Answers about groups only, and none smaller than this many records. */
  smallestGroup?: number
  administers: readonly ('users' | 'structure' | 'keys' | 'imports')[]
}
