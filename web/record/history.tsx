// Every change of a record that the reader may see, as the ledger has it.
import { Button } from '@mantine/core'
import type { DescribedObject } from '../api/answers.ts'
import { Failed } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import { ChangeEntry } from './change-entry.tsx'
import style from './line.module.css'
import { useHistoryOf, useRecordNow } from './queries.ts'

export function History({ object, id }: { object: DescribedObject; id: string }) {
  const { t } = useLanguage()
  const history = useHistoryOf(object, id)
  const { data: now } = useRecordNow(object, id)
  if (history.isPending) return <p role="status">{t('trouble.loading')}</p>
  if (history.isError) return <Failed error={history.error} retry={history.refetch} />
  const changes = history.data.pages.flatMap((page) => page.data)
  if (changes.length === 0) return <p className="quiet">{t('record.noHistory')}</p>
  return (
    <>
      <ol className={style['line']}>
        {changes.map((change) => (
          <li key={`${change.act} ${change.at}`} data-kind="change">
            <ChangeEntry object={object.name} change={change} now={change.verb === 'created' ? undefined : now} />
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt={12}
          loading={history.isFetchingNextPage}
          onClick={() => history.fetchNextPage()}
        >
          {t('record.older')}
        </Button>
      )}
    </>
  )
}
