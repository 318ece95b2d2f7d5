// Everything about one account. What the reader's role may not see is not in the answer, so a part without data is not drawn.
import { Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { Account360, Me } from '../api/answers.ts'
import { Problem } from '../api/ask.ts'
import { useAccount, useMe } from '../api/queries.ts'
import { openCapture } from '../capture/capture.tsx'
import { useDocumentTitle } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { useCommands } from '../palette/commands.ts'
import { useRecent } from '../palette/recent.ts'
import { may } from '../root.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './account-page.module.css'
import { Header } from './header.tsx'
import { Overview } from './overview.tsx'
import tabStyle from './tabs.module.css'
import { openTabs, type Tab } from './tabs.ts'

const PeopleTab = lazy(() => import('./people-tab.tsx'))
const UsageTab = lazy(() => import('./usage-tab.tsx'))
const CommercialTab = lazy(() => import('./commercial-tab.tsx'))
const SupportTab = lazy(() => import('./support-tab.tsx'))
const SentimentTab = lazy(() => import('./sentiment-tab.tsx'))
const FamilyTab = lazy(() => import('./family-tab.tsx'))
const DataTab = lazy(() => import('./data-tab.tsx'))

export default function AccountPage() {
  const { id } = useParams({ from: '/accounts/$id' })
  return <OneAccount key={id} id={id} />
}

function OneAccount({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data, error, isPending, refetch } = useAccount(id)
  const me = useMe().data
  const navigate = useNavigate({ from: '/accounts/$id' })
  const today = data?.account.id
  useEffect(() => {
    // The id of an account that was merged is answered with the account it became.
    if (today && today !== id) void navigate({ params: { id: today }, search: (now) => now, replace: true })
  }, [today, id, navigate])
  useDocumentTitle(data?.account.name ?? t('account.title'))
  useRecent('account', today ?? id, data?.account.name)
  if (isPending || !me) return <Waiting />
  if (!data) {
    const isMissing = error instanceof Problem && (error.status === 404 || error.status === 403)
    return isMissing ? <Missing /> : <Failed isPage error={error} retry={refetch} />
  }
  return <Opened page={data} me={me} />
}

function Opened({ page, me }: { page: Account360; me: Me }) {
  const { t } = useLanguage()
  const { tab: wanted = 'overview' } = useSearch({ from: '/accounts/$id' })
  const open = openTabs(page)
  const tab = open.find((each) => each === wanted) ?? 'overview'
  const bar = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the tab that is opened may be out of sight
  useEffect(() => {
    // Newer browsers answer scrolling with a promise, which an effect must not return.
    void bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [tab])
  const mayTalk = may(me, 'interaction', 'create')
  const here = { object: 'account', id: page.account.id }
  const talk = { does: t('talk.title'), run: () => openCapture('interaction', here) }
  useKeys(mayTalk ? { n: talk } : {})
  const task = useBook().object('task')
  const { name } = page.account
  useCommands([
    ...(mayTalk ? [{ id: 'talk here', label: t('talk.with', { name }), run: talk.run }] : []),
    ...(task && may(me, 'task', 'create')
      ? [
          {
            id: 'new task here',
            label: t('edit.newFor', { object: task.label, name }),
            run: () => openCapture('task', here),
          },
        ]
      : []),
  ])
  return (
    <>
      <Header account={page.account} summary={page.summary} />
      <nav className={tabStyle['tabs']} aria-label={t('account.parts')} ref={bar} data-tour="parts">
        {open.map((each) => (
          <Link
            key={each}
            from="/accounts/$id"
            search={each === 'overview' ? {} : { tab: each }}
            activeOptions={{ exact: true }}
            aria-current={each === tab ? 'page' : undefined}
          >
            {t(`account.tab_${each}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Skeleton height={520} role="status" aria-label={t('trouble.loading')} />}>
        <Part tab={tab} page={page} me={me} />
      </Suspense>
    </>
  )
}

function Part({ tab, page, me }: { tab: Tab; page: Account360; me: Me }) {
  const { account } = page
  if (tab === 'overview') return <Overview page={page} me={me} />
  if (tab === 'people') return <PeopleTab account={account.id} />
  return (
    <div className={tabStyle['stack']}>
      {tab === 'usage' && <UsageTab account={account.id} />}
      {tab === 'commercial' && <CommercialTab account={account} />}
      {tab === 'support' && <SupportTab account={account.id} counts={page.ticketCounts} />}
      {tab === 'sentiment' && <SentimentTab account={account.id} />}
      {tab === 'family' && <FamilyTab account={account.id} />}
      {tab === 'data' && <DataTab account={account.id} />}
    </div>
  )
}

function Missing() {
  const { t } = useLanguage()
  return (
    <Notice isPage title={t('account.missing')} action={<Link to="/accounts">{t('trouble.toAccounts')}</Link>}>
      {t('account.missingText')}
    </Notice>
  )
}

function Waiting() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')}>
      <Skeleton height={30} width={280} mb={14} />
      <Skeleton height={64} mb={20} />
      <Skeleton height={38} mb={20} />
      <div className={style['columns']}>
        <Skeleton height={520} />
        <Skeleton height={520} />
        <Skeleton height={520} />
      </div>
    </div>
  )
}
