// How many records have a value, field by field, of the records that the reader sees: a rate over others would tell of them.
import { type Actor, grantsFor, readableField } from '../access/index.ts'
import { Failure } from '../platform/index.ts'
import type { Records } from '../records/index.ts'

export type FillRates = { total: number; fields: Readonly<Record<string, number>>; isHeldBack: boolean }

/** As many measures as a question takes, less the total. */
const mostMeasures = 11

/** Between 0 and 1; one trip. Errors: object_unavailable. */
export async function fillRates(records: Records, actor: Actor, name: string): Promise<FillRates> {
  const access = await records.book.of(actor)
  const object = access.manifest.objects.get(name)
  if (!object || grantsFor(access, name, 'measure').length === 0)
    throw new Failure('object_unavailable', { object: name })
  const fields = [...object.fields.keys()].filter((field) => readableField(access, name, field, 'measure'))
  const parts = Array.from({ length: Math.max(1, Math.ceil(fields.length / mostMeasures)) }, (_, i) =>
    fields.slice(i * mostMeasures, (i + 1) * mostMeasures),
  )
  const answers = await records.askTogether(
    actor,
    parts.map((part) => ({
      question: {
        from: name,
        measure: {
          all_of_them: { count: '*' },
          ...Object.fromEntries(part.map((field, i) => [`f${i}`, { count: field }])),
        },
      },
    })),
  )
  const rows = answers.map(({ data }) => (JSON.parse(data) as Record<string, number>[])[0]) // one group: all of them
  const total = rows[0]?.['all_of_them'] ?? 0
  const rates = parts.flatMap((part, at) =>
    part.map((field, i) => [field, total > 0 ? (rows[at]?.[`f${i}`] ?? 0) / total : 0] as const),
  )
  const isHeldBack = answers.some((answer) => answer.isHeldBack)
  return { total, fields: isHeldBack ? {} : Object.fromEntries(rates), isHeldBack }
}
