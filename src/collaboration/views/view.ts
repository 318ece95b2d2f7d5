import { z } from 'zod'
import { manifest, words } from '../../../dictionary/index.ts'
import { Failure, fitted, otherwise } from '../../platform/index.ts'
import type { Selected } from '../../question/index.ts'
import type { LeftOut, Question } from '../../records/index.ts'

export const audiences = ['private', 'team', 'workspace'] as const
export type Audience = (typeof audiences)[number]

/** What a view asks and how it is laid out. Nothing of it is opaque: a bag of unknown things could hold what a reader may not know. */
export type Definition = {
  question: Pick<Question, 'where' | 'search' | 'order' | 'group' | 'measure'>
  columns: readonly Column[]
  /** Fields that a list is grouped by on the page, with subtotals. */
  grouping?: readonly string[]
  density?: 'compact' | 'normal'
}
export type Column = { field: string; width?: number }

export type View = {
  id: string
  object: string
  name: string
  audience: Audience
  isMine: boolean
  owner: { id: string; name: string | null }
  isDefault: boolean
  version: number
  updatedAt: string
  definition: Definition
  leftOut: LeftOut
}

const noFieldName = words(
  'not a field name',
  'no es el nombre de un campo',
  'não é o nome de um campo',
  'bukan nama medan',
)
const path = z.string().regex(/^[a-z][a-z0-9_]{0,47}(\.[a-z][a-z0-9_]{0,47}){0,3}$/, otherwise(noFieldName))
const parts = z.strictObject({
  where: z.unknown().optional(),
  search: z.unknown().optional(),
  order: z.unknown().optional(),
  group: z.unknown().optional(),
  measure: z.unknown().optional(),
})
const definition = z.strictObject({
  question: parts.default({}),
  columns: z
    .array(z.strictObject({ field: path, width: z.int().min(20).max(2_000).optional() }))
    .max(100)
    .default([]),
  grouping: z.array(path).max(4).optional(),
  density: z.enum(['compact', 'normal']).optional(),
})

/** The shape alone; what its question means, the door says. */
export function readDefinition(given: unknown): Definition {
  const read = fitted(definition, given)
  // The question's parts are read by the door before anything is kept of them.
  if ('data' in read) return read.data as Definition
  throw new Failure('invalid_question', { at: ['definition', read.at].filter(Boolean).join('.'), why: read.why })
}

/** As the door takes it. A view of groups selects nothing. */
export function questionOf(object: string, { question, columns, grouping = [] }: Definition): Record<string, unknown> {
  const fields = [...new Set([...columns.map(({ field }) => field), ...grouping])]
  const isList = !question.group && !question.measure
  const select = fields.map((field) => selectedBy(object, field))
  return { from: object, ...question, ...(isList && fields.length > 0 ? { select } : {}) }
}

/** So many of the records at the other end of a relation are shown in a cell. */
const mostInCell = 3

/** A column over a relation to many (`accounts.account`) gathers what is at its other end. */
function selectedBy(object: string, field: string): Selected {
  const [relation = '', ...rest] = field.split('.')
  const isMany = rest.length > 0 && manifest.objects.get(object)?.relations.get(relation)?.kind === 'many'
  return isMany ? { relation, select: [rest.join('.')], limit: mostInCell } : field
}

/** The column that a part of the question is for: the reverse. */
export const columnOf = (selected: Selected): string =>
  typeof selected === 'string' ? selected : `${selected.relation}.${selected.select.map(String).join()}`
