// What is shown in place of what should be there: nothing found, nothing allowed, nothing loaded.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Problem } from '../api/ask.ts'
import { useLanguage } from '../words/language.tsx'
import style from './trouble.module.css'

export function Notice({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <section className={style['notice']}>
      <h2>{title}</h2>
      <p className="quiet">{children}</p>
      {action}
    </section>
  )
}

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useLanguage()
  return (
    <div role="alert">
      <Notice
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

/** The server's own sentence; empty where it did not get to say one. */
export const sentenceOf = (error: unknown): string => (error instanceof Problem ? error.message : '')
