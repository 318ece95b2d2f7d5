// Readings of texts that come again and again, in room that a million rows do not fill.

/**
 * What `read` makes of a text, not made again where the text is one of the last `most`. At most twice as many are held: an older half
 * goes when the younger is full, and what is asked for of it meanwhile moves over, so that common texts stay.
 */
export function readLately<Value extends object | string | null>(
  most: number,
  read: (text: string) => Value,
): (text: string) => Value {
  let young = new Map<string, Value>()
  let old: ReadonlyMap<string, Value> = young
  return (text) => {
    const known = young.get(text)
    if (known !== undefined) return known
    const own = standingAlone(text)
    const value = old.get(text) ?? read(own)
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(own, value)
    return value
  }
}

/** V8 copies what is shorter when it is cut out of a text. */
const shortestHeld = 13

/** A text cut out of a piece of a file holds all of that piece; a copy holds itself. */
const standingAlone = (text: string): string => (text.length < shortestHeld ? text : Buffer.from(text).toString())
