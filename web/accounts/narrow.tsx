// Search as one types; a condition in the question language when it is applied, its fault told beside it.
import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './accounts-page.module.css'

const pauseMs = 200

export function Narrow({ search, where, fault }: { search: string; where: string; fault: string | null }) {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/accounts' })
  const [words, setWords] = useState(search)
  const [condition, setCondition] = useState(where)
  useEffect(() => setWords(search), [search])
  useEffect(() => setCondition(where), [where])
  useEffect(() => {
    if (words.trim() === search) return
    const wait = setTimeout(
      () => navigate({ search: (before) => ({ ...before, search: words.trim() }), replace: true }),
      pauseMs,
    )
    return () => clearTimeout(wait)
  }, [words, search, navigate])
  const apply = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ search: (before) => ({ ...before, where: condition.trim() }) })
  }
  return (
    <div className={style['narrow']}>
      <TextInput
        type="search"
        label={t('accounts.search')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <form onSubmit={apply} className={style['condition']}>
        <TextInput
          label={t('accounts.filter')}
          placeholder={t('accounts.filterHint')}
          value={condition}
          onChange={(event) => setCondition(event.currentTarget.value)}
          error={fault}
          spellCheck={false}
          autoCapitalize="off"
        />
        <Button type="submit" variant="default">
          {t('accounts.apply')}
        </Button>
      </form>
    </div>
  )
}
