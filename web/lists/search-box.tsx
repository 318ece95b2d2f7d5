import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './record-list.module.css'

const pauseMs = 180

/** Searches as one types, after a short rest. */
export function SearchBox({ words, search }: { words: string; search(words: string): void }) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(words)
  const latest = useRef(search)
  latest.current = search
  useEffect(() => setTyped(words), [words])
  useEffect(() => {
    if (typed.trim() === words) return
    const wait = setTimeout(() => latest.current(typed.trim()), pauseMs)
    return () => clearTimeout(wait)
  }, [typed, words])
  return (
    <TextInput
      id="list-search"
      type="search"
      className={style['search'] ?? ''}
      size="xs"
      aria-label={t('lists.search')}
      placeholder={t('lists.search')}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
