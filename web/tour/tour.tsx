// The tour: a few short steps over the real pages. It lies above them without closing them off: whatever it speaks of can be tried at
// once. Escape puts it off; it is gone on with from where the day begins.
import { Button, CloseButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Me, Page } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useKeepTour } from '../welcome/queries.ts'
import { useLanguage } from '../words/language.tsx'
import { type Box, placeBeside } from './place.ts'
import { goToStep } from './running.ts'
import { type Step, stepsFor } from './steps.ts'
import style from './tour.module.css'

export default function Tour({ me, at }: { me: Me; at: number }) {
  const { t } = useLanguage()
  const steps = stepsFor(me)
  const here = Math.min(at, steps.length - 1)
  const step = steps[here]
  const keep = useKeepTour()
  const isLast = here === steps.length - 1
  const go = (next: number) => {
    keep({ step: next, isOver: false })
    goToStep(next)
  }
  const end = (isOver: boolean) => {
    keep({ step: here, isOver })
    goToStep(null)
  }
  if (!step) return null
  return (
    <Card key={step.name} step={step} putOff={() => end(false)}>
      <p className={style['count']}>{t('tour.count', { step: here + 1, count: steps.length })}</p>
      <div className={style['buttons']}>
        {here > 0 && (
          <Button size="xs" variant="default" onClick={() => go(here - 1)}>
            {t('tour.back')}
          </Button>
        )}
        <Button size="xs" data-next onClick={() => (isLast ? end(true) : go(here + 1))}>
          {t(isLast ? 'tour.finish' : 'tour.next')}
        </Button>
      </div>
    </Card>
  )
}

function Card({ step, putOff, children }: { step: Step; putOff(): void; children: ReactNode }) {
  const { t } = useLanguage()
  const id = useId()
  const card = useRef<HTMLElement>(null)
  useOpened(step)
  const box = useBoxOf(step.at)
  const isPlaced = box !== undefined
  useEffect(() => {
    // After the page that was opened for it has taken the focus, so that the step is what is read next.
    if (isPlaced) card.current?.querySelector<HTMLElement>('[data-next]')?.focus({ preventScroll: true })
  }, [isPlaced])
  return (
    <>
      {box && (
        <div
          className={style['ring']}
          style={{ left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 }}
        />
      )}
      <section
        ref={card}
        role="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className={style['card']}
        style={placeBeside(box ?? null, { width: window.innerWidth, height: window.innerHeight })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          putOff()
        }}
      >
        <div className={style['head']}>
          <h2 id={`${id}-title`}>{t(`tour.${step.name}`)}</h2>
          <CloseButton size="sm" aria-label={t('tour.putOff')} onClick={putOff} />
        </div>
        <p id={`${id}-text`}>{t(`tour.${step.name}Text`)}</p>
        <div className={style['foot']}>{children}</div>
      </section>
    </>
  )
}

/** Opens the page a step stands on. Where there is no account to open, the step stands where one is. */
function useOpened({ on }: Step): void {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { language } = useLanguage()
  useEffect(() => {
    if (on === '/' || on === '/accounts') void navigate({ to: on })
    if (on !== 'account') return
    const first = client.fetchQuery({
      queryKey: ['tour', 'account'],
      queryFn: ({ signal }) => ask<Page>('/api/v1/accounts?select=name&limit=1', { language, signal }),
    })
    first.then(
      ({ data: [account] }) => account && navigate({ to: '/accounts/$id', params: { id: account.id } }),
      () => {}, // the step is told all the same
    )
  }, [on, navigate, client, language])
}

const patienceMs = 4_000
const lookEveryMs = 120

/** Where the part is now: undefined while it may still come, null where it does not. */
function useBoxOf(at: string): Box | null | undefined {
  const [box, setBox] = useState<Box | null>()
  useEffect(() => {
    const since = Date.now()
    const look = () => {
      const found = document.querySelector(at)
      if (!found) return Date.now() - since > patienceMs ? setBox(null) : undefined
      const { left, top, width, height } = found.getBoundingClientRect()
      setBox((before) =>
        before && before.left === left && before.top === top && before.width === width && before.height === height
          ? before
          : { left, top, width, height },
      )
    }
    look()
    // Pages grow as their parts arrive, so it is looked for as long as the step stands.
    const again = setInterval(look, lookEveryMs)
    window.addEventListener('scroll', look, true)
    window.addEventListener('resize', look)
    return () => {
      clearInterval(again)
      window.removeEventListener('scroll', look, true)
      window.removeEventListener('resize', look)
    }
  }, [at])
  return box
}
