// The account at one glance: the facts, what happened, and who and what is open.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Account360, Me } from '../api/answers.ts'
import { Comments } from '../comments/comments.tsx'
import { MergedFrom } from '../duplicates/merged-from.tsx'
import { Facts } from '../record/facts.tsx'
import { Section } from '../record/section.tsx'
import { may } from '../root.ts'
import { gapsIn } from '../stakeholders/gaps.ts'
import { useStakeholders } from '../stakeholders/queries.ts'
import { Thumbnail } from '../stakeholders/thumbnail.tsx'
import { TalkBox } from '../talk/talk-box.tsx'
import type { Wish } from '../timeline/queries.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './account-page.module.css'
import { groupsOf } from './groups.ts'
import { Opportunities } from './money.tsx'
import { Onboarding } from './onboarding.tsx'
import { Objectives, Tasks } from './plan.tsx'
import { Team } from './team.tsx'
import { Tickets } from './tickets.tsx'
import { UsageChart } from './usage-chart.tsx'

export function Overview({ page, me }: { page: Account360; me: Me }) {
  const { t } = useLanguage()
  const object = useBook().object('account')
  const { account } = page
  const { kind, who, since, search } = useSearch({ from: '/accounts/$id' })
  const navigate = useNavigate({ from: '/accounts/$id' })
  const look = (wish: Wish) =>
    void navigate({ search: (now) => ({ ...now, ...wish }), replace: true, resetScroll: false })
  const people = useStakeholders(account.id).data?.people ?? []
  const fields = object?.fields.filter((field) => account[field.name] !== undefined) ?? []
  const groups = groupsOf(fields).map(({ group, fields }) => ({ title: t(`account.${group}`), fields }))
  return (
    <div className={style['columns']}>
      <div className={style['facts']}>
        {object && <Facts object={object} record={account} groups={groups} />}
        <MergedFrom id={account.id} />
      </div>
      <div className={style['middle']}>
        {may(me, 'interaction', 'create') && (
          <TalkBox key={account.id} me={me} account={{ id: account.id, name: account.name ?? '' }} />
        )}
        <Timeline
          of="accounts"
          id={account.id}
          wish={{ kind, who, since, search }}
          look={look}
          people={people.filter(({ part }) => part !== null)}
        />
      </div>
      <div className={style['side']}>
        {account.contacts && <PeopleInSmall account={account.id} />}
        {account.usage && <UsageChart days={account.usage} />}
        <Onboarding account={account.id} mayTick={may(me, 'onboarding_step', 'create')} />
        {account.tasks && <Tasks tasks={account.tasks} />}
        <Comments object="account" record={account.id} />
        {account.tickets && <Tickets tickets={account.tickets.filter(isOpen)} isOpenOnly />}
        {account.opportunities && <Opportunities opportunities={account.opportunities} />}
        {account.objectives && <Objectives objectives={account.objectives} />}
        {account.team && <Team team={account.team} />}
      </div>
    </div>
  )
}

const isOpen = (ticket: Readonly<Record<string, unknown>>): boolean =>
  ticket['status'] !== 'solved' && ticket['status'] !== 'closed'

const mostGaps = 3

/** The map in small with the gravest gaps. It keeps its height while it is asked for, so that nothing jumps. */
function PeopleInSmall({ account }: { account: string }) {
  const { t } = useLanguage()
  const { data } = useStakeholders(account)
  const gaps = data ? gapsIn(data, new Date().toLocaleDateString('sv')) : [] // Swedish days are written as ISO days
  const names = (of: readonly string[]) => of.join(', ')
  return (
    <Section
      title={t('account.people')}
      note={
        <Link from="/accounts/$id" search={{ tab: 'people' }}>
          {t('account.openMap')}
        </Link>
      }
    >
      <div className={style['small']}>
        {data && data.people.length > 0 && (
          // The link in the heading says it already.
          <Link from="/accounts/$id" search={{ tab: 'people' }} aria-hidden tabIndex={-1}>
            <Thumbnail {...data} />
          </Link>
        )}
        {gaps.slice(0, mostGaps).map((gap) => (
          <p key={`${gap.kind} ${names(gap.names)}`} className="warn">
            {t(`stakeholders.gap_${gap.kind}`, { names: names(gap.names), count: gap.names.length })}
          </p>
        ))}
        {gaps.length > mostGaps && <p className="quiet">{t('account.moreGaps', { count: gaps.length - mostGaps })}</p>}
      </div>
    </Section>
  )
}
