// One pair, or more, side by side: which one stays, whose value each field takes, why they may be one, what merging would make of
// them; and what is decided.
import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { Warning } from '../frame/marks.tsx'
import { Failed, sentenceOf } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Choices, Compared, Comparison } from './answers.ts'
import style from './duplicates-page.module.css'
import { useComparison, useDecide, useMerge, usePreview } from './queries.ts'
import type { Saying } from './said.tsx'
import { SideBySide } from './side-by-side.tsx'
import { useKeys } from './use-keys.ts'
import { Waterfall } from './waterfall.tsx'

type Reviewed = {
  object: Compared
  ids: readonly string[]
  verbs: readonly string[]
  /** Whether this pair is one of the queue, and returns there when what was done is undone. */
  isQueued: boolean
  /** Further records that look like one of these, by id. */
  alike: ReadonlyMap<string, string | null>
  widen(ids: readonly string[]): void
  later(): void
  done(told: Saying): void
}

export function Review(props: Reviewed) {
  const { t } = useLanguage()
  const comparison = useComparison(props.object, props.ids)
  if (comparison.isPending)
    return (
      <div role="status" aria-label={t('trouble.loading')}>
        <Skeleton height={480} />
      </div>
    )
  if (comparison.isError) return <Failed error={comparison.error} retry={comparison.refetch} />
  return <Opened {...props} comparison={comparison.data} />
}

function Opened({
  object,
  verbs,
  isQueued,
  alike,
  widen,
  later,
  done,
  comparison,
}: Reviewed & { comparison: Comparison }) {
  const { t } = useLanguage()
  const book = useBook()
  const titleId = useId()
  const ids = comparison.records.map(({ id }) => id)
  const [first = '', second = ''] = ids
  const [into, setInto] = useState(() => [...ids].sort()[0] ?? '')
  const [choices, setChoices] = useState<Choices>({})
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const [reason, setReason] = useState('')
  const names = useNames(comparison)
  const mayMerge = verbs.includes('update') && verbs.includes('delete') && ids.length > 1
  const mayDecide = verbs.includes('update') && ids.length === 2
  const order = { object, ids, into, choices }
  const preview = usePreview(order, mayMerge)
  const merge = useMerge()
  const never = useDecide('never')
  const isBusy = merge.isPending || never.isPending

  const decided = { object, a: first, b: second, because: t('duplicates.undo') }

  const mergeNow = () => {
    if (!mayMerge || isBusy || preview.isError) return
    const because = reason.trim() || t('duplicates.reasonMerge')
    merge.mutate(
      { ...order, because },
      {
        onSuccess: (merged) =>
          done({
            text: t('duplicates.merged', { name: names.get(merged.id) }),
            back: { act: merged.act, ...(isQueued && ids.length === 2 ? { pair: decided } : {}) },
          }),
      },
    )
  }
  const neverNow = () => {
    if (!mayDecide || isBusy) return
    never.mutate(
      { ...decided, because: reason.trim() || t('duplicates.reasonNever') },
      {
        onSuccess: () =>
          done({
            text: t('duplicates.decidedTwo', { a: names.get(first), b: names.get(second) }),
            back: { pair: decided },
          }),
      },
    )
  }
  useKeys({ m: mergeNow, n: neverNow, s: later })

  const fault = sentenceOf(merge.error) || sentenceOf(never.error) || sentenceOf(preview.error)
  const held = preview.data?.held.map((name) => book.field(object, name)?.label ?? name) ?? []
  return (
    <section className={style['review']} aria-labelledby={titleId}>
      <div className={style['title']}>
        <h2 id={titleId}>{[...names.values()].join(' · ')}</h2>
        <Checkbox
          size="xs"
          label={t('duplicates.onlyDiffering')}
          checked={onlyDiffering}
          onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
        />
      </div>
      <Alike ids={ids} alike={alike} widen={widen} />
      <SideBySide
        comparison={comparison}
        names={names}
        into={into}
        setInto={setInto}
        choices={choices}
        setChoices={setChoices}
        merged={mayMerge && !preview.isError ? preview.data : undefined}
        mayMerge={mayMerge}
        onlyDiffering={onlyDiffering}
        leaveOut={(id) => widen(ids.filter((each) => each !== id))}
      />
      {held.length > 0 && (
        <p className="warn" role="status">
          <Warning size={14} /> {t('duplicates.held', { fields: held.join(', ') })}
        </p>
      )}
      <div className={style['decide']}>
        {fault && (
          <p role="alert" className="bad">
            {fault}
          </p>
        )}
        {(mayDecide || mayMerge) && (
          <TextInput
            className={style['reason'] ?? ''}
            label={t('duplicates.reason')}
            placeholder={t('duplicates.reasonMerge')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {!mayMerge && <p className="quiet">{t('duplicates.mayNotMerge')}</p>}
        <div className={style['buttons']}>
          {mayMerge && (
            <Button onClick={mergeNow} loading={merge.isPending} disabled={isBusy || preview.isError}>
              {ids.length > 2 ? t('duplicates.mergeMany', { count: ids.length }) : t('duplicates.merge')}
            </Button>
          )}
          {mayDecide && (
            <Button variant="default" onClick={neverNow} loading={never.isPending} disabled={isBusy}>
              {t('duplicates.notSame')}
            </Button>
          )}
          <Button variant="subtle" onClick={later}>
            {t('duplicates.later')}
          </Button>
        </div>
      </div>
      {ids.slice(1).map((other) => (
        <Waterfall key={other} object={object} a={first} b={other} names={names} />
      ))}
    </section>
  )
}

/** More than two may be one: others that look like one of these can be put beside them. */
function Alike({ ids, alike, widen }: Pick<Reviewed, 'ids' | 'alike' | 'widen'>) {
  const { t } = useLanguage()
  if (alike.size === 0) return null
  return (
    <div className={style['alike']}>
      <span className="quiet">{t('duplicates.alsoAlike')}:</span>
      {[...alike].map(([id, title]) => (
        <Button key={id} size="compact-xs" variant="default" onClick={() => widen([...ids, id])}>
          {t('duplicates.add', { name: title ?? t('duplicates.unnamed') })}
        </Button>
      ))}
    </div>
  )
}

/** What each record is called, by its id, in their order. */
function useNames({ object, records, fields }: Comparison): ReadonlyMap<string, string> {
  const { t } = useLanguage()
  const title = useBook().object(object)?.title
  const values = fields.find(({ field }) => field === title)?.values ?? []
  return new Map(records.map(({ id }, i) => [id, typeof values[i] === 'string' ? values[i] : t('duplicates.unnamed')]))
}
