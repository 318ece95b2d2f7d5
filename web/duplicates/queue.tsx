// The pairs that wait, in the order of what is at stake.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../words/language.tsx'
import type { Pair, Titled } from './answers.ts'
import style from './duplicates-page.module.css'
import { likely } from './likely.ts'
import type { useQueue } from './queries.ts'

type Shown = {
  pairs: readonly Pair[]
  at: number
  putOff: ReadonlySet<string>
  queue: ReturnType<typeof useQueue>
  look(pair: Pair): void
}

export function Queue({ pairs, at, putOff, queue, look }: Shown) {
  const speech = useLanguage()
  const { t } = speech
  const here = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair is looked at
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <section className={style['queue']} aria-label={t('duplicates.queue')}>
      <p className="quiet" role="status">
        {queue.hasNextPage
          ? t('duplicates.waitingSoFar', { count: pairs.length })
          : t('duplicates.waiting', { count: pairs.length })}
      </p>
      <ol>
        {pairs.map((pair, i) => (
          <li key={`${pair.a.id} ${pair.b.id}`}>
            <button
              type="button"
              ref={i === at ? here : null}
              aria-current={i === at}
              onClick={() => look(pair)}
              data-later={putOff.has(`${pair.a.id},${pair.b.id}`) || undefined}
            >
              <span>{nameOf(pair.a, t('duplicates.unnamed'))}</span>
              <span>{nameOf(pair.b, t('duplicates.unnamed'))}</span>
              <small>
                {t('duplicates.likely', { percent: likely(pair.bits, speech) })}
                {putOff.has(`${pair.a.id},${pair.b.id}`) && ` · ${t('duplicates.later')}`}
              </small>
            </button>
          </li>
        ))}
      </ol>
      {queue.hasNextPage && (
        <Button variant="default" size="xs" loading={queue.isFetchingNextPage} onClick={() => queue.fetchNextPage()}>
          {t('duplicates.more')}
        </Button>
      )}
      <p className={style['keys']}>{t('duplicates.keys')}</p>
    </section>
  )
}

export const nameOf = ({ title }: Pick<Titled, 'title'>, unnamed: string): string => title ?? unnamed
