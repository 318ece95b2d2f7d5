import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Named, Page, Row } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

export type Task = Row & {
  name: string
  due_on?: string | null
  status?: string | null
  priority?: string | null
  account?: Named | null
  owner?: Named | null
}

const open = { field: 'status', op: 'in', value: ['open', 'in_progress'] }
const ended = { field: 'status', op: 'in', value: ['done', 'dropped'] }
const mine = { field: 'owner', op: 'is', me: true }

/** Open work by its day, what has none last; what is done, the latest first. */
export function useTasks({ isAll, isDone }: { isAll: boolean; isDone: boolean }) {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['tasks', isAll, isDone],
    queryFn: ({ pageParam, signal }) =>
      ask<Page>('/api/v1/ask', {
        method: 'POST',
        language,
        signal,
        body: {
          from: 'task',
          select: [
            'id',
            'name',
            'due_on',
            'done_on',
            'status',
            'priority',
            'version',
            { relation: 'account', select: ['id', 'name'] },
            { relation: 'owner', select: ['id', 'name'] },
          ],
          where: { all: [isDone ? ended : open, ...(isAll ? [] : [mine])] },
          order: isDone ? [{ field: 'done_on', dir: 'desc' }] : [{ field: 'due_on' }],
          limit: 100,
          ...(pageParam === '' ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}
