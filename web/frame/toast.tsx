// What was just done, and the way back. Quiet, below everything, and gone after a while, but not while somebody is about to press it.
import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../words/language.tsx'
import style from './toast.module.css'
import { sentenceOf } from './trouble.tsx'

export type Toast = {
  text: string
  tone?: 'good' | 'warn' | 'bad'
  /** Takes back what was done; what it is refused with is told in the same place. */
  undo?: () => Promise<unknown>
}
type Shown = Toast & { id: number }

const lastsMs = 12_000
const most = 3

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()

export function toast(told: Toast): void {
  count += 1
  set([...shown, { ...told, id: count }].slice(-most))
}

function set(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

const dismiss = (id: number) => set(shown.filter((each) => each.id !== id))

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const { t } = useLanguage()
  const toasts = useSyncExternalStore(listen, () => shown)
  return (
    <section className={style['toasts']} aria-label={t('toast.region')} aria-live="polite">
      {toasts.map((each) => (
        <One key={each.id} told={each} />
      ))}
    </section>
  )
}

function One({ told }: { told: Shown }) {
  const { t } = useLanguage()
  const [isHeld, hold] = useState(false)
  const [state, setState] = useState<'said' | 'undoing' | 'undone'>('said')
  const [fault, setFault] = useState('')
  useEffect(() => {
    if (isHeld || state === 'undoing' || fault) return
    const wait = setTimeout(() => dismiss(told.id), lastsMs)
    return () => clearTimeout(wait)
  }, [isHeld, state, fault, told.id])
  const undo = async () => {
    setState('undoing')
    setFault('')
    try {
      await told.undo?.()
      setState('undone')
    } catch (error) {
      setFault(sentenceOf(error) || t('trouble.unreachable'))
      setState('said')
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps it open while it is pointed at
    <div
      className={style['toast']}
      data-tone={told.tone}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span>
        {state === 'undone' ? t('toast.undone') : told.text}
        {fault && <span className="bad"> {fault}</span>}
      </span>
      {told.undo && state !== 'undone' && (
        <Button size="compact-sm" variant="default" loading={state === 'undoing'} onClick={undo}>
          {t('toast.undo')}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t('toast.dismiss')} onClick={() => dismiss(told.id)} />
    </div>
  )
}
