// What is decided of records side by side: one, two, or later. By button or by key, with a reason where somebody has one to give.
import { Button, TextInput } from '@mantine/core'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useLanguage } from '../words/language.tsx'
import type { MergeOrder } from './answers.ts'
import style from './duplicates-page.module.css'
import { useDecide, useMerge } from './queries.ts'
import type { Saying } from './said.tsx'

type Deciding = {
  order: MergeOrder
  names: ReadonlyMap<string, string>
  mayMerge: boolean
  mayDecide: boolean
  /** Why the merge would be refused, as its preview was. */
  refusal: unknown
  /** Whether this pair is one of the queue, and returns there when what was done is undone. */
  isQueued: boolean
  later(): void
  done(told: Saying): void
}

export function Decide({ order, names, mayMerge, mayDecide, refusal, isQueued, later, done }: Deciding) {
  const { t } = useLanguage()
  const merge = useMerge()
  const never = useDecide('never')
  const isBusy = merge.isPending || never.isPending
  const { object, ids } = order
  const [reason = '', keep] = useDraft<string>(`duplicates ${ids.join(' ')}`)
  const [a = '', b = ''] = ids
  const pair = { object, a, b, because: t('duplicates.undo') }

  const mergeNow = () => {
    if (!mayMerge || isBusy || refusal) return
    const because = reason.trim() || t('duplicates.reasonMerge')
    const back = isQueued && ids.length === 2 ? { pair } : {}
    const onSuccess = ({ act, id }: { act: string; id: string }) => {
      keep(undefined)
      done({ text: t('duplicates.merged', { name: names.get(id) }), back: { act, ...back } })
    }
    merge.mutate({ ...order, because }, { onSuccess })
  }
  const neverNow = () => {
    if (!mayDecide || isBusy) return
    const because = reason.trim() || t('duplicates.reasonNever')
    const text = t('duplicates.decidedTwo', { a: names.get(a), b: names.get(b) })
    const onSuccess = () => {
      keep(undefined)
      done({ text, back: { pair } })
    }
    never.mutate({ ...pair, because }, { onSuccess })
  }
  useKeys({
    ...(mayMerge ? { m: { does: t('duplicates.merge'), run: mergeNow } } : {}),
    ...(mayDecide ? { n: { does: t('duplicates.notSame'), run: neverNow } } : {}),
    s: { does: t('duplicates.later'), run: later },
  })

  const fault = sentenceOf(merge.error) || sentenceOf(never.error) || sentenceOf(refusal)
  return (
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
          onChange={(event) => keep(event.currentTarget.value || undefined)}
        />
      )}
      {!mayMerge && <p className="quiet">{t('duplicates.mayNotMerge')}</p>}
      <div className={style['buttons']}>
        {mayMerge && (
          <Button onClick={mergeNow} loading={merge.isPending} disabled={isBusy || Boolean(refusal)}>
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
  )
}
