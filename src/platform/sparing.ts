// Work that makes much and keeps little, such as an import: left to itself, the heap grows to several times what is alive in it before it
// is looked through, and what it has taken it keeps.
import { setFlagsFromString } from 'node:v8'
import { collect } from './collect.ts'

/** By how much the heap may grow over what was alive in it, in percent. */
const growth = 60
/** As the process was started; 0 leaves it to V8. */
const asUsual = Number(/--heap-growing-percent=(\d+)/.exec(process.execArgv.join(' '))?.[1] ?? 0)
/** How far the heap may grow is worked out at each collection. The one before the work gave it what is usual, a hundred MB and more. */
const collectAfterMs = 200

let working = 0
let first: NodeJS.Timeout | undefined

/** Does the work with a heap that grows in smaller steps: a little more computing, less memory. */
export async function sparingly<T>(work: () => Promise<T>): Promise<T> {
  working += 1
  if (working === 1) begin()
  try {
    return await work()
  } finally {
    working -= 1
    if (working === 0) end()
  }
}

function begin(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  first = setTimeout(collect, collectAfterMs, 'regular').unref()
}

function end(): void {
  clearTimeout(first)
  setFlagsFromString(`--heap-growing-percent=${asUsual}`)
}
