// What is shown in place of what should be there: nothing found, nothing allowed, nothing loaded, nothing yet.
import { Button, Skeleton } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Problem } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'
import style from './trouble.module.css'

type Noticed = {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** It is all there is on the page. */
  isPage?: boolean
}

export function Notice({ title, children, action, isPage = false }: Noticed) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <section className={style['notice']}>
      <Heading>{title}</Heading>
      <p className="quiet">{children}</p>
      {action}
    </section>
  )
}

export function Failed({ error, retry, isPage = false }: { error: unknown; retry: () => void; isPage?: boolean }) {
  const { t } = useLanguage()
  return (
    <div role="alert">
      <Notice
        isPage={isPage}
        title={t('trouble.failed')}
        action={
          <Button variant="default" onClick={retry}>
            {t('trouble.again')}
          </Button>
        }
      >
        {sentenceOf(error) || t('trouble.unreachable')}
      </Notice>
    </div>
  )
}

/** A page that the reader's role does not open. */
export function Closed() {
  const { t } = useLanguage()
  return (
    <Notice isPage title={t('trouble.closed')}>
      {t('trouble.closedText')}
    </Notice>
  )
}

/** An address that leads nowhere. */
export function Lost() {
  const { t } = useLanguage()
  return (
    <Notice isPage title={t('trouble.lost')} action={<Link to="/accounts">{t('trouble.toAccounts')}</Link>}>
      {t('trouble.lostText')}
    </Notice>
  )
}

/** A page whose own code failed, or could not be loaded; loading everything anew is what helps against both. */
export function Broken({ error }: ErrorComponentProps) {
  const { t } = useLanguage()
  return (
    <div role="alert">
      <Notice
        isPage
        title={t('trouble.broken')}
        action={
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('trouble.again')}
          </Button>
        }
      >
        {sentenceOf(error) || t('trouble.brokenText')}
      </Notice>
    </div>
  )
}

/** Until a page has come that is no other known shape. */
export function Waiting() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')}>
      <Skeleton height={28} width={180} mb={20} />
      <Skeleton height={320} />
    </div>
  )
}

/** The server's own sentence; empty where it did not get to say one. */
export const sentenceOf = (error: unknown): string => (error instanceof Problem ? error.message : '')
