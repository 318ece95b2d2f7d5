// The rows of one block brought together before they are compared: each is met by all others, and their numbers then lie in a few
// lines of memory instead of being fetched from all over the columns for every pair.
import type { Columns } from '../columns.ts'
import type { Model } from '../model.ts'
import type { Pairs } from '../pairs.ts'
import { createScorer } from '../scorer.ts'
import type { Records } from './records.ts'

export type Table = {
  /** Seats the rows of some blocks; from then on they are called 0, 1, 2 … */
  seat(rows: Int32Array, from: number, to: number): void
  /** Takes pairs of seats, and leaves as pairs of rows those that reach the floor. */
  sift(pairs: Pairs): void
}

/** Rows that are brought together at once. */
export const seatsAtOnce = 1_024

export function layTable(model: Model, columns: Columns, records: Records, floor: number): Table {
  // An account has lists under its row, which cannot be moved as numbers can.
  return columns.kind === 'contact' ? movingTable(model, columns, records, floor) : pointingTable(model, columns, floor)
}

function movingTable(model: Model, columns: Columns, { names, stride, cells }: Records, floor: number): Table {
  const numbers = Object.fromEntries(Object.keys(columns.numbers).map((name) => [name, new Int32Array(seatsAtOnce)]))
  const seats = names.map((name) => numbers[name] ?? new Int32Array(seatsAtOnce))
  const near = createScorer(model, { ...columns, numbers }, { floor, isHeld: (name) => names.includes(name) })
  let far: Table | undefined // hardly any block is that large
  let seated: Int32Array = new Int32Array()
  /** One number after the other, since what a loop fetches from afar should not wait for one another. */
  const fill = (column: Int32Array, rows: Int32Array, place: number): void => {
    for (let seat = 0; seat < rows.length; seat++)
      column[seat] = cells[(rows[seat] as number) * stride + place] as number // rows of these records
  }
  return {
    seat(rows, from, to) {
      seated = rows.subarray(from, to)
      if (seated.length > seatsAtOnce) {
        far ??= pointingTable(model, columns, floor)
        far.seat(rows, from, to)
      } else for (let i = 0; i < seats.length; i++) fill(seats[i] as Int32Array, seated, i)
    },
    sift(pairs) {
      if (far && seated.length > seatsAtOnce) return far.sift(pairs)
      near.sift(pairs)
      callByRows(pairs, seated)
    },
  }
}

function pointingTable(model: Model, columns: Columns, floor: number): Table {
  const scorer = createScorer(model, columns, { floor })
  let seated: Int32Array = new Int32Array()
  return {
    seat(rows, from, to) {
      seated = rows.subarray(from, to)
    },
    sift(pairs) {
      callByRows(pairs, seated)
      scorer.sift(pairs)
    },
  }
}

function callByRows({ ones, others, count }: Pairs, seated: Int32Array): void {
  for (let place = 0; place < count; place++) {
    ones[place] = seated[ones[place] as number] as number // only seats that are taken are asked for
    others[place] = seated[others[place] as number] as number
  }
}
