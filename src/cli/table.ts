// Tables for a terminal: aligned columns, no lines around them, so that they can be read and cut by other programs alike.
import { stripVTControlCharacters } from 'node:util'
import type { Output } from './output.ts'

export type Column = { title: string; isRight?: boolean }

const gap = '  '
const widestCell = 60

/** Rows under their titles. On a terminal long cells are cut; in a file or pipe they are whole. */
export function table(out: Output, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => shown(cell, out.width === null ? null : widestCell)))
  const widths = columns.map((column, i) =>
    Math.max(lengthOf(column.title), ...cells.map((row) => lengthOf(row[i] ?? ''))),
  )
  const line = (row: readonly string[]) =>
    columns
      .map(({ isRight }, i) => {
        const padding = ' '.repeat(Math.max(0, (widths[i] ?? 0) - lengthOf(row[i] ?? '')))
        return isRight ? padding + (row[i] ?? '') : (row[i] ?? '') + padding
      })
      .join(gap)
      .trimEnd()
  const head = out.style('bold', line(columns.map((column) => column.title)))
  return [head, ...cells.map(line)].join('\n')
}

/** Names and values, one a line; long values go on beneath themselves. */
export function pairs(out: Output, given: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(0, ...given.map(([name]) => lengthOf(name)))
  return given
    .map(([name, value]) => {
      const lines = value.split('\n').map((line) => shown(line, null))
      return `${out.style('dim', name + ' '.repeat(width - lengthOf(name)))}${gap}${lines.join(`\n${' '.repeat(width)}${gap}`)}`
    })
    .join('\n')
}

// Values come from anywhere; what could move the cursor or recolour the terminal is not printed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to drop
const control = /[\u0000-\u001f\u007f-\u009f]+/g

function shown(text: string, widest: number | null): string {
  const plain = stripVTControlCharacters(text).replace(control, ' ')
  return widest !== null && lengthOf(plain) > widest ? `${[...plain].slice(0, widest - 1).join('')}…` : plain
}

const lengthOf = (text: string): number => [...text].length
