// What needs the reader today: a CSM's tasks and risks, a leader's portfolio, an executive's groups. In a workspace that holds nothing
// yet: how to begin.
import { Skeleton } from '@mantine/core'
import { useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed } from '../frame/trouble.tsx'
import { Offer } from '../tour/offer.tsx'
import { Begin } from '../welcome/begin.tsx'
import { DemoHere } from '../welcome/demo-here.tsx'
import { useBeginning } from '../welcome/queries.ts'
import { useLanguage } from '../words/language.tsx'
import { CsmDay } from './csm-day.tsx'
import { ExecutiveView } from './executive-view.tsx'
import style from './home.module.css'
import { LeaderView } from './leader-view.tsx'
import { useHome } from './queries.ts'

export default function HomePage() {
  const { t, locale } = useLanguage()
  const me = useMe().data
  const home = useHome()
  const beginning = useBeginning()
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date())
  const isPending = home.isPending || beginning.isLoading
  const isEmpty = beginning.data?.isEmpty || beginning.data?.demo?.state === 'loading'
  return (
    <Page title={t('home.title', { name: me?.name.split(' ')[0] ?? '' })} note={day}>
      {me && <Offer me={me} />}
      {isPending ? (
        <div className={style['columns']} role="status" aria-label={t('trouble.loading')}>
          <Skeleton height={460} />
          <Skeleton height={460} />
        </div>
      ) : beginning.data && isEmpty ? (
        <Begin beginning={beginning.data} />
      ) : (
        <>
          {beginning.data?.mayLoad && beginning.data.demo && <DemoHere demo={beginning.data.demo} />}
          {home.isError && <Failed error={home.error} retry={home.refetch} />}
          {home.data?.kind === 'csm' && <CsmDay home={home.data} />}
          {home.data?.kind === 'leader' && <LeaderView home={home.data} />}
          {home.data?.kind === 'executive' && <ExecutiveView home={home.data} />}
        </>
      )}
    </Page>
  )
}
