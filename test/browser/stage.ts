// A small demo company served to a real browser: what the browser tests begin with.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import axe from 'axe-core'
import pg from 'pg'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import { inject } from 'vitest'
import { openBrowser } from '../../scripts/browser.ts'
import type { Actor, Workspace } from '../../src/access/index.ts'
import { demoPassword, loadDemo } from '../../src/cli/load-demo.ts'
import { demoPeople } from '../../src/demo/index.ts'
import { setPassword } from '../../src/http/index.ts'
import { type Served, serveWorld } from '../../src/http/served.fixture.ts'
import { demoDatabase } from '../harness/global.ts'

/** `now`: the time by the browser's clock. */
export type Look = BrowserContextOptions & { now?: string }

export type Stage = {
  served: Served
  url: string
  operator: Actor
  /** A page of its own, as another person's browser would be, before the form to sign in. */
  open(look?: Look): Promise<Page>
  /** The same, of somebody who has signed in before. */
  openAs(name: string, address: string, look?: Look): Promise<Page>
  close(): Promise<void>
}

/** `isEmpty`: nobody and nothing is in its workspace. */
export async function openStage({ isEmpty = false } = {}): Promise<Stage> {
  buildWeb()
  const served = isEmpty ? await serveWorld() : await serveWorld(demo, await demoLoaded())
  const workspace = isEmpty ? served.world.workspace : await demoIn(served)
  const url = await served.app.listen({ host: 'localhost', port: 0 })
  const browser = await theBrowser()
  const sessions = new Map<string, Promise<Session>>()
  const openContext = ({ now, ...look }: Look, session?: Session): Promise<Page> =>
    openPage(browser, { locale: 'en', reducedMotion: 'reduce', baseURL: url, ...look }, { now, session })
  return {
    served,
    url,
    operator: { kind: 'operator', workspace: workspace.id, id: 'test', via: 'cli' },
    async open(look = {}) {
      const page = await openContext(look)
      await page.goto('/accounts')
      await page.locator('form').waitFor()
      return page
    },
    async openAs(name, address, look = {}) {
      const session = sessions.get(name) ?? sessionOf(url, name)
      sessions.set(name, session)
      const page = await openContext(look, await session)
      await page.goto(address)
      return page
    },
    async close() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      await served.close()
    },
  }
}

let opened: Promise<Browser> | undefined

/** One for all files of this process, each of which closes what it opened in it. It ends with the process. */
async function theBrowser(): Promise<Browser> {
  if (!(await opened?.catch(() => undefined))?.isConnected()) opened = openBrowser()
  return opened as Promise<Browser> // set above where it was not
}

type Session = { name: string; value: string; url: string }

/** The cookie of somebody who signs in, as their browser would be given it. */
async function sessionOf(url: string, name: string): Promise<Session> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: emailOf(name), password: demoPassword }),
  })
  const [, cookie = '', value = ''] = /^([^=]+)=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  if (cookie === '') throw new Error(`${name} was not let in: ${await answer.text()}`)
  return { name: cookie, value, url }
}

async function openPage(
  browser: Browser,
  look: BrowserContextOptions,
  { now, session }: { now: string | undefined; session: Session | undefined },
): Promise<Page> {
  const context = await browser.newContext(look)
  if (session) await context.addCookies([session])
  const page = await context.newPage()
  if (now) await page.clock.setFixedTime(now)
  page.setDefaultTimeout(10_000)
  const waiting = new Set<Request>()
  underWay.set(page, waiting)
  page.on('request', (request) => request.resourceType() !== 'eventsource' && waiting.add(request))
  page.on('requestfinished', (request) => waiting.delete(request))
  page.on('requestfailed', (request) => waiting.delete(request))
  return page
}

const underWay = new WeakMap<Page, ReadonlySet<Request>>()

/** Waits until the page has what it asked for, has drawn it, and asked for no more. */
export async function settled(page: Page): Promise<void> {
  const isAsking = () => (underWay.get(page)?.size ?? 0) > 0
  for (let quiet = 0; quiet < 3; quiet = isAsking() ? 0 : quiet + 1) {
    if (isAsking()) await page.waitForTimeout(20)
    // Whatever an answer sets off runs before the browser is idle, however slow the machine.
    await page.evaluate('new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => done())))')
  }
}

