// How many times one request waits for the database: the service is put behind a go-between that sees what passes, and counts a
// trip wherever the service speaks after the database has answered everything before.

import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server as NetServer } from 'node:net'
import type { Installation } from './installation.ts'
import { jobsFor } from './jobs.ts'
import { startHoldfast } from './servers.ts'
import { against, type Section } from './table.ts'

const goals: Readonly<Record<string, number>> = { page: 3 }

export async function benchRoundTrips(installation: Installation): Promise<Section> {
  const between = await goBetween(installation.url)
  const url = Object.assign(new URL(installation.url), { host: `127.0.0.1:${between.port}` }).href
  const holdfast = await startHoldfast(
    { ...installation, env: { ...installation.env, DATABASE_URL: url } },
    { env: { HOLDFAST_WORKER: 'off' } },
  )
  try {
    const rows: (readonly string[])[] = []
    for (const job of (await jobsFor(installation)).filter(({ name }) => !name.endsWith('-one'))) {
      const request = Object.values(job.holdfast)[0]?.[0]
      if (!request) continue
      const trips: number[] = []
      for (let i = 0; i < 8; i++) {
        between.reset()
        const answer = await fetch(`http://127.0.0.1:${holdfast.port}${request.path}`, {
          method: request.method,
          headers: { ...request.headers, 'content-type': 'application/json' },
          ...(request.body ? { body: request.body.replaceAll('{n}', String(Date.now() + i)) } : {}),
        })
        if (!answer.ok) throw new Error(`${job.name}: ${answer.status} ${await answer.text()}`)
        await answer.arrayBuffer()
        trips.push(between.trips())
      }
      const usual = trips.at(-1) ?? Number.NaN // the first ones read rights and prepare statements
      const goal = goals[job.name]
      rows.push([
        job.says.split(',')[0] ?? '',
        goal === undefined ? String(usual) : against(usual, '≤', goal, 0),
        trips.join(' '),
      ])
    }
    return { title: 'Round trips to the database for one request', columns: ['', 'trips', 'of eight in a row'], rows }
  } finally {
    await holdfast.stop()
    between.server.close()
  }
}

async function goBetween(url: string): Promise<{ server: NetServer; port: number; reset(): void; trips(): number }> {
  const { hostname, port } = new URL(url)
  let count = 0
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true })
    near.setNoDelay(true)
    let isAnswered = true // the database spoke last
    near.on('data', (chunk) => {
      if (isAnswered) count += 1
      isAnswered = false
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      isAnswered = true
      near.write(chunk)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo // it listens on a port
  return { server, port: address.port, reset: () => (count = 0), trips: () => count }
}
