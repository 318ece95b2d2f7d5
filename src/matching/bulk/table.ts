// The rows of one block brought together before they are compared: each is met by all others, and their numbers then lie in a few
// lines of memory instead of being fetched from all over the columns for every pair.
import type { Columns } from '../columns.ts'
import type { Model } from '../model.ts'
import { createScorer, type Scorer } from '../scorer.ts'

export type Table = {
  /** Seats these rows; from then on they are called 0, 1, 2 … */
  seat(rows: Int32Array): void
  score: Scorer['score']
  vector: Scorer['vector']
}

export function layTable(model: Model, columns: Columns, floor: number): Table {
  // An account has lists under its row, which cannot be moved as numbers can.
  return columns.kind === 'contact' ? movingTable(model, columns, floor) : pointingTable(model, columns, floor)
}

function movingTable(model: Model, columns: Columns, floor: number): Table {
  const room = 1_024
  const from = Object.values(columns.numbers)
  const to = from.map(() => new Int32Array(room))
  const names = Object.keys(columns.numbers)
  const numbers = Object.fromEntries(names.map((name, i) => [name, to[i] ?? new Int32Array(room)]))
  const near = createScorer(model, { ...columns, numbers }, { floor })
  const far = pointingTable(model, columns, floor)
  let isFar = false
  return {
    seat(rows) {
      isFar = rows.length > room
      if (isFar) far.seat(rows)
      else
        for (let column = 0; column < from.length; column++) {
          const [source, target] = [from[column] as Int32Array, to[column] as Int32Array] // one for each name
          for (let i = 0; i < rows.length; i++) target[i] = source[rows[i] as number] as number // rows of these columns
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
