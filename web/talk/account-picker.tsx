import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Draft } from './draft.ts'
import { useAccountsNamed } from './queries.ts'

type Picked = { account: Draft['account']; choose(account: Draft['account']): void }

export function AccountPicker({ account, choose }: Picked) {
  const { t } = useLanguage()
  const book = useBook()
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search === account?.name ? '' : search, 120)
  const found = useAccountsNamed(asked)
  const options = [...(account ? [account] : []), ...found.filter(({ id }) => id !== account?.id)]
  return (
    <Select
      label={book.field('interaction', 'account')?.label}
      placeholder={t('talk.accountHint')}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      value={account?.id ?? null}
      onChange={(id) => choose(options.find((each) => each.id === id) ?? null)}
      searchValue={search}
      onSearchChange={setSearch}
      // What the server found fits already, by rules of its own.
      filter={({ options: all }) => all}
      searchable
      openOnFocus={false}
      allowDeselect={false}
      data-autofocus
      nothingFoundMessage={t('talk.nobody')}
    />
  )
}
