// What they say of us: every score over time, and each answer in its own words.
import { SegmentedControl, Skeleton } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { SurveyResponse } from '../api/answers.ts'
import { Chart, type Plot } from '../charts/chart.tsx'
import { Failed } from '../frame/trouble.tsx'
import { Section } from '../record/section.tsx'
import { useBook } from '../values/book.tsx'
import { showMoment, showNumber } from '../values/show.ts'
import { type Speech, useLanguage } from '../words/language.tsx'
import { useSurveys } from './queries.ts'
import { Answers } from './sentiment.tsx'

type Scored = SurveyResponse & { score: number; responded_at: string }
const isScored = (answer: SurveyResponse): answer is Scored =>
  typeof answer.score === 'number' && typeof answer.responded_at === 'string'

export default function SentimentTab({ account }: { account: string }) {
  const { t } = useLanguage()
  const book = useBook()
  const surveys = useSurveys(account)
  const [chosen, choose] = useState<string | null>(null)
  if (surveys.isPending) return <Skeleton height={620} role="status" aria-label={t('trouble.loading')} />
  if (!surveys.data) return <Failed error={surveys.error} retry={surveys.refetch} />
  const scored = surveys.data.filter(isScored)
  const kinds = [...new Set(scored.map(({ kind }) => kind ?? ''))].sort(
    (a, b) => Number(b === 'nps') - Number(a === 'nps'),
  )
  const kind = kinds.find((each) => each === chosen) ?? kinds[0]
  return (
    <>
      {kind !== undefined && (
        <Section
          title={t('account.scores')}
          note={
            kinds.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('account.scoresOf')}
                value={kind}
                onChange={choose}
                data={kinds.map((value) => ({ value, label: book.term('survey_response', 'kind', value) }))}
              />
            )
          }
        >
          <Scores answers={scored.filter((each) => (each.kind ?? '') === kind)} kind={kind} />
        </Section>
      )}
      <Answers answers={surveys.data} />
    </>
  )
}

/** The answers are the newest first. */
function Scores({ answers, kind }: { answers: readonly Scored[]; kind: string }) {
  const speech = useLanguage()
  const { t } = speech
  const name = useBook().term('survey_response', 'kind', kind)
  const plot = useMemo(() => plotOf(answers, kind, name, speech), [answers, kind, name, speech])
  const mean = answers.reduce((sum, { score }) => sum + score, 0) / answers.length
  return (
    <Chart
      says={t('account.scoresSay', {
        kind: name,
        count: answers.length,
        mean: showNumber(Math.round(mean * 10) / 10, speech),
        last: showNumber(answers[0]?.score ?? 0, speech),
      })}
      plot={plot}
      columns={[t('account.day'), name]}
      rows={answers.map(({ responded_at, score }) => [showMoment(responded_at, speech), showNumber(score, speech)])}
    />
  )
}

/** An NPS of 9 and 10 is a promoter's, up to 6 a detractor's. */
const promoterFrom = 9
const passiveFrom = 7

function plotOf(answers: readonly Scored[], kind: string, name: string, speech: Speech): Plot {
  const isNps = kind === 'nps'
  return {
    points: [{ name, data: answers.map(({ responded_at, score }) => [responded_at, score] as const) }],
    ...(isNps
      ? {
          least: 0,
          most: 10,
          marks: [
            { at: promoterFrom, name: speech.t('account.promoters') },
            { at: passiveFrom, name: speech.t('account.passives') },
          ],
        }
      : {}),
    show: {
      day: (at) => new Intl.DateTimeFormat(speech.locale, { month: 'short', year: 'numeric' }).format(at),
      value: (value) => showNumber(value, speech),
    },
  }
}
