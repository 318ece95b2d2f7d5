// The table: only the rows in sight are drawn, further ones are asked for before they are reached, and nothing moves when they come.
import { Checkbox, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DescribedObject, Row } from '../api/answers.ts'
import { draftOf } from '../inputs/drafts.ts'
import { draftName } from '../inputs/editable.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { hasPage, openRecord } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'
import { Head } from './head.tsx'
import { TableRow } from './row.tsx'
import style from './table.module.css'

type Shown = {
  object: DescribedObject
  columns: readonly Column[]
  rows: readonly Row[]
  /** How many there are as far as is known, so that the scroll bar says how far one is. */
  total: number
  order: string
  isStale: boolean
  isMore: boolean
  more(): void
  sort(order: string): void
  resize(path: string, width: number): void
  selected: ReadonlyMap<string, Row>
  select(next: ReadonlyMap<string, Row>): void
}

export const rowHeight = 34
/** Asked for before the last of them is in sight. */
const ahead = 120

const narrow = '(max-width: 700px)'
const widestOnNarrow = 150

/** On a narrow screen no column takes it all. */
const narrowed = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column) => ({ ...column, width: Math.min(column.width, widestOnNarrow) }))

export type Place = { row: number; path: string }

export function Table(props: Shown) {
  const { object, rows, total, isMore, more, selected, select } = props
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const columns = useMemo(() => (isNarrow ? narrowed(props.columns) : props.columns), [isNarrow, props.columns])
  const { t } = useLanguage()
  const navigate = useNavigate()
  const scroll = useRef<HTMLDivElement>(null)
  const mayEdit = object.may.includes('update')
  const count = isMore ? Math.max(total, rows.length + 1) : rows.length
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (isMore && last > rows.length - ahead) more()
  })
  const [at, setAt] = useState<Place | null>(null)
  // An edit that a lost session, or a look elsewhere, interrupted goes on where it was.
  const [editing, edit] = useState<{ id: string; path: string } | null>(() => begunIn(object, columns, rows))
  const anchor = useRef<number | null>(null)

  const move = (step: number) => {
    const row = Math.min(rows.length - 1, Math.max(0, (at?.row ?? -1) + step))
    setAt({ row, path: at?.path ?? columns[0]?.path ?? '' })
    virtual.scrollToIndex(row)
  }
  const here = at ? rows[at.row] : undefined
  const firstEditable = columns.find(({ field }) => field?.mayUpdate)?.path
  useKeys({
    j: { does: t('keys.next'), run: () => move(1) },
    k: { does: t('keys.previous'), run: () => move(-1) },
    ...(hasPage(object.name)
      ? { Enter: { does: t('keys.open'), run: () => here && openRecord(navigate, object.name, here.id) } }
      : {}),
    ...(mayEdit && firstEditable
      ? {
          e: {
            does: t('keys.edit'),
            run: () => {
              const own = columns.find(({ path }) => path === at?.path)
              if (here) edit({ id: here.id, path: own?.field?.mayUpdate ? own.path : firstEditable })
            },
          },
          x: { does: t('keys.select'), run: () => here && toggle(here, at?.row ?? 0, false) },
        }
      : {}),
  })
  const toggle = (row: Row, index: number, isRange: boolean) => {
    const next = new Map(selected)
    const from = isRange && anchor.current !== null ? anchor.current : index
    const isOn = !selected.has(row.id)
    for (const each of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (isOn) next.set(each.id, each)
      else next.delete(each.id)
    }
    anchor.current = index
    select(next)
  }
  // One and the same for every row, so that scrolling draws none anew that is drawn already.
  const latest = useRef(toggle)
  latest.current = toggle
  const toggleOne = useCallback((row: Row, index: number, isRange: boolean) => latest.current(row, index, isRange), [])
  const isAll = rows.length > 0 && rows.every(({ id }) => selected.has(id))
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const width = columns.reduce((sum, column) => sum + column.width, mayEdit ? 40 : 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section ref={scroll} className={style['scroll']} aria-label={object.labelPlural} tabIndex={0}>
      <table
        className={style['table']}
        style={{ width }}
        data-stale={props.isStale || undefined}
        aria-busy={props.isStale}
        aria-rowcount={isMore ? -1 : rows.length + 1}
      >
        <colgroup>
          {mayEdit && <col style={{ width: 40 }} />}
          {columns.map(({ path, width }) => (
            <col key={path} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {mayEdit && (
              <th scope="col" className={style['check']}>
                <Checkbox
                  size="xs"
                  aria-label={t('lists.selectAll')}
                  checked={isAll}
                  indeterminate={!isAll && selected.size > 0}
                  onChange={() => select(isAll ? new Map() : new Map(rows.map((row) => [row.id, row])))}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.path} column={column} order={props.order} sort={props.sort} resize={props.resize} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index }) => {
            const row = rows[index]
            return row ? (
              <TableRow
                key={row.id}
                object={object}
                columns={columns}
                row={row}
                index={index}
                isHere={at?.row === index}
                editing={editing?.id === row.id ? editing.path : null}
                edit={edit}
                setAt={setAt}
                isSelected={selected.has(row.id)}
                toggle={mayEdit ? toggleOne : null}
              />
            ) : (
              <tr key={`waiting ${index}`} className={style['waiting']} inert>
                {mayEdit && <td />}
                {columns.map(({ path }) => (
                  <td key={path}>
                    <Skeleton height={11} width="60%" />
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
const Gap = ({ height }: { height: number }) => (
  <tr inert className={style['gap']}>
    <td style={{ height }} />
  </tr>
)

function begunIn(object: DescribedObject, columns: readonly Column[], rows: readonly Row[]) {
  for (const { id } of rows.slice(0, 200))
    for (const { path } of columns) if (draftOf(draftName(object, id, path)) !== undefined) return { id, path }
  return null
}

export function TableSkeleton() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')} className={style['skeleton']}>
      {Array.from({ length: 14 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <Skeleton key={i} height={12} width={`${92 - ((i * 7) % 30)}%`} />
      ))}
    </div>
  )
}
