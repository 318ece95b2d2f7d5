// The table: its head, the keys that go through it, and what of it is selected or edited.
import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DescribedObject, Row } from '../api/answers.ts'
import { draftOf } from '../inputs/drafts.ts'
import { draftName } from '../inputs/editable.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { addressOf, hasPage, openAhead, openRecord } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'
import { Head } from './head.tsx'
import { layoutOf, widthOf } from './layout.ts'
import { rememberNames } from './queries.ts'
import type { Place } from './row.tsx'
import { type Rows, TableRows } from './rows.tsx'
import style from './table.module.css'
import { scrollToRow } from './use-row-window.ts'

type Shown = Pick<Rows, 'object' | 'columns' | 'rows' | 'total' | 'isMore' | 'more' | 'selected'> & {
  order: string
  isStale: boolean
  sort(order: string): void
  resize(path: string, width: number): void
  select(next: ReadonlyMap<string, Row>): void
}

/** The list itself has all it needs by then. */
const aheadMs = 2_000

const narrow = '(max-width: 700px)'
const widestOnNarrow = 150

/** On a narrow screen no column takes it all. */
const narrowed = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column) => ({ ...column, width: Math.min(column.width, widestOnNarrow) }))

export function Table(props: Shown) {
  const { object, rows, total, isMore, more, selected, select } = props
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const columns = useMemo(() => (isNarrow ? narrowed(props.columns) : props.columns), [isNarrow, props.columns])
  const { t } = useLanguage()
  const navigate = useNavigate()
  const scroll = useRef<HTMLElement>(null)
  const mayEdit = object.may.includes('update')
  const [at, setAt] = useState<Place | null>(null)
  // An edit that a lost session, or a look elsewhere, interrupted goes on where it was.
  const [editing, edit] = useState<{ id: string; path: string } | null>(() => begunIn(object, columns, rows))
  const anchor = useRef<number | null>(null)

  const move = (step: number) => {
    const row = Math.min(rows.length - 1, Math.max(0, (at?.row ?? -1) + step))
    setAt({ row, path: at?.path ?? columns[0]?.path ?? '' })
    if (scroll.current) scrollToRow(scroll.current, row)
  }
  const here = at ? rows[at.row] : undefined
  const openHere = (row: Row) => {
    rememberNames(columns, row)
    openRecord(navigate, object.name, row.id)
  }
  const firstEditable = columns.find(({ field }) => field?.mayUpdate)?.path
  useKeys({
    j: { does: t('keys.next'), run: () => move(1) },
    k: { does: t('keys.previous'), run: () => move(-1) },
    ...(hasPage(object.name) ? { Enter: { does: t('keys.open'), run: () => here && openHere(here) } } : {}),
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
  usePageAhead(object.name)
  const layout = useMemo(() => layoutOf(columns, mayEdit), [columns, mayEdit])
  const isWide = useIsWider(scroll, widthOf(columns, mayEdit))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section ref={scroll} className={style['scroll']} aria-label={object.labelPlural} tabIndex={0}>
      <table
        className={style['table']}
        style={layout}
        data-wide={isWide || undefined}
        data-stale={props.isStale || undefined}
        aria-busy={props.isStale}
        aria-rowcount={isMore ? -1 : rows.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            {mayEdit && (
              <th scope="col" className={style['check']}>
                <input
                  type="checkbox"
                  aria-label={t('lists.selectAll')}
                  checked={isAll}
                  ref={(box) => {
                    if (box) box.indeterminate = !isAll && selected.size > 0
                  }}
                  onChange={() => select(isAll ? new Map() : new Map(rows.map((row) => [row.id, row])))}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.path} column={column} order={props.order} sort={props.sort} resize={props.resize} />
            ))}
          </tr>
        </thead>
        <TableRows
          object={object}
          columns={columns}
          rows={rows}
          total={total}
          isMore={isMore}
          more={more}
          at={at}
          setAt={setAt}
          editing={editing}
          edit={edit}
          selected={selected}
          toggle={mayEdit ? toggleOne : null}
        />
      </table>
    </section>
  )
}

/** By the time somebody has found the row they want, the page it opens on is there. */
function usePageAhead(object: string): void {
  const router = useRouter()
  useEffect(() => {
    const to = addressOf(object)
    const wait = to && setTimeout(() => openAhead(router, to), aheadMs)
    return () => clearTimeout(wait)
  }, [object, router])
}

/** Whether something of this width has to be scrolled sideways. */
function useIsWider(place: RefObject<HTMLElement | null>, width: number): boolean {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const sizes = new ResizeObserver(() => setRoom(element.clientWidth))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [place])
  return width > room
}

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
