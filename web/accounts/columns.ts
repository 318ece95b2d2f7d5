// The columns of the table. A field that the reader's role may not see is no column, since a question that names it is refused whole.
import type { Book } from '../values/book.tsx'

export type Column = {
  field: string
  /** How the server is asked for it and sorts by it. */
  select: string
  order: string
  align?: 'right'
  /** Left out on narrow screens. */
  isWide?: true
}

const wished: readonly Column[] = [
  { field: 'name', select: 'name', order: 'name' },
  { field: 'tier', select: 'tier', order: 'tier' },
  { field: 'industry', select: 'industry', order: 'industry', isWide: true },
  { field: 'owner', select: 'owner (name)', order: 'owner.name', isWide: true },
  { field: 'arr', select: 'arr', order: 'arr', align: 'right' },
  { field: 'renewal_date', select: 'renewal_date', order: 'renewal_date' },
  { field: 'payment_status', select: 'payment_status', order: 'payment_status', isWide: true },
]
const updated: Column = { field: 'updated_at', select: 'updated_at', order: 'updated_at', isWide: true }

export function columnsFor(book: Book): readonly Column[] {
  const may = wished.filter(({ field }) => book.field('account', field))
  const owned = book.object('user') ? may : may.filter(({ field }) => field !== 'owner')
  return [...owned, updated]
}
