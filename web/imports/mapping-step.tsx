// What each column means: guessed, shown with what stands in it and how sure the guess is, and corrected in place.
import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { Failed, Notice, sentenceOf } from '../frame/trouble.tsx'
import { type Book, useBook } from '../values/book.tsx'
import { useLanguage } from '../words/language.tsx'
import { calledAs, type Import, type ImportFile, type MappedColumn, type Mapping, type Target } from './answers.ts'
import { FileChoice, useFileChosen } from './file-choice.tsx'
import style from './imports.module.css'
import { keyLabel } from './key-label.ts'
import { Onward } from './onward.tsx'
import { ProposeField } from './propose-field.tsx'
import { useMap, useRows, useTargets } from './queries.ts'
import { leftOut, mappedTo, targetOf } from './remap.ts'
import { SheetsLeft } from './sheets.tsx'

export function MappingStep({ order }: { order: Import }) {
  const { t } = useLanguage()
  const file = useFileChosen(order)
  if (!file) return <Notice title={t('imports.noFile')}>{t('imports.dropText')}</Notice>
  const mapping = file.mapping ?? unguessed(file)
  return (
    <>
      <SheetsLeft order={order} />
      <FileChoice order={order} chosen={file} />
      {mapping ? (
        <Columns key={file.id} order={order} file={file} mapping={mapping} />
      ) : (
        <Notice title={t('imports.knownExport')}>{t('imports.knownExportText')}</Notice>
      )}
      <Onward id={order.id} step="check">
        {t('imports.toCheck')}
      </Onward>
    </>
  )
}

/** Where nothing told what the rows speak of, somebody says it; null for an export that is known as it is. */
function unguessed({ recognised }: ImportFile): Mapping | null {
  if (!recognised || recognised.shape !== null || recognised.columns.length === 0) return null
  return {
    system: 'spreadsheet',
    isByHand: true,
    records: [],
    columns: recognised.columns.map(({ index, header }) => ({
      ...{ index, header, to: null, confidence: 0, because: 'nothing' as const },
    })),
  }
}

function Columns({ order, file, mapping }: { order: Import; file: ImportFile; mapping: Mapping }) {
  const { t } = useLanguage()
  const targets = useTargets()
  const rows = useRows(order.id, file.id)
  const map = useMap(order.id, file.id)
  if (targets.isPending || rows.isPending) return <Skeleton height={420} />
  if (targets.isError) return <Failed error={targets.error} retry={targets.refetch} />
  const valuesOf = (index: number) =>
    (rows.data?.rows ?? [])
      .filter(({ skip }) => skip === null)
      .map(({ cells }) => cells[index] ?? '')
      .filter((cell) => cell !== '')
  const isLocked = order.counts !== null
  const objects = [...new Set(mapping.records.map(({ object }) => object))]
  return (
    <>
      <p className="quiet">
        {t(`importMappedBy.${file.mappedBy ?? 'guess'}`)}{' '}
        {t('imports.mapped', {
          count: mapping.columns.filter(({ to }) => to !== null).length,
          all: mapping.columns.length,
        })}
      </p>
      {map.isError && (
        <p role="alert" className="bad">
          {sentenceOf(map.error) || t('trouble.unreachable')}
        </p>
      )}
      <div className={style['scroll']}>
        <table className={style['table']} aria-busy={map.isPending}>
          <caption className="seen-by-readers">{t('importStep.mapping')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.samples')}</th>
              <th scope="col">{t('imports.means')}</th>
              <th scope="col">{t('imports.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((column) => (
              <tr key={column.index} data-unmapped={column.to === null || undefined}>
                <th scope="row">{column.header || `#${column.index + 1}`}</th>
                <td className={style['samples']}>{valuesOf(column.index).slice(0, 3).join(' · ')}</td>
                <td>
                  <Meaning
                    column={column}
                    mapping={mapping}
                    targets={targets.data}
                    isLocked={isLocked}
                    change={(next) => map.mutate({ mapping: next })}
                  />
                  {column.to === null && !isLocked && (
                    <ProposeField
                      column={{
                        ...{ id: `${file.id} ${column.index}`, header: column.header, file: calledAs(file), objects },
                        values: valuesOf(column.index),
                      }}
                    />
                  )}
                </td>
                <td>
                  <Sureness column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isLocked && <Recognised mapping={mapping} change={(next) => map.mutate({ mapping: next })} />}
      {!isLocked && <Remember map={(template) => map.mutateAsync({ mapping, template })} />}
      {!isLocked && file.mappedBy !== 'guess' && (
        <Button variant="subtle" size="compact-sm" onClick={() => map.mutate({ mapping: null })}>
          {t('imports.guessAnew')}
        </Button>
      )}
    </>
  )
}

type Meant = {
  column: MappedColumn
  mapping: Mapping
  targets: readonly Target[]
  isLocked: boolean
  change(next: Mapping): void
}

function Meaning({ column, mapping, targets, isLocked, change }: Meant) {
  const { t } = useLanguage()
  const book = useBook()
  const type = targets
    .find(({ object }) => object === mapping.records.find(({ name }) => name === column.to?.record)?.object)
    ?.fields.find(({ name }) => name === column.to?.field)?.type
  const recognisedOrder = column.dateOrder ?? ''
  return (
    <div className={style['meaning']}>
      <NativeSelect
        size="xs"
        aria-label={t('imports.meaningOf', { column: column.header })}
        value={column.to ? targetOf(column.to) : leftOut}
        disabled={isLocked}
        onChange={(event) => change(mappedTo(mapping, column.index, event.currentTarget.value))}
        data={[
          { value: leftOut, label: t('imports.leaveOut') },
          ...choices(mapping, targets, book, t('imports.ownId')),
        ]}
      />
      {(type === 'date' || type === 'datetime') && (
        <NativeSelect
          size="xs"
          aria-label={t('imports.dateOrder', { column: column.header })}
          value={recognisedOrder}
          disabled={isLocked}
          onChange={(event) =>
            change(withColumn(mapping, column.index, { dateOrder: event.currentTarget.value || null }))
          }
          data={[
            { value: '', label: t('imports.asRead') },
            { value: 'dmy', label: '31/12/2026' },
            { value: 'mdy', label: '12/31/2026' },
            { value: 'ymd', label: '2026-12-31' },
          ]}
        />
      )}
      {type === 'money' && (
        <TextInput
          size="xs"
          className={style['currency'] ?? ''}
          aria-label={t('imports.currencyOf', { column: column.header })}
          placeholder="USD"
          maxLength={3}
          disabled={isLocked}
          defaultValue={column.currency ?? ''}
          onBlur={(event) => {
            const currency = event.currentTarget.value.toUpperCase()
            if (currency !== (column.currency ?? ''))
              change(withColumn(mapping, column.index, { currency: currency || null }))
          }}
        />
      )}
    </div>
  )
}

const withColumn = (mapping: Mapping, index: number, more: Partial<MappedColumn>): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((each) =>
    each.index === index ? { ...each, ...more, confidence: 1, because: 'person' } : each,
  ),
})

