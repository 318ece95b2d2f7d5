// What an account was made of, on its page, and the way to take it apart again.
import { Button } from '@mantine/core'
import { useMe } from '../api/queries.ts'
import { sentenceOf } from '../frame/trouble.tsx'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { showMoment } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import { useMergedFrom } from './merged.ts'
import { nameOf } from './queue.tsx'
import { UnmergeDialog, useUnmerging } from './unmerge-dialog.tsx'

/** Nothing where nothing was merged: most accounts are one from the beginning. */
export function MergedFrom({ id }: { id: string }) {
  const speech = useLanguage()
  const { t } = speech
  const merges = useMergedFrom('account', id)
  const verbs = useMe().data?.may['account'] ?? []
  const unmerging = useUnmerging({ done: () => {} })
  const mayUnmerge = verbs.includes('update') && verbs.includes('delete')
  const items = merges.data?.data.map((merge) => ({ ...merge, id: merge.act })) ?? []
  const fault = sentenceOf(unmerging.fault)
  if (items.length === 0) return null
  return (
    <>
      <ListSection title={t('duplicates.mergedFrom')} items={items} empty="">
        {({ act, at, because, records }) => (
          <Entry
            name={records.map((record) => nameOf(record, t('duplicates.unnamed'))).join(', ')}
            figure={
              mayUnmerge && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={unmerging.isPending}
                  onClick={() => unmerging.start(act)}
                >
                  {t('duplicates.unmerge')}
                </Button>
              )
            }
          >
            <Details
              of={[
                t('duplicates.mergedAt', { at: showMoment(at, speech) }),
                because && t('record.because', { why: because }),
              ]}
            />
          </Entry>
        )}
      </ListSection>
      {fault && (
        <p role="alert" className="bad">
          {fault}
        </p>
      )}
      <UnmergeDialog unmerging={unmerging} />
    </>
  )
}
