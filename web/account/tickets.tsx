import type { Row } from '../api/answers.ts'
import { Warning } from '../frame/marks.tsx'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { useTold } from '../record/told.tsx'
import { useLanguage } from '../words/language.tsx'

export function Tickets({ tickets, isOpenOnly = false }: { tickets: readonly Row[]; isOpenOnly?: boolean }) {
  const { t } = useLanguage()
  const told = useTold('ticket')
  return (
    <ListSection
      title={t(isOpenOnly ? 'account.openTickets' : 'account.tickets')}
      items={tickets}
      empty={t(isOpenOnly ? 'account.noOpenTickets' : 'account.noTickets')}
    >
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
