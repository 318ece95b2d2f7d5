import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, Problem } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'

export type About = { object: string; record: string }
export type Comment = {
  id: string
  body: string
  author: { id: string; name: string | null }
  at: string
  editedAt: string | null
  isDeleted: boolean
  isMine: boolean
  version: number
  /** The names of who is mentioned, by user. */
  people: Readonly<Record<string, string>>
}
export type Said = { comment: Comment; unreached: readonly { id: string; name: string }[] }

export const at = '/api/v1/comments'
const keyOf = ({ object, record }: About) => ['comments', object, record]

export function useComments(about: About) {
  const { language } = useLanguage()
  return useInfiniteQuery({
    queryKey: keyOf(about),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...about, limit: '50', ...(pageParam === '' ? {} : { after: pageParam }) })
      return ask<{ data: readonly Comment[]; next: string | null }>(`${at}?${query}`, { language, signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
  })
}

/** Something said about a record, changed or taken away. */
export function useSay(about: About) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: keyOf(about) })
  const say = useMutation({
    mutationFn: (body: string) =>
      ask<Said>(at, {
        method: 'POST',
        body: { ...about, body },
        language,
        idempotencyKey: window.crypto.randomUUID(),
      }),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, body, version }: Pick<Comment, 'id' | 'body' | 'version'>) =>
      ask<Said>(`${at}/${id}`, { method: 'PATCH', body: { body, version }, language }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: string) => ask<void>(`${at}/${id}`, { method: 'DELETE', language }),
    onSuccess,
  })
  return { say, change, remove }
}

export function useFollowing(about: About) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const key = ['followers', about.object, about.record]
  const query = new URLSearchParams({ ...about })
  const following = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      ask<{ data: readonly { id: string; name: string }[]; isFollowing: boolean }>(`/api/v1/followers?${query}`, {
        language,
        signal,
      }),
    retry: false,
  })
  const follow = useMutation({
    mutationFn: (isFollowing: boolean) =>
      isFollowing
        ? ask<void>('/api/v1/followers', { method: 'PUT', body: about, language })
        : ask<void>(`/api/v1/followers?${query}`, { method: 'DELETE', language }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  return { following, follow }
}
