// Writes down a person and their part at an account. One who seems to be known already is asked about before anything is written.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, Problem } from '../api/ask.ts'
import { forget } from '../api/save.ts'
import { useLanguage } from '../words/language.tsx'
import type { Done } from './queries.ts'

export type NewPerson = { name: string; title: string; email: string; roles: readonly string[] }
type Added = { contact: string; act: string | null }
/** `existing`: it is this contact, only their part is new. `anyway`: it is nobody we know, however alike. */
type Order = { person: NewPerson; existing?: string; anyway?: boolean }
type Alike = { id: string; title: string | null }
type Fault = { field: string | null; message: string }

export function useAddPerson(account: string) {
  const { language } = useLanguage()
  const client = useQueryClient()
  const add = useMutation({
    mutationFn: async ({ person, existing, anyway }: Order): Promise<Added> => {
      const { name, title, email, roles } = person
      const post = <A>(address: string, body: unknown) =>
        ask<A>(address, { method: 'POST', body, language, idempotencyKey: window.crypto.randomUUID() })
      const parts = roles.length > 0 ? { roles } : {}
      if (existing) {
        const { act } = await post<Done>('/api/v1/account_contacts', { account, contact: existing, ...parts })
        return { contact: existing, act }
      }
      const known = Object.fromEntries(
        Object.entries({ name, title, email }).filter(([, value]) => value.trim() !== ''),
      )
      return post<Added>('/api/v1/capture/contact', {
        account,
        ...known,
        ...parts,
        ...(anyway ? { allowDuplicate: true } : {}),
      })
    },
    onSuccess: () => forget(client),
  })
  const problem = add.error instanceof Problem ? add.error : null
  const faults = problem?.code === 'record_refused' ? (problem.details['faults'] as readonly Fault[]) : [] // as documented
  return {
    ...add,
    /** By field; a fault of the whole is in `sentence`. */
    faults: Object.fromEntries(faults.flatMap(({ field, message }) => (field ? [[field, message]] : []))),
    alike: problem?.code === 'possible_duplicate' ? (problem.details['candidates'] as readonly Alike[]) : [], // as documented
    sentence: problem && faults.every(({ field }) => field === null) ? problem.message : null,
  }
}