/** The fields a column may fill, under the record they belong to; those the file speaks of already come first. */
function choices(mapping: Mapping, targets: readonly Target[], book: Book, ownId: string) {
  const spoken = mapping.records.map(({ name, object }) => ({ name, object }))
  const others = targets
    .filter(({ object }) => !spoken.some((each) => each.object === object))
    .map(({ object }) => ({ name: object, object }))
  return [...spoken, ...others].flatMap(({ name, object }) => {
    const fields = targets.find((each) => each.object === object)?.fields
    if (!fields) return []
    const items = fields.map((field) => ({
      value: targetOf({ record: name, field: field.name }),
      label: book.field(object, field.name)?.label ?? field.name,
    }))
    return [
      {
        group: book.object(object)?.label ?? object,
        items: [...items, { value: targetOf({ record: name, field: 'external_id' }), label: ownId }],
      },
    ]
  })
}

function Sureness({ column }: { column: MappedColumn }) {
  const { t } = useLanguage()
  const { because, confidence } = column
  if (column.to === null && because !== 'person') return <span className="quiet">{t('importBecause.nothing')}</span>
  const level = confidence >= 0.85 ? 'sure' : confidence >= 0.5 ? 'likely' : 'unsure'
  const { icon: Sign, tone } = signs[level]
  return (
    <span className={`${style['sure']} ${tone}`}>
      <Sign size={15} aria-hidden />
      {because === 'person' || because === 'template' ? t(`importBecause.${because}`) : t(`importSure.${level}`)}
    </span>
  )
}

const signs = {
  sure: { icon: IconCircleCheck, tone: 'good' },
  likely: { icon: IconHelpCircle, tone: '' },
  unsure: { icon: IconAlertTriangle, tone: 'warn' },
} as const

/** By which keys a row finds the record it means. Several that fit become a question, never the first hit. */
function Recognised({ mapping, change }: { mapping: Mapping; change(next: Mapping): void }) {
  const { t } = useLanguage()
  const book = useBook()
  const match = (name: string, key: string) =>
    change({
      ...mapping,
      records: mapping.records.map((each) =>
        each.name === name ? { ...each, match: key === rules ? rules : key.split(',') } : each,
      ),
    })
  const asked = mapping.records.filter(({ object }) => keysOf[object])
  return (
    <div className={style['reading']}>
      {asked.map(({ name, object, match: now }) => {
        const said = now === rules ? rules : now.join(',')
        const offered = [rules, ...(keysOf[object] ?? [])]
        return (
          <NativeSelect
            key={name}
            size="xs"
            label={t('imports.recognisedBy', { object: book.object(object)?.label ?? object })}
            value={said}
            onChange={(event) => match(name, event.currentTarget.value)}
            data={[...new Set([...offered, said])].map((key) => ({
              value: key,
              label:
                key === rules
                  ? t('imports.byRules')
                  : key
                      .split(',')
                      .map((each) => keyLabel(each, object, book, t))
                      .join(', '),
            }))}
          />
        )
      })}
    </div>
  )
}

const rules = 'rules'

/** The keys worth offering, by object. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  account: ['name', 'domain', 'external_id'],
  contact: ['email', 'phone', 'name', 'external_id'],
}

function Remember({ map }: { map(template: string): Promise<unknown> }) {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  const [isKept, setKept] = useState(false)
  return (
    <form
      className={style['remember']}
      onSubmit={async (event) => {
        event.preventDefault()
        if (!name.trim()) return
        await map(name.trim()).then(
          () => setKept(true),
          () => {}, // the table says why
        )
      }}
    >
      <TextInput
        size="xs"
        label={t('imports.remember')}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setKept(false)
        }}
      />
      <Button type="submit" size="xs" variant="default" disabled={!name.trim() || isKept}>
        {t(isKept ? 'imports.remembered' : 'imports.keep')}
      </Button>
    </form>
  )
}
