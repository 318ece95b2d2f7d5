// The list by groups: what each holds and adds up to first, its rows when it is opened.
import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Money } from '../../dictionary/index.ts'
import { type GroupBy, printWhere, type Where } from '../../src/question/index.ts'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { show, showMoney, showNumber, showPeriod } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { cellOf } from './cell-value.tsx'
import type { Column } from './columns.ts'
import style from './groups.module.css'
import { layoutOf } from './layout.ts'
import type { ListSearch } from './list-search.ts'
import { type Asked, type Subtotal, useRows, useSubtotals } from './queries.ts'
import tableStyle from './table.module.css'
import { TableSkeleton } from './table.tsx'

type Shown = Asked & {
  group: GroupBy
  condition: Where | null | undefined
  change(next: Partial<ListSearch>, isStep?: boolean): void
}

export default function Groups({ group, condition, change, ...asked }: Shown) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const path = typeof group === 'string' ? group : group.field
  const field = book.field(asked.object.name, path)
  const to = field?.to ? book.object(field.to) : undefined
  const subtotals = useSubtotals(asked, condition, group, to?.title ?? null)
  if (subtotals.isPending) return <TableSkeleton />
  if (subtotals.isError) return <Failed error={subtotals.error} retry={subtotals.refetch} />
  const { groups, isHeldBack } = subtotals.data
  if (groups.length === 0) return <Notice title={t('lists.noMatch')}>{t('lists.noMatchText')}</Notice>
  const nameOf = ({ value, name }: Subtotal): string => {
    if (value === null) return t('values.unknown')
    if (typeof group !== 'string') return showPeriod(String(value), group.by, speech)
    return name ?? (field ? show(value, speech, field) : String(value))
  }
  return (
    <>
      <ul className={style['groups']}>
        {groups.map((each) => (
          <Group
            key={JSON.stringify(each.value)}
            subtotal={each}
            name={nameOf(each)}
            asked={asked}
            within={within(condition ?? null, group, each.value)}
            change={change}
          />
        ))}
      </ul>
      {isHeldBack && <p className="quiet">{t('lists.heldBack')}</p>}
    </>
  )
}

type One = {
  subtotal: Subtotal
  name: string
  asked: Asked
  within: Where
  change(next: Partial<ListSearch>, isStep?: boolean): void
}

function Group({ subtotal, name, asked, within, change }: One) {
  const speech = useLanguage()
  const { t } = speech
  const [isOpen, open] = useState(false)
  return (
    <li>
      <div className={style['head']}>
        <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {isOpen ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          <span>{name}</span>
          <span className="quiet">{showNumber(subtotal.count, speech)}</span>
        </button>
        <Sums subtotal={subtotal} columns={asked.columns} />
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => change({ where: printWhere(within), group: '' }, true)}
        >
          {t('lists.openGroup')}
          <span className="seen-by-readers">: {name}</span>
        </Button>
      </div>
      {isOpen && <Rows asked={{ ...asked, where: printWhere(within) }} />}
    </li>
  )
}

function Sums({ subtotal, columns }: { subtotal: Subtotal; columns: readonly Column[] }) {
  const speech = useLanguage()
  const of = columns.flatMap(({ path, label, field }) => {
    const sums = subtotal.sums.filter((each) => each.path === path)
    if (!field || sums.length === 0) return []
    const isMoney = (field.of ?? field.type) === 'money'
    const texts = sums.map(({ value }) => (isMoney ? showMoney(value as Money, speech) : show(value, speech, field))) // put together so
    return [{ label, text: new Intl.ListFormat(speech.locale, { type: 'unit' }).format(texts) }]
  })
  return (
    <dl className={style['sums']}>
      {of.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Rows({ asked }: { asked: Asked }) {
  const speech = useLanguage()
  const { t } = speech
  const rows = useRows(asked, { size: 50 })
  const { object, columns } = asked
  if (rows.isPending)
    return (
      <p role="status" className={style['wait']}>
        {t('trouble.loading')}
      </p>
    )
  if (rows.isError) return <Failed error={rows.error} retry={rows.refetch} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={style['rows']} aria-label={object.labelPlural} tabIndex={0}>
      <table className={tableStyle['table']} style={layoutOf(columns, false)}>
        <thead>
          <tr>
            {columns.map(({ path, label, align }) => (
              <th key={path} scope="col" data-align={align}>
                <span className={tableStyle['label']}>{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.data.pages
            .flatMap((page) => page.data)
            .map((row) => (
              <tr key={row.id}>
                {columns.map((column) => {
                  if (column.path === object.title)
                    return (
                      <th key={column.path} scope="row">
                        <RecordLink object={object.name} id={row.id}>
                          {String(row[object.title] ?? '')}
                        </RecordLink>
                      </th>
                    )
                  const { content, tone } = cellOf(column, row, speech)
                  return (
                    <td key={column.path} className={tone} data-align={column.align}>
                      {content}
                    </td>
                  )
                })}
              </tr>
            ))}
        </tbody>
      </table>
      {rows.hasNextPage && (
        <Button
          size="compact-xs"
          variant="subtle"
          m="xs"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {t('lists.more')}
        </Button>
      )}
    </section>
  )
}

/** The condition, and that the record is of this group. */
function within(condition: Where | null, group: GroupBy, value: unknown): Where {
  const field = typeof group === 'string' ? group : group.field
  const own: Where[] =
    value === null
      ? [{ field, op: 'empty' }]
      : typeof group === 'string'
        ? [{ field, op: 'is', value }]
        : [
            { field, op: 'gte', value },
            { field, op: 'lt', value: endOf(String(value), group.by) },
          ]
  const before = condition === null ? [] : 'all' in condition ? condition.all : [condition]
  return { all: [...before, ...own] }
}

type Period = Exclude<GroupBy, string>['by']

/** The first day after the period that begins on this day. */
function endOf(start: string, period: Period): string {
  const day = new Date(`${start.slice(0, 10)}T00:00:00Z`)
  const months = { month: 1, quarter: 3, year: 12 }
  if (period === 'day' || period === 'week') day.setUTCDate(day.getUTCDate() + (period === 'day' ? 1 : 7))
  else day.setUTCMonth(day.getUTCMonth() + months[period])
  return day.toISOString().slice(0, 10)
}
