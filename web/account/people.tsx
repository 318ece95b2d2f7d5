import type { AccountContact, AccountRecord } from '../api/answers.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { Details, Entry, ListSection } from './section.tsx'

export function People({ people }: { people: readonly AccountContact[] }) {
  const { t } = useLanguage()
  const book = useBook()
  return (
    <ListSection title={t('account.people')} items={people} empty={t('account.noPeople')}>
      {(person) => (
        <Entry
          name={person.contact?.name ?? t('account.unknown')}
          figure={person.stance ? book.term('account_contact', 'stance', person.stance) : undefined}
        >
          <Details
            of={[
              person.is_primary && <strong>{t('account.primary')}</strong>,
              person.is_current === false && t('account.former'),
              person.contact?.title,
              person.roles?.map((role) => book.term('account_contact', 'roles', role)).join(', '),
              person.contact?.email && <a href={`mailto:${person.contact.email}`}>{person.contact.email}</a>,
              person.contact?.phone && <a href={`tel:${person.contact.phone}`}>{person.contact.phone}</a>,
            ]}
          />
        </Entry>
      )}
    </ListSection>
  )
}

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
