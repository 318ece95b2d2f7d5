// How wide the columns are: as wished, and where there is room for more, in that proportion. Head and rows lie in one and the same grid.
import type { CSSProperties } from 'react'
import type { Column } from './columns.ts'

const checkWidth = 40

/** What a table says of its columns, for itself and all its rows. */
export function layoutOf(columns: readonly Column[], hasChecks: boolean): CSSProperties {
  const tracks = [...(hasChecks ? [`${checkWidth}px`] : []), ...columns.map(({ width }) => trackOf(width))]
  // React takes names of one's own, which its types do not know.
  return { '--columns': tracks.join(' '), '--width': `${widthOf(columns, hasChecks)}px` } as CSSProperties
}

export const widthOf = (columns: readonly Column[], hasChecks: boolean): number =>
  columns.reduce((sum, { width }) => sum + width, hasChecks ? checkWidth : 0)

/** Draws a column wider or narrower at once, before the address knows of it. */
export function showWidth(head: HTMLTableCellElement, width: number): void {
  const table = head.closest('table')
  if (!table) return
  const tracks = table.style.getPropertyValue('--columns').split(' ')
  tracks[head.cellIndex] = trackOf(width)
  table.style.setProperty('--columns', tracks.join(' '))
}

const trackOf = (width: number): string => `minmax(${width}px,${width}fr)`
