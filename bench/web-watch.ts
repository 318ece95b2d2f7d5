// Watches a page from inside, as its reader would feel it: paints, shifts, the delay after each input, and when all has come.
import type { Page } from 'playwright-core'

export type Watched = {
  /** Of the address opened last. `shift` adds up the shifts that no input explains. */
  read(): Promise<{ largestPaint: number; shift: number; interactions: number[] }>
  /** From now on `settled` counts. */
  begin(): Promise<void>
  /** Milliseconds from the first press after `begin` until nothing on the page says that it is loading, and nothing changes any more. */
  settled(): Promise<number>
}

export async function watchPage(page: Page): Promise<Watched> {
  await page.addInitScript(watch)
  return {
    read: () => page.evaluate<Awaited<ReturnType<Watched['read']>>>('window.watched'),
    begin: () => page.evaluate('window.begin()'),
    settled: () => page.evaluate<number>('window.settled()'),
  }
}

/** Runs in the page, before anything of ours. */
const watch = `{
  const watched = window.watched = { largestPaint: 0, shift: 0, interactions: [] }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.largestPaint = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) watched.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  const byInteraction = new Map()
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.interactionId) continue
      byInteraction.set(entry.interactionId, Math.max(byInteraction.get(entry.interactionId) ?? 0, entry.duration))
      watched.interactions = [...byInteraction.values()]
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  const quietMs = 250
  window.begin = () => {
    const state = window.state = { pressed: 0, changed: 0 }
    addEventListener('pointerdown', () => { state.pressed ||= performance.now() }, { capture: true, once: true })
    state.observer = new MutationObserver(() => { state.changed = performance.now() })
    state.observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }
  window.settled = () => new Promise((done) => {
    const state = window.state
    const look = () => {
      const isLoading = document.querySelector('[role=status][aria-label], [data-visible=true].mantine-Skeleton-root') !== null
      if (isLoading || state.changed < state.pressed || performance.now() - state.changed < quietMs) return void setTimeout(look, 20)
      state.observer.disconnect()
      done(state.changed - state.pressed)
    }
    look()
  })
}`
