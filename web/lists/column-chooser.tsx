// Which columns, in what order; and by what the list is grouped.
import { ActionIcon, Button, Checkbox, NativeSelect, Popover, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { fold } from '../../dictionary/words.ts'
import type { DescribedObject } from '../api/answers.ts'
import { storedType } from '../inputs/kind.ts'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './column-chooser.module.css'
import { allColumns, type Column } from './columns.ts'
import type { ListSearch } from './list-search.ts'
import { writeColumns } from './search.ts'

type Shown = {
  object: DescribedObject
  columns: readonly Column[]
  group: string
  set(next: Partial<ListSearch>, isStep?: boolean): void
}

export default function ColumnChooser({ object, columns, group, set }: Shown) {
  const { t } = useLanguage()
  const groups = useGroups(object)
  return (
    <>
      {object.may.includes('measure') && groups.length > 0 && (
        <NativeSelect
          size="xs"
          w={150}
          aria-label={t('lists.groupBy')}
          value={group}
          data={[{ value: '', label: t('lists.noGroup') }, ...groups]}
          onChange={(event) => set({ group: event.currentTarget.value }, true)}
        />
      )}
      <Popover position="bottom-end" width={300} trapFocus>
        <Popover.Target>
          <Button size="xs" variant="default" leftSection={<IconColumns3 size={14} stroke={1.8} aria-hidden />}>
            {t('lists.columns')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Chooser object={object} columns={columns} set={set} />
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

const periods = ['month', 'quarter', 'year'] as const

/** Fields that make groups; dates by their period. */
function useGroups(object: DescribedObject): readonly { value: string; label: string }[] {
  const { t } = useLanguage()
  return object.fields.flatMap((field) => {
    const type = storedType(field)
    if (type === 'date' || type === 'datetime')
      return periods.map((period) => ({
        value: `${field.name} by ${period}`,
        label: t('lists.groupedBy', { field: `${field.label}, ${t(`lists.${period}`)}` }),
      }))
    const isFew = field.groupable && (field.terms || ['reference', 'boolean', 'country', 'language'].includes(type))
    return isFew ? [{ value: field.name, label: t('lists.groupedBy', { field: field.label }) }] : []
  })
}

function Chooser({ object, columns, set }: Omit<Shown, 'group'>) {
  const { t } = useLanguage()
  const book = useBook()
  const [words, setWords] = useState('')
  const all = useMemo(() => allColumns({ book, t }, object), [book, t, object])
  const write = (next: readonly Column[]) => set({ columns: writeColumns(next) })
  const others = all.filter(
    ({ path, label }) => !columns.some((each) => each.path === path) && fold(label).includes(fold(words)),
  )
  const move = (i: number, step: number) => {
    const next = [...columns]
    const [moved] = next.splice(i, 1)
    if (moved) next.splice(i + step, 0, moved)
    write(next)
  }
  return (
    <div className={style['chooser']}>
      <ol>
        {columns.map((column, i) => (
          <li key={column.path}>
            <Checkbox
              size="xs"
              label={column.label}
              checked
              disabled={columns.length === 1}
              onChange={() => write(columns.filter((each) => each !== column))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={i === 0}
              aria-label={t('lists.moveUp', { column: column.label })}
              onClick={() => move(i, -1)}
            >
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={i === columns.length - 1}
              aria-label={t('lists.moveDown', { column: column.label })}
              onClick={() => move(i, 1)}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <TextInput
        size="xs"
        aria-label={t('lists.findColumn')}
        placeholder={t('lists.findColumn')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul>
        {others.map((column) => (
          <li key={column.path}>
            <Checkbox size="xs" label={column.label} checked={false} onChange={() => write([...columns, column])} />
          </li>
        ))}
      </ul>
      <Button size="compact-xs" variant="subtle" onClick={() => set({ columns: '' })}>
        {t('lists.usualColumns')}
      </Button>
    </div>
  )
}
