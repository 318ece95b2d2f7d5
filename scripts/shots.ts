// `npm run shots [ADDRESS]`: pictures of the pages for docs/pictures. Without the address of a running demo it starts one of its own
// in a temporary folder, which takes a minute.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { loaded, openBrowser } from './browser.ts'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs', 'pictures')
const [given] = process.argv.slice(2)

type Look = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark'; locale: string }

const wide: Look = { viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en' }
const phone: Look = { viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'en' }
const csm = 'ximena.robles@holdfast.example'
const leader = 'marta.iglesias@holdfast.example'

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
  const entrance = await open(browser, url, wide)
  await entrance.locator('form').waitFor()
  await picture(entrance, 'sign-in')
  const english = await enter(browser, url, wide, csm)
  const account = await richestAccount(english)
  const pages = {
    home: '/',
    accounts: '/accounts?order=-arr',
    account: `/accounts/${account}`,
    people: `/accounts/${account}?tab=people`,
    tasks: '/tasks',
    dictionary: '/dictionary?object=account',
  }
  for (const [name, path] of Object.entries(pages)) await visit(english, path, name)
  const leading = await enter(browser, url, wide, leader)
  await visit(leading, '/', 'home-leader')
  await visit(leading, '/duplicates', 'duplicates')
  await visit(leading, '/imports', 'imports')
  await pasteSheet(leading)
  await picture(leading, 'import-columns')
  const looks = {
    dark: { ...wide, colorScheme: 'dark' as const },
    es: { ...wide, locale: 'es' },
    '390': phone,
  }
  for (const [look, how] of Object.entries(looks)) {
    const page = await enter(browser, url, how, csm)
    for (const name of ['home', 'accounts', 'account', 'people'] as const)
      await visit(page, pages[name], `${name}-${look}`)
  }
}

async function visit(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await page.locator('#main h1').waitFor()
  await picture(page, name)
}

async function open(browser: Browser, url: string, look: Look): Promise<Page> {
  const context = await browser.newContext({ ...look, baseURL: url, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/')
  return page
}

async function enter(browser: Browser, url: string, look: Look, email: string): Promise<Page> {
  const page = await open(browser, url, look)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill('holdfast-demo')
  await page.locator('form button[type=submit]').click()
  await page.locator('#main h1').waitFor()
  return page
}

/** The account with the most to show, among those of who is signed in. */
async function richestAccount(page: Page): Promise<string> {
  const answer = await page.evaluate<{ data: { id: string }[] }>(
    `fetch('/api/v1/accounts?select=name&order=-arr&limit=1').then((answer) => answer.json())`,
  )
  return answer.data[0]?.id ?? ''
}

/** Rows in Spanish, as somebody would paste them; the page then shows what the columns mean. */
async function pasteSheet(page: Page): Promise<void> {
  const text = [
    'Razón social\tSector\tFecha de renovación\tARR (EUR)\tContacto principal\tCorreo contacto principal',
    'Molinos Garza, S.L.\tManufactura\t31/03/2027\t12.500,50\tInés Garza\tines@molinosgarza.example',
    'Viveros Lasarte\tEducación\t15/05/2027\t4.200,00\tAne Lasarte\tane@viveroslasarte.example',
  ].join('\n')
  const { id } = await page.evaluate<{ id: string }>(
    `fetch('/api/v1/imports/pasted', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: ${JSON.stringify(text)}, name: 'clientes.csv' }) }).then((answer) => answer.json())`,
  )
  await page.goto(`/imports/${id}?step=mapping`)
  await page.locator('#main table').waitFor()
}

async function picture(page: Page, name: string): Promise<void> {
  await loaded(page)
  await page.waitForTimeout(300) // charts and maps are drawn after they have come
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
