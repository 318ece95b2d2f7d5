// Every value with whose word it is, since when, and what other systems say: the whole record's provenance on one page.
import { Skeleton, Switch } from '@mantine/core'
import { useState } from 'react'
import type { DescribedObject, FieldSources } from '../api/answers.ts'
import { Failed } from '../frame/trouble.tsx'
import { isEmpty, showMoment } from '../values/show.ts'
import { Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import { useSourcesOf } from './queries.ts'
import { isDisputed, SourceMark, systemName } from './source-mark.tsx'
import style from './sources-table.module.css'

export function SourcesTable({ object, id }: { object: DescribedObject; id: string }) {
  const speech = useLanguage()
  const { t } = speech
  const sources = useSourcesOf(object, id)
  const [isNarrowed, narrow] = useState(false)
  if (sources.isPending) return <Skeleton height={300} role="status" aria-label={t('trouble.loading')} />
  if (!sources.data) return <Failed error={sources.error} retry={sources.refetch} />
  const known = object.fields.flatMap((field) => {
    const said = sources.data.get(field.name)
    return said && (said.from || said.others.length > 0) ? [{ field, said }] : []
  })
  const disputed = known.filter(({ said }) => isDisputed(said))
  const shown = isNarrowed ? disputed : known
  return (
    <>
      <Switch
        size="sm"
        mb={12}
        label={t('record.onlyDisputed', { count: disputed.length })}
        checked={isNarrowed}
        onChange={(event) => narrow(event.currentTarget.checked)}
      />
      <div className={style['scroll']}>
        <table className={style['sources']}>
          <thead>
            <tr>
              <th scope="col">{t('record.field')}</th>
              <th scope="col">{t('record.value')}</th>
              <th scope="col">{t('sources.source')}</th>
              <th scope="col">{t('sources.said')}</th>
              <th scope="col">{t('record.others')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ field, said }) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td>
                  {isEmpty(said.value) ? (
                    <span className="quiet">{t('values.unknown')}</span>
                  ) : (
                    <Value field={field} value={said.value} />
                  )}
                </td>
                <td>{said.from ? systemName(said.from.system, speech) : '–'}</td>
                <td>{moment(said)}</td>
                <td>
                  <span className={style['others']}>
                    <SourceMark field={field} sources={said} hasFailed={false} />
                    {isDisputed(said) ? (
                      <span className="warn">{t('record.differ')}</span>
                    ) : (
                      t('record.agree', { count: said.others.length })
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )

  function moment({ from }: FieldSources): string {
    const at = from?.saidAt ?? from?.heardAt
    return at ? showMoment(at, speech) : '–'
  }
}
