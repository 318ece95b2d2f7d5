// What happened, newest first, over all kinds. An entry points at its record in the page's lists, so that nothing is sent twice.
import type { HistoryItem } from '../records/index.ts'
import type { AccountPage } from './summary.ts'

export type Entry =
  | { at: string; kind: 'interaction' | 'ticket' | 'survey_response' | 'invoice'; id: string }
  | ({ at: string; kind: 'change' } & Pick<HistoryItem, 'act' | 'verb' | 'actor' | 'via' | 'changed'>)

const longest = 50

export function timelineOf(account: AccountPage, changes: readonly HistoryItem[]): Entry[] {
  const entries: Entry[] = [
    ...dated('interaction', account.interactions, (each) => each.happened_at),
    ...dated('ticket', account.tickets, (each) => each.opened_at),
    ...dated('survey_response', account.survey_responses, (each) => each.responded_at),
    ...dated('invoice', account.invoices, (each) => each.issued_on),
    ...changes.map(({ at, act, verb, actor, via, changed }) => ({
      at,
      kind: 'change' as const,
      act,
      verb,
      actor,
      via,
      changed,
    })),
  ]
  // Moments are ISO texts in UTC and days their beginnings, so the order of the texts is the order of time.
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, longest)
}

function dated<T extends { id: string }>(
  kind: Exclude<Entry['kind'], 'change'>,
  list: readonly T[] | undefined,
  momentOf: (each: T) => string | null | undefined,
): Entry[] {
  return (list ?? []).flatMap((each) => {
    const at = momentOf(each)
    return at ? [{ at, kind, id: each.id }] : []
  })
}
