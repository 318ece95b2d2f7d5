// Work that makes much and keeps little, such as an import: left to itself, the heap grows to several times what is alive in it before it
// is looked through, its young generation to 128 MB, and what they have taken they keep.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { collect } from './collect.ts'

/** By how much the heap may grow over what was alive in it, in percent. */
const growth = 60
const asUsual = 0
/** What young objects may have. Work that began with more keeps it. */
const mostYoung = 16 * 1024 * 1024
const lookEveryMs = 20
/** How far the heap may grow is worked out at each collection. The one before the work gave it what is usual, a hundred MB and more. */
const collectAfterMs = 200

let working = 0
let watch: NodeJS.Timeout | undefined
let first: NodeJS.Timeout | undefined

/** Does the work with a heap that grows in small steps: a little more computing, a third of the memory. */
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
  holdYoung()
  first = setTimeout(collect, collectAfterMs, 'regular').unref()
  watch = setInterval(holdYoung, lookEveryMs).unref()
}

function end(): void {
  clearInterval(watch)
  clearTimeout(first)
  setFlagsFromString(`--heap-growing-percent=${asUsual}`)
  setFlagsFromString('--semi-space-growth-factor=2')
}

/** Its room doubles each time more than it holds has outlived a collection. Its most is settled at the start of a process; its factor isn't. */
function holdYoung(): void {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
  setFlagsFromString(`--semi-space-growth-factor=${(young?.space_size ?? 0) >= mostYoung ? 1 : 2}`)
}
