import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Named, Row } from '../api/answers.ts'
import { Details, Entry, ListSection, Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { RecordLink } from '../values/record-link.tsx'
import { isEmpty, show, showDay, showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './home.module.css'
import { type CsmHome, mends } from './queries.ts'

export function CsmDay({ home }: { home: CsmHome }) {
  const { t } = useLanguage()
  const { tasks, atRisk, renewals, callsWithoutNotes, toMend } = home
  return (
    <div className={style['columns']}>
      <div className={style['stack']}>
        {tasks && (
          <ListSection
            title={t('home.due')}
            note={<Link to="/tasks">{t('home.allTasks')}</Link>}
            items={[...tasks.overdue, ...tasks.today].slice(0, mostTasks)}
            empty={t('home.noneDue')}
          >
            {(task) => (
              <Entry name={String(task['name'] ?? '')}>
                <Details
                  of={[
                    <Due key="due" day={task['due_on']} isLate={tasks.overdue.some(({ id }) => id === task.id)} />,
                    accountOf(task),
                  ]}
                />
              </Entry>
            )}
          </ListSection>
        )}
        <ListSection
          title={t('home.atRisk')}
          items={atRisk.slice(0, 12).map(({ account, reasons }) => ({ ...account, reasons }))}
          empty={t('home.noRisk')}
        >
          {(account) => (
            <Entry name={<AccountName account={account} />} figure={<Figure account={account} field="arr" />}>
              <Details
                of={account.reasons.map((reason) => (
                  <span key={reason} className="warn">
                    <IconAlertTriangle size={13} aria-hidden /> {t(`homeRisk.${reason}`)}
                  </span>
                ))}
              />
            </Entry>
          )}
        </ListSection>
      </div>
      <div className={style['stack']}>
        {renewals && <Renewals weeks={renewals} />}
        {callsWithoutNotes && (
          <ListSection title={t('home.noNotes')} items={callsWithoutNotes} empty={t('home.allNoted')}>
            {(call) => (
              <Entry name={String(call['subject'] ?? t('values.unknown'))}>
                <Details
                  of={[
                    typeof call['happened_at'] === 'string' && <Day key="day" day={call['happened_at']} />,
                    accountOf(call),
                  ]}
                />
              </Entry>
            )}
          </ListSection>
        )}
        <ToMend toMend={toMend} />
      </div>
    </div>
  )
}

/** The rest is a press away. */
const mostTasks = 10

function AccountName({ account }: { account: Row }) {
  return (
    <RecordLink object="account" id={account.id}>
      {String(account['name'] ?? '')}
    </RecordLink>
  )
}

/** The customer a row is about: selected as a reference with its name, or both apart. */
function accountOf(row: Row): ReactNode {
  const { account } = row
  const named = typeof account === 'object' && account !== null ? (account as Named) : null // as selected
  const id = named?.id ?? (typeof account === 'string' ? account : null)
  const name = named?.name ?? row['account.name']
  if (!id || typeof name !== 'string') return null
  return (
    <RecordLink key="account" object="account" id={id}>
      {name}
    </RecordLink>
  )
}

function Figure({ account, field }: { account: Row; field: string }) {
  const speech = useLanguage()
  const declared = useBook().field('account', field)
  const value = account[field]
  return declared && !isEmpty(value) ? show(value, speech, declared) : null
}

function Day({ day }: { day: string }) {
  return <>{showDay(day, useLanguage())}</>
}

function Due({ day, isLate }: { day: unknown; isLate: boolean }) {
  const { t } = useLanguage()
  if (typeof day !== 'string') return null
  if (!isLate) return <>{t('home.today')}</>
  return (
    <span className="bad">
      <IconAlertTriangle size={13} aria-hidden /> <Day day={day} />
    </span>
  )
}

function Renewals({ weeks }: { weeks: NonNullable<CsmHome['renewals']> }) {
  const speech = useLanguage()
  const { t } = speech
  const coming = weeks.filter(({ accounts }) => accounts.length > 0)
  return (
    <Section title={t('home.renewals')}>
      {coming.length === 0 && <p className="quiet">{t('home.noRenewals')}</p>}
      {coming.map(({ week, accounts }) => (
        <div key={week} className={style['week']}>
          <h3>{t('home.week', { day: showDay(week, speech) })}</h3>
          <ul>
            {accounts.map((account) => (
              <li key={account.id}>
                <AccountName account={account} />
                <Figure account={account} field="arr" />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function ToMend({ toMend }: { toMend: CsmHome['toMend'] }) {
  const speech = useLanguage()
  const { t } = speech
  const found = mends.flatMap((mend) => {
    const those = toMend[mend]
    return those && those.items.length > 0 ? [{ mend, ...those }] : []
  })
  return (
    <Section title={t('home.toMend')}>
      {found.length === 0 && (
        <p className="good">
          <IconCircleCheck size={15} aria-hidden /> {t('home.nothingToMend')}
        </p>
      )}
      {found.map(({ mend, items, isMore }) => (
        <details key={mend} className={style['mend']}>
          <summary>
            {t(`homeMend.${mend}`)}{' '}
            <span className="quiet">
              {showNumber(items.length, speech)}
              {isMore && '+'}
            </span>
          </summary>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <RecordLink object={mend === 'stale_contact' ? 'contact' : 'account'} id={item.id}>
                  {String(item['name'] ?? t('values.unknown'))}
                </RecordLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  )
}
