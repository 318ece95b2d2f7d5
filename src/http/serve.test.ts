import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHttpOptions, serve } from './index.ts'
import { type Served, serveWorld } from './served.fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveWorld()
})
afterAll(() => served.close())

const at = (port: number, host = '127.0.0.1') => ({
  ...served.holdfast,
  config: { ...served.holdfast.config, host, port },
})

test('a port that is taken is said, with what to do', async () => {
  const other = await listening()
  const { port } = other.address() as AddressInfo
  await expect(serve(at(port))).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another: PORT=${port + 1}.`,
  )
  other.close()
})

test('an address that is not this machine’s is said', async () => {
  await expect(serve(at(0, '203.0.113.77'))).rejects.toThrow('HOST=203.0.113.77 is no address of this machine')
})

test('stopping finishes what was begun and takes nothing new', async () => {
  const server = await serve(at(0))
  const key = await served.key('cs_leader')
  const create = (i: number) =>
    fetch(`${server.url}/api/v1/accounts?on_duplicate=create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Under way ${i}` }),
    }).then((answer) => answer.status)
  expect(await create(0)).toBe(201)
  const underWay = Array.from({ length: 20 }, (_, i) => create(i + 1).catch(() => 'not taken'))
  await Promise.race(underWay)
  const began = performance.now()
  await server.stop()
  expect(performance.now() - began, 'it waits for answers, not for connections that are kept').toBeLessThan(9_000)
  const answers = await Promise.all(underWay)
  const acknowledged = answers.filter((answer) => answer === 201).length
  expect(acknowledged).toBeGreaterThan(0)
  const { rows } = await served.world.owner.query(
    `select count(*)::int as kept from customer.account where name like 'Under way %'`,
  )
  expect(rows[0].kept).toBe(acknowledged + 1)
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
})

test('a collector’s token that could be guessed is refused at the start', () => {
  expect(() => readHttpOptions({ HOLDFAST_METRICS_TOKEN: 'short' })).toThrow('at least 16 characters')
  expect(readHttpOptions({ HOLDFAST_RATE: 'off', HOLDFAST_TRUST_PROXY: '10.0.0.1, 10.0.0.2' })).toMatchObject({
    rates: null,
    trustedProxies: ['10.0.0.1', '10.0.0.2'],
  })
})

function listening(): Promise<Server> {
  const server = createServer()
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
