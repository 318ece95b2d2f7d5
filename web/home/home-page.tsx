// What needs the reader today: a CSM's tasks and risks, a leader's portfolio, an executive's groups.
import { Skeleton } from '@mantine/core'
import { useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed } from '../frame/trouble.tsx'
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
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date())
  return (
    <Page title={t('home.title', { name: me?.name.split(' ')[0] ?? '' })} note={day}>
      {home.isPending && (
        <div className={style['columns']} role="status" aria-label={t('trouble.loading')}>
          <Skeleton height={460} />
          <Skeleton height={460} />
        </div>
      )}
      {home.isError && <Failed error={home.error} retry={home.refetch} />}
      {home.data?.kind === 'csm' && <CsmDay home={home.data} />}
      {home.data?.kind === 'leader' && <LeaderView home={home.data} />}
      {home.data?.kind === 'executive' && <ExecutiveView home={home.data} />}
    </Page>
  )
}
