// Measures the built web application in a real Chromium, on a workspace of a hundred thousand accounts: npm run bench:web -- [--small] [--write]
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { loaded, openBrowser } from '../scripts/browser.ts'
import { openHoldfast } from '../src/holdfast.ts'
import { setPassword } from '../src/http/index.ts'
import { readConfig } from '../src/platform/index.ts'
import { userId } from './data-rows.ts'
import { type Installation, openInstallation } from './installation.ts'
import { median } from './rounds.ts'
import { startHoldfast } from './servers.ts'
import { against, asText, fixed, type Section } from './table.ts'
import { type Watched, watchPage } from './web-watch.ts'
import { writeFigures } from './write-figures.ts'

const { values } = parseArgs({
  options: { small: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
})
const accounts = values.small ? 2_000 : 100_000
const say = (text: string) => console.error(text)
const email = 'user1@vendor.example'
const password = 'a password of the bench'

const installation = await openInstallation({ workspaces: 1, accounts, busy: 50 }, `web_${accounts}`, say)
try {
  await letIn(installation)
  const server = await startHoldfast(installation)
  const browser = await openBrowser()
  try {
    const section = await measure(`http://localhost:${server.port}`)
    console.log(asText(section))
    if (values.write) writeFigures([section])
  } finally {
    await browser.close()
    await server.stop()
  }

  async function measure(url: string): Promise<Section> {
    const open = async () => {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'en' })
      const page = await context.newPage()
      const watched = await watchPage(page)
      return { page, watched }
    }
    const first = await open()
    const scripts = await firstLoad(first.page)
    const loads: number[] = []
    for (let i = 0; i < 5; i++) loads.push(await largestPaint(first.page, first.watched))
    const { opened, shifts } = await openAccounts(first.page, first.watched)
    const typed = await interactions(first.page, first.watched)
    const scrolled = await scroll(first.page)
    return {
      title: 'Web application',
      columns: ['', 'measured', 'all'],
      rows: [
        ['kB of JavaScript until the first list, gzip', against(scripts, '≤', 250, 0), ''],
        [
          'largest contentful paint of the list, s',
          against(median(loads), '≤', 1),
          loads.map((each) => fixed(each, 2)).join(' '),
        ],
        [
          'slowest interaction until the next paint, ms',
          against(Math.max(...typed), '≤', 100, 0),
          typed.map((each) => fixed(each, 0)).join(' '),
        ],
        [
          'frames a second while scrolling through the list',
          against(scrolled.framesPerSecond, '≥', 55, 0),
          `${scrolled.rows} rows reached`,
        ],
        [
          'account page complete after the click, ms',
          against(median(opened), '≤', 300, 0),
          opened.map((each) => fixed(each, 0)).join(' '),
        ],
        [
          'largest layout shift of a screen',
          against(Math.max(...shifts), '≤', 0.02, 3),
          shifts.map((each) => fixed(each, 3)).join(' '),
        ],
      ],
    }
  }
} finally {
  await installation.close()
}

/** Gives the measured workspace's first user a password and sight of all accounts. */
async function letIn({ env, workspaces }: Installation): Promise<void> {
  const [workspace] = workspaces
  if (!workspace) throw new Error('The measured set has no workspace.')
  const holdfast = await openHoldfast(readConfig(env))
  try {
    await holdfast.admin.setMember(workspace.id, { userId: userId(1, 1), email, name: 'User 1', roles: ['cs_leader'] })
    await setPassword(holdfast, { email, name: 'User 1', password })
  } finally {
    await holdfast.close()
  }
}

/** Signs in with a cold cache and answers the kilobytes of JavaScript that had come by the time the list was there. */
async function firstLoad(page: Page): Promise<number> {
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url()))
      sizes.set(
        response.url(),
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0, // left before it had come
        ),
      )
  })
  await page.goto('/')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await page.locator('#main').waitFor()
  await page.goto('/accounts')
  await rowsOf(page).first().waitFor()
  await loaded(page)
  page.removeAllListeners('response')
  const all = await Promise.all(sizes.values())
  return all.reduce((sum, size) => sum + size, 0) / 1024
}

function rowsOf(page: Page): Locator {
  return page.locator('#main a[href^="/accounts/"]')
}

