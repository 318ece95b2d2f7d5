// What every object and field means, whose it is, where its final word comes from, how fresh it must be and how full it is; and the way
// to have it changed.
import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDictionary } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './dictionary.module.css'
import { FieldRow } from './field-row.tsx'
import { Proposals } from './proposals.tsx'
import { Propose } from './propose.tsx'
import { useFill, useProposals, useWhole, type WholeObject } from './queries.ts'
import { useSpan } from './span.ts'

const route = getRouteApi('/dictionary')

export default function DictionaryPage() {
  const { t } = useLanguage()
  const { object, view } = route.useSearch()
  const objects = useDictionary().data ?? []
  const chosen = objects.find(({ name }) => name === object) ?? objects[0]
  const open = useProposals('open')
  const waiting = open.data?.pages.flatMap(({ data }) => data).length ?? 0
  return (
    <Page title={t('rail.dictionary')} note={t('dictionary.note')}>
      <div className={style['columns']}>
        <nav className={style['objects']} aria-label={t('dictionary.objects')}>
          <Link
            to="/dictionary"
            search={{ view: 'proposals' }}
            aria-current={view === 'proposals' ? 'page' : undefined}
          >
            {t('dictionary.proposals')}
            {waiting > 0 && <span className="quiet">{waiting}</span>}
          </Link>
          {objects.map(({ name, labelPlural }) => (
            <Link
              key={name}
              to="/dictionary"
              search={{ object: name }}
              aria-current={view !== 'proposals' && name === chosen?.name ? 'page' : undefined}
            >
              {labelPlural}
            </Link>
          ))}
        </nav>
        {view === 'proposals' ? <Proposals /> : chosen && <OneObject key={chosen.name} name={chosen.name} />}
      </div>
    </Page>
  )
}

function OneObject({ name }: { name: string }) {
  const whole = useWhole(name)
  if (whole.isPending) return <Skeleton height={560} />
  if (whole.isError) return <Failed error={whole.error} retry={whole.refetch} />
  return <Described object={whole.data} />
}

function Described({ object }: { object: WholeObject }) {
  const { t } = useLanguage()
  const span = useSpan()
  const book = useBook()
  const { field: opened } = route.useSearch()
  const fill = useFill(object.name).data
  const [isProposing, propose] = useState(false)
  const names = object.stewards.map(({ name }) => name).join(', ')
  return (
    <section className={style['object']} aria-labelledby="object">
      <header>
        <h2 id="object">{object.label}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => propose(true)}
        >
          {t('dictionary.proposeField')}
        </Button>
      </header>
      <p>{object.describe}</p>
      <dl className={style['facts']}>
        <dt>{t('dictionary.owner')}</dt>
        <dd>
          {book.term('team', 'function', object.owner)}
          {names && <span className="quiet"> · {names}</span>}
        </dd>
        <dt>{t('dictionary.kept')}</dt>
        <dd>
          {t('dictionary.keptFor', {
            span: span(object.retention.keep),
            then: t(`dictionaryThen.${object.retention.then as 'archive'}`, { defaultValue: object.retention.then }),
          })}
        </dd>
        {fill && !fill.isHeldBack && (
          <>
            <dt>{t('dictionary.records')}</dt>
            <dd>{t('dictionary.total', { count: fill.total })}</dd>
          </>
        )}
      </dl>
      {fill?.isHeldBack && <p className="quiet">{t('dictionary.heldBack')}</p>}
      {object.fields.length === 0 ? (
        <Notice title={t('dictionary.noFields')}>{t('dictionary.noFieldsText')}</Notice>
      ) : (
        <div className={style['scroll']}>
          <table className={style['table']}>
            <caption className="seen-by-readers">{object.label}</caption>
            <thead>
              <tr>
                <th scope="col">{t('dictionary.field')}</th>
                <th scope="col">{t('dictionary.type')}</th>
                <th scope="col">{t('dictionary.class')}</th>
                <th scope="col">{t('dictionary.source')}</th>
                <th scope="col">{t('dictionary.fresh')}</th>
                <th scope="col">{t('dictionary.filled')}</th>
              </tr>
            </thead>
            <tbody>
              {object.fields.map((field) => (
                <FieldRow
                  key={field.name}
                  object={object}
                  field={field}
                  fill={fill?.fields[field.name] ?? null}
                  isOpen={field.name === opened}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isProposing && <Propose object={object} field={null} close={() => propose(false)} />}
    </section>
  )
}
