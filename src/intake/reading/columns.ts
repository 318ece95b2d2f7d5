// What a sample of rows tells about each column: is it text, which way round are its dates, what is its decimal mark.
import type { SplitRow } from './split.ts'
import { type DateOrder, orderEvidence, readDate } from './values/date.ts'
import { isCurrencySign, readMoneyParts } from './values/money.ts'
import { type DecimalMark, decimalEvidence } from './values/number.ts'

export type Kind = 'blank' | 'number' | 'date' | 'email' | 'text'

export function kindOf(cell: string): Kind {
  const text = cell.trim()
  if (text === '') return 'blank'
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'email'
  if (orderEvidence(text) || ('iso' in readDate(text, null) && text.length > 8)) return 'date'
  return isNumeric(text) ? 'number' : 'text'
}

/** A number or an amount of money. */
export function isNumeric(cell: string): boolean {
  const parts = readMoneyParts(cell)
  return parts !== undefined && isCurrencySign(parts.unit) && /^[\d.,\s'’]*\d[\d.,\s'’]*$/.test(parts.body)
}

/** The kind that at least half of the filled cells of each column have; `'text'` where none has. */
export function kindsOfColumns(rows: SplitRow[], width: number): Kind[] {
  return Array.from({ length: width }, (_, index) => {
    const counts = new Map<Kind, number>()
    let filled = 0
    for (const { cells } of rows) {
      const kind = kindOf(cells[index] ?? '')
      if (kind === 'blank') continue
      filled += 1
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    if (filled === 0) return 'blank'
    for (const [kind, count] of counts) if (count * 2 > filled) return kind
    return 'text'
  })
}

/**
 * The order of day, month and year in each column of dates. A column that can't decide (no day above 12) takes the
 * order of the file's other columns; null means no dates, or that nothing in the file decides.
 */
export function dateOrders(rows: SplitRow[], kinds: Kind[]): (DateOrder | null)[] {
  return decideColumns({
    evidence: kinds.map((kind, index) => (kind === 'date' ? tally(rows, index, orderEvidence) : none)),
    mayBorrow: (order) => order !== 'ymd',
  })
}

/** The decimal mark of each column of numbers or money, by the same rule as `dateOrders`. */
export function decimalMarks(rows: SplitRow[], kinds: Kind[]): (DecimalMark | null)[] {
  const evidenceOf = (cell: string) => decimalEvidence(readMoneyParts(cell)?.body ?? '')
  return decideColumns({
    evidence: kinds.map((kind, index) => (kind === 'number' ? tally(rows, index, evidenceOf) : none)),
    mayBorrow: () => true,
  })
}

type Tally<V> = Map<V | 'either', number>
const none = new Map<never, number>()

function tally<V>(rows: SplitRow[], index: number, evidenceOf: (cell: string) => V | 'either' | null): Tally<V> {
  const counts: Tally<V> = new Map()
  for (const { cells } of rows) {
    const cell = cells[index]
    const evidence = cell ? evidenceOf(cell) : null
    if (evidence !== null) counts.set(evidence, (counts.get(evidence) ?? 0) + 1)
  }
  return counts
}

function decideColumns<V>(columns: { evidence: Tally<V>[]; mayBorrow: (value: V) => boolean }): (V | null)[] {
  const own = columns.evidence.map((counts) => clearWinner(counts))
  const lent: Tally<V> = new Map()
  for (const value of own) if (value !== null && columns.mayBorrow(value)) lent.set(value, (lent.get(value) ?? 0) + 1)
  const common = lent.size === 1 ? clearWinner(lent) : null
  return own.map((value, index) => {
    const counts = columns.evidence[index]
    if (value !== null) return value
    // A column that contradicts itself stays undecided: what other columns do is no excuse for it.
    const isOpen = counts !== undefined && counts.size === 1 && counts.has('either')
    return isOpen ? common : null
  })
}

// A few slips (13/01 among months first) don't unsettle a column; a quarter of its evidence does.
function clearWinner<V>(counts: Tally<V>): V | null {
  let winner: V | null = null
  let most = 0
  let total = 0
  for (const [value, count] of counts) {
    if (value === 'either') continue
    total += count
    if (count <= most) continue
    // 'either' was passed over above, and V never contains it.
    winner = value as V
    most = count
  }
  return most * 4 > total * 3 ? winner : null
}
