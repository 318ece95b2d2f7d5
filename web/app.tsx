// Who is signed in decides what is shown; then the address does (router.tsx).
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useDictionary, useMe } from './api/queries.ts'
import { Failed, Waiting } from './frame/trouble.tsx'
import { keepDraftsOf } from './inputs/drafts.ts'
import { router } from './router.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { BookProvider } from './values/book.tsx'

export function App() {
  const me = useMe()
  const wasSignedIn = useRef(false)
  const email = me.data?.email
  useEffect(() => {
    if (!email) return
    wasSignedIn.current = true
    keepDraftsOf(email)
  }, [email])
  if (me.isPending) return null
  if (me.data === null) return <SignInPage hasEnded={wasSignedIn.current} />
  if (!me.data) return <Failed error={me.error} retry={me.refetch} />
  return <Opened />
}

function Opened() {
  const dictionary = useDictionary()
  if (dictionary.isError && !dictionary.data) return <Failed error={dictionary.error} retry={dictionary.refetch} />
  if (!dictionary.data) return <Waiting />
  return (
    <BookProvider objects={dictionary.data}>
      <RouterProvider router={router} />
    </BookProvider>
  )
}
