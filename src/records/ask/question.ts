// The shape of a question that comes from outside (src/question/ has the language itself).
import { z } from 'zod'
import { operators } from '../../../dictionary/index.ts'
import { otherwise } from '../../platform/index.ts'
import { type Order, periods, type Question, type Selected, type Where } from '../../question/index.ts'
import { reasons } from './reasons.ts'

export type { GroupBy, Measure, Nested, Order, Question, Selected, Where } from '../../question/index.ts'

const name = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, otherwise(reasons.noName))
/** A field, or a field over references: `name`, `owner.name`, `account.owner.email`. */
const path = z.string().regex(/^[a-z][a-z0-9_]{0,47}(\.[a-z][a-z0-9_]{0,47}){0,3}$/, otherwise(reasons.noFieldName))
const operator = z.enum(operators)

export const where: z.ZodType<Where> = z.lazy(() =>
  z.union([
    z.strictObject({ field: path, op: operator, value: z.unknown().optional(), me: z.literal(true).optional() }), // the first that fits is taken, and most are this
    z.strictObject({ all: z.array(where).max(50) }),
    z.strictObject({ any: z.array(where).max(50) }),
    z.strictObject({ not: where }),
    z.strictObject({ some: name, where: where.optional() }),
    z.strictObject({ none: name, where: where.optional() }),
    z.strictObject({ every: name, where }),
    z.strictObject({ visible: name }),
  ]),
) as z.ZodType<Where> // optional keys come out as possibly undefined, which readers treat as absent

export const order: z.ZodType<Order> = z.strictObject({
  field: path,
  dir: z.enum(['asc', 'desc']).optional(),
}) as z.ZodType<Order> // as above

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
    .refine((measures) => Object.keys(measures).length <= 12, otherwise(reasons.tooManyMeasures(12)))
    .optional(),
  order: z.array(order).max(4).optional(),
  limit: z.int().min(1).max(1_000).optional(),
  after: z.string().max(2_000).optional(),
  asOf: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
}) as z.ZodType<Question> // as above
