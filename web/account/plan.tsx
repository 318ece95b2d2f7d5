// What we promised and have to do, and what they want to reach.
import type { Named, Row } from '../api/answers.ts'
import { Warning } from '../frame/marks.tsx'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { useTold } from '../record/told.tsx'
import { showDay } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'

export function Tasks({ tasks }: { tasks: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('task')
  return (
    <ListSection title={t('account.tasks')} items={tasks} empty={t('account.noTasks')}>
      {(task) => (
        <Entry name={told(task, 'name')}>
          <Details
            of={[
              <Due key="due" day={task['due_on']} />,
              (task['owner'] as Named | null | undefined)?.name, // selected with its name
              told(task, 'status'),
              told(task, 'priority'),
            ]}
          />
        </Entry>
      )}
    </ListSection>
  )
}

export function Objectives({ objectives }: { objectives: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('objective')
  return (
    <ListSection title={t('account.objectives')} items={objectives} empty={t('account.noObjectives')}>
      {(objective) => (
        <Entry name={told(objective, 'name')} figure={told(objective, 'status') ?? undefined}>
          <Details
            of={[
              told(objective, 'current') && told(objective, 'target')
                ? t('account.fromTo', { from: told(objective, 'current'), to: told(objective, 'target') })
                : told(objective, 'target'),
              told(objective, 'due_on'),
            ]}
          />
        </Entry>
      )}
    </ListSection>
  )
}

function Due({ day }: { day: unknown }) {
  const speech = useLanguage()
  if (typeof day !== 'string') return null
  const date = showDay(day, speech)
  const isLate = day < new Date().toLocaleDateString('sv') // Swedish days are written as ISO days
  return isLate ? (
    <span className="bad">
      <Warning size={13} /> {speech.t('account.overdue', { date })}
    </span>
  ) : (
    speech.t('account.due', { date })
  )
}
