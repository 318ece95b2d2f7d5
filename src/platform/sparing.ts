// Work that makes much and keeps little, such as an import: left to itself, the heap grows to several times what is alive in it before it
// is looked through, and what it has taken it keeps.
import { setFlagsFromString } from 'node:v8'

/** By how much the heap may grow over what was alive in it, in percent. */
const growth = 60
const asUsual = 0

let working = 0

/** Does the work with a heap that grows in small steps: a little more computing, a third of the memory. */
export async function sparingly<T>(work: () => Promise<T>): Promise<T> {
  working += 1
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  try {
    return await work()
  } finally {
    working -= 1
    if (working === 0) setFlagsFromString(`--heap-growing-percent=${asUsual}`)
  }
}
