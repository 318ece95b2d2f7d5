// A value that is edited where it is read: click or Enter, type, Enter. It is shown as changed at once, can be undone, and where it is
// refused what was typed stays, with the reason beside it.
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { DescribedObject, Field } from '../api/answers.ts'
import { Problem } from '../api/ask.ts'
import { faultOf, useSave, useUndo } from '../api/save.ts'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { hasPage } from '../values/record-link.tsx'
import { isEmpty, show } from '../values/show.ts'
import { Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import { useDraft } from './drafts.ts'
import style from './inputs.module.css'
import type { InputKind } from './kind.ts'

type Edited = {
  object: DescribedObject
  field: Field
  record: { id: string } & Readonly<Record<string, unknown>>
  /** How the value reads; by default as `Value` shows it. */
  children?: ReactNode
}

/** The value, and where the reader may change it, the way to. */
export function Editable({ object, field, record, children }: Edited) {
  const { t } = useLanguage()
  const [draft, keep] = useDraft<Draft>(`${object.name} ${record.id} ${field.name}`)
  const opener = useRef<HTMLButtonElement>(null)
  const shown = children ?? <Value field={field} value={record[field.name]} />
  if (!field.mayUpdate) return shown
  const open = { 'data-edits': field.name, ref: opener, onClick: () => keep({ typed: null }) }
  if (draft === undefined && leadsOut(field) && !isEmpty(record[field.name]))
    return (
      <>
        {shown}
        <ActionIcon
          {...open}
          className={style['pencil'] ?? ''}
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('edit.edit', { field: field.label })}
        >
          <IconPencil size={13} aria-hidden />
        </ActionIcon>
      </>
    )
  if (draft === undefined)
    return (
      <button type="button" className={style['value']} {...open}>
        {shown}
        <span className="seen-by-readers"> {t('edit.edit', { field: field.label })}</span>
      </button>
    )
  return (
    <Suspense fallback={shown}>
      <Editor
        object={object}
        field={field}
        record={record}
        draft={draft}
        keep={keep}
        leave={() => {
          keep(undefined)
          requestAnimationFrame(() => opener.current?.focus())
        }}
      />
    </Suspense>
  )
}

/** A value that is a link is followed by a click, so that another mark opens it for editing. */
const leadsOut = ({ type, to = '' }: Field): boolean =>
  type === 'url' || type === 'email' || (type === 'reference' && hasPage(to))

/** `typed` is null until something is typed, so that the value of today is what is opened. */
type Draft = { typed: { draft: unknown } | null }
type Editing = Omit<Edited, 'children'> & { draft: Draft; keep(next: Draft | undefined): void; leave(): void }

const Editor = lazy(async () => {
  const { inputFor } = await import('./index.ts')
  return { default: (props: Editing) => <OpenEditor {...props} kind={inputFor(props.field)} /> }
})

function OpenEditor({ object, field, record, draft, keep, leave, kind }: Editing & { kind: InputKind<unknown> }) {
  const speech = useLanguage()
  const { t } = speech
  const save = useSave(object)
  const undo = useUndo()
  const [fault, setFault] = useState<string | null>(null)
  // Where it changed meanwhile, saving once more writes over what is there now.
  const [isStale, setStale] = useState(false)
  const before = kind.open(record[field.name], speech)
  const typed = draft.typed ? draft.typed.draft : before

  const commit = async (next: unknown) => {
    const value = kind.read(next, speech)
    if (JSON.stringify(value) === JSON.stringify(kind.read(before, speech))) return leave()
    const version = typeof record['version'] === 'number' && !isStale ? record['version'] : null
    try {
      leave()
      const shown = { [field.name]: shownWhileSaving(field, next, value) }
      const { act, held } = await save.mutateAsync({ id: record.id, version, values: { [field.name]: value }, shown })
      toast({
        text: told(field, value, next, held ?? []),
        ...(held?.length ? { tone: 'warn' } : {}),
        ...(act ? { undo: () => undo(act) } : {}),
      })
    } catch (error) {
      keep({ typed: { draft: next } })
      const isChanged = error instanceof Problem && error.code === 'stale_version'
      setStale(isChanged)
      setFault(isChanged ? t('edit.stale') : (faultOf(error, field.name) ?? (sentenceOf(error) || t('edit.unsaved'))))
    }
  }
  const told = (field: Field, value: unknown, next: unknown, held: readonly string[]): string => {
    if (held.includes(field.name)) return t('edit.held', { field: field.label })
    if (isEmpty(value)) return t('edit.emptied', { field: field.label })
    const name = field.type === 'reference' ? (next as { name?: string } | null)?.name : undefined // a reference's draft
    return t('edit.saved', { field: field.label, value: name ?? show(value, speech, field) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void commit(typed)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  }
  return (
    <form className={style['editor']} onSubmit={submit} onKeyDown={onKey} noValidate>
      <kind.Input
        field={field}
        label={field.label}
        isLabelHidden
        hasFocus
        draft={typed}
        fault={fault}
        change={(next, isSettled) => {
          if (isSettled) return void commit(next)
          keep({ typed: { draft: next } })
          setFault(null)
        }}
      />
      <div className={style['buttons']}>
        <ActionIcon type="submit" size="sm" aria-label={t('edit.save')}>
          <IconCheck size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size="sm" aria-label={t('edit.cancel')} onClick={leave}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
    </form>
  )
}

/** A reference is shown by its name before the server has said it. */
const shownWhileSaving = (field: Field, draft: unknown, value: unknown): unknown =>
  field.type === 'reference' && draft !== null ? draft : value
