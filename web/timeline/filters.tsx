import { NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { DayInput } from '../inputs/day-input.tsx'
import { isDay } from '../inputs/day-text.ts'
import { useLanguage } from '../words/language.tsx'
import { kinds, type Wish } from './queries.ts'
import style from './timeline.module.css'

type Looked = { wish: Wish; look(wish: Wish): void; people?: readonly { id: string; name: string }[] | undefined }

const pauseMs = 250

export function Filters({ wish, look, people }: Looked) {
  const { t } = useLanguage()
  const [words, setWords] = useState(wish.search ?? '')
  const [since, type] = useState<string | null>(null)
  const latest = useRef(look)
  latest.current = look
  const asked = wish.search ?? ''
  useEffect(() => {
    if (words === asked) return
    const wait = setTimeout(() => latest.current({ search: words || undefined }), pauseMs)
    return () => clearTimeout(wait)
  }, [words, asked])
  return (
    <search className={style['filters']} aria-label={t('timeline.filters')}>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('timeline.search')}
        placeholder={t('timeline.search')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={t('timeline.kind')}
        value={wish.kind ?? ''}
        onChange={(event) => look({ kind: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('timeline.every') },
          ...kinds.map((value) => ({ value, label: t(`timeline.${value}`) })),
        ]}
      />
      {people && (
        <NativeSelect
          size="xs"
          aria-label={t('timeline.who')}
          value={wish.who ?? ''}
          onChange={(event) => look({ who: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('timeline.anybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <DayInput
        size="xs"
        aria-label={t('timeline.since')}
        title={t('timeline.since')}
        value={since ?? wish.since ?? ''}
        change={(next) => {
          // Half a day is not asked for.
          const isAsked = next === '' || isDay(next)
          type(isAsked ? null : next)
          if (isAsked) look({ since: next || undefined })
        }}
      />
    </search>
  )
}
