// What is known of the company, by group, each value with a mark that opens where it came from. What is not known is named as such.
import type { AccountRecord, Field } from '../api/answers.ts'
import { useSources } from '../api/queries.ts'
import { Editable } from '../inputs/editable.tsx'
import { useBook } from '../values/book.tsx'
import { isEmpty } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './facts.module.css'
import { groupsOf } from './groups.ts'
import { Section } from './section.tsx'
import { SourceMark } from './source-mark.tsx'

export function Facts({ account }: { account: AccountRecord }) {
  const { t } = useLanguage()
  const sources = useSources(account.id)
  const object = useBook().object('account')
  if (!object) return null
  const fields = object.fields.filter((field) => account[field.name] !== undefined)
  return groupsOf(fields).map(({ group, fields }) => {
    const known = fields.filter((field) => !isEmpty(account[field.name]))
    const unknown = fields.filter((field) => isEmpty(account[field.name]))
    return (
      <Section key={group} title={t(`account.${group}`)}>
        <dl className={style['facts']}>
          {known.map((field) => (
            <div key={field.name}>
              <dt title={field.describe}>{field.label}</dt>
              <dd>
                <Editable object={object} field={field} record={account} />
                <SourceMark field={field} sources={sources.data?.get(field.name)} hasFailed={sources.isError} />
              </dd>
            </div>
          ))}
        </dl>
        <Unknown fields={unknown} />
      </Section>
    )
  })
}

function Unknown({ fields }: { fields: readonly Field[] }) {
  const { t, locale } = useLanguage()
  if (fields.length === 0) return null
  const names = new Intl.ListFormat(locale, { type: 'unit' }).format(fields.map((field) => field.label))
  return (
    <p className={style['unknown']}>
      {t('account.notKnown')} {names}
    </p>
  )
}
