// Everything about one account. What the reader's role may not see is not in the answer, so a section without data is not drawn.
import { Skeleton } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Problem } from '../api/ask.ts'
import { useAccount, useMe } from '../api/queries.ts'
import { openCapture } from '../capture/capture.tsx'
import { MergedFrom } from '../duplicates/merged-from.tsx'
import { useDocumentTitle } from '../frame/page.tsx'
import { Failed, Notice } from '../frame/trouble.tsx'
import { useCommands } from '../palette/commands.ts'
import { useRecent } from '../palette/recent.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './account-page.module.css'
import { Facts } from './facts.tsx'
import { Header } from './header.tsx'
import { History } from './history.tsx'
import { Contracts, Invoices, Opportunities, Subscriptions } from './money.tsx'
import { People, Team } from './people.tsx'
import { Objectives, Tasks } from './plan.tsx'
import { Sentiment } from './sentiment.tsx'
import { Tickets } from './tickets.tsx'
import { Timeline } from './timeline.tsx'
import { UsageChart } from './usage-chart.tsx'

const route = getRouteApi('/accounts/$id')

export default function AccountPage() {
  const { id } = route.useParams()
  return <OneAccount key={id} id={id} />
}

function OneAccount({ id }: { id: string }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useAccount(id)
  const name = data?.account.name
  const today = data?.account.id
  useEffect(() => {
    // The id of an account that was merged is answered with the account it became.
    if (today && today !== id) void navigate({ to: '/accounts/$id', params: { id: today }, replace: true })
  }, [today, id, navigate])
  useDocumentTitle(name ?? t('rail.accounts'))
  useRecent('account', today ?? id, name)
  const task = useBook().object('task')
  const isTaskMine = useMe().data?.may['task']?.includes('create')
  useCommands(
    task && isTaskMine
      ? [
          {
            id: 'new task here',
            label: t('edit.newFor', { object: task.label, name }),
            run: () => openCapture('task', { object: 'account', id: today ?? id }),
          },
        ]
      : [],
  )
  if (isPending) return <Waiting />
  if (!data) {
    const isMissing = error instanceof Problem && (error.status === 404 || error.status === 403)
    return isMissing ? <Missing /> : <Failed error={error} retry={refetch} />
  }
  const { account, summary } = data
  return (
    <>
      <Header account={account} summary={summary} />
      <div className={style['columns']}>
        <div className={style['facts']}>
          <Facts account={account} />
          <MergedFrom id={account.id} />
        </div>
        <div className={style['middle']}>
          {account.usage && <UsageChart days={account.usage} />}
          {account.tasks && <Tasks tasks={account.tasks} />}
          <Timeline page={data} />
          {account.survey_responses && <Sentiment answers={account.survey_responses} />}
          <History id={id} />
        </div>
        <div className={style['side']}>
          {account.contacts && <People people={account.contacts} />}
          {account.tickets && <Tickets tickets={account.tickets} />}
          {account.contracts && <Contracts contracts={account.contracts} />}
          {account.subscriptions && <Subscriptions subscriptions={account.subscriptions} />}
          {account.opportunities && <Opportunities opportunities={account.opportunities} />}
          {account.invoices && <Invoices invoices={account.invoices} />}
          {account.objectives && <Objectives objectives={account.objectives} />}
          {account.team && <Team team={account.team} />}
        </div>
      </div>
    </>
  )
}

function Missing() {
  const { t } = useLanguage()
  return (
    <Notice title={t('account.missing')} action={<Link to="/accounts">{t('trouble.toAccounts')}</Link>}>
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
      <div className={style['columns']}>
        <Skeleton height={520} />
        <Skeleton height={520} />
        <Skeleton height={520} />
      </div>
    </div>
  )
}
