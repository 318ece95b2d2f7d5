import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collector: NodeJS.GCFunction | undefined

/** A collection of everything, now: some tens of milliseconds in which nothing else is done. The `last-resort` gives back what V8 keeps for later. */
export function collect(flavor: 'regular' | 'last-resort'): void {
  if (!collector) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as NodeJS.GCFunction // what the flag exposes
  }
  collector({ type: 'major', execution: 'sync', flavor })
}
