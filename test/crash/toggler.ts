// A client that takes subscriptions away and brings them back, so that the service has something to act on: the ARR.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../src/demo/random.ts'
import { type Service, untilAcknowledged, type Writer } from './writers.ts'

/** The one subscription of an account, and the ARR that comes of it, in minor units. */
export type Billed = { id: string; account: string; arr: number; version: number }

export type Toggler = Pick<Writer, 'tally' | 'stop'> & { states(): readonly (Billed & { isThere: boolean })[] }

export function startToggler(service: () => Service, billed: readonly Billed[], random: Random): Toggler {
  const states = billed.map((each) => ({ ...each, isThere: true }))
  const tally: Writer['tally'] = { acknowledged: 0, repeated: 0, statuses: new Set() }
  let isStopping = false
  const writing = (async () => {
    for (let n = 0; !isStopping; n++) {
      const one = states[random.int(0, states.length - 1)]
      if (!one) return
      const path = `/api/v1/subscriptions/${one.id}`
      const send = one.isThere ? { method: 'DELETE', path } : { method: 'POST', path: `${path}/restore` }
      const { version } = await untilAcknowledged(
        service,
        { ...send, key: `t-${n}`, body: {}, version: one.version },
        tally,
      )
      Object.assign(one, { isThere: !one.isThere, version })
      await sleep(random.int(30, 120))
    }
  })()
  writing.catch(() => {}) // said by stop
  return {
    tally,
    states: () => states,
    stop() {
      isStopping = true
      return writing
    },
  }
}
