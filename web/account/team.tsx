import type { AccountRecord } from '../api/answers.ts'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'

export function Team({ team }: { team: NonNullable<AccountRecord['team']> }) {
  const { t } = useLanguage()
  const book = useBook()
  return (
    <ListSection title={t('account.team')} items={team} empty={t('account.noTeam')}>
      {(member) => (
        <Entry name={member.user?.name ?? t('account.unknown')}>
          <Details of={[member.role && book.term('account_team_member', 'role', member.role)]} />
        </Entry>
      )}
    </ListSection>
  )
}
