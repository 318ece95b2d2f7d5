import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collector: NodeJS.GCFunction | undefined

function collectorOf(): NodeJS.GCFunction {
  if (!collector) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as NodeJS.GCFunction // what the flag exposes
  }
  return collector
}

/** A collection of everything, now: some tens of milliseconds in which nothing else is done. The `last-resort` gives back what V8 keeps for later. */
export function collect(flavor: 'regular' | 'last-resort'): void {
  collectorOf()({ type: 'major', execution: 'sync', flavor })
}

/** A collection of what was made a moment ago, now: a few milliseconds at most. */
export function collectYoung(): void {
  collectorOf()({ type: 'minor', execution: 'sync' })
}

const mostPassed = 8 * 1024 * 1024

/**
 * To be told of the bytes of every piece that a stream brought and that is done with. Each piece lies in memory of its own, outside the heap;
 * V8 sees little of that and lets it gather, fifty megabytes and more.
 */
export function passingBy(): (bytes: number) => void {
  let passed = 0
  return (bytes) => {
    passed += bytes
    if (passed < mostPassed) return
    passed = 0
    collectYoung()
  }
}
