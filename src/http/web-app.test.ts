import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveWorld } from './served.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-web-'))
let served: Served
beforeAll(async () => {
  const web = join(folder, 'web')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Holdfast</title>')
  writeFileSync(join(web, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(web, 'assets', 'main-abc123.js.gz'), gzipSync('export {}'))
  writeFileSync(join(folder, 'secret'), 'not for you')
  served = await serveWorld({ webFolder: web })
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

test('the web application is served, its first page at every address of its own', async () => {
  for (const url of ['/', '/accounts/1', '/settings?tab=keys']) {
    const page = await served.ask('GET', url)
    expect(page.text).toContain('<title>Holdfast</title>')
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  }
  const script = await served.ask('GET', '/assets/main-abc123.js')
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

test.each([
  ['gzip', true],
  ['br, gzip;q=0.5', true],
  ['gzip;q=0, br', false],
  [undefined, false],
])('to whom accepts %s a file goes packed: %s', async (accepted, isPacked) => {
  const { headers, rawPayload } = await served.app.inject({
    url: '/assets/main-abc123.js',
    headers: accepted ? { 'accept-encoding': accepted } : {},
  })
  expect(headers['content-encoding']).toBe(isPacked ? 'gzip' : undefined)
  expect(headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', vary: 'accept-encoding' })
  expect(String(isPacked ? gunzipSync(rawPayload) : rawPayload)).toBe('export {}')
})

test.each([
  '/assets/main-abc123.js.gz',
  '/../secret',
  '/%2e%2e/secret',
  '/assets/../../secret',
  '/..%2fsecret',
  '//secret',
  '/assets/main-old.js',
  '/secret.txt',
])('%s leads nowhere', async (url) => {
  const answer = await served.ask('GET', url)
  expect(answer.text).not.toContain('not for you')
  expect(answer.headers['content-encoding']).toBeUndefined()
})

test('an unknown address of the API is a problem, not a page', async () => {
  const as = await served.key('support')
  expect((await served.ask('GET', '/api/v2/accounts', { as })).json).toMatchObject({ code: 'no_such_route' })
  expect((await served.ask('POST', '/')).json).toMatchObject({ code: 'no_such_route' })
})
