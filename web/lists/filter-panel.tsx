// Where a condition is built: comparisons, groups of which all or any must hold, and what related records must be like. What is whole is
// applied at once; what is half built waits. Whoever prefers writes it as a sentence.
import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Where } from '../../src/question/index.ts'
import type { DescribedObject } from '../api/answers.ts'
import { SidePanel } from '../frame/dialog.tsx'
import { useLanguage } from '../words/language.tsx'
import { GroupOf } from './condition.tsx'
import { type Draft, draftFrom, wholeOf } from './filter-draft.ts'
import style from './filter-panel.module.css'
import { writeWhere } from './search.ts'

type Shown = {
  object: DescribedObject
  text: string
  where: Where | null | undefined
  fault: string | null
  change(text: string): void
  close(): void
}

export default function FilterPanel({ object, text, where, fault, change, close }: Shown) {
  const { t } = useLanguage()
  const [way, setWay] = useState<'build' | 'write'>(where === undefined ? 'write' : 'build')
  return (
    <SidePanel title={t('lists.filterTitle', { objects: object.labelPlural })} close={close}>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('lists.way')}
        data={[
          { value: 'build', label: t('lists.build') },
          { value: 'write', label: t('lists.write') },
        ]}
        value={way}
        onChange={(next) => setWay(next === 'write' ? 'write' : 'build')}
      />
      {way === 'build' && where !== undefined ? (
        <Builder key={way} object={object} where={where} fault={fault} change={change} close={close} />
      ) : (
        <Written text={text} fault={fault} change={change} />
      )}
    </SidePanel>
  )
}

function Builder({
  object,
  where,
  fault,
  change,
  close,
}: Pick<Shown, 'object' | 'fault' | 'change' | 'close'> & { where: Where | null }) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState<Draft & { kind: 'group' }>(() => {
    const read = draftFrom(where ?? { all: [] })
    const group =
      read.kind === 'group' && !read.isNot
        ? read
        : { kind: 'group' as const, id: 'top', of: 'all' as const, isNot: false, parts: [read] }
    return group.parts.length === 0
      ? { ...group, parts: [{ kind: 'comparison', id: 'first', path: '', choice: null }] }
      : group
  })
  const set = (next: Draft) => {
    if (next.kind !== 'group') return
    setDraft(next)
    change(writeWhere(wholeOf(next)))
  }
  return (
    <div className={style['builder']}>
      <GroupOf object={object.name} draft={draft} change={set} />
      {fault && (
        <p role="alert" className="bad">
          {fault}
        </p>
      )}
      <div className={style['foot']}>
        <Button variant="subtle" size="xs" onClick={() => set({ ...draft, parts: [] })}>
          {t('lists.clearAll')}
        </Button>
        <Button size="xs" onClick={close}>
          {t('lists.done')}
        </Button>
      </div>
    </div>
  )
}

function Written({ text, fault, change }: Pick<Shown, 'text' | 'fault' | 'change'>) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(text)
  return (
    <form
      className={style['builder']}
      onSubmit={(event) => {
        event.preventDefault()
        change(typed.trim())
      }}
    >
      <Textarea
        label={t('lists.condition')}
        description={t('lists.conditionHint')}
        autosize
        minRows={3}
        spellCheck={false}
        autoCapitalize="off"
        data-autofocus
        value={typed}
        error={fault}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          change(typed.trim())
        }}
      />
      <div className={style['foot']}>
        <Button type="submit" size="xs">
          {t('lists.apply')}
        </Button>
      </div>
    </form>
  )
}
