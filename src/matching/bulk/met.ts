// Who of a block has met already: a pair that an earlier rule brought together is not compared again. Sketches tell most pairs apart
// at once; only where a byte of two is equal, their blocks are looked at.
import type { Pairs } from '../pairs.ts'
import type { Comparison } from './compare.ts'
import { type Records, rulesPerNumber } from './records.ts'

export type Met = {
  /** Rows of blocks that a rule forms; from then on they are called 0, 1, 2 … */
  seat(rule: number, rows: Int32Array, from: number, to: number): void
  /** Adds the pairs of this seat and those behind it up to before `end` that have not met yet. */
  addNew(seat: number, end: number, into: Pairs): void
}

export function openMet({ blockOf, rules, touched }: Comparison, records: Records): Met {
  const { cells, names, stride, sketchWidth } = records
  let sketches = new Int32Array(512 * sketchWidth)
  let seated = new Int32Array(512)
  let [earlier, numbers, later] = [0, 0, 0]

  function haveMet(a: number, b: number): boolean {
    const ofA = (seated[a] as number) * rules.length
    const ofB = (seated[b] as number) * rules.length
    for (let rule = 0; rule < earlier; rule++) {
      const block = blockOf[ofA + rule]
      if (block !== 0 && block === blockOf[ofB + rule]) return true
    }
    return false
  }

  return {
    seat(rule, rows, from, to) {
      earlier = rule
      numbers = Math.ceil(rule / rulesPerNumber)
      // Rules that share the last number but come later do not count: their bytes are made unequal.
      later = rule % rulesPerNumber === 0 ? 0 : 0x01010101 << (8 * (rule % rulesPerNumber))
      const count = to - from
      if (count > seated.length) {
        seated = new Int32Array(count)
        sketches = new Int32Array(count * sketchWidth)
      }
      for (let seat = 0; seat < count; seat++) {
        const row = rows[from + seat] as number // within the block
        seated[seat] = row
        const at = row * stride + names.length
        for (let i = 0; i < numbers; i++) sketches[seat * sketchWidth + i] = cells[at + i] as number
      }
    },
    addNew(seat, end, into) {
      const { ones, others } = into
      const own = seat * sketchWidth
      const isOld = touched !== undefined && touched[seated[seat] as number] === 0
      let found = into.count
      for (let other = seat + 1; other < end; other++) {
        if (isOld && touched[seated[other] as number] === 0) continue
        let equal = 0
        for (let i = 0; i < numbers; i++) {
          let apart = (sketches[own + i] as number) ^ (sketches[other * sketchWidth + i] as number)
          if (i === numbers - 1) apart |= later
          equal |= (apart - 0x01010101) & ~apart & 0x80808080 // a bit for each byte that is zero
        }
        if (equal !== 0 && haveMet(seat, other)) continue
        ones[found] = seat
        others[found++] = other
      }
      into.count = found
    },
  }
}
