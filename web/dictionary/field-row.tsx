import { Button, Progress } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './dictionary.module.css'
import { Propose } from './propose.tsx'
import type { WholeField, WholeObject } from './queries.ts'
import { useSpan } from './span.ts'

const route = getRouteApi('/dictionary')

type Shown = { object: WholeObject; field: WholeField; fill: number | null; isOpen: boolean }

export function FieldRow({ object, field, fill, isOpen }: Shown) {
  const { t, locale } = useLanguage()
  const span = useSpan()
  const navigate = route.useNavigate()
  const details = useId()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const open = () =>
    navigate({ search: { object: object.name, ...(isOpen ? {} : { field: field.name }) }, replace: true })
  return (
    <>
      <tr data-field={field.name}>
        <th scope="row">
          <button type="button" aria-expanded={isOpen} aria-controls={isOpen ? details : undefined} onClick={open}>
            {field.label}
          </button>
          <span className="quiet">{field.describe}</span>
        </th>
        <td>{t(`fieldType.${field.type as 'text'}`, { defaultValue: field.type })}</td>
        <td>{t(`fieldClass.${field.sensitivity as 'general'}`, { defaultValue: field.sensitivity })}</td>
        <td>{t(`systems.${field.source as 'crm'}`, { defaultValue: field.source })}</td>
        <td>{field.freshFor ? span(field.freshFor) : '—'}</td>
        <td className={style['fill']}>
          {fill === null ? (
            '—'
          ) : (
            <>
              <Progress value={fill * 100} aria-label={t('dictionary.filled')} />
              {percent.format(fill)}
            </>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr id={details}>
          <td colSpan={6} className={style['details']}>
            <Details object={object} field={field} />
          </td>
        </tr>
      )}
    </>
  )
}

function Details({ object, field }: { object: WholeObject; field: WholeField }) {
  const { t } = useLanguage()
  const book = useBook()
  const [isProposing, propose] = useState(false)
  const { minLength, maxLength, min, max } = field.options as Readonly<Record<string, number | undefined>>
  const limits = [
    field.required && t('edit.required'),
    minLength !== undefined && t('dictionary.minLength', { count: minLength }),
    maxLength !== undefined && t('dictionary.maxLength', { count: maxLength }),
    min !== undefined && t('dictionary.min', { min }),
    max !== undefined && t('dictionary.max', { max }),
  ].filter((each) => typeof each === 'string')
  return (
    <>
      <dl className={style['facts']}>
        <dt>{t('dictionary.owner')}</dt>
        <dd>
          {book.term('team', 'function', field.owner)}
          {field.stewards.length > 0 && (
            <span className="quiet"> · {field.stewards.map(({ name }) => name).join(', ')}</span>
          )}
        </dd>
        <dt>{t('dictionary.name')}</dt>
        <dd>
          <code>
            {object.name}.{field.name}
          </code>
          {field.isCustom && ` · ${t('dictionary.custom')}`}
        </dd>
        {limits.length > 0 && (
          <>
            <dt>{t('dictionary.checks')}</dt>
            <dd>{limits.join(' · ')}</dd>
          </>
        )}
        {field.rules.length > 0 && (
          <>
            <dt>{t('dictionary.rules')}</dt>
            <dd>{field.rules.map(({ say }) => say).join(' ')}</dd>
          </>
        )}
        {field.terms && field.terms.length > 0 && (
          <>
            <dt>{t('dictionary.terms')}</dt>
            <dd>{field.terms.map(({ label }) => label).join(' · ')}</dd>
          </>
        )}
        <dt>{t('dictionary.usedIn')}</dt>
        <dd>
          {field.usedIn.views.length === 0
            ? t('dictionary.usedNowhere')
            : field.usedIn.views.map(({ name }) => name).join(' · ')}
        </dd>
      </dl>
      <Button size="xs" variant="default" onClick={() => propose(true)}>
        {t('dictionary.propose')}
      </Button>
      {isProposing && <Propose object={object} field={field} close={() => propose(false)} />}
    </>
  )
}
