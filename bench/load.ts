// The load, as a process of its own so that its computing counts for nobody: connections that are kept open and each ask the next
// request as soon as the last is answered. Speaks HTTP/1.1 by hand, because two processors are shared by all and a full
// client costs as much as the server that is measured.
import { connect } from 'node:net'

export type Request = { method: string; path: string; headers?: Readonly<Record<string, string>>; body?: string }

/** `{n}` in a body becomes a number that was never used before. */
export type Load = {
  port: number
  requests: readonly Request[]
  connections: number
  seconds: number
  firstNumber: number
}

export type Loaded = {
  answered: number
  seconds: number
  latencies: Float64Array
  faults: number
  firstFault: string | null
  nextNumber: number
}

process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

async function run({ port, requests, connections, seconds, firstNumber }: Load): Promise<Loaded> {
  const latencies: number[] = []
  let [number, turn, faults] = [firstNumber, 0, 0]
  let firstFault: string | null = null
  const began = performance.now()
  const end = began + seconds * 1_000
  const next = () => written(requests[turn++ % requests.length], number++)
  await Promise.all(Array.from({ length: connections }, () => converse(port, next, answered)))
  const took = (performance.now() - began) / 1_000
  return {
    answered: latencies.length,
    seconds: took,
    latencies: Float64Array.from(latencies),
    faults,
    firstFault,
    nextNumber: number,
  }

  /** Whether to go on. */
  function answered(status: number, latency: number, text: string): boolean {
    latencies.push(latency)
    if (status >= 300) {
      faults += 1
      firstFault ??= `${status} ${text}`
    }
    return performance.now() < end
  }
}

function written(request: Request | undefined, number: number): string {
  if (!request) throw new Error('There is nothing to ask.')
  const body = request.body?.replaceAll('{n}', String(number)) ?? ''
  const headers = Object.entries({
    host: 'localhost',
    ...request.headers,
    ...(body ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) } : {}),
  })
  return `${request.method} ${request.path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

type Answered = (status: number, latency: number, text: string) => boolean

function converse(port: number, next: () => string, answered: Answered): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let sent = 0
    let head = ''
    let status = 0
    let missing = -1 // bytes of the body still to come; -1 before the head is read
    const ask = () => {
      head = ''
      missing = -1
      sent = performance.now()
      socket.write(next())
    }
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.on('data', (chunk) => {
      if (missing >= 0) missing -= chunk.length
      else {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
        if (length === undefined) return reject(new Error(`An answer without its length: ${head.slice(0, end)}`))
        status = Number(head.slice(9, 12))
        missing = Number(length) - (head.length - end - 4)
      }
      if (missing > 0) return
      if (answered(status, performance.now() - sent, status >= 300 ? head.slice(-500) : '')) ask()
      else socket.end()
    })
  })
}
