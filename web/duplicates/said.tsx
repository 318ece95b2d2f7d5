// What was just done, and the way back. It stays until it is closed or something else is done: nobody has to be quick to undo.
import { Button, CloseButton } from '@mantine/core'
import { sentenceOf } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './duplicates-page.module.css'
import { type Decided, useDecide } from './queries.ts'
import { UnmergeDialog, useUnmerging } from './unmerge-dialog.tsx'

export type Saying = {
  text: string
  /** The merge to take apart, and the pair that goes back to the queue. */
  back?: { act?: string; pair?: Decided }
}

export function Said({ saying, say }: { saying: Saying | null; say(next: Saying | null): void }) {
  const { t } = useLanguage()
  const reopen = useDecide('reopen')
  const bringBack = (text: string) => {
    if (saying?.back?.pair) reopen.mutate(saying.back.pair, { onSuccess: () => say({ text }) })
    else say({ text })
  }
  const unmerging = useUnmerging({ done: () => bringBack(t('duplicates.undone')) })
  const fault = sentenceOf(unmerging.fault) || sentenceOf(reopen.error)
  const undo = () => {
    const act = saying?.back?.act
    if (act) unmerging.start(act)
    else bringBack(t('duplicates.reopened'))
  }
  return (
    <>
      <div role="status" className={style['said']} data-empty={saying === null || undefined}>
        {saying && (
          <>
            <span>{saying.text}</span>
            {fault && <span className="bad">{fault}</span>}
            {saying.back && (
              <Button size="xs" variant="default" loading={unmerging.isPending || reopen.isPending} onClick={undo}>
                {t('duplicates.undo')}
              </Button>
            )}
            <CloseButton aria-label={t('duplicates.dismiss')} onClick={() => say(null)} />
          </>
        )}
      </div>
      <UnmergeDialog unmerging={unmerging} />
    </>
  )
}
