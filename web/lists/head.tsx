// The head of a column: press to sort, drag or use the arrow keys to make it wider.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useLanguage } from '../words/language.tsx'
import type { Column } from './columns.ts'
import { showWidth } from './layout.ts'
import { clampWidth } from './search.ts'
import style from './table.module.css'

type Shown = { column: Column; order: string; sort(order: string): void; resize(path: string, width: number): void }

const stepWidth = 16

export function Head({ column, order, sort, resize }: Shown) {
  const [first = ''] = order.split(',')
  const isUp = column.order !== null && first === column.order
  const isDown = column.order !== null && first === `-${column.order}`
  return (
    <th
      scope="col"
      data-field={column.path}
      data-align={column.align}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
    >
      {column.order === null ? (
        <span className={style['label']}>{column.label}</span>
      ) : (
        <button
          type="button"
          className={style['label']}
          title={column.field?.describe || undefined}
          onClick={() => sort(isUp ? `-${column.order}` : (column.order ?? ''))}
        >
          <span>{column.label}</span>
          {isUp && <IconArrowUp size={13} aria-hidden />}
          {isDown && <IconArrowDown size={13} aria-hidden />}
        </button>
      )}
      <Edge column={column} resize={resize} />
    </th>
  )
}

function Edge({ column, resize }: Pick<Shown, 'column' | 'resize'>) {
  const { t } = useLanguage()
  const start = useRef<{ x: number; width: number } | null>(null)
  const onMove = (event: PointerEvent<HTMLElement>) => {
    if (!start.current) return
    // Drawn at once; the address learns of it when the hand lets go.
    const width = clampWidth(start.current.width + event.clientX - start.current.x)
    const head = event.currentTarget.closest('th')
    if (head) showWidth(head, width)
  }
  const onUp = (event: PointerEvent<HTMLElement>) => {
    if (start.current) resize(column.path, clampWidth(start.current.width + event.clientX - start.current.x))
    start.current = null
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? stepWidth : event.key === 'ArrowLeft' ? -stepWidth : 0
    if (step === 0) return
    event.preventDefault()
    resize(column.path, clampWidth(column.width + step))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this separator can
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('lists.width', { column: column.label })}
      aria-valuenow={column.width}
      aria-valuemin={60}
      aria-valuemax={800}
      className={style['edge']}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width: column.width }
      }}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onKeyDown={onKey}
    />
  )
}
