// The rows of one block brought together before they are compared: each is met by all others, and their numbers then lie in a few
// lines of memory instead of being fetched from all over the columns for every pair.
import type { Columns } from '../columns.ts'
import type { Model } from '../model.ts'
import { createScorer, type Scorer } from '../scorer.ts'
import type { Records } from './records.ts'

export type Table = {
  /** Seats the rows of a block; from then on they are called 0, 1, 2 … */
  seat(rows: Int32Array, from: number, to: number): void
  scoreAll: Scorer['scoreAll']
  vector: Scorer['vector']
}

export function layTable(model: Model, columns: Columns, records: Records, floor: number): Table {
  // An account has lists under its row, which cannot be moved as numbers can.
  return columns.kind === 'contact' ? movingTable(model, columns, records, floor) : pointingTable(model, columns, floor)
}

function movingTable(model: Model, columns: Columns, { names, stride, cells }: Records, floor: number): Table {
  const room = 1_024
  const numbers = Object.fromEntries(Object.keys(columns.numbers).map((name) => [name, new Int32Array(room)]))
  const seats = names.map((name) => numbers[name] ?? new Int32Array(room))
  const near = createScorer(model, { ...columns, numbers }, { floor, isHeld: (name) => names.includes(name) })
  let far: Table | undefined // hardly any block is that large
  let table: Pick<Table, 'scoreAll' | 'vector'> = near
  return {
    seat(rows, from, to) {
      if (to - from > room) {
        far ??= pointingTable(model, columns, floor)
        table = far
        return far.seat(rows, from, to)
      }
      table = near
      for (let seat = 0; seat < to - from; seat++) {
        const at = (rows[from + seat] as number) * stride // rows of these records
        for (let i = 0; i < seats.length; i++) (seats[i] as Int32Array)[seat] = cells[at + i] as number
      }
    },
    scoreAll: (a, others, count, into) => table.scoreAll(a, others, count, into),
    vector: (a, b) => table.vector(a, b),
  }
}

function pointingTable(model: Model, columns: Columns, floor: number): Table {
  const scorer = createScorer(model, columns, { floor })
  let seated: Int32Array = new Int32Array()
  let rowsOfOthers = new Int32Array()
  const rowAt = (seat: number): number => seated[seat] as number // only seats that are taken are asked for
  return {
    seat(rows, from, to) {
      seated = rows.subarray(from, to)
      if (rowsOfOthers.length < seated.length) rowsOfOthers = new Int32Array(seated.length)
    },
    scoreAll(a, others, count, into) {
      for (let i = 0; i < count; i++) rowsOfOthers[i] = rowAt(others[i] as number)
      scorer.scoreAll(rowAt(a), rowsOfOthers, count, into)
    },
    vector: (a, b) => scorer.vector(rowAt(a), rowAt(b)),
  }
}
