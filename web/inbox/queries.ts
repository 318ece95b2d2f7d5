import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import type { Catalogue } from '../words/areas.ts'
import { useLanguage } from '../words/language.tsx'

export type Notification = {
  id: string
  kind: keyof Catalogue['inboxKind']
  at: string
  isRead: boolean
  count: number
  record: { object: string; id: string; title: string | null } | null
  comment: { id: string; excerpt: string } | null
  by: { kind: string; id: string; name: string | null } | null
  note: string | null
}

const at = '/api/v1/notifications'

export function useUnread() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['notifications', 'count'],
    queryFn: ({ signal }) => ask<{ unread: number }>(`${at}/count`, { language, signal }),
    select: ({ unread }) => unread,
    retry: false,
  })
}

export function useNotifications() {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['notifications', 'list'],
    queryFn: ({ pageParam, signal }) =>
      ask<{ data: readonly Notification[]; next: string | null }>(
        `${at}?${new URLSearchParams({ limit: '20', ...(pageParam === '' ? {} : { after: pageParam }) })}`,
        { language, signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export function useRead() {
  const { language } = useLanguage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (which: { ids: readonly string[] } | { all: true }) =>
      ask<{ unread: number }>(`${at}/read`, { method: 'POST', body: which, language }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
