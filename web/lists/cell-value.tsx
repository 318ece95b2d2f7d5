// A value as a table shows it: one line, a link where it is a record. What is not known is quiet, so that what is known stands out.
// Not a component: a list draws thousands of cells a second, and a text in its cell is all that most of them are.
import { Fragment, type ReactNode } from 'react'
import type { Row } from '../api/answers.ts'
import { hasPage, RecordLink } from '../values/record-link.tsx'
import { isEmpty, show } from '../values/show.ts'
import { Reference } from '../values/value.tsx'
import type { Speech } from '../words/language.tsx'
import type { Column } from './columns.ts'

export type Cell = { content: ReactNode; tone?: 'quiet' | 'bad' }

export function cellOf({ field, many, path }: Column, row: Row, speech: Speech): Cell {
  if (many) return linked(many, row[many.relation], speech)
  const value = row[path]
  if (isEmpty(value)) return unknown(speech)
  if (!field) return { content: null }
  if (field.type === 'reference') {
    const { id, ...names } = (typeof value === 'object' ? value : { id: String(value) }) as { id: string } // as it was selected
    const [name] = Object.values(names)
    if (name === undefined) return { content: <Reference to={field.to ?? ''} id={id} /> }
    return {
      content: link(field.to ?? '', id, typeof name === 'string' && name !== '' ? name : unknown(speech).content),
    }
  }
  const text = show(value, speech, field)
  if (field.type === 'email') return { content: <a href={`mailto:${text}`}>{text}</a> }
  return warned[`${field.name} ${String(value)}`] ? { content: text, tone: 'bad' } : { content: text }
}

function linked(many: NonNullable<Column['many']>, value: unknown, speech: Speech): Cell {
  const records = (Array.isArray(value) ? value : []).flatMap((each: Row) => {
    const record = each[many.reference] as ({ id: string } & Readonly<Record<string, unknown>>) | null // as it was selected
    return record ? [{ id: record.id, name: String(record[many.title] ?? '') }] : []
  })
  if (records.length === 0) return unknown(speech)
  return {
    content: records.map(({ id, name }, i) => (
      <Fragment key={id}>
        {i > 0 && ', '}
        {link(many.to, id, name)}
      </Fragment>
    )),
  }
}

const unknown = ({ t }: Speech): Cell => ({ content: t('values.unknown'), tone: 'quiet' })

const link = (object: string, id: string, name: ReactNode): ReactNode =>
  hasPage(object) ? (
    <RecordLink object={object} id={id}>
      {name}
    </RecordLink>
  ) : (
    name
  )

/** Values that say something is wrong. */
const warned: Readonly<Record<string, true>> = { 'payment_status past_due': true, 'payment_status unpaid': true }
