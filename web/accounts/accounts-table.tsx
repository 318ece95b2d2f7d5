import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Named, Row } from '../api/answers.ts'
import { Down, Up } from '../frame/marks.tsx'
import { useBook } from '../values/book.tsx'
import { isEmpty, show, showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './accounts-page.module.css'
import type { Column } from './columns.ts'

type Shown = { columns: readonly Column[]; rows: readonly Row[]; order: string; isStale: boolean }

export function AccountsTable({ columns, rows, order, isStale }: Shown) {
  const { t } = useLanguage()
  return (
    <div className={style['scroll']}>
      <table className={style['table']} data-stale={isStale || undefined} aria-busy={isStale}>
        <caption className="seen-by-readers">{t('accounts.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.field} column={column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <Cell key={column.field} column={column}>
                  <Content column={column} row={row} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Header({ column, order }: { column: Column; order: string }) {
  const { t } = useLanguage()
  const book = useBook()
  const navigate = useNavigate({ from: '/accounts' })
  const isUp = order === column.order
  const isDown = order === `-${column.order}`
  const next = isUp ? `-${column.order}` : column.order
  const sort = () => navigate({ search: (before) => ({ ...before, order: next }), replace: true })
  return (
    <th
      scope="col"
      data-field={column.field}
      data-align={column.align}
      data-wide={column.isWide}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      <button type="button" onClick={sort}>
        {column.field === 'updated_at'
          ? t('accounts.updated')
          : column.field === 'arr'
            ? 'ARR'
            : book.field('account', column.field)?.label}
        {isUp && <Up size={13} />}
        {isDown && <Down size={13} />}
      </button>
    </th>
  )
}

function Cell({ column, children }: { column: Column; children: ReactNode }) {
  const marks = { 'data-field': column.field, 'data-align': column.align, 'data-wide': column.isWide }
  return column.field === 'name' ? (
    <th scope="row" {...marks}>
      {children}
    </th>
  ) : (
    <td {...marks}>{children}</td>
  )
}

function Content({ column, row }: { column: Column; row: Row }) {
  const speech = useLanguage()
  const field = useBook().field('account', column.field)
  const value = row[column.field]
  if (column.field === 'name')
    return (
      <Link to="/accounts/$id" params={{ id: row.id }}>
        {String(value)}
      </Link>
    )
  if (isEmpty(value)) return <span className="quiet">{speech.t('values.unknown')}</span>
  if (column.field === 'owner') return (value as Named).name // selected with its name
  if (column.field === 'updated_at') return showMoment(String(value), speech)
  const text = field ? show(value, speech, field) : String(value)
  return column.field === 'payment_status' ? <span className={tones[String(value)]}>{text}</span> : text
}

const tones: Readonly<Record<string, string>> = { past_due: 'bad', unpaid: 'bad' }
