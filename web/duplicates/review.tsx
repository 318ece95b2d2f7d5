// One pair, or more, side by side: which one stays, whose value each field takes, why they may be one, what merging would make of
// them; and what is decided.
import { Button, Checkbox, Skeleton } from '@mantine/core'
import { useId, useState } from 'react'
import { Warning } from '../frame/marks.tsx'
import { Failed } from '../frame/trouble.tsx'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Choices, Compared, Comparison, Merged } from './answers.ts'
import { Decide } from './decide.tsx'
import style from './duplicates-page.module.css'
import { useComparison, usePreview } from './queries.ts'
import type { Saying } from './said.tsx'
import { countsOf, SideBySide } from './side-by-side.tsx'
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
  alike,
  widen,
  isQueued,
  later,
  done,
  comparison,
}: Reviewed & { comparison: Comparison }) {
  const { t } = useLanguage()
  const titleId = useId()
  const ids = comparison.records.map(({ id }) => id)
  const [into, setInto] = useState(() => [...ids].sort()[0] ?? '')
  const [choices, setChoices] = useState<Choices>({})
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const names = useNames(comparison)
  const mayUpdate = verbs.includes('update')
  const mayMerge = mayUpdate && verbs.includes('delete') && ids.length > 1
  const order = { object, ids, into, choices }
  const preview = usePreview(order, mayMerge)
  const merged = preview.isError ? undefined : preview.data
  const [first = '', ...others] = ids
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
        merged={merged}
        mayMerge={mayMerge}
        onlyDiffering={onlyDiffering}
        leaveOut={(id) => widen(ids.filter((each) => each !== id))}
      />
      {merged && <Consequences object={object} merged={merged} />}
      <Decide
        order={order}
        names={names}
        mayMerge={mayMerge}
        mayDecide={mayUpdate && ids.length === 2}
        refusal={preview.error}
        isQueued={isQueued}
        later={later}
        done={done}
      />
      {others.map((other) => (
        <Waterfall key={other} object={object} a={first} b={other} names={names} />
      ))}
    </section>
  )
}

/** What merging brings beside the fields: what hangs on the others, and choices that will not hold. */
function Consequences({ object, merged }: { object: Compared; merged: Merged }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  const list = new Intl.ListFormat(speech.locale, { type: 'unit' })
  const held = merged.held.map((name) => book.field(object, name)?.label ?? name)
  return (
    <>
      {merged.dependants.length > 0 && (
        <p className="quiet">
          {t('duplicates.comesOver', { what: list.format(countsOf(merged.dependants, book, speech)) })}
        </p>
      )}
      {held.length > 0 && (
        <p className="warn" role="status">
          <Warning size={14} /> {t('duplicates.held', { fields: list.format(held) })}
        </p>
      )}
    </>
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
