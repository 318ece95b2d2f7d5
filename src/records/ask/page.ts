// A page of documents as JSON text, written from the texts of its columns. PostgreSQL makes JSON of a column at three times the
// cost of giving its text, so it makes only what is more than a text or a number: money, lists, nested records.
import { fieldType } from '../../../dictionary/index.ts'
import { type SqlFragment, sql } from '../../platform/index.ts'
import type { FieldSql } from './frame.ts'

/** How a column's text becomes JSON: in quotes, as it stands because it is a number, or because the database wrote JSON. */
type Form = 'text' | 'json'

/** One member of each document, and the column it is written from. */
export type Member = { name: string; column: SqlFragment; form: Form }

/** A row as the database sends it: every column a text or null. */
export type TextRow = readonly (string | null)[]

const quoted = new Set(['text', 'uuid', 'date'])
const bare = new Set(['bigint', 'numeric'])

export function memberOf(name: string, at: FieldSql): Member {
  const [main] = at.field.columns
  const [column] = at.columns
  const isItself = at.columns.length === 1 && fieldType(at.field).json(['it']) === 'it'
  if (main && column && isItself && quoted.has(main.type)) return { name, column, form: 'text' }
  if (main && column && isItself && bare.has(main.type)) return { name, column, form: 'json' }
  if (main?.type === 'timestamptz') return { name, column: at.json, form: 'text' } // its type writes a text
  return { name, column: sql`to_json(${at.json})`, form: 'json' }
}

/** The rows as a JSON array of objects; their first columns stand in the order of `members`. */
export function pageText(rows: readonly TextRow[], members: readonly Pick<Member, 'name' | 'form'>[]): string {
  const heads = members.map(({ name }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`)
  const isQuoted = members.map(({ form }) => form === 'text')
  let text = '['
  for (const row of rows) {
    if (text.length > 1) text += ','
    for (let i = 0; i < heads.length; i++) {
      const value = row[i] ?? null
      text += heads[i]
      text += value === null ? 'null' : isQuoted[i] ? JSON.stringify(value) : value
    }
    text += '}'
  }
  return `${text}]`
}
