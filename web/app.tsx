// Who is signed in decides what is shown; then the address does. Each page is loaded when it is first opened.
import { Skeleton } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, useAddress } from './address.tsx'
import { useDictionary, useMe } from './api/queries.ts'
import { Frame } from './frame/frame.tsx'
import { Failed, Notice } from './frame/trouble.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { BookProvider } from './values/book.tsx'
import { useLanguage } from './words/language.tsx'

const AccountsPage = lazy(() => import('./accounts/accounts-page.tsx'))
const DuplicatesPage = lazy(() => import('./duplicates/duplicates-page.tsx'))
const AccountPage = lazy(() => import('./account/account-page.tsx'))

export function App() {
  const me = useMe()
  const wasSignedIn = useRef(false)
  useEffect(() => {
    if (me.data) wasSignedIn.current = true
  }, [me.data])
  if (me.isPending) return null
  if (me.data === null) return <SignInPage hasEnded={wasSignedIn.current} />
  if (!me.data) return <Failed error={me.error} retry={me.refetch} />
  return (
    <Frame me={me.data}>
      <Opened may={me.data.may} />
    </Frame>
  )
}

function Opened({ may }: { may: Readonly<Record<string, readonly string[]>> }) {
  const dictionary = useDictionary()
  if (dictionary.isError && !dictionary.data) return <Failed error={dictionary.error} retry={dictionary.refetch} />
  if (!dictionary.data) return <Waiting />
  return (
    <BookProvider objects={dictionary.data}>
      <Suspense fallback={<Waiting />}>
        <Page may={may} />
      </Suspense>
    </BookProvider>
  )
}

function Page({ may }: { may: Readonly<Record<string, readonly string[]>> }) {
  const { t } = useLanguage()
  const { path } = useAddress()
  if (path === '/' || path === '/accounts') return <AccountsPage verbs={may['account'] ?? []} />
  if (path === '/duplicates') return <DuplicatesPage may={may} />
  const [, id] = /^\/accounts\/([^/]+)$/.exec(path) ?? []
  if (id) return <AccountPage key={id} id={id} />
  return (
    <Notice title={t('trouble.lost')} action={<Link to="/accounts">{t('trouble.toAccounts')}</Link>}>
      {t('trouble.lostText')}
    </Notice>
  )
}

function Waiting() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')}>
      <Skeleton height={28} width={180} mb={20} />
      <Skeleton height={320} />
    </div>
  )
}
