import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import { useLanguage } from '../words/language.tsx'
import type { Recurring } from './answers.ts'
import style from './recurring.module.css'

/** Whether its file is there when it should be, by its sign and its word. */
export function DueMark({ state, daysLate }: Pick<Recurring, 'state' | 'daysLate'>) {
  const { t } = useLanguage()
  const { icon: Sign, tone } = marks[state]
  return (
    <span className={`${style['state']} ${tone}`}>
      <Sign size={15} aria-hidden />
      {t(`recurringState.${state}`, { count: daysLate })}
    </span>
  )
}

const marks = {
  on_time: { icon: IconCircleCheck, tone: 'good' },
  due: { icon: IconClock, tone: 'warn' },
  late: { icon: IconAlertTriangle, tone: 'bad' },
} satisfies Record<Recurring['state'], object>
