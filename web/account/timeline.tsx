// What happened, newest first, over all kinds. An entry points at a record of the page's lists.
import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Account360, Named, Row, TimelineEntry } from '../api/answers.ts'
import { showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { ChangeEntry } from './change-entry.tsx'
import { Details, Entry, Section } from './section.tsx'
import style from './timeline.module.css'
import { useTold } from './told.tsx'

type Kind = TimelineEntry['kind']
const kinds = ['interaction', 'ticket', 'survey_response', 'invoice', 'change'] as const satisfies readonly Kind[]

export function Timeline({ page }: { page: Account360 }) {
  const { t } = useLanguage()
  const [kind, setKind] = useState<Kind | 'every'>('every')
  const present = kinds.filter((each) => page.timeline.some((entry) => entry.kind === each))
  const entries = page.timeline.filter((entry) => kind === 'every' || entry.kind === kind)
  const choice = (
    <NativeSelect
      size="xs"
      aria-label={t('account.kind')}
      value={kind}
      onChange={(event) => setKind(kinds.find((each) => each === event.currentTarget.value) ?? 'every')}
      data={(['every', ...present] as const).map((value) => ({ value, label: t(`account.${value}`) }))}
    />
  )
  return (
    <Section title={t('account.timeline')} note={choice}>
      {entries.length === 0 ? (
        <p className="quiet">{t('account.timelineEmpty')}</p>
      ) : (
        <ol className={style['line']}>
          {entries.map((entry) => (
            <li key={entry.kind === 'change' ? `${entry.act} ${entry.at}` : entry.id} data-kind={entry.kind}>
              {entry.kind === 'change' ? <ChangeEntry change={entry} /> : <Happened entry={entry} page={page} />}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

type Record = Exclude<TimelineEntry, { kind: 'change' }>

function Happened({ entry, page }: { entry: Record; page: Account360 }) {
  const speech = useLanguage()
  const { account } = page
  const lists = {
    interaction: account.interactions,
    ticket: account.tickets,
    survey_response: account.survey_responses,
    invoice: account.invoices,
  } satisfies { [kind in Record['kind']]: readonly Row[] | undefined }
  const record = lists[entry.kind]?.find((each) => each.id === entry.id)
  const Shown = shows[entry.kind]
  return record ? <Shown record={record} at={showWhen(entry.at, speech)} /> : null
}

type Shown = { record: Row; at: string }

const shows: { readonly [kind in Record['kind']]: (shown: Shown) => ReactNode } = {
  interaction: Interaction,
  ticket: Ticket,
  survey_response: Survey,
  invoice: Invoice,
}

function Interaction({ record, at }: Shown) {
  const { t } = useLanguage()
  const told = useTold('interaction')
  return (
    <Entry name={told(record, 'subject') ?? told(record, 'kind') ?? t('account.oneInteraction')}>
      <Details
        of={[
          at,
          told(record, 'kind'),
          told(record, 'direction'),
          told(record, 'tone'),
          (record['author'] as Named | null | undefined)?.name, // selected with its name
        ]}
      />
    </Entry>
  )
}

function Ticket({ record, at }: Shown) {
  const { t } = useLanguage()
  const told = useTold('ticket')
  return (
    <Entry name={told(record, 'subject')} figure={told(record, 'status') ?? undefined}>
      <Details of={[at, t('account.oneTicket', { number: told(record, 'number') }), told(record, 'priority')]} />
    </Entry>
  )
}

function Survey({ record, at }: Shown) {
  const { t } = useLanguage()
  const told = useTold('survey_response')
  return (
    <Entry
      name={[told(record, 'kind') ?? t('account.oneSurvey'), told(record, 'score')].filter(Boolean).join(' ')}
      figure={told(record, 'category') ?? undefined}
    >
      <Details of={[at]} />
    </Entry>
  )
}

function Invoice({ record, at }: Shown) {
  const { t } = useLanguage()
  const told = useTold('invoice')
  return (
    <Entry
      name={t('account.oneInvoice', { number: told(record, 'number') })}
      figure={told(record, 'total') ?? undefined}
    >
      <Details of={[at, told(record, 'status')]} />
    </Entry>
  )
}
