import type { Sensitivity } from '../../../dictionary/index.ts'
import { type Access, grantsFor, readableUnder } from '../../access/index.ts'

export type Comment = {
  id: string
  object: string
  record: string
  parent: string | null
  /** The data change it speaks of, if any. */
  act: string | null
  /** Mentions stand in it as `@[id]`; null once deleted. */
  body: string | null
  isInternal: boolean
  author: { id: string; name: string | null }
  at: string
  editedAt: string | null
  isDeleted: boolean
  version: number
  isMine: boolean
  /** The names of whom it mentions, by id. */
  people: Readonly<Record<string, string>>
}

/** What somebody has to be able to read of an object to read a comment on a record of it. */
export type Footing = { object: string; class: Sensitivity; fields: readonly string[] }

/** `internal_note`: for who may read internal notes of such a record. */
export const classOf = (isInternal: boolean): Sensitivity => (isInternal ? 'internal_note' : 'general')

/** The classes of comments on an object that this actor reads, in whichever of its rows they see. */
export const readableClasses = (access: Access, object: string): Sensitivity[] =>
  (['general', 'internal_note'] as const).filter(
    (each) => readableUnder(grantsFor(access, object, 'list'), each) === 'every',
  )

/** Fields that this actor reads in every row of the object that they see. */
export function readableFields(access: Access, object: string): string[] {
  const grants = grantsFor(access, object, 'list')
  const fields = access.manifest.objects.get(object)?.fields.values() ?? []
  return [...fields].filter((field) => readableUnder(grants, field.sensitivity) === 'every').map(({ name }) => name)
}

export function mayRead(access: Access, { object, class: needed, fields }: Footing): boolean {
  if (!readableClasses(access, object).includes(needed)) return false
  if (fields.length === 0) return true
  const readable = new Set(readableFields(access, object))
  return fields.every((field) => readable.has(field))
}

/** Whom a text mentions. */
export const mentionsIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g)].flatMap(([, id]) => id ?? [])),
]
