// Which rows of a list are drawn. All are of one height, so a place is worked out and never looked up, however many there are.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

export const rowHeight = 34
export const headHeight = 36
/** Drawn beyond what is in sight, so that a step of the wheel finds something there. */
const beyond = 10
/** A list that has not moved for so long is at rest. */
const restMs = 150

export type RowWindow = {
  first: number
  /** After the last. */
  end: number
  /** The most that are drawn at once. */
  slots: number
  isMoving: boolean
}

/** `body` is the part that holds the rows; what it stands in scrolls. */
export function useRowWindow(body: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [seen, see] = useState<RowWindow>(() => windowAt(0, window.innerHeight))
  const latest = useRef(seen)
  const look = (scroller: HTMLElement, isMoving: boolean) => {
    const next = { ...windowAt(scroller.scrollTop, scroller.clientHeight), isMoving }
    const was = latest.current
    if (next.first === was.first && next.end === was.end && next.slots === was.slots && isMoving === was.isMoving)
      return
    latest.current = next
    if (isMoving) leaveRows(scroller, next)
    // Within the frame that scrolls, or what comes into sight would be empty until the next.
    if (isMoving) flushSync(() => see(next))
    else see(next)
  }
  const looking = useRef(look)
  looking.current = look
  useLayoutEffect(() => {
    const scroller = scrollerOf(body.current)
    if (scroller) looking.current(scroller, false)
  }, [body])
  useEffect(() => {
    const scroller = scrollerOf(body.current)
    if (!scroller) return
    let rest: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      clearTimeout(rest)
      rest = setTimeout(() => looking.current(scroller, false), restMs)
      looking.current(scroller, true)
    }
    const sizes = new ResizeObserver(() => looking.current(scroller, false))
    sizes.observe(scroller)
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(rest)
      sizes.disconnect()
      scroller.removeEventListener('scroll', onScroll)
    }
  }, [body])
  return { ...seen, first: Math.min(seen.first, count), end: Math.min(seen.end, count) }
}

/** Moves a row into sight, if it is not, and no further than needed. */
export function scrollToRow(scroller: HTMLElement, row: number): void {
  const top = row * rowHeight
  const room = scroller.clientHeight - headHeight - rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room
}

/** Whoever was on a row that goes out of sight must not find themselves on the one that is drawn in its place. */
function leaveRows(scroller: HTMLElement, { first, end }: RowWindow): void {
  const row = scroller.contains(document.activeElement) && document.activeElement?.closest('tbody > tr')
  const index = row ? Number(row.getAttribute('aria-rowindex')) - 2 : first
  if (index < first || index >= end) scroller.focus({ preventScroll: true })
}

const scrollerOf = (body: HTMLElement | null): HTMLElement | null => body?.closest('section') ?? null

function windowAt(top: number, height: number): RowWindow {
  const inSight = Math.ceil(height / rowHeight) + 1
  const at = Math.floor(top / rowHeight)
  return {
    first: Math.max(0, at - beyond),
    end: at + inSight + beyond,
    slots: inSight + 2 * beyond,
    isMoving: false,
  }
}
