// The rows in sight. While the list moves, those that leave it are drawn over with those that come, where they stand: nothing is made or
// thrown away. At rest they stand in order again, for whoever goes through them by key or has them read out.
import { useEffect, useRef } from 'react'
import type { DescribedObject, Row } from '../api/answers.ts'
import type { Column } from './columns.ts'
import { type Place, TableRow } from './row.tsx'
import style from './table.module.css'
import { rowHeight, useRowWindow } from './use-row-window.ts'

export type Rows = {
  object: DescribedObject
  columns: readonly Column[]
  rows: readonly Row[]
  /** How many there are as far as is known, so that the scroll bar says how far one is. */
  total: number
  isMore: boolean
  more(): void
  at: Place | null
  setAt(place: Place): void
  editing: { id: string; path: string } | null
  edit(next: { id: string; path: string } | null): void
  selected: ReadonlyMap<string, Row>
  toggle: ((row: Row, index: number, isRange: boolean) => void) | null
}

/** Asked for before the last of them is in sight. */
const ahead = 120

export function TableRows({ rows, total, isMore, more, at, editing, selected, ...shown }: Rows) {
  const body = useRef<HTMLTableSectionElement>(null)
  const count = isMore ? Math.max(total, rows.length + 1) : rows.length
  const { first, end, slots, isMoving } = useRowWindow(body, count)
  useEffect(() => {
    if (isMore && end > rows.length - ahead) more()
  })
  const indices = Array.from({ length: end - first }, (_, i) => first + i)
  if (isMoving) indices.sort((a, b) => (a % slots) - (b % slots))
  return (
    <tbody ref={body} className={style['rows']} style={{ height: count * rowHeight }}>
      {indices.map((index) => {
        const row = rows[index]
        return (
          <TableRow
            key={index % slots}
            {...shown}
            row={row}
            index={index}
            isHere={at?.row === index}
            editing={row && editing?.id === row.id ? editing.path : null}
            isSelected={row !== undefined && selected.has(row.id)}
          />
        )
      })}
    </tbody>
  )
}
