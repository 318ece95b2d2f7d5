// The questions of a page that this reader may ask as they are: one whose condition or group would have to be cut is not asked at all,
// because it would answer something else. Columns may be fewer, and the order another.
import type { Actor } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'

export type Asked = { question: Readonly<Record<string, unknown>>; verb?: 'list' | 'measure' }
export type Row = Readonly<Record<string, unknown>> & { id?: string }
/** `null` where it may not be asked. */
export type Answers<K extends string> = Readonly<Record<K, { rows: Row[]; isHeldBack: boolean } | null>>

/** One trip, however many they are. */
export async function askWhatFits<K extends string>(
  records: Records,
  actor: Actor,
  asked: Readonly<Record<K, object>>,
): Promise<Answers<K>> {
  const names = Object.keys(asked) as K[] // its own keys
  const cut = await Promise.all(names.map((name) => records.trim(actor, asked[name])))
  const fitting = names.flatMap((name, i) => {
    const trimmed = cut[i]
    const isWhole = trimmed && trimmed.leftOut.filters + trimmed.leftOut.grouping === 0
    return trimmed && isWhole ? [{ name, question: trimmed.question }] : []
  })
  const answers = await records.askTogether(actor, fitting)
  const found = new Map(
    fitting.map(({ name }, i) => {
      const answer = answers[i]
      return [
        name,
        { rows: JSON.parse(answer?.data ?? '[]') as Row[], isHeldBack: answer?.isHeldBack ?? false },
      ] as const // as asked
    }),
  )
  return Object.fromEntries(names.map((name) => [name, found.get(name) ?? null])) as Answers<K> // one for each name
}
