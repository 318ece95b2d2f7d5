import { Button, Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { openRecord } from '../values/record-link.tsx'
import { showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './inbox.module.css'
import { type Notification, useNotifications, useRead } from './queries.ts'

export default function Inbox({ close }: { close(): void }) {
  const { t } = useLanguage()
  const told = useNotifications()
  const read = useRead()
  const rows = told.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <section aria-label={t('frame.told')} className={style['inbox']} data-inbox>
      <header>
        <h2>{t('frame.told')}</h2>
        {rows.some(({ isRead }) => !isRead) && (
          <Button size="compact-xs" variant="subtle" onClick={() => read.mutate({ all: true })}>
            {t('inbox.readAll')}
          </Button>
        )}
      </header>
      {told.isPending && <Skeleton height={120} />}
      {told.isError && <p className="bad">{sentenceOf(told.error) || t('trouble.unreachable')}</p>}
      {told.isSuccess && rows.length === 0 && <p className="quiet">{t('inbox.none')}</p>}
      <ul>
        {rows.map((each) => (
          <One key={each.id} told={each} close={close} read={() => read.mutate({ ids: [each.id] })} />
        ))}
      </ul>
      {told.hasNextPage && (
        <Button size="compact-sm" variant="subtle" onClick={() => told.fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      )}
    </section>
  )
}

function One({ told, close, read }: { told: Notification; close(): void; read(): void }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const navigate = useNavigate()
  const { record } = told
  const isOfImports = ofImports.has(told.kind)
  const note = isOfImports ? null : told.note
  const what = isOfImports
    ? (told.note ?? '')
    : record
      ? (record.title ?? book.object(record.object)?.label ?? '')
      : t('inbox.unseen')
  const open = () => {
    if (!told.isRead) read()
    close()
    if (isOfImports) void navigate({ to: '/imports' })
    else if (record) openRecord(navigate, record.object, record.id)
  }
  return (
    <li data-new={!told.isRead || undefined}>
      <button type="button" onClick={open}>
        <span>
          {!told.isRead && <span className="seen-by-readers">{t('inbox.new')} </span>}
          {t(`inboxKind.${told.kind}`, { who: told.by?.name ?? 'Holdfast', what })}
          {told.count > 1 && ` (${told.count})`}
        </span>
        {note && <span className={style['excerpt']}>{note}</span>}
        {told.comment && <span className={style['excerpt']}>{told.comment.excerpt}</span>}
        <span className="quiet">{showMoment(told.at, speech)}</span>
      </button>
    </li>
  )
}

/** Told of a recurring import by its name, which is the note. */
const ofImports: ReadonlySet<Notification['kind']> = new Set([
  'import_due',
  'import_waiting',
  'import_unread',
  'import_in_part',
  'import_failed',
])
