// One change of the record: by whom, from where, and what from and what to.
import type { Change } from '../api/answers.ts'
import { useBook } from '../values/book.tsx'
import { isEmpty, showMoment } from '../values/show.ts'
import { Reference, Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './change-entry.module.css'
import { Details, Entry } from './section.tsx'
import { systemName } from './source-mark.tsx'

const verbs = ['created', 'updated', 'deleted', 'restored', 'merged'] as const

export function ChangeEntry({ change }: { change: Change }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const verb = verbs.find((each) => each === change.verb)
  const fields = Object.entries(change.changed).flatMap(([name, values]) => {
    const field = book.field('account', name)
    return field ? [{ field, ...values }] : []
  })
  return (
    <>
      <Entry name={verb ? t(`account.${verb}`) : t('account.touched', { verb: change.verb })}>
        <Details
          of={[
            showMoment(change.at, speech),
            <By key="by" actor={change.actor} />,
            change.source && t('account.fromSystem', { system: systemName(change.source.system, speech) }),
            change.because && t('account.because', { why: change.because }),
          ]}
        />
      </Entry>
      <details className={style['fields']}>
        <summary>
          {new Intl.ListFormat(speech.locale, { type: 'unit' }).format(fields.map((each) => each.field.label))}
        </summary>
        <ul>
          {fields.map(({ field, from, to }) => (
            <li key={field.name}>
              <span className="quiet">{field.label}:</span>{' '}
              {!isEmpty(from) && (
                <>
                  <del>
                    <Value field={field} value={from} />
                  </del>{' '}
                  →{' '}
                </>
              )}
              <Value field={field} value={to} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function By({ actor }: { actor: Change['actor'] }) {
  const { t } = useLanguage()
  if (actor.kind === 'user') return <Reference to="user" id={actor.id} />
  if (actor.kind === 'key') return t('account.byKey')
  return actor.kind === 'operator' ? t('account.byOperator') : t('account.byJob')
}
