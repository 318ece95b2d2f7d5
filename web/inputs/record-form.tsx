// A form derived from the dictionary: fields by name, drafts that survive, faults of the server beside their fields.
import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { DescribedObject } from '../api/answers.ts'
import { Problem } from '../api/ask.ts'
import { faultOf, faultsIn } from '../api/save.ts'
import { sentenceOf } from '../frame/trouble.tsx'
import { type Speech, useLanguage } from '../words/language.tsx'
import { useDraft } from './drafts.ts'
import { FieldInput } from './field-input.tsx'
import { inputFor } from './index.ts'
import style from './inputs.module.css'

export type Values = Readonly<Record<string, unknown>>

type Form = {
  object: DescribedObject
  fields: readonly string[]
  /** Under this name what is typed is kept until it is saved or given up. */
  draftName: string
  start?: Values
  submit(values: Values): Promise<unknown>
  cancel(): void
  submitLabel: string
  /** Further parts between the fields and the buttons, such as records that look the same. */
  children?: ReactNode
}

export function RecordForm({ object, fields, draftName, start, submit, cancel, submitLabel, children }: Form) {
  const speech = useLanguage()
  const { t } = speech
  const [drafts, keep] = useDraft<Values>(draftName)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const shown = object.fields.filter(({ name }) => fields.includes(name))
  const ordered = shown.sort((a, b) => fields.indexOf(a.name) - fields.indexOf(b.name))
  const draftOf = (name: string) => {
    if (drafts && Object.hasOwn(drafts, name)) return drafts[name]
    const field = ordered.find((each) => each.name === name)
    return field && inputFor(field).open(start?.[name] ?? null, speech)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const typed = ordered.map((field) => [field.name, inputFor(field).read(draftOf(field.name), speech)] as const)
      await submit(Object.fromEntries(typed.filter(([, value]) => value !== null && !isEmptyList(value))))
      keep(undefined)
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  const others = faultsIn(error).filter(({ field }) => field === null || !ordered.some(({ name }) => name === field))
  const whole = error !== null && faultsIn(error).length === 0 ? sayWhole(error, t) : ''
  return (
    <form onSubmit={save} noValidate className={style['form']}>
      {ordered.map((field, i) => (
        <FieldInput
          key={field.name}
          field={field}
          draft={draftOf(field.name)}
          change={(next) => keep({ ...drafts, [field.name]: next })}
          fault={faultOf(error, field.name)}
          hasFocus={i === 0}
          required={field.required}
        />
      ))}
      {(whole || others.length > 0) && (
        <p role="alert" className={`bad ${style['faults']}`}>
          {whole || others.map(({ message }) => message).join(' ')}
        </p>
      )}
      {children}
      <div className={style['buttons']}>
        <Button
          variant="subtle"
          onClick={() => {
            keep(undefined)
            cancel()
          }}
        >
          {t('edit.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}

/** Of a record that may be there already, the sentence is for programs; who shows the form names them. */
const sayWhole = (error: unknown, t: Speech['t']): string =>
  error instanceof Problem && error.code === 'possible_duplicate'
    ? t('edit.doubles')
    : sentenceOf(error) || t('edit.unsaved')

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
