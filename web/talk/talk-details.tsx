// What was said in a talk, asked for when somebody wants to read it: attendees, notes, decisions, promises, concerns, what was to be done.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Named, Row } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { Details } from '../record/section.tsx'
import { type Book, useBook } from '../values/book.tsx'
import { showDay } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './talk.module.css'

const texts = ['notes', 'decided', 'promised', 'concerns'] as const

type Talk = Row & {
  notes?: string | null
  decided?: string | null
  promised?: string | null
  concerns?: string | null
  attendances?: readonly (Row & { name?: string | null; contact?: Named | null; user?: Named | null })[]
  action_items?: readonly (Row & {
    name?: string | null
    due_on?: string | null
    status?: string | null
    owner?: Named | null
  })[]
}

export function TalkDetails({ id }: { id: string }) {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <details className={style['details']} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{t('talk.whatWasSaid')}</summary>
      {isOpen && <Said id={id} />}
    </details>
  )
}

function Said({ id }: { id: string }) {
  const { t, language } = useLanguage()
  const book = useBook()
  const talk = useQuery({
    queryKey: ['talk', id],
    queryFn: async ({ signal }) => {
      const body = { from: 'interaction', select: wishOf(book), where: { field: 'id', op: 'is', value: id }, limit: 1 }
      const { data } = await ask<{ data: readonly Talk[] }>('/api/v1/ask', { method: 'POST', body, language, signal })
      return data[0] ?? null
    },
  })
  if (talk.isPending) return <p role="status">{t('trouble.loading')}</p>
  if (!talk.data) return <p role="alert">{t('trouble.failed')}</p>
  return <Told talk={talk.data} />
}

function wishOf(book: Book): unknown[] {
  const may = (object: string, names: readonly string[]) => names.filter((name) => book.field(object, name))
  const over = (object: string, field: string) =>
    book.field(object, field) ? [{ relation: field, select: ['name'] }] : []
  return [
    ...may('interaction', texts),
    'happened_at',
    ...(book.field('attendance', 'interaction')
      ? [
          {
            relation: 'attendances',
            select: [...may('attendance', ['name']), ...over('attendance', 'contact'), ...over('attendance', 'user')],
          },
        ]
      : []),
    ...(book.field('task', 'interaction')
      ? [{ relation: 'action_items', select: [...may('task', ['name', 'due_on', 'status']), ...over('task', 'owner')] }]
      : []),
  ]
}

function Told({ talk }: { talk: Talk }) {
  const speech = useLanguage()
  const { t, locale } = speech
  const book = useBook()
  const people = (talk.attendances ?? []).flatMap(
    ({ contact, user, name }) => contact?.name ?? user?.name ?? name ?? [],
  )
  const said = texts.filter((name) => talk[name])
  const items = talk.action_items ?? []
  if (people.length + said.length + items.length === 0) return <p className="quiet">{t('talk.nothingNoted')}</p>
  return (
    <dl className={style['said']}>
      {people.length > 0 && (
        <div>
          <dt>{t('talk.attendees')}</dt>
          <dd>{new Intl.ListFormat(locale).format(people)}</dd>
        </div>
      )}
      {said.map((name) => (
        <div key={name}>
          <dt>{book.field('interaction', name)?.label}</dt>
          <dd className="prose">{talk[name]}</dd>
        </div>
      ))}
      {items.length > 0 && (
        <div>
          <dt>{t('talk.items')}</dt>
          {items.map((item) => (
            <dd key={item.id}>
              {item.name}
              <span className={style['item']}>
                <Details
                  of={[
                    item.owner?.name,
                    item.due_on && showDay(item.due_on, speech),
                    item.status && book.term('task', 'status', item.status),
                  ]}
                />
              </span>
            </dd>
          ))}
        </div>
      )}
    </dl>
  )
}
