// Rows with the same key side by side: the ground of blocking. A radix sort, since a million keys are grouped in forty
// milliseconds by it, and in a second by a Map.

/** `rows` holds the rows of group g from `starts[g]` to `starts[g + 1]`, each group's in rising order. */
export type Groups = { rows: Int32Array; starts: Int32Array }

/** Groups of `least` rows or more; key 0 means that a row has none. */
export function groupRows(keys: Int32Array, least: 1 | 2 = 2): Groups {
  const sorted = sortedByKey(keys)
  const rows = new Int32Array(sorted.length)
  const starts = new Int32Array(Math.floor(sorted.length / least) + 1)
  let [kept, groups] = [0, 0]
  for (let from = 0; from < sorted.length; ) {
    const key = keys[sorted[from] ?? 0]
    let to = from + 1
    while (to < sorted.length && keys[sorted[to] ?? 0] === key) to++
    if (to - from >= least) {
      rows.set(sorted.subarray(from, to), kept)
      kept += to - from
      groups += 1
      starts[groups] = kept
    }
    from = to
  }
  return { rows: rows.subarray(0, kept), starts: starts.subarray(0, groups + 1) }
}

export const pairsAmong = (rows: number): number => (rows * (rows - 1)) / 2

export const groupCount = ({ starts }: Groups): number => starts.length - 1

export function pairsIn({ starts }: Groups): number {
  let pairs = 0
  for (let group = 1; group < starts.length; group++)
    pairs += pairsAmong((starts[group] ?? 0) - (starts[group - 1] ?? 0))
  return pairs
}

/** Rows that have a key, by key; equal keys stay in the order of their rows. */
function sortedByKey(keys: Int32Array): Int32Array {
  const having = keys.reduce((count, key) => count + (key === 0 ? 0 : 1), 0)
  const rows = new Int32Array(having)
  let count = 0
  for (let row = 0; row < keys.length; row++) if (keys[row] !== 0) rows[count++] = row
  return sortedByDigit(sortedByDigit(rows, keys, 0), keys, 16)
}

function sortedByDigit(rows: Int32Array, keys: Int32Array, shift: 0 | 16): Int32Array {
  const digitOf = (row: number) => ((keys[row] ?? 0) >>> shift) & 0xffff
  const places = new Int32Array(65_537) // where the next row of a digit goes
  for (const row of rows) places[digitOf(row) + 1] = (places[digitOf(row) + 1] ?? 0) + 1
  for (let digit = 0; digit < 65_536; digit++) places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0)
  const sorted = new Int32Array(rows.length)
  for (const row of rows) {
    const digit = digitOf(row)
    const place = places[digit] ?? 0
    sorted[place] = row
    places[digit] = place + 1
  }
  return sorted
}
