// Where a record opens. One that has no page of its own is told by its name alone.
import { type AnyRouter, type UseNavigateResult, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

type Navigate = UseNavigateResult<string>
type Linked = { object: string; id: string; className?: string | undefined; children: ReactNode }

/** The router's own Link listens to every change of the address and to the screen: too much where a list draws hundreds a second. */
export function RecordLink({ object, id, className, children }: Linked) {
  const router = useRouter()
  const to = addressOf(object)
  if (!to) return children
  const approach = () => openAhead(router, to)
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return // another window is wanted, and the browser opens it
    event.preventDefault()
    void router.navigate({ to, params: { id } })
  }
  return (
    <a href={to.replace('$id', id)} className={className} onPointerEnter={approach} onFocus={approach} onClick={follow}>
      {children}
    </a>
  )
}

const opened = new Set<string>()

/** Loads the code and the words of the page that such records open on, once, so that it is there when one is opened. */
export function openAhead(router: AnyRouter, to: To): void {
  if (opened.has(to)) return
  opened.add(to)
  void router.preloadRoute({ to, params: { id: 'ahead' } })
}

/** The pages of single records, one line each. */
const pagesOf = {
  account: '/accounts/$id',
  contact: '/contacts/$id',
  handoff: '/handoffs/$id',
} as const

/** Goes where the record opens. One without a page is shown in its list, searched by its name. */
export function openRecord(navigate: Navigate, object: string, id: string, title = ''): void {
  const to = addressOf(object)
  if (to) void navigate({ to, params: { id } })
  else void navigate({ to: '/lists/$object', params: { object }, search: { search: title } })
}

export const hasPage = (object: string): boolean => addressOf(object) !== undefined

type To = (typeof pagesOf)[keyof typeof pagesOf]

export const addressOf = (object: string): To | undefined =>
  Object.hasOwn(pagesOf, object) ? pagesOf[object as keyof typeof pagesOf] : undefined // it is one of its keys
