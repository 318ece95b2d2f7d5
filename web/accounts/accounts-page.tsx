// The accounts the reader may see. Whose role sees totals alone, or nothing, is told so.
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Notice } from '../frame/trouble.tsx'
import { RecordList } from '../lists/record-list.tsx'
import { mayImport } from '../root.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'

const route = getRouteApi('/accounts')

export default function AccountsPage() {
  const { t } = useLanguage()
  const object = useBook().object('account')
  const me = useMe().data
  const verbs = me?.may['account'] ?? []
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (object && verbs.includes('list'))
    return (
      <RecordList
        object={object}
        search={search}
        change={(next, isStep = false) => navigate({ search: next, replace: !isStep, resetScroll: false })}
        empty={{
          title: t('accounts.none'),
          text: t('accounts.noneText'),
          action: me && mayImport(me) && <Link to="/">{t('accounts.begin')}</Link>,
        }}
      />
    )
  return (
    <Page title={t('accounts.title')}>
      {verbs.includes('measure') ? (
        <Notice title={t('accounts.closed')}>{t('accounts.closedText')}</Notice>
      ) : (
        <Notice title={t('accounts.closedWhole')}>{t('accounts.closedWholeText')}</Notice>
      )}
    </Page>
  )
}
