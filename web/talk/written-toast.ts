import { useUndo } from '../api/save.ts'
import { toast } from '../frame/toast.tsx'
import { useLanguage } from '../words/language.tsx'
import type { WrittenDown } from './send.ts'

/** Says that a talk is written down, and takes all of it back in one step: talk, attendees, tasks, people met. */
export function useWrittenToast(): (written: WrittenDown) => void {
  const { t } = useLanguage()
  const undo = useUndo()
  return ({ act, draft }) => {
    const count = draft.items.filter(({ name }) => name.trim() !== '').length
    const account = draft.account?.name ?? ''
    toast({
      text: count > 0 ? t('talk.doneItems', { account, count }) : t('talk.done', { account }),
      ...(act ? { undo: () => undo(act) } : {}),
    })
  }
}
