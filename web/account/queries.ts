// What the tabs of an account ask beyond the page itself; each asks when it is first opened.
import { useQuery } from '@tanstack/react-query'
import type { Row, SurveyResponse, Usage } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'

type Named = { relation: string; select: readonly string[] }
type Order = { field: string; dir: 'asc' | 'desc' }

/** The newest of a list of this account, with those fields of it that the reader may read. */
function useListOf<R extends Row>(
  object: string,
  account: string,
  wish: { fields: readonly (string | Named)[]; order: string; limit: number },
) {
  const { language } = useLanguage()
  const book = useBook()
  const select = wish.fields.filter((each) => book.field(object, typeof each === 'string' ? each : each.relation))
  const order: Order[] = [{ field: wish.order, dir: 'desc' }]
  return useQuery({
    queryKey: ['list', object, account, wish.limit],
    queryFn: async ({ signal }) => {
      const body = {
        from: object,
        select,
        where: { field: 'account', op: 'is', value: account },
        order,
        limit: wish.limit,
      }
      const { data } = await ask<{ data: readonly R[] }>('/api/v1/ask', { method: 'POST', body, language, signal })
      return data
    },
    enabled: select.includes(wish.order),
  })
}

const yearDays = 366

/** The oldest day first. */
export function useUsageYear(account: string) {
  const year = useListOf<Row & Usage>('usage_day', account, {
    fields: ['day', 'daily_active', 'weekly_active', 'monthly_active', 'actions'],
    order: 'day',
    limit: yearDays,
  })
  return { ...year, data: year.data && [...year.data].reverse() }
}

export const useSurveys = (account: string) =>
  useListOf<SurveyResponse>('survey_response', account, {
    fields: ['kind', 'score', 'category', 'comment', 'responded_at', { relation: 'contact', select: ['name'] }],
    order: 'responded_at',
    limit: 200,
  })

export const useTickets = (account: string) =>
  useListOf<Row>('ticket', account, {
    fields: [
      'number',
      'subject',
      'kind',
      'status',
      'priority',
      'opened_at',
      'solved_at',
      'is_escalated',
      'satisfaction',
    ],
    order: 'opened_at',
    limit: 100,
  })
