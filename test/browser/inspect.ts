// What is looked at on a screen beyond what axe sees: nothing cut off, nothing that jumps, every key press somewhere one can see.
import type { Page } from 'playwright-core'

/** Put into a page before anything of it is loaded. */
export const watchShifts = `
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        window.shifts.push({
          value: entry.value,
          of: entry.sources.map(({ node, previousRect: before, currentRect: now }) =>
            ((node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML.slice(0, 90) ?? '') +
            ' from ' + [before.x, before.y, before.width, before.height] + ' to ' + [now.x, now.y, now.width, now.height]),
        })
  }).observe({ type: 'layout-shift', buffered: true })
`

export type Shifts = { sum: number; of: string[] }

/** How much has moved under the reader since it was last asked. */
export const shiftsSince = (page: Page): Promise<Shifts> =>
  page.evaluate(`(() => {
    const seen = window.shifts.splice(0)
    return { sum: seen.reduce((sum, { value }) => sum + value, 0), of: seen.flatMap(({ of }) => of) }
  })()`)

/**
 * What does not fit: a page that scrolls sideways, words that end beyond its edge, words that are cut without a sign of it. What lies in
 * a part that scrolls by itself is reached by scrolling that.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = []
    const over = document.documentElement.scrollWidth - window.innerWidth
    if (over > 0) found.push('the page is ' + over + ' px wider than the window')
    const scrolls = (each) => /auto|scroll/.test(getComputedStyle(each).overflowX)
    const isHidden = (each) => {
      const style = getComputedStyle(each)
      return style.visibility === 'hidden' || style.clipPath !== 'none' || each.closest('[aria-hidden=true], [inert]') !== null
    }
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walk.nextNode()) {
      const text = walk.currentNode
      const own = text.parentElement
      // A map is moved about, and shows a part of itself.
      if (text.data.trim() === '' || !own || own.closest('[role=application]') || /^(SCRIPT|STYLE|OPTION|NOSCRIPT)$/.test(own.tagName) || isHidden(own)) continue
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      let isReachable = false
      for (let each = own; each && each !== document.body; each = each.parentElement) {
        if (isHidden(each) || scrolls(each) || each.id === 'rail') { isReachable = true; break }
        const style = getComputedStyle(each)
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
        const around = each.getBoundingClientRect()
        const isCut = box.right > around.right + 1.5 || box.left < around.left - 1.5 || box.bottom > around.bottom + 3
        const isSaid = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || own.closest('text, svg') !== null
        if (isCut && !isSaid) found.push('cut: ' + text.data.trim().slice(0, 60) + ' in ' + each.outerHTML.slice(0, 100))
        if (isCut) { isReachable = true; break }
      }
      if (!isReachable && (box.right > window.innerWidth + 1 || box.left < -1))
        found.push('beyond the edge: ' + text.data.trim().slice(0, 60))
    }
    return found
  })()`)

const mostPresses = 220

/**
 * Tabs through the page from its beginning. What has no focus to be seen, what is focused where it can't be seen, what never gets the
 * focus though it can be pressed, and a focus that does not move on.
 */
export async function unreachable(page: Page): Promise<string[]> {
  const wanted = await page.evaluate<number>(`(() => {
    const said = (each) => each.tagName.toLowerCase() + ' “' + (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 40) + '”'
    const isShown = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !each.closest('[inert]')
    const state = { reached: new Set(), order: [], faults: [], presses: 0 }
    window.tabbing = state
    // From the very beginning, wherever the focus was.
    document.querySelector('.skip').focus()
    document.activeElement.blur()
    state.wanted = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"], [role=button], [role=tab], [role=switch]')]
      .filter((each) => isShown(each) && !each.disabled && !each.closest('fieldset:disabled') && each.type !== 'hidden' && each.tabIndex >= 0 && !each.matches('.skip'))
    const pressedOnly = [...document.querySelectorAll('[role=button], [role=tab], [role=switch], [role=link], button, a[href]')]
      .filter((each) => isShown(each) && !each.disabled && each.tabIndex < 0 && !each.closest('[aria-hidden=true], [role=tablist], [role=menu], [role=listbox], [role=grid], [role=toolbar], [role=application], .mantine-InputWrapper-root, .mantine-Input-wrapper, .react-flow'))
    for (const each of pressedOnly) state.faults.push('pressed by pointer alone: ' + said(each))
    state.listen = (event) => {
      const each = event.target
      // A window that was behind another focuses what it had in focus anew, without a press.
      state.order.push({ each, press: state.presses })
      state.reached.add(each)
      const style = getComputedStyle(each)
      const around = each.closest('[data-focus-ring], .mantine-Input-wrapper, label') ?? each
      const isMarked = (one) => { const s = getComputedStyle(one); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' }
      const isInput = /^(INPUT|TEXTAREA|SELECT)$/.test(each.tagName)
      if (!isMarked(each) && !isMarked(around) && !isInput) state.faults.push('no focus to be seen: ' + said(each))
      requestAnimationFrame(() => {
        if (document.activeElement !== each) return
        const box = each.getBoundingClientRect()
        // A map moves what is focused into sight by itself, and takes its time.
        if (each.closest('[role=application]')) return
        if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) state.faults.push('focused out of sight: ' + said(each))
      })
    }
    window.addEventListener('focusin', state.listen)
    state.count = (event) => { if (event.key === 'Tab') state.presses += 1 }
    window.addEventListener('keydown', state.count, true)
    // A day has parts, each of which takes a press.
    return state.wanted.length + 7 * state.wanted.filter((each) => /^date/.test(each.type)).length
  })()`)
  const presses = Math.min(mostPresses, wanted + 2)
  for (let i = 0; i < presses; i++) await page.keyboard.press('Tab')
  return page.evaluate(`(() => {
    const { reached, order, faults, wanted, listen, count } = window.tabbing
    window.removeEventListener('focusin', listen)
    window.removeEventListener('keydown', count, true)
    const said = (each) => each.tagName.toLowerCase() + ' “' + (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 40) + '”'
    for (let i = 1; i < order.length; i++)
      if (order[i].each === order[i - 1].each && order[i].press !== order[i - 1].press) faults.push('the focus stays: ' + said(order[i].each))
    if (${presses} > ${wanted})
      for (const each of wanted)
        // Of several radio buttons with one name, one gets the focus, and arrows do the rest.
        if (each.isConnected && !reached.has(each) && each.type !== 'radio') faults.push('never reached: ' + said(each))
    document.activeElement?.blur()
    return [...new Set(faults)]
  })()`)
}
