// What the record is made of: whose word each value is, what it was on a day of the past, and everything that was done to it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AsOf } from '../record/as-of.tsx'
import { History } from '../record/history.tsx'
import { Section } from '../record/section.tsx'
import { SourcesTable } from '../record/sources-table.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'

export default function DataTab({ account }: { account: string }) {
  const { t } = useLanguage()
  const object = useBook().object('account')
  const { day } = useSearch({ from: '/accounts/$id' })
  const navigate = useNavigate({ from: '/accounts/$id' })
  if (!object) return null
  const look = (next: string) => navigate({ search: (now) => ({ ...now, day: next }), replace: true })
  return (
    <>
      <Section title={t('record.past')}>
        <AsOf object={object} id={account} day={day ?? null} look={look} />
      </Section>
      <Section title={t('record.sources')}>
        <SourcesTable object={object} id={account} />
      </Section>
      <Section title={t('record.history')}>
        <History object={object} id={account} />
      </Section>
    </>
  )
}
