/** One letter more, fewer, other, or two swapped — in words long enough for that to be a slip of the pen. */
export function isSlip(a: string, b: string, least: number): boolean {
  if (Math.min(a.length, b.length) < least || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [x, y] = [a.slice(start), b.slice(start)]
  while (x && y && x.at(-1) === y.at(-1)) [x, y] = [x.slice(0, -1), y.slice(0, -1)]
  return x.length + y.length <= 2 || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0])
}
