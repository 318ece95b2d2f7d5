// Where a record opens. One that has no page of its own is told by its name alone.
import { Link, type UseNavigateResult } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Navigate = UseNavigateResult<string>
type Linked = { object: string; id: string; className?: string | undefined; children: ReactNode }

export function RecordLink({ object, id, className, children }: Linked) {
  const to = addressOf(object)
  return to ? (
    <Link to={to} params={{ id }} className={className}>
      {children}
    </Link>
  ) : (
    children
  )
}

/** The pages of single records, one line each. */
const pagesOf = {
  account: '/accounts/$id',
  contact: '/contacts/$id',
} as const

/** Goes where the record opens. One without a page is shown in its list, searched by its name. */
export function openRecord(navigate: Navigate, object: string, id: string, title = ''): void {
  const to = addressOf(object)
  if (to) void navigate({ to, params: { id } })
  else void navigate({ to: '/lists/$object', params: { object }, search: { search: title } })
}

export const hasPage = (object: string): boolean => addressOf(object) !== undefined

const addressOf = (object: string): (typeof pagesOf)[keyof typeof pagesOf] | undefined =>
  Object.hasOwn(pagesOf, object) ? pagesOf[object as keyof typeof pagesOf] : undefined // it is one of its keys
