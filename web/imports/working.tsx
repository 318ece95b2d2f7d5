import { Button, Progress } from '@mantine/core'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { Import } from './answers.ts'
import style from './imports.module.css'
import { useStep } from './queries.ts'

/** What the worker is doing with the import, how far it is, and a way to stop it. It goes on when the page is left. */
export function Working({ order }: { order: Import }) {
  const speech = useLanguage()
  const { t } = speech
  const cancel = useStep(order.id)
  const { step } = order
  if (!step) return null
  const share = step.of ? (step.rows / step.of) * 100 : 0
  return (
    <section className={style['working']} role="status">
      <strong>{t(`importWorking.${step.step}`)}</strong>
      <Progress value={share} animated aria-label={t(`importWorking.${step.step}`)} />
      <span className="quiet">
        {step.of
          ? t('imports.rowsOf', { rows: showNumber(step.rows, speech), of: showNumber(step.of, speech) })
          : t('imports.rowsSoFar', { rows: showNumber(step.rows, speech) })}
        {step.perSecond ? ` · ${t('imports.perSecond', { rows: showNumber(Math.round(step.perSecond), speech) })}` : ''}
        {' · '}
        {t('imports.mayLeave')}
      </span>
      {step.step !== 'undo' && (
        <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate('cancel')}>
          {t('imports.cancel')}
        </Button>
      )}
    </section>
  )
}
