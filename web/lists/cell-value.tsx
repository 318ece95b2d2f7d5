import { Fragment } from 'react'
import type { Row } from '../api/answers.ts'
import { RecordLink } from '../values/record-link.tsx'
import { isEmpty, show } from '../values/show.ts'
import { Reference } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'

/** A value as a table shows it: one line, a link where it is a record. What is not known is quiet, so that what is known stands out. */
export function CellValue({ column, row }: { column: Column; row: Row }) {
  const speech = useLanguage()
  const { field, many, path } = column
  if (many) return <Linked many={many} value={row[many.relation]} />
  const value = row[path]
  if (isEmpty(value)) return <span className="quiet">{speech.t('values.unknown')}</span>
  if (!field) return null
  if (field.type === 'reference') {
    const { id, ...names } = (typeof value === 'object' ? value : { id: String(value) }) as { id: string } // as it was selected
    const [name] = Object.values(names)
    if (name === undefined) return <Reference to={field.to ?? ''} id={id} />
    return (
      <RecordLink object={field.to ?? ''} id={id}>
        {typeof name === 'string' && name !== '' ? name : speech.t('values.unknown')}
      </RecordLink>
    )
  }
  const text = show(value, speech, field)
  if (field.type === 'email') return <a href={`mailto:${text}`}>{text}</a>
  return warned[`${field.name} ${String(value)}`] ? <span className="bad">{text}</span> : text
}

function Linked({ many, value }: { many: NonNullable<Column['many']>; value: unknown }) {
  const { t } = useLanguage()
  const records = (Array.isArray(value) ? value : []).flatMap((each: Row) => {
    const record = each[many.reference] as ({ id: string } & Readonly<Record<string, unknown>>) | null // as it was selected
    return record ? [{ id: record.id, name: String(record[many.title] ?? '') }] : []
  })
  if (records.length === 0) return <span className="quiet">{t('values.unknown')}</span>
  return records.map(({ id, name }, i) => (
    <Fragment key={id}>
      {i > 0 && ', '}
      <RecordLink object={many.to} id={id}>
        {name}
      </RecordLink>
    </Fragment>
  ))
}

/** Values that say something is wrong. */
const warned: Readonly<Record<string, true>> = { 'payment_status past_due': true, 'payment_status unpaid': true }
