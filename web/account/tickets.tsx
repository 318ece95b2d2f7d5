import type { Row } from '../api/answers.ts'
import { Warning } from '../frame/marks.tsx'
import { useLanguage } from '../words/language.tsx'
import { Details, Entry, ListSection } from './section.tsx'
import { useTold } from './told.tsx'

export function Tickets({ tickets }: { tickets: readonly Row[] }) {
  const { t } = useLanguage()
  const told = useTold('ticket')
  return (
    <ListSection title={t('account.tickets')} items={tickets} empty={t('account.noTickets')}>
      {(ticket) => (
        <Entry name={told(ticket, 'subject') ?? told(ticket, 'number')} figure={told(ticket, 'status') ?? undefined}>
          <Details
            of={[
              ticket['is_escalated'] === true && (
                <span className="bad">
                  <Warning size={13} /> {t('account.escalated')}
                </span>
              ),
              ...['number', 'kind', 'priority', 'opened_at'].map((name) => told(ticket, name)),
            ]}
          />
        </Entry>
      )}
    </ListSection>
  )
}
