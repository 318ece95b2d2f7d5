// A change of the dictionary, said by anybody who may read it, decided by who answers for it.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { DescribedObject } from '../api/answers.ts'
import { Dialog } from '../frame/dialog.tsx'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import style from '../inputs/inputs.module.css'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { fieldName } from './field-name.ts'
import { type Change, type ChangeKind, type Proposal, usePropose, type WholeField } from './queries.ts'

type Draft = { kind: ChangeKind; text: string; name: string; type: string; sensitivity: string; because: string }

const ofField: readonly ChangeKind[] = ['describe', 'owner', 'required']
const newTypes = ['text', 'long_text', 'integer', 'decimal', 'money', 'date', 'boolean', 'url'] as const
const newClasses = ['general', 'personal', 'commercial', 'internal_note'] as const

/** What a new field is likely to be, as far as it is known where it is missed. */
export type Start = { draftName: string; name: string; type: NewType; text: string; hint?: string | undefined }
export type NewType = (typeof newTypes)[number]

type Proposing = {
  object: Pick<DescribedObject, 'name' | 'label'>
  field: WholeField | null
  start?: Start
  /** What is asked before all else. */
  children?: ReactNode
  close(): void
  done?(proposal: Proposal): void
}

export function Propose({ object, field, start, children, close, done }: Proposing) {
  const { t } = useLanguage()
  const book = useBook()
  const propose = usePropose()
  const kinds: readonly ChangeKind[] = field ? [...(field.terms ? (['term'] as const) : []), ...ofField] : ['new_field']
  const empty: Draft = {
    kind: kinds[0] ?? 'describe',
    text: start?.text ?? '',
    name: start?.name ?? '',
    type: start?.type ?? 'text',
    sensitivity: 'general',
    because: '',
  }
  const [kept, keep] = useDraft<Draft>(`propose ${start?.draftName ?? `${object.name} ${field?.name ?? ''}`}`)
  const draft = kept ?? empty
  const set = (more: Partial<Draft>) => keep({ ...draft, ...more })
  const [fault, setFault] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFault('')
    try {
      const proposal = await propose.mutateAsync({
        object: object.name,
        field: field?.name ?? null,
        because: draft.because.trim(),
        change: changeOf(draft),
      })
      keep(undefined)
      toast({ text: t('dictionary.proposed') })
      done?.(proposal)
      close()
    } catch (error) {
      setFault(sentenceOf(error) || t('edit.unsaved'))
    }
  }
  const owners = book.field('team', 'function')?.terms ?? []
  return (
    <Dialog
      title={t('dictionary.proposeFor', { name: field ? `${object.label} · ${field.label}` : object.label })}
      close={close}
    >
      <form onSubmit={submit} noValidate className={style['form']}>
        {children}
        {kinds.length > 1 && (
          <NativeSelect
            label={t('dictionary.whatChanges')}
            value={draft.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as ChangeKind, text: '' })} // one of those offered
            data={kinds.map((kind) => ({ value: kind, label: t(`proposalKind.${kind}`) }))}
          />
        )}
        {draft.kind === 'new_field' && (
          <>
            <TextInput
              label={t('dictionary.newName')}
              description={t('dictionary.newNameHint')}
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('dictionary.type')}
              description={start?.hint}
              value={draft.type}
              onChange={(event) => set({ type: event.currentTarget.value })}
              data={newTypes.map((value) => ({ value, label: t(`fieldType.${value}`) }))}
            />
            <NativeSelect
              label={t('dictionary.class')}
              value={draft.sensitivity}
              onChange={(event) => set({ sensitivity: event.currentTarget.value })}
              data={newClasses.map((value) => ({ value, label: t(`fieldClass.${value}`) }))}
            />
          </>
        )}
        {draft.kind === 'owner' ? (
          <NativeSelect
            label={t('dictionary.owner')}
            value={draft.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            data={[{ value: '', label: '—' }, ...owners.map(({ value, label }) => ({ value, label }))]}
          />
        ) : draft.kind === 'required' ? (
          <NativeSelect
            label={t('proposalKind.required')}
            value={draft.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            data={[
              { value: '', label: t('dictionary.notExpected') },
              { value: 'expected', label: t('dictionary.expected') },
            ]}
          />
        ) : (
          <Textarea
            label={t(draft.kind === 'term' ? 'dictionary.newTerm' : 'dictionary.meaning')}
            autosize
            minRows={draft.kind === 'term' ? 1 : 2}
            value={draft.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
        )}
        <Textarea
          label={t('dictionary.because')}
          autosize
          minRows={2}
          value={draft.because}
          onChange={(event) => set({ because: event.currentTarget.value })}
        />
        {fault && (
          <p role="alert" className="bad">
            {fault}
          </p>
        )}
        <div className={style['buttons']}>
          <Button variant="subtle" onClick={close}>
            {t('edit.cancel')}
          </Button>
          <Button type="submit" loading={propose.isPending} disabled={!draft.because.trim()}>
            {t('dictionary.propose')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function changeOf({ kind, text, name, type, sensitivity }: Draft): Change {
  const said = text.trim()
  if (kind === 'term') return { kind, label: said }
  if (kind === 'describe') return { kind, describe: said }
  if (kind === 'owner') return { kind, owner: said }
  if (kind === 'required') return { kind, required: said === 'expected' ? 'expected' : false }
  return { kind, name: fieldName(name), type, label: name.trim(), describe: said, sensitivity }
}
