// How the rows of a recurring import are read: what is the same for every file of it, and is said once.
import { Select } from '@mantine/core'
import { useMe } from '../api/queries.ts'
import { currencyChoices } from '../inputs/choices.tsx'
import { useLanguage } from '../words/language.tsx'
import type { RecurringSettings } from './answers.ts'

export type ReadingDraft = { currency: string | null; questions: 'ask' | 'create' }

const answers = ['ask', 'create'] as const

export function ReadingFields({ draft, set }: { draft: ReadingDraft; set(change: Partial<ReadingDraft>): void }) {
  const speech = useLanguage()
  const { t } = speech
  const own = useMe().data?.workspace.currency
  return (
    <>
      <Select
        label={t('recurring.currency')}
        description={own && t('recurring.currencyText', { currency: own })}
        data={currencyChoices(speech)}
        value={draft.currency}
        onChange={(currency) => set({ currency })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('edit.clear') }}
        nothingFoundMessage={t('edit.nothing')}
      />
      <Select
        label={t('recurring.questions')}
        data={answers.map((value) => ({ value, label: t(`recurringQuestions.${value}`) }))}
        value={draft.questions}
        onChange={(questions) => questions && set({ questions })}
        allowDeselect={false}
      />
    </>
  )
}

export const openReading = (settings: RecurringSettings): ReadingDraft => ({
  currency: settings.currency ?? null,
  questions: settings.questions ?? 'ask',
})

export const settingsOf = ({ currency, questions }: ReadingDraft): RecurringSettings => ({
  ...(currency === null ? {} : { currency }),
  questions,
})
