// Who was there: people known at the account, a name nobody has written down yet, and colleagues.
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import type { Me } from '../api/answers.ts'
import { useStakeholders } from '../stakeholders/queries.ts'
import { useLanguage } from '../words/language.tsx'
import type { Attendee, Draft } from './draft.ts'
import { useColleagues } from './queries.ts'
import style from './talk.module.css'

type Listed = { account: string; me: Me; draft: Draft; change(changes: Partial<Draft>): void }

const newcomer = 'new:'
const keyOf = (each: Attendee): string => ('contact' in each ? each.contact : `${newcomer}${each.name}`)
const attendeeOf = (key: string): Attendee =>
  key.startsWith(newcomer) ? { name: key.slice(newcomer.length) } : { contact: key }

export function Attendees({ account, me, draft, change }: Listed) {
  const { t } = useLanguage()
  const stakeholders = useStakeholders(account)
  const colleagues = useColleagues()
  const [search, setSearch] = useState('')
  const people = (stakeholders.data?.people ?? []).map(({ id, name, title }) => ({
    value: id,
    label: title ? `${name} · ${title}` : name,
  }))
  const written = draft.theirs.flatMap((each) => ('name' in each ? [{ value: keyOf(each), label: each.name }] : []))
  const name = search.trim()
  const mayAdd = ['contact', 'account_contact'].every((object) => me.may[object]?.includes('create'))
  const isKnown = [...people, ...written].some(({ label }) => label.toLowerCase().startsWith(name.toLowerCase()))
  const added =
    mayAdd && name.length > 1 && !isKnown ? [{ value: newcomer + name, label: t('talk.addPerson', { name }) }] : []
  return (
    <div className={style['row']}>
      <MultiSelect
        label={t('talk.theirs')}
        placeholder={draft.theirs.length === 0 ? t('talk.theirsHint') : ''}
        data={[...people, ...written, ...added]}
        value={draft.theirs.map(keyOf)}
        onChange={(keys) => change({ theirs: keys.map(attendeeOf) })}
        searchValue={search}
        onSearchChange={setSearch}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('talk.nobody')}
      />
      <MultiSelect
        label={t('talk.ours')}
        placeholder={draft.ours.length === 0 ? t('talk.oursHint') : ''}
        data={colleagues}
        value={[...draft.ours]}
        onChange={(ours) => change({ ours })}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('talk.nobody')}
      />
    </div>
  )
}
