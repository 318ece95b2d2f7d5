// One thing that happened, by its kind.
import type { ReactNode } from 'react'
import { Details, Entry } from '../record/section.tsx'
import { useTold } from '../record/told.tsx'
import { TalkDetails } from '../talk/talk-details.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { Happening } from './queries.ts'

type Of<K extends Happening['kind']> = { entry: Extract<Happening, { kind: K }>; at: ReactNode }

export function Happened({ entry }: { entry: Happening }) {
  const speech = useLanguage()
  const at = (
    <>
      {showWhen(entry.at, speech)}
      {entry.account && (
        <>
          {' · '}
          <RecordLink object="account" id={entry.account.id}>
            {entry.account.name}
          </RecordLink>
        </>
      )}
    </>
  )
  switch (entry.kind) {
    case 'interaction':
      return <Interaction entry={entry} at={at} />
    case 'ticket':
      return <Ticket entry={entry} at={at} />
    case 'survey_response':
      return <Survey entry={entry} at={at} />
    case 'task':
      return <Task entry={entry} at={at} />
    case 'comment':
      return <Comment entry={entry} at={at} />
    case 'milestone':
      return <Milestone entry={entry} at={at} />
  }
}

function Interaction({ entry, at }: Of<'interaction'>) {
  const { t } = useLanguage()
  const book = useBook()
  const form = entry.form && book.term('interaction', 'kind', entry.form)
  return (
    <>
      <Entry name={entry.subject ?? form ?? t('timeline.interaction')}>
        <Details
          of={[
            at,
            form,
            entry.direction && book.term('interaction', 'direction', entry.direction),
            entry.tone && book.term('interaction', 'tone', entry.tone),
            entry.author?.name,
          ]}
        />
      </Entry>
      <TalkDetails id={entry.id} />
    </>
  )
}

function Ticket({ entry, at }: Of<'ticket'>) {
  const { t } = useLanguage()
  const told = useTold('ticket')
  return (
    <Entry name={entry.subject} figure={told(entry, 'status') ?? undefined}>
      <Details
        of={[
          at,
          entry.number && t('timeline.oneTicket', { number: entry.number }),
          told(entry, 'priority'),
          entry.requester?.name,
        ]}
      />
    </Entry>
  )
}

function Survey({ entry, at }: Of<'survey_response'>) {
  const { t } = useLanguage()
  const book = useBook()
  const told = useTold('survey_response')
  const form = entry.form ? book.term('survey_response', 'kind', entry.form) : t('timeline.oneSurvey')
  return (
    <Entry name={[form, told(entry, 'score')].filter(Boolean).join(' ')} figure={told(entry, 'category') ?? undefined}>
      <Details of={[at, entry.contact?.name, entry.comment && <span className="prose">{entry.comment}</span>]} />
    </Entry>
  )
}

function Task({ entry, at }: Of<'task'>) {
  const told = useTold('task')
  return (
    <Entry name={entry.name} figure={told(entry, 'status') ?? undefined}>
      <Details of={[at, useBook().object('task')?.label, entry.owner?.name]} />
    </Entry>
  )
}

/** A mention is kept as an id, and read as a name. */
function Comment({ entry, at }: Of<'comment'>) {
  const { t } = useLanguage()
  const text = (entry.body ?? '').replace(/@\[([0-9a-f-]{36})\]/g, (_, id: string) => `@${entry.people?.[id] ?? '…'}`)
  return (
    <Entry name={<span className="prose">{text}</span>}>
      <Details of={[at, t('timeline.comment'), entry.author?.name]} />
    </Entry>
  )
}

function Milestone({ entry, at }: Of<'milestone'>) {
  const { t } = useLanguage()
  const label = useBook().field('account', entry.milestone)?.label
  return (
    <Entry name={<strong>{label ?? t('timeline.firstUsed')}</strong>}>
      <Details of={[at, t('timeline.milestone')]} />
    </Entry>
  )
}
