// The tour is offered where the day begins, until it was taken or declined; then never again.
import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import type { Me } from '../api/answers.ts'
import { useKeepTour } from '../welcome/queries.ts'
import { useLanguage } from '../words/language.tsx'
import { goToStep, useStep } from './running.ts'
import { stepsFor } from './steps.ts'
import style from './tour.module.css'

export function Offer({ me }: { me: Me }) {
  const { t } = useLanguage()
  const keep = useKeepTour()
  const isRunning = useStep() !== null
  const { tour } = me
  const count = stepsFor(me).length
  if (!tour || tour.isOver || isRunning) return null
  const next = Math.min(tour.step, count - 1)
  return (
    <section className={style['offer']} aria-label={t('tour.title')}>
      <IconCompass size={20} stroke={1.6} aria-hidden />
      <p>{next === 0 ? t('tour.offer', { count }) : t('tour.goOnText', { step: next + 1, count })}</p>
      <Button size="compact-sm" onClick={() => goToStep(next)}>
        {t(next === 0 ? 'tour.start' : 'tour.goOn')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => keep({ step: tour.step, isOver: true })}>
        {t('tour.decline')}
      </Button>
    </section>
  )
}
