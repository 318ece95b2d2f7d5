// What happened, newest first, over all kinds. An entry points at a record of the page's lists. What is looked for is in the address.
import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Account360, Named, Row, TimelineEntry } from '../api/answers.ts'
import { ChangeEntry } from '../record/change-entry.tsx'
import style from '../record/line.module.css'
import { Details, Entry, Section } from '../record/section.tsx'
import { useTold } from '../record/told.tsx'
import { TalkDetails } from '../talk/talk-details.tsx'
import { showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import type { AccountSearch } from './page.ts'
import filterStyle from './timeline.module.css'

type Kind = TimelineEntry['kind']
const kinds = ['interaction', 'ticket', 'survey_response', 'invoice', 'change'] as const satisfies readonly Kind[]
type Happening = Exclude<TimelineEntry, { kind: 'change' }>

export function Timeline({ page }: { page: Account360 }) {
  const { t } = useLanguage()
  const wish = useSearch({ from: '/accounts/$id' })
  const entries = page.timeline.filter((entry) => fits(entry, page, wish))
  return (
    <Section title={t('account.timeline')}>
      <Filters page={page} />
      {entries.length === 0 ? (
        <p className="quiet">{t(page.timeline.length === 0 ? 'account.timelineEmpty' : 'account.timelineNone')}</p>
      ) : (
        <ol className={style['line']}>
          {gathered(entries).map((entry) =>
            Array.isArray(entry) ? (
              <li key={`${entry[0]?.act} ${entry[0]?.at}`} data-kind="change">
                <Changes changes={entry} />
              </li>
            ) : (
              <li key={entry.id} data-kind={entry.kind}>
                <Happened entry={entry} page={page} />
              </li>
            ),
          )}
        </ol>
      )}
    </Section>
  )
}

type Changed = Extract<TimelineEntry, { kind: 'change' }>

/** Changes with nothing between them are told as one, because an import alone makes a dozen. */
function gathered(entries: readonly TimelineEntry[]): (Happening | Changed[])[] {
  const told: (Happening | Changed[])[] = []
  for (const entry of entries) {
    const last = told.at(-1)
    if (entry.kind !== 'change') told.push(entry)
    else if (Array.isArray(last)) last.push(entry)
    else told.push([entry])
  }
  return told
}

function Changes({ changes }: { changes: readonly Changed[] }) {
  const speech = useLanguage()
  const [first] = changes
  if (!first) return null
  if (changes.length === 1) return <ChangeEntry object="account" change={first} />
  return (
    <details className={filterStyle['changes']}>
      <summary>{speech.t('account.changes', { count: changes.length, at: showWhen(first.at, speech) })}</summary>
      {changes.map((change) => (
        <ChangeEntry key={`${change.act} ${change.at}`} object="account" change={change} />
      ))}
    </details>
  )
}

function Filters({ page }: { page: Account360 }) {
  const { t } = useLanguage()
  const wish = useSearch({ from: '/accounts/$id' })
  const navigate = useNavigate({ from: '/accounts/$id' })
  const [words, setWords] = useState(wish.search ?? '')
  const set = (next: Partial<typeof wish>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const present = kinds.filter((each) => page.timeline.some((entry) => entry.kind === each))
  const people = [...new Set((page.account.interactions ?? []).flatMap((each) => nameOf(each['author']) ?? []))].sort()
  return (
    <search className={filterStyle['filters']} aria-label={t('account.timelineFilters')}>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('account.timelineSearch')}
        placeholder={t('account.timelineSearch')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          set({ search: event.currentTarget.value })
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('account.kind')}
        value={wish.kind ?? ''}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('account.every') },
          ...present.map((value) => ({ value, label: t(`account.${value}`) })),
        ]}
      />
      {people.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={t('account.timelineWho')}
          value={wish.who ?? ''}
          onChange={(event) => set({ who: event.currentTarget.value })}
          data={[{ value: '', label: t('account.anybody') }, ...people]}
        />
      )}
      <TextInput
        size="xs"
        type="date"
        aria-label={t('account.timelineSince')}
        title={t('account.timelineSince')}
        value={wish.since ?? ''}
        onChange={(event) => set({ since: event.currentTarget.value })}
      />
    </search>
  )
}

const nameOf = (user: unknown): string | null => (user as Named | null | undefined)?.name ?? null // selected with its name

type Wish = Pick<AccountSearch, 'kind' | 'who' | 'since' | 'search'>

function fits(entry: TimelineEntry, page: Account360, { kind, who, since, search }: Wish): boolean {
  if (kind && entry.kind !== kind) return false
  if (since && entry.at.slice(0, 10) < since) return false
  if (!who && !search) return true
  if (entry.kind === 'change') return false
  const record = recordOf(entry, page)
  if (who && nameOf(record?.['author']) !== who) return false
  return (
    !search ||
    JSON.stringify(record ?? '')
      .toLowerCase()
      .includes(search.toLowerCase())
  )
}

function recordOf(entry: Happening, { account }: Account360): Row | undefined {
  const lists = {
    interaction: account.interactions,
    ticket: account.tickets,
    survey_response: account.survey_responses,
    invoice: account.invoices,
  } satisfies { [kind in Happening['kind']]: readonly Row[] | undefined }
  return lists[entry.kind]?.find((each) => each.id === entry.id)
}

function Happened({ entry, page }: { entry: Happening; page: Account360 }) {
  const speech = useLanguage()
  const record = recordOf(entry, page)
  const Shown = shows[entry.kind]
  return record ? <Shown record={record} at={showWhen(entry.at, speech)} /> : null
}

type Shown = { record: Row; at: string }

const shows: { readonly [kind in Happening['kind']]: (shown: Shown) => ReactNode } = {
  interaction: Interaction,
  ticket: Ticket,
  survey_response: Survey,
  invoice: Invoice,
}

function Interaction({ record, at }: Shown) {
  const { t } = useLanguage()
  const told = useTold('interaction')
  return (
    <>
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
      <TalkDetails id={record.id} />
    </>
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
