// What a model was taught, as numbers that are kept: of each field's levels the share among pairs of one thing and of two.
import type { Model } from './model.ts'

/** By field, in the order of its levels. */
export type Shares = Readonly<Record<string, readonly (readonly [m: number, u: number])[]>>

export const sharesOf = ({ fields }: Model): Shares =>
  Object.fromEntries(fields.map(({ name, levels }) => [name, levels.map(({ m, u }) => [m, u] as const)]))

/** The model with these shares; null where they were learned of other levels than the model has by now. */
export function withShares(model: Model, shares: Shares): Model | null {
  const isFitting = model.fields.every(({ name, levels }) => shares[name]?.length === levels.length)
  if (!isFitting) return null
  const fields = model.fields.map((field) => ({
    ...field,
    levels: field.levels.map((level, i) => {
      const [m, u] = shares[field.name]?.[i] ?? [level.m, level.u]
      return { ...level, m, u }
    }),
  }))
  return { ...model, fields }
}
