// A change of the dictionary, said by anybody who may read it, decided by who answers for it.
import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import style from '../inputs/inputs.module.css'
import { useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { type Change, type ChangeKind, usePropose, type WholeField, type WholeObject } from './queries.ts'

type Draft = { kind: ChangeKind; text: string; name: string; type: string; sensitivity: string; because: string }

const ofField: readonly ChangeKind[] = ['describe', 'owner', 'required']
const newTypes = ['text', 'long_text', 'integer', 'decimal', 'money', 'date', 'boolean', 'url'] as const
const newClasses = ['general', 'personal', 'commercial', 'internal_note'] as const

export function Propose({ object, field, close }: { object: WholeObject; field: WholeField | null; close(): void }) {
  const { t } = useLanguage()
  const book = useBook()
  const propose = usePropose()
  const kinds: readonly ChangeKind[] = field ? [...(field.terms ? (['term'] as const) : []), ...ofField] : ['new_field']
  const empty: Draft = {
    kind: kinds[0] ?? 'describe',
    text: '',
    name: '',
    type: 'text',
    sensitivity: 'general',
    because: '',
  }
  const [kept, keep] = useDraft<Draft>(`propose ${object.name} ${field?.name ?? ''}`)
  const draft = kept ?? empty
  const set = (more: Partial<Draft>) => keep({ ...draft, ...more })
  const [fault, setFault] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFault('')
    try {
      await propose.mutateAsync({
        object: object.name,
        field: field?.name ?? null,
        because: draft.because.trim(),
        change: changeOf(draft),
      })
      keep(undefined)
      toast({ text: t('dictionary.proposed') })
      close()
    } catch (error) {
      setFault(sentenceOf(error) || t('edit.unsaved'))
    }
  }
  const owners = book.field('team', 'function')?.terms ?? []
  return (
    <Modal
      opened
      onClose={close}
      title={t('dictionary.proposeFor', { name: field ? `${object.label} · ${field.label}` : object.label })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={submit} noValidate className={style['form']}>
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
    </Modal>
  )
}

function changeOf({ kind, text, name, type, sensitivity }: Draft): Change {
  const said = text.trim()
  if (kind === 'term') return { kind, label: said }
  if (kind === 'describe') return { kind, describe: said }
  if (kind === 'owner') return { kind, owner: said }
  if (kind === 'required') return { kind, required: said === 'expected' ? 'expected' : false }
  const field = name.trim().toLowerCase().replace(/\s+/g, '_')
  return { kind, name: field, type, label: name.trim(), describe: said, sensitivity }
}
