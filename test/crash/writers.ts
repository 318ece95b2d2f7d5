// Clients of the API that write without pause and repeat, under the same key, whatever they got no answer to. They remember what
// was acknowledged: that, and nothing else, must be there in the end.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../src/demo/random.ts'

export type Service = { url: string; key: string }

/** A record as its writer knows it from acknowledgements: its version counts them. */
export type Known = { id: string; name: string; version: number }

export type Writer = {
  known: readonly Known[]
  /** Writes acknowledged, those asked more than once for it, and every status that came. */
  tally: { acknowledged: number; repeated: number; statuses: Set<number> }
  /** Ends after the write under way has its answer, for as long as one may come. */
  stop(): Promise<void>
}

export function startWriter(service: () => Service, name: string, random: Random): Writer {
  const known: Known[] = []
  const tally: Writer['tally'] = { acknowledged: 0, repeated: 0, statuses: new Set() }
  let isStopping = false
  const writing = (async () => {
    for (let n = 0; !isStopping; n++) await write(n)
  })()
  writing.catch(() => {}) // said by stop

  async function write(n: number): Promise<void> {
    const old = known.length > 0 && random.chance(0.5) ? known[random.int(0, known.length - 1)] : undefined
    const task = `${name} ${n}`
    const send = {
      method: old ? 'PATCH' : 'POST',
      path: old ? `/api/v1/tasks/${old.id}` : '/api/v1/tasks',
      key: `${name}-${n}`,
      body: { name: task, ...(old ? {} : { status: 'open' }) },
      ...(old ? { version: old.version } : {}),
    }
    const answer = await untilAcknowledged(service, send, tally)
    if (old) Object.assign(old, { name: task, version: answer.version })
    else known.push({ id: answer.id, name: task, version: answer.version })
    // A client that lost the answer asks again, and is told the same.
    if (random.chance(0.05)) {
      const again = await untilAcknowledged(service, send, tally)
      if (again.id !== answer.id || again.version !== answer.version)
        throw new Error(`${send.key} was answered ${JSON.stringify(answer)}, and then ${JSON.stringify(again)}.`)
    }
  }

  return {
    known,
    tally,
    stop() {
      isStopping = true
      return writing
    },
  }
}

type Send = { method: string; path: string; key: string; body: object; version?: number }

/** Sends until it is answered 2xx. Only "later" may come in between; any other answer is an error of the service. */
export async function untilAcknowledged(
  service: () => Service,
  send: Send,
  tally: Writer['tally'],
): Promise<{ id: string; version: number; act: string }> {
  for (let attempt = 1; ; attempt++) {
    const response = await request(service(), send).catch(() => null) // hung up on: it may have been saved, or not
    if (response) tally.statuses.add(response.status)
    if (response?.ok) {
      tally.acknowledged += 1
      if (attempt > 1) tally.repeated += 1
      return { id: response.json.id, version: response.json.version, act: response.json.act }
    }
    const isPassing = !response || response.status === 503 || response.json.code === 'request_in_progress'
    if (!isPassing) throw new Error(`${send.method} ${send.path} (${send.key}): ${JSON.stringify(response.json)}`)
    if (attempt > 2_000) throw new Error(`${send.key} is never answered.`)
    await sleep(25)
  }
}

export async function request({ url, key }: Service, send: Send) {
  const response = await fetch(`${url}${send.path}`, {
    method: send.method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': send.key,
      ...(send.version ? { 'if-match': `"${send.version}"` } : {}),
    },
    body: JSON.stringify(send.body),
    signal: AbortSignal.timeout(30_000),
  })
  // The routes of records answer with these; a problem has a code instead.
  const json = (await response.json()) as { id: string; version: number; act: string; code?: string }
  return { status: response.status, ok: response.ok, json }
}
