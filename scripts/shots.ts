// `npm run shots [ADDRESS]`: pictures of the pages for docs/pictures. Without the address of a running demo it starts one of its own
// in a temporary folder, which takes a minute.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs', 'pictures')
const [given] = process.argv.slice(2)

const demo = given ? { url: given, stop: async () => {} } : await startDemo()
const browser = await openBrowser()
try {
  mkdirSync(pictures, { recursive: true })
  await shoot(browser, demo.url)
} finally {
  await browser.close()
  await demo.stop()
}

async function shoot(browser: Browser, url: string): Promise<void> {
  const wide = { width: 1440, height: 900 }
  const english = await open(browser, url, { viewport: wide, colorScheme: 'light', locale: 'en' })
  await english.locator('form').waitFor()
  await picture(english, 'sign-in')
  await signIn(english, url)
  await picture(english, 'accounts')
  const address = await openFirst(english)
  await picture(english, 'account')
  const others = [
    { name: 'account-dark', viewport: wide, colorScheme: 'dark', locale: 'en' },
    { name: 'account-es', viewport: wide, colorScheme: 'light', locale: 'es' },
    { name: 'account-390', viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'en' },
  ] as const
  for (const { name, ...look } of others) {
    const page = await open(browser, url, look)
    await signIn(page, url)
    await page.goto(address)
    await page.locator('h1').waitFor()
    if (name === 'account-dark') await page.locator('button[aria-label*="ARR"]').first().click()
    await picture(page, name)
  }
}

type Look = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark'; locale: string }

async function open(browser: Browser, url: string, look: Look): Promise<Page> {
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.locator('input[name=email]').fill('ximena.robles@holdfast.example')
  await page.locator('input[name=password]').fill('holdfast-demo')
  await page.locator('form button[type=submit]').click()
  await page.locator('tbody tr').first().waitFor()
  await page.goto(`${url}/accounts?order=-arr`)
  await page.locator('tbody tr').first().waitFor()
}

async function openFirst(page: Page): Promise<string> {
  await page.locator('tbody th a').first().click()
  await page.locator('dl').first().waitFor()
  return page.url()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}

async function startDemo(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-shots-'))
  chmodSync(folder, 0o755) // under root, PostgreSQL runs as another user
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--demo', '--port', '0', '--json'], {
    cwd: root,
    env: { ...process.env, HOLDFAST_DATA: folder, HOLDFAST_WORKER: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let told = ''
  for await (const part of child.stdout) {
    told += part
    const [, url] = /"url": ?"([^"]+)"/.exec(told) ?? []
    if (url)
      return {
        url,
        async stop() {
          child.kill('SIGTERM')
          await ended
          rmSync(folder, { recursive: true, force: true })
        },
      }
  }
  throw new Error(`The demo did not start: ${told}`)
}
