// A value that is edited where it is read: click or Enter, type, Enter. It is shown as changed at once, can be undone, and where it is
// refused what was typed stays, with the reason beside it.
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, lazy, type ReactNode, Suspense, useRef } from 'react'
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
  const [draft, keep] = useDraft<Draft>(draftName(object, record.id, field.name))
  const opener = useRef<HTMLButtonElement>(null)
  const shown = children ?? <Value field={field} value={record[field.name]} />
  if (!field.mayUpdate) return shown
  const open = { 'data-edits': field.name, ref: opener, onClick: () => keep({}) }
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
  const leave = () => {
    keep(undefined)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <Suspense fallback={shown}>
      <Editing object={object} field={field} record={record} leave={leave} />
    </Suspense>
  )
}

/** A value that is a link is followed by a click, so that another mark opens it for editing. */
const leadsOut = ({ type, to = '' }: Field): boolean =>
  type === 'url' || type === 'email' || (type === 'reference' && hasPage(to))

/** What is typed, once anything is, so that until then the value of today is what is opened; and why it was not taken. */
type Draft = { typed?: { draft: unknown }; fault?: string; isStale?: boolean }

export const draftName = (object: DescribedObject, id: string, field: string): string => `${object.name} ${id} ${field}`

type Opened = Omit<Edited, 'children'> & {
  /** It was saved or given up. */
  leave(): void
  /** It was refused after all, and what was typed is to be seen again. */
  comeBack?(): void
}

/** The input alone, open. */
export const Editing = lazy(async () => {
  const { inputFor } = await import('./index.ts')
  return { default: (props: Opened) => <OpenEditor {...props} kind={inputFor(props.field)} /> }
})

function OpenEditor({ object, field, record, leave, comeBack, kind }: Opened & { kind: InputKind<unknown> }) {
  const speech = useLanguage()
  const { t } = speech
  const save = useSave(object)
  const undo = useUndo()
  const [draft, keep] = useDraft<Draft>(draftName(object, record.id, field.name))
  const before = kind.open(record[field.name], speech)
  const typed = draft?.typed ? draft.typed.draft : before
  const giveUp = () => {
    keep(undefined)
    leave()
  }

  const commit = async (next: unknown) => {
    const value = kind.read(next, speech)
    if (JSON.stringify(value) === JSON.stringify(kind.read(before, speech))) return giveUp()
    // Where it changed meanwhile, saving once more writes over what is there now.
    const version = typeof record['version'] === 'number' && !draft?.isStale ? record['version'] : null
    try {
      giveUp()
      const shown = { [field.name]: shownWhileSaving(field, next, value) }
      const { act, held } = await save.mutateAsync({ id: record.id, version, values: { [field.name]: value }, shown })
      toast({
        text: told(value, next, held ?? []),
        ...(held?.length ? { tone: 'warn' } : {}),
        ...(act ? { undo: () => undo(act, { object, id: record.id }) } : {}),
      })
    } catch (error) {
      const isStale = error instanceof Problem && error.code === 'stale_version'
      const fault = isStale ? t('edit.stale') : (faultOf(error, field.name) ?? (sentenceOf(error) || t('edit.unsaved')))
      keep({ typed: { draft: next }, fault, isStale })
      comeBack?.()
    }
  }
  const told = (value: unknown, next: unknown, held: readonly string[]): string => {
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
    if (event.key === 'Escape' && !event.defaultPrevented) giveUp()
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
        fault={draft?.fault ?? null}
        change={(next, isSettled) => {
          if (isSettled) return void commit(next)
          keep({ typed: { draft: next } })
        }}
      />
      <div className={style['buttons']}>
        <ActionIcon type="submit" size={24} aria-label={t('edit.save')}>
          <IconCheck size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size={24} aria-label={t('edit.cancel')} onClick={giveUp}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
    </form>
  )
}

/** A reference is shown by its name before the server has said it. */
const shownWhileSaving = (field: Field, draft: unknown, value: unknown): unknown =>
  field.type === 'reference' && draft !== null ? draft : value
