// The rows of one block brought together before they are compared: each is met by all others, and their numbers then lie in a few
// lines of memory instead of being fetched from all over the columns for every pair.
import type { Columns } from '../columns.ts'
import type { Model } from '../model.ts'
import { createScorer, type Scorer } from '../scorer.ts'
import type { Records } from './records.ts'

export type Table = {
  /** Seats these rows; from then on they are called 0, 1, 2 … */
  seat(rows: Int32Array): void
  score: Scorer['score']
  vector: Scorer['vector']
}

export function layTable(model: Model, columns: Columns, records: Records, floor: number): Table {
  // An account has lists under its row, which cannot be moved as numbers can.
  return columns.kind === 'contact' ? movingTable(model, columns, records, floor) : pointingTable(model, columns, floor)
}

function movingTable(model: Model, columns: Columns, { names, cells }: Records, floor: number): Table {
  const room = 1_024
  const numbers = Object.fromEntries(Object.keys(columns.numbers).map((name) => [name, new Int32Array(room)]))
  const seats = names.map((name) => numbers[name] ?? new Int32Array(room))
  const near = createScorer(model, { ...columns, numbers }, { floor })
  const far = pointingTable(model, columns, floor)
  let isFar = false
  return {
    seat(rows) {
      isFar = rows.length > room
      if (isFar) return far.seat(rows)
      for (let i = 0; i < rows.length; i++) {
        const at = (rows[i] as number) * seats.length // rows of these records
        for (let place = 0; place < seats.length; place++) (seats[place] as Int32Array)[i] = cells[at + place] as number
      }
    },
    score: (a, b) => (isFar ? far : near).score(a, b),
    vector: (a, b) => (isFar ? far : near).vector(a, b),
  }
}

function pointingTable(model: Model, columns: Columns, floor: number): Table {
  const scorer = createScorer(model, columns, { floor })
  let seated: Int32Array = new Int32Array()
  const rowAt = (seat: number): number => seated[seat] as number // only seats that are taken are asked for
  return {
    seat(rows) {
      seated = rows
    },
    score: (a, b) => scorer.score(rowAt(a), rowAt(b)),
    vector: (a, b) => scorer.vector(rowAt(a), rowAt(b)),
  }
}
