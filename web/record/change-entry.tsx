// One change of the record: by whom, from where, and what from and what to.
import { useState } from 'react'
import type { Change, Field, Row } from '../api/answers.ts'
import { useBook } from '../values/book.tsx'
import { listFormat } from '../values/formats.ts'
import { isEmpty, showMoment } from '../values/show.ts'
import { Reference, Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './change-entry.module.css'
import { Restore } from './restore.tsx'
import { Details, Entry } from './section.tsx'
import { systemName } from './source-mark.tsx'

const verbs = ['created', 'updated', 'deleted', 'restored', 'merged'] as const

type Told = {
  object: string
  change: Change
  /** The record as it is now, where values of before may be brought back. */
  now?: Row | undefined
}

export function ChangeEntry({ object, change, now }: Told) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const [isOpen, open] = useState(false)
  const described = book.object(object)
  const verb = verbs.find((each) => each === change.verb)
  const fields = Object.entries(change.changed).flatMap(([name, values]) => {
    const field = book.field(object, name)
    return field ? [{ field, ...values }] : []
  })
  return (
    <>
      <Entry name={verb ? t(`record.${verb}`) : t('record.touched', { verb: change.verb })}>
        <Details
          of={[
            showMoment(change.at, speech),
            <By key="by" actor={change.actor} />,
            change.source && t('record.fromSystem', { system: systemName(change.source.system, speech) }),
            change.because && t('record.because', { why: change.because }),
          ]}
        />
      </Entry>
      <details className={style['fields']} onToggle={(event) => open(event.currentTarget.open)}>
        <summary>{listFormat(speech.locale, { type: 'unit' }).format(fields.map((each) => each.field.label))}</summary>
        {isOpen && (
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
                <Value field={field} value={to} />{' '}
                {now && described && mayBringBack(field, from, now) && (
                  <Restore object={described} field={field} record={now} value={from ?? null} />
                )}
              </li>
            ))}
          </ul>
        )}
      </details>
    </>
  )
}

/** What it is already needs no bringing back. */
const mayBringBack = (field: Field, from: unknown, now: Row): boolean =>
  field.mayUpdate && JSON.stringify(from ?? null) !== JSON.stringify(now[field.name] ?? null)

function By({ actor }: { actor: Change['actor'] }) {
  const { t } = useLanguage()
  if (actor.kind === 'user') return <Reference to="user" id={actor.id} />
  if (actor.kind === 'key') return t('record.byKey')
  return actor.kind === 'operator' ? t('record.byOperator') : t('record.byJob')
}
