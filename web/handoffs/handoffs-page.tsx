// Customers on their way from sales to customer success: what waits for whom, and how well it goes.
import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Named, Row } from '../api/answers.ts'
import { useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { may } from '../root.ts'
import { useBook } from '../values/book.tsx'
import { isEmpty, show, showNumber, showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { BeginHandoff } from './begin-handoff.tsx'
import style from './handoffs-page.module.css'
import { type HandoffState, handoffStates, useFigures, useHandoffs } from './queries.ts'
import { StateMark } from './state-mark.tsx'

const route = getRouteApi('/handoffs')

export default function HandoffsPage() {
  const { t } = useLanguage()
  const me = useMe().data
  const [isBeginning, begin] = useState(false)
  const object = useBook().object('handoff')
  if (!object || !me || !may(me, 'handoff', 'list'))
    return (
      <Page title={t('handoffs.title')}>
        <Notice title={t('trouble.closed')}>{t('trouble.closedText')}</Notice>
      </Page>
    )
  const mayBegin = may(me, 'handoff', 'create')
  return (
    <Page
      title={t('handoffs.title')}
      tools={
        mayBegin && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => begin(true)}>
            {t('handoffs.begin')}
          </Button>
        )
      }
    >
      <Figures />
      <Handoffs readable={object.fields.map(({ name }) => name)} />
      {isBeginning && <BeginHandoff close={() => begin(false)} />}
    </Page>
  )
}

function Figures() {
  const speech = useLanguage()
  const { t } = speech
  const { data } = useFigures()
  const hours = data?.accepted.hoursToAccept
  const figures = [
    [t('handoffs.waiting'), data && showNumber(data.byState.submitted ?? 0, speech)],
    [t('handoffs.hours'), data && (hours == null ? t('values.unknown') : showNumber(Math.round(hours), speech))],
    [
      t('handoffs.usefulness'),
      data &&
        (data.accepted.usefulness === null
          ? t('values.unknown')
          : t('handoffs.ofFive', { score: showNumber(Math.round(data.accepted.usefulness * 10) / 10, speech) })),
    ],
    [t('handoffs.returns'), data && showNumber(data.accepted.returns, speech)],
  ] as const
  return (
    <dl className={style['figures']}>
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure ?? <Skeleton height={22} width={48} />}</dd>
        </div>
      ))}
    </dl>
  )
}

function Handoffs({ readable }: { readable: readonly string[] }) {
  const { t } = useLanguage()
  const book = useBook()
  const navigate = route.useNavigate()
  const { state: wished } = route.useSearch()
  const state = handoffStates.find((each) => each === wished) ?? null
  const handoffs = useHandoffs(state, readable)
  const rows = handoffs.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <>
      <SegmentedControl
        className={style['states'] ?? ''}
        aria-label={book.field('handoff', 'state')?.label ?? ''}
        value={state ?? ''}
        onChange={(next) => navigate({ search: next ? { state: next } : {}, replace: true })}
        data={[
          { value: '', label: t('handoffs.all') },
          ...handoffStates.map((each) => ({ value: each, label: book.term('handoff', 'state', each) })),
        ]}
      />
      {handoffs.isPending && <Skeleton height={220} />}
      {handoffs.isError && <Failed error={handoffs.error} retry={handoffs.refetch} />}
      {handoffs.isSuccess && rows.length === 0 && (
        <Notice title={t(state ? 'handoffs.noneHere' : 'handoffs.none')}>{t('handoffs.noneText')}</Notice>
      )}
      {rows.length > 0 && <Table rows={rows} readable={readable} />}
      {handoffs.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={handoffs.isFetchingNextPage}
          onClick={() => handoffs.fetchNextPage()}
        >
          {t('handoffs.more')}
        </Button>
      )}
    </>
  )
}

const columns = ['customer', 'state', 'csm', 'arr', 'renewal_date', 'submitted_at', 'times_returned'] as const

function Table({ rows, readable }: { rows: readonly Row[]; readable: readonly string[] }) {
  const { t } = useLanguage()
  const book = useBook()
  const shown = columns.filter((column) => readable.includes(column))
  return (
    <div className={style['scroll']}>
      <table className={style['table']}>
        <caption className="seen-by-readers">{t('handoffs.title')}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {book.field('handoff', column)?.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/handoffs/$id" params={{ id: row.id }}>
                  {String(row['customer'] ?? t('values.unknown'))}
                </Link>
              </th>
              {shown.slice(1).map((column) => (
                <td key={column} data-column={column}>
                  <Cell column={column} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ column, row }: { column: string; row: Row }) {
  const speech = useLanguage()
  const field = useBook().field('handoff', column)
  const value = row[column]
  if (isEmpty(value) || !field) return <span className="quiet">—</span>
  if (column === 'state') return <StateMark state={value as HandoffState} />
  if (column === 'csm') return (value as Named).name // selected with its name
  if (column === 'submitted_at') return showWhen(String(value), speech)
  return show(value, speech, field)
}
