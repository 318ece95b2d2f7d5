// What a document is made of: its members, each of a column as the database writes it. PostgreSQL makes JSON of a column at three times
// the cost of giving its text, so it makes only what is more than a text or a number: lists, nested records.
import { type Column, fieldType } from '../../../dictionary/index.ts'
import { type ByteRow, type SqlFragment, sql, textOf } from '../../platform/index.ts'
import type { FieldSql } from './frame.ts'

/**
 * How a column's text becomes JSON: in quotes, plain where nothing in it can need escaping; as a moment, or as true and false; or as
 * it stands, because it is a number or because the database wrote JSON.
 */
export type Form = 'text' | 'plain' | 'moment' | 'truth' | 'json'

/** One member of each document, and the column it is written from. */
export type Member = { name: string; column: SqlFragment; form: Form }
/** What stands within the document as a whole — a record, an amount —; null where the first of its members is. */
export type Within = { name: string; members: readonly (Member | Within)[] }

/** A row as the database sends it: every column a text or null. */
export type TextRow = readonly (string | null)[]

const forms: Readonly<Record<Column['type'], Form | null>> = {
  text: 'text',
  uuid: 'plain',
  date: 'plain',
  timestamptz: 'moment',
  boolean: 'truth',
  bigint: 'json',
  numeric: 'json',
  'text[]': null,
}

export function memberOf(name: string, at: FieldSql): Member | Within {
  const { members } = fieldType(at.field)
  const columns = at.columns.flatMap((column, i) => {
    const form = forms[at.field.columns[i]?.type ?? 'text[]']
    return form ? [{ name: members?.[i] ?? name, column, form }] : []
  })
  const [only] = columns
  if (members && columns.length === members.length) return { name, members: columns }
  return only && at.columns.length === 1 ? only : { name, column: sql`to_json(${at.json})`, form: 'json' }
}

/** The values that a row's texts stand for, by the names of the members. */
export function valuesIn(members: readonly (Member | Within)[], row: TextRow, first = 0): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  let at = first
  for (const member of members) {
    const text = row[at] ?? null
    const isWithin = 'members' in member
    values[member.name] = text === null ? null : isWithin ? valuesIn(member.members, row, at) : read[member.form](text)
    at += widthOf(member)
  }
  return values
}

/** The value of a member of a row; undefined where it has no such member. */
export type Reader = (row: ByteRow, name: string) => unknown

export function readerOf(members: readonly (Member | Within)[]): Reader {
  let column = 0
  const places = new Map(
    members.map((member) => {
      const place = { member, column }
      column += widthOf(member)
      return [member.name, place]
    }),
  )
  return (row, name) => {
    const place = places.get(name)
    if (!place) return undefined
    const { member, column } = place
    if (!('members' in member)) {
      const text = textOf(row, column)
      return text === null ? null : read[member.form](text)
    }
    const texts = Array.from({ length: widthOf(member) }, (_, i) => textOf(row, column + i))
    return valuesIn([member], texts)[name]
  }
}

/** The columns that members are written from, in the order in which rows are read. */
export const columnsOfMembers = (members: readonly (Member | Within)[]): SqlFragment[] =>
  members.flatMap((member) => ('members' in member ? columnsOfMembers(member.members) : [member.column]))

const widthOf = (member: Member | Within): number =>
  'members' in member ? member.members.reduce((width, each) => width + widthOf(each), 0) : 1

const read: Readonly<Record<Form, (text: string) => unknown>> = {
  text: (text) => text,
  plain: (text) => text,
  moment: momentOf,
  truth: (text) => text === 't',
  json: (text) => JSON.parse(text),
}

/** `2026-11-21 09:30:00.5+00` as `2026-11-21T09:30:00.500Z`. Sessions are in UTC, unless whoever runs the database said otherwise. */
export function momentOf(text: string): string {
  if (!text.endsWith('+00')) return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
  const time = text.indexOf(' ') + 1
  const fraction = text.slice(time + 9, -3)
  return `${text.slice(0, time - 1)}T${text.slice(time, time + 8)}.${fraction.length < 3 ? fraction.padEnd(3, '0') : fraction.slice(0, 3)}Z`
}
