// What they answered when asked how it is, in their own words. Words are shown as they were written, in their own language.
import type { SurveyResponse } from '../api/answers.ts'
import { Details, Entry, ListSection } from '../record/section.tsx'
import { useTold } from '../record/told.tsx'
import { useLanguage } from '../words/language.tsx'

export function Answers({ answers }: { answers: readonly SurveyResponse[] }) {
  const { t } = useLanguage()
  const told = useTold('survey_response')
  const given = answers.filter((answer) => answer.responded_at) // the others were asked and have not answered
  return (
    <ListSection title={t('account.sentiment')} items={given} empty={t('account.noSentiment')}>
      {(answer) => (
        <Entry
          name={[told(answer, 'kind'), told(answer, 'score')].filter(Boolean).join(' ')}
          figure={told(answer, 'category') ?? undefined}
        >
          <Details
            of={[
              told(answer, 'responded_at'),
              answer.contact?.name && t('account.answeredBy', { name: answer.contact.name }),
              answer.comment && <span className="prose">{answer.comment}</span>,
            ]}
          />
        </Entry>
      )}
    </ListSection>
  )
}
