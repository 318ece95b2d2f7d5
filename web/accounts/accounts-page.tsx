// The accounts the reader may see: searched, cut by a condition, sorted; all of it in the address.
import { Button, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Problem } from '../api/ask.ts'
import { useAccounts, useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './accounts-page.module.css'
import { AccountsTable } from './accounts-table.tsx'
import { columnsFor } from './columns.ts'
import { Narrow } from './narrow.tsx'

const route = getRouteApi('/accounts')

export default function AccountsPage() {
  const { t } = useLanguage()
  const verbs = useMe().data?.may['account'] ?? []
  return (
    <Page title={t('accounts.title')}>
      {verbs.includes('list') ? <Accounts /> : <ClosedNotice mayMeasure={verbs.includes('measure')} />}
    </Page>
  )
}

function ClosedNotice({ mayMeasure }: { mayMeasure: boolean }) {
  const { t } = useLanguage()
  return mayMeasure ? (
    <Notice title={t('accounts.closed')}>{t('accounts.closedText')}</Notice>
  ) : (
    <Notice title={t('accounts.closedWhole')}>{t('accounts.closedWholeText')}</Notice>
  )
}

function Accounts() {
  const { t } = useLanguage()
  const navigate = route.useNavigate()
  const { search = '', where = '', order = 'name' } = route.useSearch()
  const columns = columnsFor(useBook())
  const select = columns.map((column) => column.select).join(',')
  const accounts = useAccounts({ select, search, where, order }, true)
  const rows = accounts.data?.pages.flatMap((page) => page.data) ?? []
  const isNarrowed = search !== '' || where !== ''
  const fault = where !== '' && accounts.error instanceof Problem && accounts.error.status < 500 ? accounts.error : null
  const clear = () => navigate({ search: { order }, replace: true })
  return (
    <>
      <Narrow search={search} where={where} fault={fault?.message ?? null} />
      {accounts.isPending && <Rows />}
      {accounts.isError && !fault && <Failed error={accounts.error} retry={accounts.refetch} />}
      {accounts.isSuccess && rows.length > 0 && (
        <>
          <p className={style['count']} role="status">
            {accounts.hasNextPage
              ? t('accounts.countSoFar', { count: rows.length })
              : t('accounts.count', { count: rows.length })}
          </p>
          <AccountsTable columns={columns} rows={rows} order={order} isStale={accounts.isPlaceholderData} />
          {accounts.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={accounts.isFetchingNextPage}
              onClick={() => accounts.fetchNextPage()}
            >
              {t('accounts.more')}
            </Button>
          )}
        </>
      )}
      {accounts.isSuccess && rows.length === 0 && !isNarrowed && (
        <Notice title={t('accounts.none')}>{t('accounts.noneText')}</Notice>
      )}
      {accounts.isSuccess && rows.length === 0 && isNarrowed && (
        <Notice
          title={t('accounts.noMatch')}
          action={
            <Button variant="default" onClick={clear}>
              {t('accounts.clear')}
            </Button>
          }
        >
          {t('accounts.noMatchText')}
        </Notice>
      )}
    </>
  )
}

function Rows() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')} className={style['waiting']}>
      {Array.from({ length: 12 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <Skeleton key={i} height={22} />
      ))}
    </div>
  )
}
