// The demo company is in the workspace: said where the day begins, with the way to take it out.
import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './begin.module.css'
import { Coming } from './begin.tsx'
import { type Demo, isUnderWay, useDemo } from './queries.ts'

export function DemoHere({ demo }: { demo: Demo }) {
  const { t } = useLanguage()
  const [isAsking, ask] = useState(false)
  const remove = useDemo('DELETE')
  if (isUnderWay(demo))
    return (
      <div className={style['here']}>
        <Coming demo={demo} />
      </div>
    )
  if (demo.state !== 'loaded') return null
  return (
    <p className={style['here']}>
      <IconSparkles size={16} stroke={1.6} aria-hidden /> {t('begin.here')}
      <Button variant="subtle" size="compact-sm" onClick={() => ask(true)}>
        {t('begin.remove')}
      </Button>
      {isAsking && (
        <Dialog title={t('begin.remove')} close={() => ask(false)}>
          <p>{t('begin.removeText')}</p>
          {remove.isError && (
            <p role="alert" className="bad">
              {sentenceOf(remove.error) || t('trouble.unreachable')}
            </p>
          )}
          <div className={style['buttons']}>
            <Button variant="default" onClick={() => ask(false)}>
              {t('begin.keep')}
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: () => ask(false) })}
            >
              {t('begin.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </p>
  )
}
