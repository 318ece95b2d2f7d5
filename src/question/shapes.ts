// The question language: one small structure for lists, filters, row scopes, reports, exports and saved views. Pure, and the same in a
// browser; what it means for one actor is the records room's.
import type { Operator } from '../../dictionary/index.ts'

export type Where =
  | { all: Where[] }
  | { any: Where[] }
  | { not: Where }
  | { field: string; op: Operator; value?: unknown; me?: true }
  | { some: string; where?: Where }
  | { none: string; where?: Where }
  | { every: string; where: Where }
  /** For row scopes only; `as` is whose eyes are meant, where somebody has several roles. */
  | { visible: string; as?: number }

export type Order = { field: string; dir?: 'asc' | 'desc' }
export type Nested = { relation: string; select: Selected[]; where?: Where; order?: Order[]; limit?: number }
export type Selected = string | Nested

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const
export type GroupBy = string | { field: string; by: (typeof periods)[number] }
export type Measure =
  | { count: '*' | string }
  | { sum: string }
  | { average: string }
  | { min: string }
  | { max: string }

export type Question = {
  from: string
  select?: Selected[]
  where?: Where
  search?: string
  group?: GroupBy[]
  measure?: Record<string, Measure>
  order?: Order[]
  limit?: number
  after?: string
  /** A day (its end, UTC) or a moment in the past: the answer is what was true then. */
  asOf?: string
}
