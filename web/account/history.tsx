// Every change of this record that the reader may see, as the ledger has it. Asked for when it is opened.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useHistory } from '../api/queries.ts'
import { Failed } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import { ChangeEntry } from './change-entry.tsx'
import { Section } from './section.tsx'
import style from './timeline.module.css'

export function History({ id }: { id: string }) {
  const { t } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const toggle = (
    <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {t(isOpen ? 'account.close' : 'account.open')}
    </Button>
  )
  return (
    <Section title={t('account.history')} note={toggle}>
      {isOpen && <Changes id={id} />}
    </Section>
  )
}

function Changes({ id }: { id: string }) {
  const { t } = useLanguage()
  const history = useHistory(id)
  if (history.isPending) return <p role="status">{t('trouble.loading')}</p>
  if (history.isError) return <Failed error={history.error} retry={history.refetch} />
  const changes = history.data.pages.flatMap((page) => page.data)
  if (changes.length === 0) return <p className="quiet">{t('account.noHistory')}</p>
  return (
    <>
      <ol className={style['line']}>
        {changes.map((change) => (
          <li key={`${change.act} ${change.at}`} data-kind="change">
            <ChangeEntry change={change} />
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={history.isFetchingNextPage}
          onClick={() => history.fetchNextPage()}
        >
          {t('account.older')}
        </Button>
      )}
    </>
  )
}
