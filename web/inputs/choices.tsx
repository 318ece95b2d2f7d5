// One or several of a list: the list's terms, countries, languages, currencies, time zones, yes and no.
import { MultiSelect, Select, TagsInput } from '@mantine/core'
import { countryCodes } from '../../dictionary/field-types/country.ts'
import { currencies } from '../../dictionary/field-types/currency.ts'
import type { StoredTypeName } from '../../dictionary/index.ts'
import { type Speech, useLanguage } from '../words/language.tsx'
import { type InputKind, type InputProps, labelled, storedType } from './kind.ts'

type Item = { value: string; label: string }

const searchableFrom = 8

export function currencyChoices(speech: Speech): readonly Item[] {
  return named([...currencies.keys()], 'currency', speech)
}

/** The choices that do not stand in the dictionary, by type. */
const listed: Partial<Record<StoredTypeName, (speech: Speech) => readonly Item[]>> = {
  boolean: ({ t }) => [
    { value: 'true', label: t('values.yes') },
    { value: 'false', label: t('values.no') },
  ],
  country: (speech) => named(countryCodes, 'region', speech),
  currency: currencyChoices,
  language: (speech) => named(languageTags, 'language', speech),
  timezone: () => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
}

function OneOf(props: InputProps<string | null>) {
  const speech = useLanguage()
  const { draft, field } = props
  const items = listed[storedType(field)]?.(speech) ?? field.terms ?? []
  const isKnown = draft === null || items.some(({ value }) => value === draft)
  return (
    <Select
      {...labelled(props)}
      data={isKnown ? items : [{ value: draft, label: draft }, ...items]}
      value={draft}
      searchable={items.length >= searchableFrom}
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': speech.t('edit.clear') }}
      nothingFoundMessage={speech.t('edit.nothing')}
      limit={300}
      onChange={(value) => props.change(value, true)}
    />
  )
}

export const choice: InputKind<string | null> = {
  Input: OneOf,
  open: (value) => (typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : null),
  read: (draft) => draft,
}
export const boolean: InputKind<string | null> = {
  ...choice,
  read: (draft) => (draft === null ? null : draft === 'true'),
}

function SomeOf(props: InputProps<readonly string[]>) {
  const { t } = useLanguage()
  return (
    <MultiSelect
      {...labelled(props)}
      data={props.field.terms ?? []}
      value={[...props.draft]}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('edit.clear') }}
      nothingFoundMessage={t('edit.nothing')}
      onChange={(value) => props.change(value)}
    />
  )
}

export const choices: InputKind<readonly string[]> = {
  Input: SomeOf,
  open: (value) => (Array.isArray(value) ? value.map(String) : []),
  read: (draft) => draft,
}

/** Words of one's own, or of a list where the field has one. */
function Tags(props: InputProps<readonly string[]>) {
  if (props.field.terms) return <SomeOf {...props} />
  return (
    <TagsInput
      {...labelled(props)}
      value={[...props.draft]}
      splitChars={[',', ';']}
      acceptValueOnBlur
      onChange={(value) => props.change(value)}
    />
  )
}

export const tags: InputKind<readonly string[]> = { ...choices, Input: Tags }

/** The languages that most people write to each other in; any other that a record has is shown beside them. */
const languageTags =
  `en en-GB en-US es es-ES es-MX es-AR pt pt-BR pt-PT ms id zh zh-TW ja ko th vi fil hi bn ta te ur fa ar he tr ru uk pl cs sk hu ro
  bg sr hr sl bs sq el de de-AT de-CH fr fr-CA it ca eu gl nl da sv nb fi et lv lt is ga cy mt sw am ha yo zu af kk uz az ka hy mn km lo my ne si`.split(
    /\s+/,
  )

const named = (
  codes: readonly string[],
  type: 'region' | 'currency' | 'language',
  { locale }: Speech,
): readonly Item[] => {
  const key = `${type} ${locale}`
  const known = namedBefore.get(key)
  if (known) return known
  const names = new Intl.DisplayNames([locale], { type, fallback: 'code' })
  const items = codes
    .map((code) => ({
      value: code,
      label: type === 'currency' ? `${code} · ${names.of(code)}` : (names.of(code) ?? code),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  namedBefore.set(key, items)
  return items
}
const namedBefore = new Map<string, readonly Item[]>()
