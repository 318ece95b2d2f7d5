// The queue of pairs that may be one, and the pair that is looked at. Which one that is, and beside which others, is in the address.
import { Button, Skeleton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../api/queries.ts'
import { Page } from '../frame/page.tsx'
import { Failed, Notice, sentenceOf } from '../frame/trouble.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Compared, compared, type Pair } from './answers.ts'
import style from './duplicates-page.module.css'
import { useFind, useMayFind, useQueue } from './queries.ts'
import { Queue } from './queue.tsx'
import { Review } from './review.tsx'
import { Said, type Saying } from './said.tsx'

const route = getRouteApi('/duplicates')

export default function DuplicatesPage() {
  const { t } = useLanguage()
  const may = useMe().data?.may ?? {}
  const asked = route.useSearch()
  const open = compared.filter((object) => may[object]?.includes('list'))
  const object = open.find((each) => each === asked.object) ?? open[0]
  return (
    <Page title={t('duplicates.title')} note={object && <Objects open={open} object={object} />}>
      {object ? (
        <Waiting key={object} object={object} verbs={may[object] ?? []} />
      ) : (
        <Notice title={t('duplicates.closed')}>{t('duplicates.closedText')}</Notice>
      )}
    </Page>
  )
}

function Objects({ open, object }: { open: readonly Compared[]; object: Compared }) {
  const { t } = useLanguage()
  const book = useBook()
  return (
    <nav className={style['objects']} aria-label={t('duplicates.objects')}>
      {open.map((each) => (
        <span key={each} data-here={each === object || undefined}>
          <Link to="/duplicates" search={{ object: each }} aria-current={each === object ? 'page' : undefined}>
            {book.object(each)?.labelPlural ?? each}
          </Link>
        </span>
      ))}
    </nav>
  )
}

export const keyOf = ({ a, b }: Pair): string => `${a.id},${b.id}`

function Waiting({ object, verbs }: { object: Compared; verbs: readonly string[] }) {
  const { t } = useLanguage()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const show = (ids: readonly string[]) =>
    navigate({
      search: { object, ...(ids.length > 0 ? { ids: ids.join(',') } : {}) },
      replace: true,
      resetScroll: false,
    })
  const queue = useQueue(object)
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set())
  const [saying, say] = useState<Saying | null>(null)
  // What was just decided is gone from the page before the queue has been read anew.
  const [decided, setDecided] = useState<{ ids: readonly string[]; asOf: number }>({ ids: [], asOf: 0 })
  const isDecided = (pair: Pair) => decided.asOf === queue.dataUpdatedAt && isOf(pair, decided.ids)
  const found = queue.data?.pages.flatMap((page) => page.data).filter((pair) => !isDecided(pair)) ?? []
  // Who said "later" sees those pairs again at the end.
  const pairs = [
    ...found.filter((pair) => !putOff.has(keyOf(pair))),
    ...found.filter((pair) => putOff.has(keyOf(pair))),
  ]
  const asked = search.ids?.split(',').filter(Boolean) ?? []
  const inQueue = pairs.findIndex(({ a, b }) => asked.includes(a.id) && asked.includes(b.id))
  const at = asked.length > 1 ? inQueue : pairs.length > 0 ? 0 : -1
  const pair = pairs[at]
  const ids = asked.length > 1 ? asked : pair ? [pair.a.id, pair.b.id] : []

  const look = (next: Pair | undefined) => {
    void show(next ? [next.a.id, next.b.id] : [])
    window.scrollTo(0, 0) // each begins at its beginning
  }
  const lookOn = () =>
    look(pairs.find((each, i) => i > at && !isOf(each, ids)) ?? pairs.find((each) => !isOf(each, ids)))
  const later = () => {
    if (pair) setPutOff(new Set([...putOff, keyOf(pair)]))
    lookOn()
  }
  useKeys({
    j: { does: t('keys.next'), run: () => pairs[at + 1] && look(pairs[at + 1]) },
    k: { does: t('keys.previous'), run: () => at > 0 && look(pairs[at - 1]) },
  })

  if (queue.isPending) return <Loading />
  if (queue.isError && found.length === 0) return <Failed error={queue.error} retry={queue.refetch} />
  return (
    <>
      {pairs.length === 0 && ids.length === 0 ? (
        <Nothing object={object} />
      ) : (
        <div className={style['columns']}>
          <Queue pairs={pairs} at={at} putOff={putOff} queue={queue} look={look} />
          {ids.length > 1 && (
            <Review
              key={ids.join()}
              object={object}
              ids={ids}
              verbs={verbs}
              isQueued={at >= 0}
              alike={alikeTo(pairs, ids)}
              widen={show}
              later={later}
              done={(told) => {
                say(told)
                setDecided({ ids, asOf: queue.dataUpdatedAt })
                lookOn()
              }}
            />
          )}
        </div>
      )}
      <Said saying={saying} say={say} />
    </>
  )
}

/** Others that the queue pairs with one of these, by id. */
function alikeTo(pairs: readonly Pair[], ids: readonly string[]): ReadonlyMap<string, string | null> {
  const touching = pairs.filter(({ a, b }) => ids.includes(a.id) !== ids.includes(b.id))
  return new Map(touching.map(({ a, b }) => (ids.includes(a.id) ? [b.id, b.title] : [a.id, a.title])))
}

const isOf = ({ a, b }: Pair, ids: readonly string[]): boolean => ids.includes(a.id) && ids.includes(b.id)

function Nothing({ object }: { object: Compared }) {
  const { t } = useLanguage()
  const mayFind = useMayFind()
  const find = useFind()
  return (
    <Notice
      title={t('duplicates.none')}
      action={
        mayFind &&
        !find.isSuccess && (
          <Button variant="default" loading={find.isPending} onClick={() => find.mutate(object)}>
            {t('duplicates.find')}
          </Button>
        )
      }
    >
      {find.isSuccess ? t('duplicates.finding') : sentenceOf(find.error) || t('duplicates.noneText')}
    </Notice>
  )
}

function Loading() {
  const { t } = useLanguage()
  return (
    <div role="status" aria-label={t('trouble.loading')} className={style['columns']}>
      <Skeleton height={480} />
      <Skeleton height={480} />
    </div>
  )
}
