// The browser that pictures and browser tests are made with: the machine's own Chromium, which asks the network for nothing by itself.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const known = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const chromiumPath: string | undefined = known.find((path) => path !== undefined && existsSync(path))

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
    ],
  })
}