/** Seconds from the request of the list's address until its largest part was painted. */
async function largestPaint(page: Page, watched: Watched): Promise<number> {
  await page.goto('/accounts')
  await rowsOf(page).first().waitFor()
  await loaded(page)
  return (await watched.read()).largestPaint / 1_000
}

/** Opens accounts from the list by a click, and back: milliseconds until each is complete, and the layout shift of each screen. */
async function openAccounts(page: Page, watched: Watched): Promise<{ opened: number[]; shifts: number[] }> {
  const opened: number[] = []
  const shifts: number[] = []
  for (let i = 0; i < 8; i++) {
    await page.goto('/accounts')
    await rowsOf(page).nth(i).waitFor()
    await loaded(page)
    shifts.push((await watched.read()).shift)
    const before = (await watched.read()).shift
    await watched.begin()
    await rowsOf(page).nth(i).click()
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/)
    opened.push(await watched.settled())
    await loaded(page)
    shifts.push((await watched.read()).shift - before)
  }
  return { opened: opened.slice(2), shifts } // the first two load the page's own code and warm the server
}

/** What a person does on the list and waits for: milliseconds from each input to the paint after it. */
async function interactions(page: Page, watched: Watched): Promise<number[]> {
  await page.goto('/accounts')
  await rowsOf(page).first().waitFor()
  await loaded(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const groups = page.getByLabel('Group by')
  const steps: Readonly<Record<string, () => Promise<void>>> = {
    'palette opens': () => page.keyboard.press('Control+k'),
    'palette finds': () => page.keyboard.type('river'),
    'palette closes': () => page.keyboard.press('Escape'),
    'first row': () => page.keyboard.press('j'),
    'second row': () => page.keyboard.press('j'),
    sorted: () => page.getByRole('columnheader').nth(2).locator('button').first().click(),
    'keys open': () => page.keyboard.press('?'),
    'keys close': () => page.keyboard.press('Escape'),
    'one selected': () => rowsOf(page).first().locator('xpath=ancestor::tr').getByRole('checkbox').click(),
    'all that fit selected': () => button(/^Select all [\d,]+ that fit$/).click(),
    'bulk edit opens': () => button('Edit a field').click(),
    'bulk edit closes': () => page.keyboard.press('Escape'),
    deselected: () => button('Select none').click(),
    'search begins': () => page.locator('#list-search').click(),
    searched: () => page.keyboard.type('blue'),
    'search given up': async () => {
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
    },
    'filter opens': () => button('Filter').click(),
    'filter closes': () => page.keyboard.press('Escape'),
    grouped: async () => {
      await groups.focus()
      await page.keyboard.press('ArrowDown')
    },
    'group opens': () => page.locator('main li button[aria-expanded]').first().click(),
    ungrouped: async () => {
      await groups.focus()
      await page.keyboard.press('ArrowUp')
    },
  }
  const all: number[] = []
  for (const [name, step] of Object.entries(steps)) {
    await step()
    await page.waitForTimeout(name === 'all that fit selected' ? 3_000 : 600)
    const now = (await watched.read()).interactions
    const slowest = Math.max(0, ...now.slice(all.length))
    if (slowest > 50) say(`${name}: ${slowest} ms until the next paint`)
    all.push(...now.slice(all.length))
  }
  return all
}

/** Scrolls by wheel for ten seconds, as fast as a hand does, then jumps to the end. */
async function scroll(page: Page): Promise<{ framesPerSecond: number; rows: string }> {
  await page.goto('/accounts')
  await rowsOf(page).first().waitFor()
  await loaded(page)
  await rowsOf(page).nth(3).hover()
  await page.evaluate(`{
    window.frames10 = 0
    const end = performance.now() + 10_000
    const step = () => { window.frames10 += 1; if (performance.now() < end) requestAnimationFrame(step) }
    requestAnimationFrame(step)
  }`)
  const end = performance.now() + 10_000
  while (performance.now() < end) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(30)
  }
  const framesPerSecond = (await page.evaluate<number>('window.frames10')) / 10
  const last = await page.evaluate<string>(
    `[...document.querySelectorAll('[aria-rowindex]')].at(-1)?.getAttribute('aria-rowindex') ?? ''`,
  )
  return { framesPerSecond, rows: last === '' ? 'unknown' : last }
}
