// Sends a draft as one change: all of it is written down, or none and the draft stays.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, Problem } from '../api/ask.ts'
import { forget } from '../api/save.ts'
import { momentOf } from '../inputs/dates.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Draft } from './draft.ts'

export type WrittenDown = { act: string | null; draft: Draft }
type Fault = { field: string | null; message: string }

/** `areNew`: whoever was not known is nobody we know, however alike. */
type Sending = { draft: Draft; areNew?: boolean }
type Alike = { id: string; title: string | null }

export function useWriteDown() {
  const { language, t } = useLanguage()
  const client = useQueryClient()
  const writing = useMutation({
    mutationFn: async ({ draft, areNew = false }: Sending): Promise<WrittenDown> => {
      const { act } = await ask<{ act: string | null }>('/api/v1/capture/interaction', {
        method: 'POST',
        body: { ...bodyOf(draft), ...(areNew ? { allowDuplicate: true } : {}) },
        language,
        idempotencyKey: draft.key,
      })
      return { act, draft }
    },
    // It changes counts, timelines, tasks and freshness all over.
    onSuccess: () => forget(client),
  })
  const problem = writing.error instanceof Problem ? writing.error : null
  const faults = problem?.code === 'record_refused' ? (problem.details['faults'] as readonly Fault[]) : [] // as documented
  const beside = faults.filter(({ field }) => field !== null && besideField.test(field))
  const others = faults.filter((fault) => !beside.includes(fault)).map(({ message }) => message)
  const alike = problem?.code === 'possible_duplicate' ? (problem.details['candidates'] as readonly Alike[]) : [] // as documented
  return {
    ...writing,
    /** By field, `action_items.0.due_on` for one in a list; faults that stand beside no field are in `sentence`. */
    faults: Object.fromEntries(beside.map(({ field, message }) => [field, message])),
    alike,
    sentence:
      !writing.isError || alike.length > 0
        ? null
        : faults.length > 0
          ? others.join(' ') || null
          : problem?.message || t('trouble.unreachable'),
  }
}

const besideField =
  /^(subject|happened_at|duration_minutes|notes|decided|promised|concerns|action_items\.\d+\.(name|due_on))$/

/** As the server takes a talk; what was left empty is left out. */
function bodyOf(draft: Draft): Readonly<Record<string, unknown>> {
  return filled({
    account: draft.account?.id,
    kind: draft.kind,
    direction: draft.direction,
    happened_at: momentOf(draft.at),
    duration_minutes: draft.minutes === '' ? null : Number(draft.minutes),
    subject: draft.subject.trim(),
    notes: draft.notes.trim(),
    decided: draft.decided.trim(),
    promised: draft.promised.trim(),
    concerns: draft.concerns.trim(),
    tone: draft.tone,
    attendees: [...draft.theirs, ...draft.ours.map((user) => ({ user }))],
    action_items: draft.items
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, owner, dueOn }) => filled({ name: name.trim(), owner, due_on: dueOn })),
  })
}

const filled = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== '' && value !== undefined),
  )
