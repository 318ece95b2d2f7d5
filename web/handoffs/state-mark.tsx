import { IconArrowBackUp, IconCircleCheck, IconHourglass, IconPencil } from '@tabler/icons-react'
import { useBook } from '../values/book.tsx'
import style from './handoffs-page.module.css'
import type { HandoffState } from './queries.ts'

/** A state by its sign and its word. */
export function StateMark({ state }: { state: HandoffState }) {
  const { icon: Sign, tone } = marks[state]
  return (
    <span className={`${style['state']} ${tone}`}>
      <Sign size={15} aria-hidden />
      {useBook().term('handoff', 'state', state)}
    </span>
  )
}

const marks = {
  draft: { icon: IconPencil, tone: 'quiet' },
  submitted: { icon: IconHourglass, tone: '' },
  returned: { icon: IconArrowBackUp, tone: 'warn' },
  accepted: { icon: IconCircleCheck, tone: 'good' },
} satisfies Record<HandoffState, object>
