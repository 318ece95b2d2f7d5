// What colleagues say to one another about a record, whom they call, and who follows it.
import { Button, Textarea } from '@mantine/core'
import { IconBell, IconBellOff } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Problem } from '../api/ask.ts'
import { useSearch } from '../api/queries.ts'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './comments.module.css'
import { bodyOf, type Called, calledIn, wordAt } from './mentions.ts'
import { type About, type Comment, useComments, useFollowing, useSay } from './queries.ts'

/** Any record's. A page that shows them loads the words of `comments`. */
export function Comments({ object, record }: About) {
  const about = { object, record }
  const { t } = useLanguage()
  const comments = useComments(about)
  const rows = comments.data?.pages.flatMap(({ data }) => data) ?? []
  // Who may not comment here is shown nothing of it.
  if (comments.error instanceof Problem && comments.error.status < 500) return null
  return (
    <Section title={t('comments.title')} note={<Follow about={about} />}>
      {comments.isSuccess && rows.length === 0 && <p className="quiet">{t('comments.none')}</p>}
      <ol className={style['list']}>
        {rows.map((each) => (
          <One key={each.id} about={about} comment={each} />
        ))}
      </ol>
      {comments.hasNextPage && (
        <Button variant="subtle" size="compact-sm" onClick={() => comments.fetchNextPage()}>
          {t('comments.more')}
        </Button>
      )}
      <Write about={about} />
    </Section>
  )
}

function Follow({ about }: { about: About }) {
  const { t } = useLanguage()
  const { following, follow } = useFollowing(about)
  if (!following.data) return null
  const { isFollowing } = following.data
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={isFollowing ? <IconBellOff size={15} aria-hidden /> : <IconBell size={15} aria-hidden />}
      loading={follow.isPending}
      onClick={() => follow.mutate(!isFollowing)}
    >
      {t(isFollowing ? 'comments.unfollow' : 'comments.follow')}
    </Button>
  )
}

function One({ about, comment }: { about: About; comment: Comment }) {
  const speech = useLanguage()
  const { t } = speech
  const { remove, change } = useSay(about)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <li>
      <p className={style['who']}>
        <strong>{comment.author.name ?? t('values.unknown')}</strong>{' '}
        <span className="quiet">
          {showMoment(comment.at, speech)}
          {comment.editedAt && ` · ${t('comments.edited')}`}
        </span>
      </p>
      {comment.isDeleted && <p className="quiet">{t('comments.deleted')}</p>}
      {!comment.isDeleted && typed === null && (
        <p className="prose">
          <Body comment={comment} />
        </p>
      )}
      {typed !== null && (
        <Textarea
          aria-label={t('comments.change')}
          autosize
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {comment.isMine && !comment.isDeleted && (
        <p className={style['own']}>
          {typed === null ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setTyped(comment.body)}>
              {t('comments.change')}
            </Button>
          ) : (
            <Button
              size="compact-xs"
              loading={change.isPending}
              onClick={() =>
                change.mutate(
                  { id: comment.id, body: typed, version: comment.version },
                  { onSuccess: () => setTyped(null) },
                )
              }
            >
              {t('edit.save')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => remove.mutate(comment.id)}>
            {t('comments.remove')}
          </Button>
        </p>
      )}
      {(change.isError || remove.isError) && (
        <p className="bad">{sentenceOf(change.error ?? remove.error) || t('edit.unsaved')}</p>
      )}
    </li>
  )
}

function Body({ comment: { body, people } }: { comment: Comment }) {
  return calledIn(body).map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never move
      <strong key={i}>@{people[part.user] ?? '…'}</strong>
    ),
  )
}

function Write({ about }: { about: About }) {
  const { t } = useLanguage()
  const { say } = useSay(about)
  const [draft, keep] = useDraft<{ text: string; called: readonly Called[] }>(`comment ${about.object} ${about.record}`)
  const input = useRef<HTMLTextAreaElement>(null)
  const [word, setWord] = useState<string | null>(null)
  const text = draft?.text ?? ''
  const called = draft?.called ?? []
  const people = useSearch(useBook().object('user'), word ?? '', word !== null, 6)
  const type = (next: string, more: readonly Called[] = called) => {
    keep(next === '' ? undefined : { text: next, called: more })
    setWord(wordAt(next, input.current?.selectionStart ?? next.length))
  }
  const call = (user: Called) => {
    const end = input.current?.selectionStart ?? text.length
    const begin = text.lastIndexOf('@', end - 1)
    type(`${text.slice(0, begin)}@${user.name} ${text.slice(end)}`, [...called, user])
    setWord(null)
    input.current?.focus()
  }
  const submit = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    try {
      const { unreached } = await say.mutateAsync(bodyOf(text.trim(), called))
      keep(undefined)
      if (unreached.length > 0)
        toast({ text: t('comments.unreached', { names: unreached.map(({ name }) => name).join(', ') }), tone: 'warn' })
    } catch {} // what was typed stays, and why is shown below
  }
  return (
    <form onSubmit={submit} className={style['write']}>
      <Textarea
        ref={input}
        aria-label={t('comments.write')}
        placeholder={t('comments.hint')}
        rows={2}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
          if (event.key === 'Escape') setWord(null)
        }}
      />
      {word !== null && (people.data?.length ?? 0) > 0 && (
        <ul className={style['people']} aria-label={t('comments.whom')}>
          {people.data?.map(({ id, title }) => (
            <li key={id}>
              <button type="button" onClick={() => call({ user: id, name: title })}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      {say.isError && (
        <p role="alert" className="bad">
          {sentenceOf(say.error) || t('edit.unsaved')}
        </p>
      )}
      <Button type="submit" size="xs" variant="default" loading={say.isPending} disabled={text.trim() === ''}>
        {t('comments.say')}
      </Button>
    </form>
  )
}
