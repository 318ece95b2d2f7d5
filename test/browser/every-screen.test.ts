// Every screen there is, looked at as different readers have it before them: nothing in anybody's way, nothing cut off, nothing that jumps,
// every press of Tab in sight, and not a word in another language.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../dictionary/index.ts'
import { chromiumPath } from '../../scripts/browser.ts'
import { cutOff, shiftsSince, unreachable, watchShifts } from './inspect.ts'
import { leftoverIn } from './leftover.ts'
import { goThere, leader, partsOf, routesOf, type Screen, screensOf, settled } from './screens.ts'
import { barriers, openStage, type Stage, wordsOn } from './stage.ts'

const isDeep = Boolean(process.env['HOLDFAST_DEEP'])

type Look = { theme: 'light' | 'dark'; width: 1280 | 640 | 360; language: Language }

/** 640: a window of 1280 at 200 %. Every theme, width and language is among the four; all their combinations in `npm run test:deep`. */
const looks: readonly Look[] = isDeep
  ? (['light', 'dark'] as const).flatMap((theme) =>
      ([1280, 640, 360] as const).flatMap((width) =>
        (['en', 'es', 'pt', 'ms'] as const).map((language) => ({ theme, width, language })),
      ),
    )
  : [
      { theme: 'light', width: 1280, language: 'en' },
      { theme: 'dark', width: 360, language: 'es' },
      { theme: 'light', width: 640, language: 'pt' },
      { theme: 'dark', width: 1280, language: 'ms' },
    ]

const mostShift = 0.02

describe.skipIf(!chromiumPath)('every screen', { timeout: 300_000 }, () => {
  let stage: Stage
  let screens: readonly Screen[]
  beforeAll(async () => {
    stage = await openStage()
    const page = await stage.openAs(leader, '/')
    await settled(page)
    const byRoute = await screensOf(stage, page)
    expect(Object.keys(byRoute).sort(), 'a route is walked that is not there, or there is one that is not').toEqual(
      (await routesOf(page)).sort(),
    )
    screens = Object.values(byRoute).flat()
    await page.context().close()
  }, 120_000)
  afterAll(() => stage.close())

  test.each(looks)('in the $theme theme, $width wide, in $language', async (look) => {
    const people = Map.groupBy(screens, ({ as }) => as)
    const faults = await Promise.all([...people].map(([as, theirs]) => walk(as, theirs, look)))
    expect(faults.flat()).toEqual([])
  })

  async function walk(as: string, theirs: readonly Screen[], look: Look): Promise<string[]> {
    const { theme, width, language } = look
    const page = await stage.openAs(as, 'about:blank', {
      colorScheme: theme,
      locale: { en: 'en', es: 'es-MX', pt: 'pt-BR', ms: 'ms-MY' }[language],
      viewport: { width, height: width === 640 ? 400 : 800 },
      deviceScaleFactor: width === 640 ? 2 : 1,
    })
    await page.addInitScript(watchShifts)
    await page.goto(theirs[0]?.address ?? '/')
    await settled(page)
    const faults: string[] = []
    const waiting = theirs.map(({ address, hasParts = false }) => ({ address, hasParts }))
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { address, hasParts } = next
      await goThere(page, address)
      const found = await faultsOn(page, look)
      faults.push(...found.map((fault) => `${as} ${address}: ${fault}`))
      if (hasParts) waiting.unshift(...(await partsOf(page)).map((each) => ({ address: each, hasParts: false })))
    }
    await page.context().close()
    return faults
  }

  const leftovers = { es: leftoverIn('es'), pt: leftoverIn('pt'), ms: leftoverIn('ms') }

  async function faultsOn(page: Page, { theme, width, language }: Look): Promise<string[]> {
    // Both themes and both widths; twice as many looks would find the same.
    const isForAxe = isDeep || (theme === 'light') === (width === 1280)
    const faults = [...(isForAxe ? await barriers(page) : []), ...(await cutOff(page))]
    if (language !== 'en') faults.push(...leftovers[language](await wordsOn(page)).map((word) => `left over: ${word}`))
    // Where the focus goes is the same in every language and theme.
    if (theme === 'light' && width === 1280) faults.push(...(await unreachable(page)))
    const shifts = await shiftsSince(page)
    if (shifts.sum > mostShift) faults.push(`shifts by ${shifts.sum.toFixed(3)}: ${shifts.of.join(' | ')}`)
    return faults
  }
})
