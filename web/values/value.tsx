// One value on a page: as text, a name where it refers to a record, a link where it leads out.
import { Fragment } from 'react'
import type { Field } from '../api/answers.ts'
import { useTitle } from '../api/queries.ts'
import { useLanguage } from '../words/language.tsx'
import { useBook } from './book.tsx'
import { RecordLink } from './record-link.tsx'
import { isEmpty, show } from './show.ts'

export function Value({ field, value }: { field: Field; value: unknown }) {
  const speech = useLanguage()
  if (isEmpty(value)) return <span className="quiet">{speech.t('values.unknown')}</span>
  if (field.type === 'reference') return <Reference to={field.to ?? ''} id={String(value)} />
  const text = show(value, speech, field)
  if (field.type === 'url')
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
      </a>
    )
  if (field.type === 'email') {
    const [box, domain] = text.split('@')
    return (
      <a href={`mailto:${text}`}>
        {box}
        {domain && (
          <>
            <wbr />@{domain}
          </>
        )}
      </a>
    )
  }
  if (field.type === 'long_text') return <span className="prose">{text}</span>
  return <Fragment>{text}</Fragment>
}

/** The name of the record a value refers to. Where the reader may not see that one, this says no more than that. */
export function Reference({ to, id }: { to: string; id: string }) {
  const { t } = useLanguage()
  const { data, isPending } = useTitle(useBook().object(to), id)
  if (typeof data === 'string')
    return (
      <RecordLink object={to} id={id}>
        {data}
      </RecordLink>
    )
  // As wide as most names, so that what stands behind it does not move when the name comes.
  return isPending ? <span className="coming">…</span> : <span className="quiet">{t('values.unknown')}</span>
}
