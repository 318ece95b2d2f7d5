// Taking a merge apart. Mostly it just happens; what nothing tells is asked here, and nothing is done before the answers.
import { Button, Modal, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '../frame/trouble.tsx'
import { systemName } from '../record/source-mark.tsx'
import { useBook } from '../values/book.tsx'
import { Value } from '../values/value.tsx'
import { useLanguage } from '../words/language.tsx'
import type { Question } from './answers.ts'
import { type Asked, questionsIn, useUnmerge } from './queries.ts'
import { nameOf } from './queue.tsx'

export type Unmerging = {
  start(act: string): void
  answer(answers: 'stay' | Readonly<Record<string, string>>): void
  cancel(): void
  isPending: boolean
  asked: Asked | null
  /** What went wrong, where it is no question. */
  fault: unknown
}

export function useUnmerging({ done }: { done(): void }): Unmerging {
  const unmerge = useUnmerge()
  const [act, setAct] = useState('')
  const asked = questionsIn(unmerge.error)
  return {
    start(given) {
      setAct(given)
      unmerge.mutate({ act: given }, { onSuccess: done })
    },
    answer: (answers) => unmerge.mutate({ act, answers }, { onSuccess: done }),
    cancel: () => unmerge.reset(),
    isPending: unmerge.isPending,
    asked,
    fault: asked ? null : unmerge.error,
  }
}

export function UnmergeDialog({ unmerging }: { unmerging: Unmerging }) {
  const { t } = useLanguage()
  return (
    <Modal opened={unmerging.asked !== null} onClose={unmerging.cancel} title={t('duplicates.unmergeTitle')} size="lg">
      {unmerging.asked && <Questions asked={unmerging.asked} unmerging={unmerging} />}
    </Modal>
  )
}

function Questions({ asked, unmerging }: { asked: Asked; unmerging: Unmerging }) {
  const { object, questions } = asked
  const { t } = useLanguage()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  return (
    <Stack>
      <p>{t('duplicates.unmergeText')}</p>
      {questions.map((question) => (
        <Radio.Group
          key={question.key}
          label={<Matter object={object} question={question} />}
          description={t('duplicates.whose')}
          value={answers[question.key] ?? ''}
          onChange={(side) => setAnswers({ ...answers, [question.key]: side })}
        >
          {question.sides.map((side) => (
            <Radio key={side.id} mt="xs" value={side.id} label={nameOf(side, t('duplicates.unnamed'))} />
          ))}
        </Radio.Group>
      ))}
      {sentenceOf(unmerging.fault) && (
        <p role="alert" className="bad">
          {sentenceOf(unmerging.fault)}
        </p>
      )}
      <Button
        disabled={questions.some(({ key }) => answers[key] === undefined)}
        loading={unmerging.isPending}
        onClick={() => unmerging.answer(answers)}
      >
        {t('duplicates.unmerge')}
      </Button>
      <Button variant="default" onClick={() => unmerging.answer('stay')}>
        {t('duplicates.stay')}
      </Button>
      <Button variant="subtle" onClick={unmerging.cancel}>
        {t('duplicates.cancel')}
      </Button>
    </Stack>
  )
}

function Matter({ object, question }: { object: string; question: Question }) {
  const speech = useLanguage()
  const { t } = speech
  const book = useBook()
  if (question.kind === 'source')
    return t('duplicates.questionSource', { system: systemName(question.system, speech), id: question.localId })
  if (question.kind === 'reference')
    return t('duplicates.questionReference', {
      object: book.object(question.object)?.label ?? question.object,
      title: question.title ?? t('duplicates.unnamed'),
    })
  const field = book.field(object, question.field)
  return field ? (
    <>
      {field.label}: <Value field={field} value={question.value} />
    </>
  ) : (
    question.field
  )
}
