// Whether a recurring import is really to be forgotten.
import { Button } from '@mantine/core'
import { Dialog } from '../frame/dialog.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import style from '../inputs/inputs.module.css'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'
import { useRemoveRecurring } from './recurring-queries.ts'

export default function RemoveRecurring({ recurring, close }: { recurring: Recurring; close(): void }) {
  const { t } = useLanguage()
  const remove = useRemoveRecurring(recurring.id)
  return (
    <Dialog title={t('recurring.removeNamed', { name: recurring.name })} close={close}>
      <p>{t('recurring.removeText')}</p>
      {remove.isError && (
        <p role="alert" className="bad">
          {sentenceOf(remove.error) || t('trouble.unreachable')}
        </p>
      )}
      <div className={style['buttons']}>
        <Button variant="default" onClick={close}>
          {t('recurring.keep')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: close })}>
          {t('recurring.remove')}
        </Button>
      </div>
    </Dialog>
  )
}
