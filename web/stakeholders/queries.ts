// What the map asks, and what is said when somebody draws on it. A line is drawn at once and taken back if the server refuses it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '../../dictionary/words.ts'
import { ask } from '../api/ask.ts'
import { forget } from '../api/save.ts'
import { useLanguage } from '../words/language.tsx'
import { type Person, type Stakeholders, stakeholdersIn, type ToldMap } from './people.ts'

/** The question of an account's map; asked ahead where somebody is about to open the account. */
export const stakeholdersOf = (account: string, language: Language) => ({
  queryKey: ['stakeholders', account],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Stakeholders> =>
    stakeholdersIn(await ask<ToldMap>(`/api/v1/accounts/${account}/stakeholders`, { language, signal })),
})

export function useStakeholders(account: string) {
  const { language } = useLanguage()
  return useQuery(stakeholdersOf(account, language))
}

export type Drawn =
  | { do: 'boss'; person: Person; boss: Person | null }
  | { do: 'part'; person: Person; values: Partial<Pick<Person, 'roles' | 'stance' | 'strength' | 'isPrimary'>> }
  | { do: 'tie'; from: string; to: string; kind: string; note: string }
  | { do: 'changeTie'; tie: string; kind: string }
  | { do: 'untie'; tie: string }

/** The act, to undo it by; `held` where another system has the last word on it and what was said is kept beside. */
export type Done = { id: string; act: string | null; held?: readonly string[] }

export function useDraw(account: string) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const key = ['stakeholders', account]
  return useMutation({
    mutationFn: (drawn: Drawn) => {
      const { address, method, body } = orderOf(account, drawn)
      return ask<Done>(address, { method, body, language, idempotencyKey: window.crypto.randomUUID() })
    },
    onMutate: async (drawn) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData<Stakeholders>(key)
      if (before) client.setQueryData(key, withDrawn(before, drawn))
      return { before }
    },
    onError: (_, __, kept) => kept?.before && client.setQueryData(key, kept.before),
    onSettled: () => forget(client),
  })
}

type Order = { address: string; method: 'POST' | 'PATCH' | 'DELETE'; body?: unknown }

function orderOf(account: string, drawn: Drawn): Order {
  const ties = '/api/v1/contact_connections'
  switch (drawn.do) {
    case 'boss':
      return {
        address: `/api/v1/contacts/${drawn.person.id}`,
        method: 'PATCH',
        body: { reports_to: drawn.boss?.id ?? null },
      }
    case 'part': {
      const { isPrimary, ...others } = drawn.values
      const body = { ...others, ...(isPrimary === undefined ? {} : { is_primary: isPrimary }) }
      return { address: `/api/v1/account_contacts/${drawn.person.part}`, method: 'PATCH', body }
    }
    case 'tie': {
      const { from, to, kind, note } = drawn
      return { address: ties, method: 'POST', body: { account, contact: from, other: to, kind, ...noted(note) } }
    }
    case 'changeTie':
      return { address: `${ties}/${drawn.tie}`, method: 'PATCH', body: { kind: drawn.kind } }
    case 'untie':
      return { address: `${ties}/${drawn.tie}`, method: 'DELETE' }
  }
}

const noted = (note: string) => (note === '' ? {} : { note })

export function withDrawn({ people, ties, gaps }: Stakeholders, drawn: Drawn): Stakeholders {
  const changed = (id: string, change: Partial<Person>) =>
    people.map((each) => (each.id === id ? { ...each, ...change } : each))
  switch (drawn.do) {
    case 'boss': {
      const boss = drawn.boss && { id: drawn.boss.id, name: drawn.boss.name }
      return { people: changed(drawn.person.id, { boss }), ties, gaps }
    }
    case 'part':
      return { people: changed(drawn.person.id, drawn.values), ties, gaps }
    case 'tie': {
      const { from, to, kind } = drawn
      return { people, ties: [...ties, { id: `${from}-${to}`, from, to, kind }], gaps }
    }
    case 'changeTie': {
      const { tie, kind } = drawn
      return { people, ties: ties.map((each) => (each.id === tie ? { ...each, kind } : each)), gaps }
    }
    case 'untie':
      return { people, ties: ties.filter((each) => each.id !== drawn.tie), gaps }
  }
}
