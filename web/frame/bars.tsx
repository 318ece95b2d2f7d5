// What stands in the way of everything, said once above the page: no network, or a server that does not answer.
import { IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { client } from '../api/client.ts'
import { noteAnswer, useReach } from '../api/reach.ts'
import { forget } from '../api/save.ts'
import { useLanguage } from '../words/language.tsx'
import style from './bars.module.css'

const pauseMs = 4_000

export function Bars() {
  const { t } = useLanguage()
  const reach = useReach()
  useEffect(() => {
    if (reach !== 'silent') return
    const again = setInterval(async () => {
      const answer = await window.fetch('/healthz').catch(() => null)
      if (!answer?.ok) return
      noteAnswer(true)
      void forget(client)
    }, pauseMs)
    return () => clearInterval(again)
  }, [reach])
  return (
    <div role="status">
      {reach !== 'reached' && (
        <p className={style['bar']}>
          {reach === 'offline' ? <IconCloudOff size={16} aria-hidden /> : <IconPlugConnectedX size={16} aria-hidden />}
          {t(`frame.${reach}`)}
        </p>
      )}
    </div>
  )
}
