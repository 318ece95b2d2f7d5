// An empty workspace: what belongs here, and the two ways to begin that end in something to look at.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconSparkles, IconTableImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMe } from '../api/queries.ts'
import { sentenceOf } from '../frame/trouble.tsx'
import { mayImport } from '../root.ts'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './begin.module.css'
import { type Beginning, type Demo, isUnderWay, useDemo } from './queries.ts'

export function Begin({ beginning }: { beginning: Beginning }) {
  const { t } = useLanguage()
  const me = useMe().data
  return (
    <section aria-labelledby="begin" className={style['begin']}>
      <h2 id="begin">{t('begin.title')}</h2>
      <p>{t('begin.text')}</p>
      <div className={style['ways']}>
        {me && mayImport(me) && (
          <div className={style['way']}>
            <h3>
              <IconTableImport size={18} stroke={1.6} aria-hidden /> {t('begin.bring')}
            </h3>
            <p>{t('begin.bringText')}</p>
            <Button component={Link} to="/imports">
              {t('begin.bringNow')}
            </Button>
          </div>
        )}
        {beginning.mayLoad && <LoadDemo demo={beginning.demo} />}
      </div>
    </section>
  )
}

function LoadDemo({ demo }: { demo: Demo | null }) {
  const { t } = useLanguage()
  const load = useDemo('POST')
  return (
    <div className={style['way']}>
      <h3>
        <IconSparkles size={18} stroke={1.6} aria-hidden /> {t('begin.demo')}
      </h3>
      <p>{t('begin.demoText')}</p>
      {demo && isUnderWay(demo) ? (
        <Coming demo={demo} />
      ) : (
        <>
          <Button variant="default" loading={load.isPending} onClick={() => load.mutate()}>
            {t(demo?.state === 'failed' ? 'begin.demoAgain' : 'begin.demoNow')}
          </Button>
          {(load.isError || demo?.state === 'failed') && (
            <p role="alert" className="bad">
              <IconAlertTriangle size={14} aria-hidden /> {sentenceOf(load.error) || t('begin.demoFailed')}
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** How much of it has come: counted, because how much there will be is known only when it is all there. */
export function Coming({ demo }: { demo: Demo }) {
  const speech = useLanguage()
  const { t } = speech
  const said =
    demo.state === 'leaving'
      ? t('begin.leaving')
      : demo.state === 'waiting'
        ? t('begin.waiting')
        : t('begin.coming', { records: showNumber(demo.records, speech), events: showNumber(demo.events, speech) })
  return (
    <div className={style['coming']}>
      <progress aria-label={said} />
      <p role="status">{said}</p>
      <p className="quiet">{t('begin.leave')}</p>
    </div>
  )
}
