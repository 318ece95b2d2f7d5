// One row. It is drawn anew only where something of it changed, and of plain elements, because hundreds pass by in a second of scrolling.
import { type MouseEvent, memo, Suspense } from 'react'
import type { DescribedObject, Row } from '../api/answers.ts'
import { Editing } from '../inputs/editable.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import { cellOf } from './cell-value.tsx'
import type { Column } from './columns.ts'
import { rememberNames } from './queries.ts'
import style from './table.module.css'
import { rowHeight } from './use-row-window.ts'

export type Place = { row: number; path: string }

type Shown = {
  object: DescribedObject
  columns: readonly Column[]
  /** Undefined while it is still to come. */
  row: Row | undefined
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
  const { object, columns, row, index, isHere, editing, isSelected, toggle } = props
  const speech = useLanguage()
  const press = (event: MouseEvent) => {
    if (!row || !(event.target instanceof Element)) return
    const path = event.target.closest<HTMLElement>('[data-field]')?.dataset['field']
    if (path === undefined) return
    props.setAt({ row: index, path })
    if (event.target.closest('a')) rememberNames(columns, row)
    if (event.target.closest('a, button, input, form')) return
    const isEditable = columns.some((column) => column.path === path && column.field?.mayUpdate)
    if (isEditable && window.getSelection()?.isCollapsed !== false) props.edit({ id: row.id, path })
  }
  const title = String(row?.[object.title] ?? '')
  return (
    <tr
      style={{ top: index * rowHeight }}
      aria-rowindex={row && index + 2}
      aria-selected={row && toggle ? isSelected : undefined}
      data-here={isHere || undefined}
      data-editing={editing !== null || undefined}
      data-waiting={!row || undefined}
      inert={!row}
      onClick={press}
    >
      {toggle && (
        <td className={style['check']}>
          {row && (
            <input
              type="checkbox"
              aria-label={speech.t('lists.selectOne', { name: title })}
              checked={isSelected}
              onChange={() => {}}
              onClick={(event) => toggle(row, index, event.shiftKey)}
            />
          )}
        </td>
      )}
      {columns.map((column) => {
        const { path, align, field } = column
        if (path === object.title)
          return (
            <th key={path} scope="row" data-field={path} data-edits={field?.mayUpdate || undefined}>
              {row && editing === path ? (
                <Editor {...props} row={row} column={column} />
              ) : (
                row && (
                  <RecordLink object={object.name} id={row.id}>
                    {title || speech.t('values.unknown')}
                  </RecordLink>
                )
              )}
            </th>
          )
        const cell = row && cellOf(column, row, speech)
        return (
          <td
            key={path}
            className={cell?.tone}
            data-field={path}
            data-align={align}
            data-edits={field?.mayUpdate || undefined}
          >
            {row && editing === path ? <Editor {...props} row={row} column={column} /> : cell?.content}
          </td>
        )
      })}
    </tr>
  )
})

function Editor({ object, row, column, edit }: Pick<Shown, 'object' | 'edit'> & { row: Row; column: Column }) {
  const speech = useLanguage()
  const { field, path } = column
  const { content } = cellOf(column, row, speech)
  if (!field) return content
  return (
    <Suspense fallback={content}>
      <div className={style['editor']}>
        <Editing
          object={object}
          field={field}
          record={row}
          leave={() => edit(null)}
          comeBack={() => edit({ id: row.id, path })}
        />
      </div>
    </Suspense>
  )
}
