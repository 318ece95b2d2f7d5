// One row. It is drawn anew only where something of it changed, because many pass by while one scrolls.
import { Checkbox } from '@mantine/core'
import { type MouseEvent, memo, Suspense } from 'react'
import type { DescribedObject, Row } from '../api/answers.ts'
import { Editing } from '../inputs/editable.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import { CellValue } from './cell-value.tsx'
import type { Column } from './columns.ts'
import style from './table.module.css'
import type { Place } from './table.tsx'

type Shown = {
  object: DescribedObject
  columns: readonly Column[]
  row: Row
  index: number
  isHere: boolean
  /** The path of the column that is edited in this row. */
  editing: string | null
  edit(next: { id: string; path: string } | null): void
  setAt(place: Place): void
  isSelected: boolean
  /** Null where this reader changes nothing here, so that nothing need be selected. */
  toggle: ((row: Row, index: number, isRange: boolean) => void) | null
}

export const TableRow = memo(function TableRow(props: Shown) {
  const { object, columns, row, index, isHere, editing, edit, isSelected, toggle } = props
  const { t } = useLanguage()
  const title = String(row[object.title] ?? '')
  const press = (event: MouseEvent, column: Column) => {
    props.setAt({ row: index, path: column.path })
    if (event.target instanceof Element && event.target.closest('a, button, input')) return
    if (column.field?.mayUpdate && window.getSelection()?.isCollapsed !== false) edit({ id: row.id, path: column.path })
  }
  return (
    <tr aria-rowindex={index + 2} data-here={isHere || undefined} aria-selected={toggle ? isSelected : undefined}>
      {toggle && (
        <td className={style['check']}>
          <Checkbox
            size="xs"
            aria-label={t('lists.selectOne', { name: title })}
            checked={isSelected}
            onChange={() => {}}
            onClick={(event) => toggle(row, index, event.shiftKey)}
          />
        </td>
      )}
      {columns.map((column) => {
        const isTitle = column.path === object.title
        const Cell = isTitle ? 'th' : 'td'
        return (
          <Cell
            key={column.path}
            {...(isTitle ? { scope: 'row' as const } : {})}
            data-field={column.path}
            data-align={column.align}
            data-edits={column.field?.mayUpdate || undefined}
            onClick={(event) => press(event, column)}
          >
            {editing === column.path && column.field ? (
              <Suspense fallback={<CellValue column={column} row={row} />}>
                <div className={style['editor']}>
                  <Editing
                    object={object}
                    field={column.field}
                    record={row}
                    leave={() => edit(null)}
                    comeBack={() => edit({ id: row.id, path: column.path })}
                  />
                </div>
              </Suspense>
            ) : isTitle ? (
              <RecordLink object={object.name} id={row.id}>
                {title || t('values.unknown')}
              </RecordLink>
            ) : (
              <CellValue column={column} row={row} />
            )}
          </Cell>
        )
      })}
    </tr>
  )
})
