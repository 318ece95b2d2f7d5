// One field of many records, in one act: chosen, seen before it is done, done, and undone as one.
import { Button, Progress, Select, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject, Field, Page, Row } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { type Fault, forget, useUndo } from '../api/save.ts'
import { Dialog } from '../frame/dialog.tsx'
import { toast } from '../frame/toast.tsx'
import { sentenceOf } from '../frame/trouble.tsx'
import { FieldInput } from '../inputs/field-input.tsx'
import { inputFor } from '../inputs/index.ts'
import { useBook } from '../values/book.tsx'
import { isEmpty, show, showNumber } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './bulk-dialog.module.css'
import { CellValue } from './cell-value.tsx'
import { columnAt } from './columns.ts'

type Shown = {
  object: DescribedObject
  rows: readonly Row[]
  /** The field it opens with. */
  first: string | null
  close(): void
  done(): void
}

/** So many are looked at before; all are changed. */
const mostShown = 100

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
  const fields = object.fields.filter(({ mayUpdate }) => mayUpdate)
  const field = fields.find((each) => each.name === name)
  const kind = field && inputFor(field)
  const typed = draft === undefined ? kind?.open(null, speech) : draft
  const value = kind?.read(typed, speech) ?? null
  const isRequired = field?.required === true && isEmpty(value)

  const apply = async () => {
    if (!field) return
    setBusy(true)
    setFault(null)
    try {
      const changes = rows.map(({ id }) => ({ verb: 'update', id, values: { [field.name]: value } }))
      const { act, results } = await ask<{ act: string | null; results: readonly Outcome[] }>(
        `/api/v1/${object.plural}/bulk`,
        { method: 'POST', body: { changes, mode: 'each' }, language, idempotencyKey: window.crypto.randomUUID() },
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
        {field && <Preview object={object} field={field} rows={rows} value={value} draft={typed} />}
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

type Previewed = { object: DescribedObject; field: Field; rows: readonly Row[]; value: unknown; draft: unknown }

/** What each of them has now and would have. */
function Preview({ object, field, rows, value, draft }: Previewed) {
  const speech = useLanguage()
  const { t, language } = speech
  const book = useBook()
  const column = columnAt({ book, t }, object, { path: field.name })
  const ids = rows.slice(0, mostShown).map(({ id }) => id)
  const now = useQuery({
    queryKey: ['before', object.name, field.name, ids],
    queryFn: ({ signal }) => {
      const select = [object.title, column?.select ?? field.name].join(',')
      const query = new URLSearchParams({ select, 'filter[id][in]': ids.join(','), limit: '200' })
      return ask<Page>(`/api/v1/${object.plural}?${query}`, { language, signal })
    },
  })
  if (!column) return null
  if (now.isPending) return <p role="status">{t('trouble.loading')}</p>
  const records = now.data?.data ?? []
  const isSame = (row: Row) => {
    const before = row[field.name]
    const id = typeof before === 'object' && before !== null && 'id' in before ? before.id : before
    return JSON.stringify(id ?? null) === JSON.stringify(value)
  }
  const changing = records.filter((row) => !isSame(row))
  const name = field.type === 'reference' ? (draft as { name?: string } | null)?.name : undefined // a reference's draft
  const after = isEmpty(value) ? t('values.unknown') : (name ?? show(value, speech, field))
  return (
    <section aria-label={t('lists.preview')}>
      <p className="quiet">
        {t('lists.previewCount', { changing: changing.length, same: records.length - changing.length })}
        {rows.length > records.length &&
          ` ${t('lists.previewMore', { more: showNumber(rows.length - records.length, speech) })}`}
      </p>
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
            {changing.map((row) => (
              <tr key={row.id}>
                <th scope="row">{String(row[object.title] ?? '')}</th>
                <td>
                  <CellValue column={column} row={row} />
                </td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
