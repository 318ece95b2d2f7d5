// Numbers as the reader's language writes them: 1,250.5 here is 1.250,5 there.
import { NativeSelect, TextInput } from '@mantine/core'
import { currencies } from '../../dictionary/field-types/currency.ts'
import { majorUnits, minorUnits } from '../../dictionary/field-types/money.ts'
import type { Money } from '../../dictionary/index.ts'
import { useMe } from '../api/queries.ts'
import { useLanguage } from '../words/language.tsx'
import style from './inputs.module.css'
import { type InputKind, type InputProps, labelled, storedType } from './kind.ts'
import { plainNumber, writtenNumber } from './number-text.ts'

function NumberInput(props: InputProps<string>) {
  const type = storedType(props.field)
  return (
    <TextInput
      {...labelled(props)}
      inputMode={type === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={props.draft}
      rightSection={type === 'percent' && <span className="quiet">%</span>}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  )
}

export const integer: InputKind<string> = {
  Input: NumberInput,
  open: (value, { locale }) => (value === null || value === undefined ? '' : writtenNumber(String(value), locale)),
  read(draft, { locale }) {
    if (draft.trim() === '') return null
    const plain = plainNumber(draft, locale)
    return plain === null ? draft : Number(plain)
  },
}
export const decimal: InputKind<string> = {
  ...integer,
  // Sent as text, because a decimal has more digits than a number holds.
  read: (draft, { locale }) => (draft.trim() === '' ? null : (plainNumber(draft, locale) ?? draft)),
}

export type MoneyDraft = { amount: string; currency: string | null }

export const money: InputKind<MoneyDraft> = {
  Input: MoneyInput,
  open(value, { locale }) {
    const money = value as Money | null // what the API sends of a money field
    return money
      ? { amount: writtenNumber(majorUnits(money), locale), currency: money.currency }
      : { amount: '', currency: null }
  },
  read({ amount, currency }, { locale }) {
    if (amount.trim() === '') return null
    const plain = plainNumber(amount, locale)
    const minor = plain === null || currency === null ? null : minorUnits(plain, currency)
    return { amount: minor ?? amount, currency }
  },
}

function MoneyInput(props: InputProps<MoneyDraft>) {
  const { t } = useLanguage()
  const own = useMe().data?.workspace.currency ?? 'USD'
  const { amount, currency } = props.draft
  return (
    <div className={style['money']}>
      <TextInput
        {...labelled(props)}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        onChange={(event) => props.change({ amount: event.currentTarget.value, currency: currency ?? own })}
      />
      <NativeSelect
        aria-label={t('edit.currency', { field: props.label })}
        value={currency ?? own}
        data={[...currencies.keys()].sort()}
        onChange={(event) => props.change({ amount, currency: event.currentTarget.value })}
      />
    </div>
  )
}
