// The demo company is in the workspace: said where the day begins, with the way to take it out.
import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './begin.module.css'
import { Coming } from './begin.tsx'
import { type Demo, isUnderWay } from './queries.ts'

const RemoveDemo = lazy(() => import('./remove-demo.tsx'))

export function DemoHere({ demo }: { demo: Demo }) {
  const { t } = useLanguage()
  const [isAsking, ask] = useState(false)
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
        <Suspense>
          <RemoveDemo close={() => ask(false)} />
        </Suspense>
      )}
    </p>
  )
}
