// Brings a value of the past back: an edit like any other, that says so, can be undone, and may be outvoted by a system of record.
import { Button } from '@mantine/core'
import type { DescribedObject, Field, Row } from '../api/answers.ts'
import { useSave, useUndo } from '../api/save.ts'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { isEmpty, show } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'

type Past = {
  object: DescribedObject
  field: Field
  /** As it is now. */
  record: Row
  /** What is to be its value again; null for none. */
  value: unknown
}

export function Restore({ object, field, record, value }: Past) {
  const speech = useLanguage()
  const { t } = speech
  const save = useSave(object)
  const undo = useUndo()
  const told = (isHeld: boolean): string => {
    if (isHeld) return t('edit.held', { field: field.label })
    if (isEmpty(value)) return t('edit.emptied', { field: field.label })
    // A reference is an id here, which says nothing to anybody.
    if (field.type === 'reference') return t('record.broughtBack', { field: field.label })
    return t('edit.saved', { field: field.label, value: show(value, speech, field) })
  }
  const restore = async () => {
    const version = typeof record['version'] === 'number' ? record['version'] : null
    try {
      // Awaited, because the row that this stands in may be gone before the server has answered.
      const { act, held } = await save.mutateAsync({ id: record.id, version, values: { [field.name]: value } })
      const isHeld = held?.includes(field.name) ?? false
      toast({
        text: told(isHeld),
        ...(isHeld ? { tone: 'warn' } : {}),
        ...(act ? { undo: () => undo(act) } : {}),
      })
    } catch (error) {
      toast({ text: sentenceOf(error) || t('edit.unsaved'), tone: 'bad' })
    }
  }
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={save.isPending}
      aria-label={t('record.restoreField', { field: field.label })}
      onClick={restore}
    >
      {t('record.restore')}
    </Button>
  )
}
