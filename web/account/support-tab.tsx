// Their tickets: how many stand where, and each of the newest hundred.
import { Skeleton } from '@mantine/core'
import type { Account360 } from '../api/answers.ts'
import { Failed } from '../frame/trouble.tsx'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { useTickets } from './queries.ts'
import style from './tabs.module.css'
import { Tickets } from './tickets.tsx'

export default function SupportTab({ account, counts }: { account: string; counts: Account360['ticketCounts'] }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const tickets = useTickets(account)
  const terms = book.field('ticket', 'status')?.terms ?? []
  return (
    <>
      {counts && (
        <Section title={t('account.ticketsBy')}>
          <dl className={style['counts']}>
            {terms.map(({ value, label }) => (
              <div key={value}>
                <dt>{label}</dt>
                <dd>{showNumber(counts[value] ?? 0, speech)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {tickets.isPending ? (
        <Skeleton height={420} role="status" aria-label={t('trouble.loading')} />
      ) : tickets.data ? (
        <Tickets tickets={tickets.data} />
      ) : (
        <Failed error={tickets.error} retry={tickets.refetch} />
      )}
    </>
  )
}
