// The answer first: who they are, whose, what they pay and until when, and whether they use it.
import type { ReactNode } from 'react'
import type { Account360, AccountRecord } from '../api/answers.ts'
import { Warning } from '../frame/marks.tsx'
import { useSourcesOf } from '../record/queries.ts'
import { SourceMark } from '../record/source-mark.tsx'
import { useBook } from '../values/book.tsx'
import { showDay, showMoney, showNumber } from '../values/show.ts'
import { Reference } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './header.module.css'

export function Header({ account, summary }: { account: AccountRecord; summary: Account360['summary'] }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const { arr, renewalInDays, openTickets, lastNps, activePeople } = summary
  const mark = useMark(account)
  return (
    <header className={style['header']}>
      {typeof account['parent'] === 'string' && (
        <p className={style['parent']}>
          {t('account.partOf')} <Reference to="account" id={account['parent']} />
        </p>
      )}
      <div className={style['name']}>
        <h1>{account.name}</h1>
        {typeof account['tier'] === 'string' && (
          <span className={style['chip']}>{book.term('account', 'tier', account['tier'])}</span>
        )}
      </div>
      {/* A line of its own: a name that arrives late moves nothing. */}
      {account['owner'] !== undefined && (
        <p className={style['owner']}>
          {t('account.owner')}:{' '}
          {account['owner'] === null ? t('account.nobody') : <Reference to="user" id={String(account['owner'])} />}
        </p>
      )}
      <dl className={style['figures']}>
        {arr !== undefined && (
          <Figure label="ARR" mark={mark('arr')}>
            {arr ? showMoney(arr, speech) : <Unknown />}
          </Figure>
        )}
        {renewalInDays !== undefined && (
          <Figure label={t('account.renewal')} mark={mark('renewal_date')}>
            <Renewal inDays={renewalInDays} />
            {typeof account['renewal_date'] === 'string' && <small>{showDay(account['renewal_date'], speech)}</small>}
          </Figure>
        )}
        {openTickets !== undefined && (
          <Figure label={t('account.openTickets')}>{showNumber(openTickets, speech)}</Figure>
        )}
        {lastNps !== undefined && (
          <Figure label={t('account.lastNps')}>
            {lastNps ? (
              <>
                {showNumber(lastNps.score, speech)}
                <small>{book.term('survey_response', 'category', lastNps.category ?? '')}</small>
              </>
            ) : (
              <span className="quiet">{t('account.notYet')}</span>
            )}
          </Figure>
        )}
        {activePeople !== undefined && (
          <Figure label={t('account.active')}>
            {activePeople.day === null ? <Unknown /> : `${activePeople.weekly ?? '–'} / ${activePeople.monthly ?? '–'}`}
          </Figure>
        )}
      </dl>
    </header>
  )
}

function useMark(account: AccountRecord): (name: string) => ReactNode {
  const book = useBook()
  const sources = useSourcesOf(book.object('account'), account.id)
  return (name) => {
    const field = book.field('account', name)
    return field && <SourceMark field={field} sources={sources.data?.get(name)} hasFailed={sources.isError} />
  }
}

function Figure({ label, mark, children }: { label: string; mark?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>
        {label}
        {mark}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function Renewal({ inDays }: { inDays: number | null }) {
  const { t } = useLanguage()
  if (inDays === null) return <Unknown />
  if (inDays < 0)
    return (
      <span className="bad">
        <Warning size={15} /> {t('account.renewalPast', { count: -inDays })}
      </span>
    )
  return inDays === 0 ? t('account.renewsToday') : t('account.renewsIn', { count: inDays })
}

function Unknown() {
  const { t } = useLanguage()
  return <span className="quiet">{t('account.unknown')}</span>
}
