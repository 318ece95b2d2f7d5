// One field of many records, in one act: chosen, seen before it is done, done, and undone as one.
import { Button, Progress, Select, Stack, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject, Field, Row } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { type Fault, forget, useUndo } from '../api/save.ts'
import { Dialog } from '../frame/dialog.tsx'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { FieldInput } from '../inputs/field-input.tsx'
import { inputFor } from '../inputs/index.ts'
import { useBook } from '../values/book.tsx'
import { isEmpty, showNumber } from '../values/show.ts'
import { Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import style from './bulk-dialog.module.css'

type Shown = {
  object: DescribedObject
  rows: readonly Row[]
  /** The field it opens with. */
  first: string | null
  close(): void
  done(): void
}

/** So many are shown beforehand; all are counted, and changed. */
const mostShown = 100
const pauseMs = 250

type Outcome = { id?: string; outcome: string; faults?: readonly Fault[] }

export default function BulkDialog({ object, rows, first, close, done }: Shown) {
  const speech = useLanguage()
  const { t, language } = speech
  const client = useQueryClient()
  const undo = useUndo()
  const [name, setName] = useState(first)
  const [draft, setDraft] = useState<unknown>(undefined)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [note = '', keepNote] = useDraft<string>('hand-over note')
  const fields = object.fields.filter(({ mayUpdate }) => mayUpdate)
  const field = fields.find((each) => each.name === name)
  const kind = field && inputFor(field)
  const typed = draft === undefined ? kind?.open(null, speech) : draft
  const value = kind?.read(typed, speech) ?? null
  const isHandedOver = field?.name === 'owner' && field.to === 'user'
  const isRequired = field?.required === true && isEmpty(value)

  const apply = async () => {
    if (!field) return
    const because = isHandedOver ? note.trim() : ''
    setBusy(true)
    setFault(null)
    try {
      const changes = rows.map(({ id }) => ({ verb: 'update', id, values: { [field.name]: value } }))
      const { act, results } = await ask<{ act: string | null; results: readonly Outcome[] }>(
        `/api/v1/${object.plural}/bulk`,
        {
          method: 'POST',
          body: { changes, mode: 'each', ...(because === '' ? {} : { because }) },
          language,
          idempotencyKey: window.crypto.randomUUID(),
        },
      )
      const refused = results.filter(({ outcome }) => outcome === 'refused')
      const reason = refused[0]?.faults?.[0]?.message
      if (refused.length === results.length) return setFault(reason ?? t('edit.unsaved'))
      toast({
        text: [
          t('lists.changed', { count: results.length - refused.length }),
          refused.length > 0 && `${t('lists.refused', { count: refused.length })} ${reason ?? ''}`,
        ]
          .filter(Boolean)
          .join(' '),
        ...(refused.length > 0 ? { tone: 'warn' } : {}),
        ...(act ? { undo: () => undo(act) } : {}),
      })
      if (isHandedOver) keepNote(undefined)
      done()
      close()
      await forget(client)
    } catch (error) {
      setFault(sentenceOf(error) || t('edit.unsaved'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      size="lg"
      title={t('lists.bulkTitle', { count: rows.length, shown: showNumber(rows.length, speech) })}
      close={close}
    >
      <Stack>
        <Select
          label={t('lists.field')}
          searchable
          data={fields.map((each) => ({ value: each.name, label: each.label }))}
          value={name}
          nothingFoundMessage={t('edit.nothing')}
          onChange={(next) => {
            setName(next)
            setDraft(undefined)
          }}
        />
        {field && (
          <FieldInput
            key={field.name}
            field={field}
            label={t('lists.newValue', { field: field.label })}
            draft={typed}
            change={setDraft}
            fault={fault}
            hasFocus={first !== null}
          />
        )}
        {isHandedOver && (
          <Textarea
            label={t('lists.note')}
            description={t('lists.noteText')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={note}
            onChange={(event) => keepNote(event.currentTarget.value || undefined)}
          />
        )}
        {field && !isRequired && <Preview object={object} field={field} rows={rows} value={value} />}
        {isBusy && <Progress value={100} animated aria-label={t('lists.working')} />}
        <div className={style['foot']}>
          <Button variant="subtle" onClick={close}>
            {t('edit.cancel')}
          </Button>
          <Button disabled={!field || isRequired} loading={isBusy} onClick={apply}>
            {t('lists.applyTo', { count: rows.length, shown: showNumber(rows.length, speech) })}
          </Button>
        </div>
      </Stack>
    </Dialog>
  )
}

type Previewed = { object: DescribedObject; field: Field; rows: readonly Row[]; value: unknown }
type Answer = {
  results: readonly Outcome[]
  changes: readonly {
    id: string
    title: string | null
    changed: Readonly<Record<string, readonly [unknown, unknown]>>
  }[]
}

/** What would become of each: the very change, worked out by the server and taken back. */
function Preview({ object, field, rows, value }: Previewed) {
  const { t, language } = useLanguage()
  const book = useBook()
  const [asked] = useDebouncedValue(JSON.stringify(value), pauseMs)
  const ids = rows.map(({ id }) => id)
  const preview = useQuery({
    queryKey: ['bulk preview', object.name, field.name, asked, ids],
    queryFn: ({ signal }) => {
      const changes = ids.map((id) => ({ verb: 'update', id, values: { [field.name]: JSON.parse(asked) } }))
      const body = { changes, mode: 'each', preview: true }
      return ask<Answer>(`/api/v1/${object.plural}/bulk`, { method: 'POST', body, language, signal })
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (preview.isPending) return <p role="status">{t('trouble.loading')}</p>
  if (preview.isError) return <p className="bad">{sentenceOf(preview.error) || t('trouble.unreachable')}</p>
  const { results, changes } = preview.data
  const refused = results.filter(({ outcome }) => outcome === 'refused')
  // Where another system has the last word, what is said is kept beside the value, and the value stays.
  const changing = changes.filter(({ changed }) => Object.hasOwn(changed, field.name))
  return (
    <section aria-label={t('lists.preview')} aria-busy={preview.isPlaceholderData}>
      <p className="quiet" role="status">
        {t('lists.previewCount', { changing: changing.length, same: rows.length - changing.length - refused.length })}
      </p>
      {refused.length > 0 && (
        <p className="bad">
          {t('lists.refused', { count: refused.length })} {refused[0]?.faults?.[0]?.message}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <div className={style['preview']} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{book.field(object.name, object.title)?.label}</th>
              <th scope="col">{t('lists.now')}</th>
              <th scope="col">{t('lists.then')}</th>
            </tr>
          </thead>
          <tbody>
            {changing.slice(0, mostShown).map(({ id, title, changed }) => (
              <tr key={id}>
                <th scope="row">{title ?? t('values.unknown')}</th>
                <td>
                  <Value field={field} value={changed[field.name]?.[0]} />
                </td>
                <td>
                  <Value field={field} value={changed[field.name]?.[1]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changing.length > mostShown && (
        <p className="quiet">{t('lists.previewMore', { more: changing.length - mostShown })}</p>
      )}
    </section>
  )
}
