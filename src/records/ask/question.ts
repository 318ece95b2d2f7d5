// The question language: one small structure for lists, filters, row scopes, reports, exports and saved views.
import { z } from 'zod'
import { operators } from '../../../dictionary/index.ts'

const name = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, 'not a name')
/** A field, or a field over references: `name`, `owner.name`, `account.owner.email`. */
const path = z.string().regex(/^[a-z][a-z0-9_]{0,47}(\.[a-z][a-z0-9_]{0,47}){0,3}$/, 'not a field name')
const operator = z.enum(operators)

export type Where =
  | { all: Where[] }
  | { any: Where[] }
  | { not: Where }
  | { field: string; op: (typeof operators)[number]; value?: unknown; me?: true }
  | { some: string; where?: Where }
  | { none: string; where?: Where }
  | { every: string; where: Where }
  /** For row scopes only; `as` is whose eyes are meant, where somebody has several roles. */
  | { visible: string; as?: number }

export const where: z.ZodType<Where> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(where).max(50) }),
    z.strictObject({ any: z.array(where).max(50) }),
    z.strictObject({ not: where }),
    z.strictObject({ field: path, op: operator, value: z.unknown().optional(), me: z.literal(true).optional() }),
    z.strictObject({ some: name, where: where.optional() }),
    z.strictObject({ none: name, where: where.optional() }),
    z.strictObject({ every: name, where }),
    z.strictObject({ visible: name }),
  ]),
) as z.ZodType<Where> // optional keys come out as possibly undefined, which readers treat as absent

export type Order = { field: string; dir?: 'asc' | 'desc' }
export const order: z.ZodType<Order> = z.strictObject({
  field: path,
  dir: z.enum(['asc', 'desc']).optional(),
}) as z.ZodType<Order> // as above

export type Nested = { relation: string; select: Selected[]; where?: Where; order?: Order[]; limit?: number }
export type Selected = string | Nested

const selected: z.ZodType<Selected> = z.lazy(() =>
  z.union([
    path,
    z.strictObject({
      relation: name,
      select: z.array(selected).min(1).max(100),
      where: where.optional(),
      order: z.array(order).max(3).optional(),
      limit: z.int().min(1).max(200).optional(),
    }),
  ]),
) as z.ZodType<Selected> // as above

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

export const question = z.strictObject({
  from: name,
  select: z.array(selected).min(1).max(100).optional(),
  where: where.optional(),
  search: z.string().trim().min(1).max(200).optional(),
  group: z
    .array(z.union([path, z.strictObject({ field: path, by: z.enum(periods) })]))
    .min(1)
    .max(4)
    .optional(),
  measure: z
    .record(
      name,
      z.union([
        z.strictObject({ count: z.union([z.literal('*'), path]) }),
        z.strictObject({ sum: path }),
        z.strictObject({ average: path }),
        z.strictObject({ min: path }),
        z.strictObject({ max: path }),
      ]),
    )
    .refine((measures) => Object.keys(measures).length <= 12, 'at most 12 measures')
    .optional(),
  order: z.array(order).max(4).optional(),
  limit: z.int().min(1).max(1_000).optional(),
  after: z.string().max(2_000).optional(),
  asOf: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
}) as z.ZodType<Question> // as above
