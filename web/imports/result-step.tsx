// How it went, and the ways on from there: mend what was refused, answer what was asked, take it all back.
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { sentenceOf } from '../frame/trouble.tsx'
import { useLanguage } from '../words/language.tsx'
import { calledAs, type Import, type Outcome, outcomes } from './answers.ts'
import { CountsChoice } from './counts.tsx'
import style from './imports.module.css'
import { importsAt, useForget, useStep } from './queries.ts'
import { ResultRows } from './result-rows.tsx'
import { Working } from './working.tsx'

const route = getRouteApi('/imports/$id')

export function ResultStep({ order }: { order: Import }) {
  const { t } = useLanguage()
  const navigate = route.useNavigate()
  const { outcome: wished } = route.useSearch()
  const step = useStep(order.id)
  const forget = useForget()
  const outcome = outcomes.find((each) => each === wished) ?? null
  const isWorking = order.step !== null
  const wasWorking = useRef(isWorking)
  useEffect(() => {
    // What was written, or taken back, is on other pages too.
    if (wasWorking.current && !isWorking) forget()
    wasWorking.current = isWorking
  }, [isWorking, forget])
  const choose = (next: Outcome | null) =>
    navigate({ search: { step: 'result', ...(next ? { outcome: next } : {}) }, replace: true })
  const { counts } = order
  return (
    <>
      {isWorking && <Working order={order} />}
      {!isWorking && (
        <p className={style['told']} role="status">
          {t(
            `importEnded.${order.state === 'undone' || order.state === 'cancelled' || order.state === 'failed' ? order.state : 'done'}`,
          )}
        </p>
      )}
      {counts && <CountsChoice counts={counts} chosen={outcome} choose={choose} />}
      {!isWorking && (
        <div className={style['onward']}>
          {(counts?.rejected ?? 0) > 0 &&
            order.files.map((file) => (
              <Button
                key={file.id}
                component="a"
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                href={`${importsAt}/${order.id}/files/${file.id}/rejected.csv`}
              >
                {t('imports.rejectedRows', { name: calledAs(file) })}
              </Button>
            ))}
          {(counts?.question ?? 0) > 0 && (
            <Button variant="default" onClick={() => step.mutate('run')}>
              {t('imports.runAgain')}
            </Button>
          )}
          {order.state !== 'undone' && counts && (
            <Button
              variant="default"
              loading={step.isPending}
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => step.mutate('undo')}
            >
              {t('imports.undo')}
            </Button>
          )}
        </div>
      )}
      {step.isError && (
        <p role="alert" className="bad">
          {sentenceOf(step.error) || t('trouble.unreachable')}
        </p>
      )}
      {!isWorking && counts && <ResultRows order={order} of="rows" outcome={outcome} />}
    </>
  )
}
