// What is to be done after a talk: each a line with who does it and by when.
import { Button, Select, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Me } from '../api/answers.ts'
import { DayInput } from '../inputs/day-input.tsx'
import { useLanguage } from '../words/language.tsx'
import type { ActionItem, Draft } from './draft.ts'
import { useColleagues } from './queries.ts'
import style from './talk.module.css'

type Listed = {
  me: Me
  draft: Draft
  change(changes: Partial<Draft>): void
  faults: Readonly<Record<string, string>>
}

export function ActionItems({ me, draft, change, faults }: Listed) {
  const { t } = useLanguage()
  const colleagues = useColleagues()
  const list = useRef<HTMLUListElement>(null)
  const known = useRef(draft.items.length)
  useEffect(() => {
    // A line that was just added is where the writer goes on.
    if (draft.items.length > known.current)
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    known.current = draft.items.length
  }, [draft.items.length])
  const set = (key: string, changes: Partial<ActionItem>) =>
    change({ items: draft.items.map((item) => (item.key === key ? { ...item, ...changes } : item)) })
  const add = () =>
    change({ items: [...draft.items, { key: crypto.randomUUID(), name: '', owner: me.userId, dueOn: '' }] })
  return (
    <fieldset className={style['items']}>
      <legend>{t('talk.items')}</legend>
      <ul ref={list}>
        {draft.items.map((item, i) => (
          <li key={item.key}>
            <TextInput
              aria-label={t('talk.item', { number: i + 1 })}
              placeholder={t('talk.itemHint')}
              value={item.name}
              onChange={(event) => set(item.key, { name: event.currentTarget.value })}
              error={faults[`action_items.${i}.name`]}
              maxLength={300}
            />
            <Select
              aria-label={t('talk.itemOwner', { number: i + 1 })}
              data={colleagues}
              value={item.owner}
              onChange={(owner) => set(item.key, { owner })}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t('talk.nobody')}
            />
            <DayInput
              aria-label={t('talk.itemDue', { number: i + 1 })}
              value={item.dueOn}
              error={faults[`action_items.${i}.due_on`]}
              change={(dueOn) => set(item.key, { dueOn })}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('talk.removeItem', { number: i + 1 })}
              onClick={() => change({ items: draft.items.filter(({ key }) => key !== item.key) })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" size="xs" onClick={add}>
        {t('talk.addItem')}
      </Button>
    </fieldset>
  )
}
