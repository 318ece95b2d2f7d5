// The browser that pictures and browser tests are made with: the machine's own Chromium, which asks the network for nothing by itself.
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const known = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const chromiumPath: string | undefined = known.find((path) => path !== undefined && existsSync(path))

/** Of several lists of what is switched off Chromium takes the last, so that Playwright's own is said again. */
const switchedOff = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  // Two pages that each new window loads for its address bar, unseen, and a process kept ready for the next page: more than half of the work
  // of opening one of ours.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
]

export function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium found: install it, or say where it is with CHROMIUM_PATH.')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${switchedOff.join(',')}`,
    ],
  })
}

/** Waits until nothing on the page says that it is loading. The stream of news stays open, so the network is never idle. */
export async function loaded(page: Page): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    // Asked for again and again: the page's own policy forbids it to wait for a text that is evaluated.
    const isLoading = await page.evaluate<boolean>(
      `!document.querySelector('#main h1, #main h2, form') || document.querySelector('#main [role=status][aria-label], #main .mantine-Skeleton-root[data-visible]') !== null`,
    )
    if (!isLoading) return
    await page.waitForTimeout(50)
  }
  throw new Error(`${page.url()} is still loading after 30 seconds.`)
}
