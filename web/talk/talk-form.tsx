// Writing down a talk: who, when, what was said, and what is to be done. Only what somebody may write is asked of them.
import { Button, Chip, Select, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import type { Me } from '../api/answers.ts'
import { DayInput } from '../inputs/day-input.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { AccountPicker } from './account-picker.tsx'
import { ActionItems } from './action-items.tsx'
import { Attendees } from './attendees.tsx'
import { type Draft, isBegun, kinds } from './draft.ts'
import { useWriteDown, type WrittenDown } from './send.ts'
import style from './talk.module.css'

type Writing = {
  me: Me
  draft: Draft
  change(changes: Partial<Draft>): void
  /** Absent where the account is the page's own. */
  picksAccount?: boolean
  done(written: WrittenDown): void
  cancel(): void
}

export function TalkForm({ me, draft, change, picksAccount = false, done, cancel }: Writing) {
  const { t } = useLanguage()
  const book = useBook()
  const writing = useWriteDown()
  const subject = useRef<HTMLInputElement>(null)
  const field = (name: string) => book.field('interaction', name)
  const terms = (name: string) => field(name)?.terms ?? []
  const isReady = draft.account !== null && (draft.subject.trim() !== '' || draft.notes.trim() !== '')
  const send = (how: { draft?: Draft; areNew?: boolean } = {}) => {
    if (isReady && !writing.isPending) writing.mutate({ draft, ...how }, { onSuccess: done })
  }
  return (
    <form
      className={style['form']}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          event.preventDefault()
          send()
        }
      }}
    >
      {picksAccount && <AccountPicker account={draft.account} choose={(account) => change({ account, theirs: [] })} />}
      <Chip.Group value={draft.kind} onChange={(kind) => change({ kind: String(kind) })}>
        <div className={style['kinds']} role="radiogroup" aria-label={field('kind')?.label}>
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="xs" radius="sm">
              {book.term('interaction', 'kind', kind)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <TextInput
        ref={subject}
        label={field('subject')?.label}
        placeholder={t('talk.subjectHint')}
        value={draft.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        error={writing.faults['subject']}
        maxLength={300}
        data-autofocus
      />
      <div className={style['row']}>
        <DayInput
          hasTime
          label={field('happened_at')?.label}
          value={draft.at}
          change={(at) => change({ at })}
          error={writing.faults['happened_at']}
          required
          withAsterisk={false}
        />
        {draft.kind !== 'email' && draft.kind !== 'note' && (
          <TextInput
            type="number"
            min={0}
            max={10_000}
            label={field('duration_minutes')?.label}
            value={draft.minutes}
            onChange={(event) => change({ minutes: event.currentTarget.value })}
            error={writing.faults['duration_minutes']}
          />
        )}
        {(draft.kind === 'call' || draft.kind === 'email') && (
          <Select
            label={field('direction')?.label}
            placeholder={t('talk.unsaid')}
            data={[...terms('direction')]}
            value={draft.direction}
            onChange={(direction) => change({ direction })}
            clearable
            clearButtonProps={{ 'aria-label': t('talk.clear') }}
          />
        )}
      </div>
      {draft.account && <Attendees account={draft.account.id} draft={draft} change={change} me={me} />}
      {(['notes', 'decided', 'promised', 'concerns'] as const).map((name) => (
        <Textarea
          key={name}
          label={field(name)?.label}
          placeholder={t(`talk.${name}Hint`)}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
          error={writing.faults[name]}
          autosize
          minRows={name === 'notes' ? 3 : 1}
          maxRows={14}
        />
      ))}
      {field('tone') && (
        <fieldset className={style['tone']}>
          <legend>{field('tone')?.label}</legend>
          <div className={style['kinds']}>
            {terms('tone').map((term) => (
              <Chip
                key={term.value}
                size="xs"
                radius="sm"
                checked={draft.tone === term.value}
                onChange={(isChosen) => change({ tone: isChosen ? term.value : null })}
              >
                {term.label}
              </Chip>
            ))}
          </div>
        </fieldset>
      )}
      {me.may['task']?.includes('create') && (
        <ActionItems me={me} draft={draft} change={change} faults={writing.faults} />
      )}
      {writing.alike.length > 0 && (
        <div role="alert" className={style['alike']}>
          <p>{t('talk.alike')}</p>
          {writing.alike.map((each) => (
            <Button
              key={each.id}
              variant="default"
              size="xs"
              onClick={() => {
                const theirs = withKnown(draft.theirs, each)
                change({ theirs })
                send({ draft: { ...draft, theirs } })
              }}
            >
              {t('talk.itIs', { name: each.title ?? '' })}
            </Button>
          ))}
          <Button variant="subtle" size="xs" onClick={() => send({ areNew: true })}>
            {t('talk.someoneElse')}
          </Button>
        </div>
      )}
      <div className={style['foot']}>
        <p className={writing.sentence ? 'bad' : 'quiet'} role={writing.sentence ? 'alert' : undefined}>
          {writing.sentence ?? (isBegun(draft) ? t('talk.kept') : t('talk.shortcut'))}
        </p>
        <Button variant="subtle" onClick={cancel}>
          {t('talk.cancel')}
        </Button>
        <Button type="submit" loading={writing.isPending} disabled={!isReady}>
          {t('talk.save')}
        </Button>
      </div>
    </form>
  )
}

/** The newcomer who turns out to be known: whose name is most like, or the only one. */
function withKnown(theirs: Draft['theirs'], known: { id: string; title: string | null }): Draft['theirs'] {
  const words = new Set((known.title ?? '').toLowerCase().split(/\s+/))
  const shared = theirs.map((each) =>
    'name' in each
      ? each.name
          .toLowerCase()
          .split(/\s+/)
          .filter((word) => words.has(word)).length
      : -1,
  )
  const at = shared.indexOf(Math.max(...shared))
  return theirs.map((each, i) => (i === at && 'name' in each ? { contact: known.id } : each))
}
