// Beside what a row says stands what the records say that it may mean: in the same fields, as they are now, as far as whoever asks may
// read them. So much of it is looked up as people answer in one go.
import { type Access, readableField } from '../../access/index.ts'
import type { Records } from '../../records/index.ts'
import { type Candidate, type RowOutcome, textOf } from '../imports/outcome.ts'

const mostCandidates = 1_000

export async function withCandidates<Row extends RowOutcome>(
  records: Pick<Records, 'ask'>,
  access: Access,
  rows: readonly Row[],
): Promise<Row[]> {
  const asked = rows.flatMap(({ records: own = [] }) => own.filter(({ candidates }) => candidates))
  const saying = new Map<string, Readonly<Record<string, string>>>()
  for (const [object, some] of Map.groupBy(asked, (record) => record.object)) {
    const names = new Set(
      rows.flatMap(({ says = [] }) => says.flatMap((said) => (said.object === object ? Object.keys(said.values) : []))),
    )
    const select = [...names].filter((name) => readableField(access, object, name, 'list'))
    const ids = [...new Set(some.flatMap(({ candidates = [] }) => candidates.flatMap(({ id }) => id ?? [])))]
    if (select.length === 0 || ids.length === 0) continue
    const where = { field: 'id', op: 'in', value: ids.slice(0, mostCandidates) }
    const { data } = await records.ask(access.actor, { from: object, select, where, limit: mostCandidates })
    for (const { id, ...values } of JSON.parse(data) as ({ id: string } & Record<string, unknown>)[]) // as selected
      saying.set(id, textsIn(select, values))
  }
  const said = (candidate: Candidate): Candidate => {
    const says = candidate.id === undefined ? undefined : saying.get(candidate.id)
    return says ? { ...candidate, says } : candidate
  }
  return rows.map((row) =>
    row.records?.some(({ candidates }) => candidates)
      ? {
          ...row,
          records: row.records.map((record) =>
            record.candidates ? { ...record, candidates: record.candidates.map(said) } : record,
          ),
        }
      : row,
  )
}

const textsIn = (names: readonly string[], values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = textOf(values[name])
      return text === '' ? [] : [[name, text] as const]
    }),
  )
