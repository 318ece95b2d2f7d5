// Where the onboarding of an account stands: what the data shows to be done, what somebody ticked off, and what is open.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { forget, useUndo } from '../api/save.ts'
import { Agreed, Done } from '../frame/marks.tsx'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { showDay } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { type Checklist, type Item, onboardingOf } from './checklist.ts'

/** Drawn where an onboarding of this account is under way and the reader may see it. */
export function Onboarding({ account, mayTick }: { account: string; mayTick: boolean }) {
  const { t, language } = useLanguage()
  const book = useBook()
  const { data } = useQuery({
    ...onboardingOf(account, language),
    enabled: book.field('onboarding', 'account') !== undefined,
  })
  if (!data) return null
  const items = data.items.map((each) => ({ ...each, id: each.item }))
  return (
    <ListSection title={t('account.onboarding', { done: data.done, of: data.of })} items={items} empty="">
      {(item) => <Line onboarding={data.id} item={item} mayTick={mayTick} />}
    </ListSection>
  )
}

function Line({ onboarding, item, mayTick }: { onboarding: string; item: Item; mayTick: boolean }) {
  const speech = useLanguage()
  const { t, language } = speech
  const client = useQueryClient()
  const undo = useUndo()
  const label = useBook().term('onboarding_step', 'item', item.item)
  const tick = useMutation({
    mutationFn: (done: boolean) =>
      ask<Checklist>(`/api/v1/onboardings/${onboarding}/tick`, {
        method: 'POST',
        body: { item: item.item, done },
        language,
      }),
    onSuccess: ({ act }, done) => {
      void forget(client)
      toast({
        text: t(done ? 'account.ticked' : 'account.unticked', { item: label }),
        ...(act ? { undo: () => undo(act) } : {}),
      })
    },
    onError: (error) => toast({ text: sentenceOf(error) || t('edit.unsaved'), tone: 'bad' }),
  })
  const isDone = item.state === 'done'
  const mayChange = mayTick && (item.state === 'open' || item.by === 'hand')
  return (
    <Entry
      name={
        <span className={isDone ? 'good' : undefined}>
          {isDone ? <Done size={13} /> : <Agreed size={13} />} {label}
        </span>
      }
      figure={
        mayChange && (
          <Button variant="default" size="compact-xs" loading={tick.isPending} onClick={() => tick.mutate(!isDone)}>
            {t(isDone ? 'account.untick' : 'account.tick')}
          </Button>
        )
      }
    >
      <Details
        of={[
          t(`account.step_${item.state}`),
          isDone && item.by === 'data' && t('account.shownByData'),
          item.doneOn && showDay(item.doneOn, speech),
          item.note,
        ]}
      />
    </Entry>
  )
}