const slug = 'demo'
const demo = { demo: { password: demoPassword, people: demoPeople } }

/** The database that holds the demo. Whoever comes first loads it, and who comes meanwhile waits for them. */
async function demoLoaded(): Promise<string> {
  const client = new pg.Client(inject('postgres'))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [demoDatabase])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [demoDatabase])
    if (rowCount === 0) await loadOnce()
    return demoDatabase
  } finally {
    await client.end()
  }
}

async function loadOnce(): Promise<void> {
  const served = await serveWorld(demo)
  const { refused } = await loadDemo(served.holdfast, { slug, seed: 1, accounts: 30, say: () => {} })
  if (refused.length > 0) throw new Error(`The demo was not taken in whole: ${refused.join('; ')}`)
  // What autovacuum does on its own a minute later. Until then PostgreSQL plans for empty tables.
  await served.world.owner.query('analyze')
  await served.close(demoDatabase)
}

async function demoIn({ holdfast }: Served): Promise<Workspace> {
  const workspace = await holdfast.admin.findWorkspace(slug)
  if (!workspace) throw new Error('The demo has no workspace.')
  return workspace
}

/** Lets somebody into the stage's workspace, with the demo's password. */
export async function letIn({ served, operator }: Stage, name: string, ...roles: string[]): Promise<void> {
  const { holdfast } = served
  const email = emailOf(name)
  const userId = await served.world.create('user', { name, email }, operator)
  await setPassword(holdfast, { email, name, password: demoPassword })
  await holdfast.admin.setMember(operator.workspace, { userId, email, name, roles })
}

export const emailOf = (name: string): string =>
  demoPeople.find((person) => person.name === name)?.email ?? `${name.split(' ')[0]?.toLowerCase()}@vendor.example`

export async function signIn(page: Page, name: string, password = demoPassword): Promise<void> {
  await page.locator('input[name=email]').fill(emailOf(name))
  await page.locator('input[name=password]').fill(password)
  // By key, so that no pointer rests on what appears next and has it loaded ahead.
  await page.locator('input[name=password]').press('Enter')
}

/** Opens a page by its place in the rail, which a narrow screen keeps in a drawer. */
export async function goTo(page: Page, place: string): Promise<void> {
  const menu = page.locator('button[aria-controls=rail]')
  await menu.waitFor({ state: 'attached' })
  if (await menu.isVisible()) await menu.click()
  await page.locator('#rail').getByRole('link', { name: place, exact: true }).click()
}

/**
 * What stands against WCAG 2.2 AA on the page as it is now, one line for each element. `within`: a part that lies over the page, whose
 * half-covered targets are not to be hit while it does.
 */
export async function barriers(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  // From the top: what has gone halfway under the bar is not small, and comes out again.
  await page.evaluate('scrollTo(0, 0)')
  // And without the way around the rail, which lies over what it leads around for as long as it has the focus.
  await page.evaluate(`document.activeElement?.matches('.skip') && document.activeElement.blur()`)
  // Halfway from one theme to the other, a colour is of neither. What turns for as long as something is loaded has no end to wait for.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime < Infinity).map((each) => each.finished))',
  )
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // The answer of axe.run, written by axe itself.
  const { violations } = (await page.evaluate(
    `axe.run(${JSON.stringify(within)}, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  )) as axe.AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary ?? ''}`),
  )
}

/** Everything a reader sees or hears: texts, labels, hints. */
export const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate(`[
    ...(function* () {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walk.nextNode()) if (!/^(SCRIPT|STYLE|TEXTAREA)$/.test(walk.currentNode.parentElement.tagName)) yield walk.currentNode.data.trim()
    })(),
    ...[...document.querySelectorAll('*')].flatMap((each) =>
      ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? '')),
    document.title,
  ].filter(Boolean)`)

let isBuilt = false

/** Once for all files of this process: what it is made of does not change meanwhile. */
function buildWeb(): void {
  if (isBuilt) return
  const done = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/build-web.mjs')], {
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`The web application was not built: ${done.stderr}`)
  isBuilt = true
}
