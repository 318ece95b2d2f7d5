// Another record, found by its name among those the reader may see.
import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { useSearch, useTitle } from '../api/queries.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type InputKind, type InputProps, labelled } from './kind.ts'

/** `name` is absent where only the id is known yet. */
export type ReferenceDraft = { id: string; name?: string } | null

export const reference: InputKind<ReferenceDraft> = {
  Input: ReferenceInput,
  open(value) {
    if (typeof value === 'string' && value !== '') return { id: value }
    const named = value as { id?: string; name?: string } | null | undefined // as lists select a reference with its name
    return named?.id ? { id: named.id, ...(named.name ? { name: named.name } : {}) } : null
  },
  read: (draft) => draft?.id ?? null,
}

function ReferenceInput(props: InputProps<ReferenceDraft>) {
  const { t } = useLanguage()
  const { draft, field, change } = props
  const object = useBook().object(field.to ?? '')
  const title = useTitle(draft && draft.name === undefined ? object : undefined, draft?.id ?? '')
  const [words, setWords] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useSearch(object, words ?? '', combobox.dropdownOpened)
  const name = draft?.name ?? title.data ?? ''
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const chosen = found.data?.find((each) => each.id === id)
        change(chosen ? { id, name: chosen.title } : null, true)
        setWords(null)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...labelled(props)}
          role="combobox"
          value={words ?? name}
          placeholder={t('edit.find')}
          rightSection={
            draft && !props.required ? (
              <Combobox.ClearButton aria-label={t('edit.clear')} onClear={() => change(null, true)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={draft && !props.required ? 'all' : 'none'}
          onFocus={(event) => {
            event.currentTarget.select()
            combobox.openDropdown()
          }}
          onBlur={() => {
            combobox.closeDropdown()
            setWords(null)
          }}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {found.data?.map((each) => (
            <Combobox.Option key={each.id} value={each.id} active={each.id === draft?.id}>
              {each.title}
              {each.note && <span className="quiet"> · {each.note}</span>}
            </Combobox.Option>
          ))}
          {found.data?.length === 0 && <Combobox.Empty>{t('edit.nothing')}</Combobox.Empty>}
          {found.isPending && <Combobox.Empty>{t('trouble.loading')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
