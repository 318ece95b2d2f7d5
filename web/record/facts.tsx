// What is known of a record, by group, each value with a mark that opens where it came from, and edited where it is read. What is not
// known is named as such, and can be filled in there.
import { useState } from 'react'
import type { DescribedObject, Field, Row } from '../api/answers.ts'
import { Editable } from '../inputs/editable.tsx'
import { listFormat } from '../values/formats.ts'
import { isEmpty } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './facts.module.css'
import { useSourcesOf } from './queries.ts'
import { Section } from './section.tsx'
import { SourceMark } from './source-mark.tsx'

type Group = { title: string; fields: readonly Field[] }
type Told = { object: DescribedObject; record: Row; groups: readonly Group[] }

export function Facts({ object, record, groups }: Told) {
  return groups.map((group) => <FactGroup key={group.title} object={object} record={record} {...group} />)
}

function FactGroup({ object, record, title, fields }: Omit<Told, 'groups'> & Group) {
  const { t } = useLanguage()
  const sources = useSourcesOf(object, record.id)
  const [isOpen, open] = useState(false)
  const isKnown = ({ name }: Field) => !isEmpty(record[name])
  const unknown = fields.filter((field) => !isKnown(field))
  const shown = isOpen ? fields : fields.filter(isKnown)
  return (
    <Section title={title}>
      <dl className={style['facts']}>
        {shown.map((field) => (
          <div key={field.name}>
            <dt title={field.describe}>{field.label}</dt>
            <dd>
              <Editable object={object} field={field} record={record} />
              {isKnown(field) && (
                <SourceMark field={field} sources={sources.data?.get(field.name)} hasFailed={sources.isError} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {unknown.length > 0 && !isOpen && <Unknown fields={unknown} open={() => open(true)} />}
      {isOpen && (
        <button type="button" className={style['more']} onClick={() => open(false)}>
          {t('record.hideUnknown')}
        </button>
      )}
    </Section>
  )
}

function Unknown({ fields, open }: { fields: readonly Field[]; open(): void }) {
  const { t, locale } = useLanguage()
  const names = listFormat(locale, { type: 'unit' }).format(fields.map((field) => field.label))
  const mayFill = fields.some(({ mayUpdate }) => mayUpdate)
  return (
    <p className={style['unknown']}>
      {t('record.notKnown')} {names}{' '}
      {mayFill && (
        <button type="button" className={style['more']} onClick={open}>
          {t('record.fillIn')}
        </button>
      )}
    </p>
  )
}
