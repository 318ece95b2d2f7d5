// What hangs on a person: the parts they play at accounts, and the lines to others.

import { Details, Entry, ListSection } from '../record/section.tsx'
import { Stance, Strength } from '../stakeholders/signs.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { useLanguage } from '../words/language.tsx'
import type { ContactWhole, PartAt } from './queries.ts'

export function Parts({ parts }: { parts: readonly PartAt[] }) {
  const { t } = useLanguage()
  const book = useBook()
  return (
    <ListSection title={t('contact.accounts')} items={parts} empty={t('contact.noAccounts')}>
      {(part) => (
        <Entry
          name={
            part.account ? (
              <RecordLink object="account" id={part.account.id}>
                {part.account.name}
              </RecordLink>
            ) : (
              t('values.unknown')
            )
          }
          figure={<Strength strength={part.strength} />}
        >
          <Details
            of={[
              part.is_primary && <strong>{t('stakeholders.primary')}</strong>,
              part.is_current === false && t('stakeholders.former'),
              part.roles?.map((role) => book.term('account_contact', 'roles', role)).join(', '),
              part.stance && <Stance stance={part.stance} />,
            ]}
          />
        </Entry>
      )}
    </ListSection>
  )
}

export function Lines({ contact }: { contact: ContactWhole }) {
  const { t } = useLanguage()
  const book = useBook()
  const kindOf = (kind: unknown) => book.term('contact_connection', 'kind', kind)
  const lines = [
    ...(contact.direct_reports ?? []).map(({ id, name, title }) => ({
      id,
      what: t('contact.leads'),
      who: { id, name },
      note: title,
    })),
    ...(contact.connections ?? []).map(({ id, kind, other, note }) => ({ id, what: kindOf(kind), who: other, note })),
    ...(contact.connected_from ?? []).map(({ id, kind, contact: from, note }) => ({
      id,
      what: t('stakeholders.tieSays', { from: from?.name ?? '', kind: kindOf(kind), to: contact.name ?? '' }),
      who: from,
      note,
    })),
  ]
  return (
    <ListSection title={t('contact.connections')} items={lines} empty={t('contact.noConnections')}>
      {({ what, who, note }) => (
        <Entry
          name={
            who ? (
              <RecordLink object="contact" id={who.id}>
                {who.name}
              </RecordLink>
            ) : (
              t('values.unknown')
            )
          }
        >
          <Details of={[what, note]} />
        </Entry>
      )}
    </ListSection>
  )
}
