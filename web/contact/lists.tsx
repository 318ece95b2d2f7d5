// What hangs on a person: the parts they play at accounts, the lines to others, the talks they were in.

import line from '../record/line.module.css'
import { Details, Entry, ListSection, Section } from '../record/section.tsx'
import { Stance, Strength } from '../stakeholders/signs.tsx'
import { TalkDetails } from '../talk/talk-details.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { ContactWhole, PartAt, Talked } from './queries.ts'

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

export function Talks({ talks }: { talks: readonly Talked[] }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const had = talks
    .flatMap(({ interaction }) => (interaction ? [interaction] : []))
    .sort((a, b) => ((a.happened_at ?? '') < (b.happened_at ?? '') ? 1 : -1))
  return (
    <Section title={t('contact.timeline')}>
      {had.length === 0 ? (
        <p className="quiet">{t('contact.noTimeline')}</p>
      ) : (
        <ol className={line['line']}>
          {had.map(({ id, kind, subject, happened_at, tone, account }) => (
            <li key={id} data-kind="interaction">
              <Entry name={subject ?? book.term('interaction', 'kind', kind)}>
                <Details
                  of={[
                    happened_at && showMoment(happened_at, speech),
                    kind && book.term('interaction', 'kind', kind),
                    tone && book.term('interaction', 'tone', tone),
                    account && (
                      <RecordLink key="account" object="account" id={account.id}>
                        {account.name}
                      </RecordLink>
                    ),
                  ]}
                />
              </Entry>
              <TalkDetails id={id} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
