// Whether the demo company is really to be taken out.
import { Button } from '@mantine/core'
import { Dialog } from '../frame/dialog.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './begin.module.css'
import { useDemo } from './queries.ts'

export default function RemoveDemo({ close }: { close(): void }) {
  const { t } = useLanguage()
  const remove = useDemo('DELETE')
  return (
    <Dialog title={t('begin.remove')} close={close}>
      <p>{t('begin.removeText')}</p>
      {remove.isError && (
        <p role="alert" className="bad">
          {sentenceOf(remove.error) || t('trouble.unreachable')}
        </p>
      )}
      <div className={style['buttons']}>
        <Button variant="default" onClick={close}>
          {t('begin.keep')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: close })}>
          {t('begin.remove')}
        </Button>
      </div>
    </Dialog>
  )
}
