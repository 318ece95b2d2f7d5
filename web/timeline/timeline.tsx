// What happened, newest first, over all kinds, with what is looked for above it. Changes with nothing between them are told as one.
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { Failed } from '../frame/trouble.tsx'
import { ChangeEntry } from '../record/change-entry.tsx'
import line from '../record/line.module.css'
import { Section } from '../record/section.tsx'
import { showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { Happened } from './entries.tsx'
import { Filters } from './filters.tsx'
import { type Entry, type Happening, type Of, useTimeline, type Wish } from './queries.ts'
import style from './timeline.module.css'

type Shown = {
  of: Of
  id: string
  wish: Wish
  look(wish: Wish): void
  /** Whom it may have been with, where that can be chosen. */
  people?: readonly { id: string; name: string }[]
}

export function Timeline({ of, id, wish, look, people }: Shown) {
  const { t } = useLanguage()
  const timeline = useTimeline(of, id, wish)
  const entries = timeline.data?.pages.flatMap((page) => page.data) ?? []
  const isLooking = Object.values(wish).some(Boolean)
  const object = of === 'accounts' ? 'account' : 'contact'
  return (
    <Section title={t('timeline.title')}>
      <Filters wish={wish} look={look} people={people} />
      {timeline.isPending ? (
        <Skeleton height={420} role="status" aria-label={t('trouble.loading')} />
      ) : timeline.isError && entries.length === 0 ? (
        <Failed error={timeline.error} retry={timeline.refetch} />
      ) : entries.length === 0 ? (
        <p className="quiet">{t(isLooking ? 'timeline.noneFits' : 'timeline.empty')}</p>
      ) : (
        <ol className={line['line']} aria-busy={timeline.isPlaceholderData}>
          {gathered(entries).map((entry) =>
            Array.isArray(entry) ? (
              <li key={`${entry[0]?.id} ${entry[0]?.at}`} data-kind="change">
                <Changes object={object} changes={entry} />
              </li>
            ) : (
              <li key={`${entry.kind} ${entry.id}`} data-kind={entry.kind}>
                <Happened entry={entry} />
              </li>
            ),
          )}
        </ol>
      )}
      {timeline.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt={12}
          loading={timeline.isFetchingNextPage}
          onClick={() => timeline.fetchNextPage()}
        >
          {t('timeline.older')}
        </Button>
      )}
    </Section>
  )
}

type Changed = Extract<Entry, { kind: 'change' }>

function gathered(entries: readonly Entry[]): (Happening | Changed[])[] {
  const told: (Happening | Changed[])[] = []
  for (const entry of entries) {
    const last = told.at(-1)
    if (entry.kind !== 'change') told.push(entry)
    else if (Array.isArray(last)) last.push(entry)
    else told.push([entry])
  }
  return told
}

function Changes({ object, changes }: { object: string; changes: readonly Changed[] }) {
  const speech = useLanguage()
  const [isOpen, open] = useState(false)
  const [first] = changes
  if (!first) return null
  const one = (change: Changed) => (
    <ChangeEntry key={`${change.id} ${change.at}`} object={object} change={{ ...change, act: change.id }} />
  )
  if (changes.length === 1) return one(first)
  return (
    <details className={style['changes']} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{speech.t('timeline.changes', { count: changes.length, at: showWhen(first.at, speech) })}</summary>
      {isOpen && changes.map(one)}
    </details>
  )
}
