// One field of the form, saved when it is left, with what is known of it beneath: who says what, and a way to take it over.
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type FocusEvent, useState } from 'react'
import type { DescribedObject, Field, Row } from '../api/answers.ts'
import { faultOf, useSave } from '../api/save.ts'
import { sentenceOf } from '../frame/trouble.tsx'
import { useDraft } from '../inputs/drafts.ts'
import { inputFor } from '../inputs/index.ts'
import { RecordLink } from '../values/record-link.tsx'
import { isEmpty, show, showWhen } from '../values/show.ts'
import { useLanguage } from '../words/language.tsx'
import style from './handoff-page.module.css'
import type { Evidence } from './queries.ts'

type Live = {
  object: DescribedObject
  field: Field
  record: Row
  known: readonly Evidence[]
  /** Why it keeps the handoff from being submitted. */
  missing: string | null
}

export function LiveField({ object, field, record, known, missing }: Live) {
  const speech = useLanguage()
  const { t } = speech
  // Kept apart from the value until it is saved, so that a request that fails loses nothing.
  const [draft, keep] = useDraft<{ typed: unknown }>(`handoff ${record.id} ${field.name}`)
  const [fault, setFault] = useState<string | null>(null)
  const save = useSave(object)
  const kind = inputFor(field)
  const opened = kind.open(record[field.name], speech)
  const commit = async (typed: unknown) => {
    const value = kind.read(typed, speech)
    if (JSON.stringify(value) === JSON.stringify(kind.read(opened, speech))) return keep(undefined)
    try {
      await save.mutateAsync({ id: record.id, version: null, values: { [field.name]: value } })
      keep(undefined)
      setFault(null)
    } catch (error) {
      keep({ typed })
      setFault(faultOf(error, field.name) ?? (sentenceOf(error) || t('edit.unsaved')))
    }
  }
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (draft && !event.currentTarget.contains(event.relatedTarget)) void commit(draft.typed)
  }
  const others = known.filter(({ agrees }) => !agrees)
  const agreeing = known.find(({ agrees }) => agrees)
  const takeOver = ({ value, shown }: Evidence) => {
    const before = record[field.name]
    const isList = field.type === 'long_text' && typeof before === 'string' && before !== ''
    const taken = isList ? `${before}\n${value}` : field.type === 'reference' ? { id: value, name: shown } : value
    void commit(kind.open(taken, speech))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the input inside was left
    <div className={style['live']} data-long={field.type === 'long_text' || undefined} onBlur={leave}>
      <kind.Input
        field={field}
        label={field.label}
        draft={draft ? draft.typed : opened}
        fault={fault}
        change={(typed, isSettled) => {
          setFault(null)
          if (isSettled) return void commit(typed)
          keep({ typed })
        }}
      />
      {missing && !draft && !fault && <p className={`warn ${style['hint']}`}>{missing}</p>}
      {agreeing && (
        <p className={`quiet ${style['hint']}`}>
          <IconCheck size={13} aria-hidden /> <Says evidence={agreeing} />
        </p>
      )}
      {others.map((each) => (
        <p key={`${each.record.id} ${JSON.stringify(each.value)}`} className={`quiet ${style['hint']}`}>
          <Says evidence={each} />: {isEmpty(each.shown) ? show(each.value, speech, field) : each.shown}
          <Button variant="subtle" size="compact-xs" onClick={() => takeOver(each)}>
            {t('handoffs.use')}
          </Button>
        </p>
      ))}
    </div>
  )
}

/** Which record says it, of which system, since when. */
function Says({ evidence: { record, source, at } }: { evidence: Evidence }) {
  const speech = useLanguage()
  const { t } = speech
  const system = source && t(`systems.${source.system as 'crm'}`, { defaultValue: source.system })
  return (
    <>
      <RecordLink object={record.object} id={record.id}>
        {record.title ?? t('values.unknown')}
      </RecordLink>
      {system && ` · ${system}`}
      {at && ` · ${showWhen(at, speech)}`}
    </>
  )
}
