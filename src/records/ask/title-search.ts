// Records by the words of their titles, through the keys that are kept of those words (matching/title-words.ts). The title itself is
// looked at again in each row that is found, under the reader's mask, so a key tells nothing that the title would not.
import { titleFieldsOf, titleWords, wordListsOf } from '../../matching/index.ts'
import { raw, type SqlFragment, sql } from '../../platform/index.ts'
import type { FieldSql, Frame } from './frame.ts'

/** Whether words of this object's titles are kept. Of the past they are not. */
export const hasWords = ({ object, compiling }: Frame): boolean =>
  compiling.asOf === null && titleFieldsOf(object.name).includes(object.title)

/** Rows whose title has a word for each term that begins with it. */
export function titleHas(frame: Frame, title: FieldSql, terms: readonly string[]): SqlFragment {
  const [column = raw('null')] = title.columns
  const whole = sql`holdfast.terms(${column}) @@ to_tsquery('pg_catalog.simple', ${terms.map((term) => `${term}:*`).join(' & ')})`
  if (!hasWords(frame)) return whole
  const [longest = ''] = terms.toSorted((a, b) => b.length - a.length)
  const w = frame.compiling.access.actor.workspace
  return sql`${raw(frame.alias)}.id in (select k.record_id from records.search_key k where k.workspace_id = ${w} and k.list = any(${wordListsOf(frame.object.name)}::int[])
    and ${beginsWith('k', longest)}) and ${whole}`
}

/** As a range, which an index answers: up to the next text of the same length. */
export function beginsWith(alias: string, start: string): SqlFragment {
  const [word = ''] = titleWords(start)
  const letters = [...word]
  const last = letters.pop()?.codePointAt(0) ?? 0
  const next = letters.join('') + String.fromCodePoint(last + 1)
  return sql`${raw(alias)}.key >= ${word} and ${raw(alias)}.key < ${next}`
}
